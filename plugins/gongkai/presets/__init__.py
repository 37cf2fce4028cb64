"""Packaged data: column trees per kind of unit, vocabularies, field catalogues. No code lives here."""
