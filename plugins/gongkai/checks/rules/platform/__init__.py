"""P: the disclosure platform, its guide and directory."""
