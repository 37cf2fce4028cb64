"""Counting: the catalog → frozen figures, which pages, files, reports and checks show."""
