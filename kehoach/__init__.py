"""Draft and lint Vietnamese administrative plans."""

__version__ = "0.1.0"
