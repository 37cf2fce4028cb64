"""Folder → source file → fields with lines → items or problems → catalog."""
