"""W: wrong and outdated words."""
