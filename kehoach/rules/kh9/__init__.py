"""KH9xx: the file itself (tệp)."""
