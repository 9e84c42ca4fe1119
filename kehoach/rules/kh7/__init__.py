"""KH7xx: wording and typography (câu chữ)."""
