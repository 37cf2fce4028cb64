"""R: relations between items."""
