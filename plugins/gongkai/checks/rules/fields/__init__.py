"""B: the 26 fields and the five disclosures."""
