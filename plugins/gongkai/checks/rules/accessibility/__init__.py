"""A: accessibility of pages."""
