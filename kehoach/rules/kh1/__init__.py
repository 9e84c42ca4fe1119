"""KH1xx: presentation (thể thức và kỹ thuật trình bày)."""
