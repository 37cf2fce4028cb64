"""Z: enforcement decisions."""
