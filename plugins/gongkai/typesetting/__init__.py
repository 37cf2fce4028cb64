"""Papers: the structure of a document laid out as docx, pdf, xlsx or Markdown; knows nothing of the site."""
