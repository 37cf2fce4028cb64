"""Word, saved web pages, texts and lists of items → drafts of items."""
