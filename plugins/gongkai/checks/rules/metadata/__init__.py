"""M: metadata of items and form of documents."""
