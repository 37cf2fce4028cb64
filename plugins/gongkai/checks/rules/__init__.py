"""One package per family, one file per rule."""
