"""PLACEHOLDER written by the lead so that the package imports; overwrite it."""
def find(document, citations, issued=None, sections=()): return iter(())
