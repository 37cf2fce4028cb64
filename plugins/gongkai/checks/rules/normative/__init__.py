"""N: normative documents and their validity."""
