"""KH3xx: citations (viện dẫn)."""
