"""State, atomic writes and pruning; knows keys and paths, not items."""
