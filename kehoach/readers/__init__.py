"""Files in, Documents out. One module per format; `READERS` is the whole registry."""
