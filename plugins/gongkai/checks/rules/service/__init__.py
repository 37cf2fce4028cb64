"""S: service guides."""
