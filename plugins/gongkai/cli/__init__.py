"""The command line `gongkai`."""

from gongkai.cli.main import main

__all__ = ["main"]
