"""The only room that imports MkDocs, Jinja or Markdown."""
