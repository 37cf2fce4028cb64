"""T: meta tags of pages."""
