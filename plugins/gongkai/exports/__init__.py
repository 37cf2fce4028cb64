"""Catalog → feeds, open data, sitemap (bytes)."""
