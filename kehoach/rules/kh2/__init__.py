"""KH2xx: sections (bố cục)."""
