"""How a build or a check fails, for those who call it; nothing that takes long is imported for it."""


class Failed(Exception):
    """The build or check could not be done; the text says why, for the clerk."""


class WrongUsage(Exception):
    """The configuration file is missing or wrong."""
