"""Catalog → one frozen view per page template, paths site-rooted."""
