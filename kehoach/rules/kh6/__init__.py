"""Names: units, places, abbreviations, bodies that no longer exist (tên gọi)."""
