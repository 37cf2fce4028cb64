"""What every command does when the engine fails: say it, and leave with the right exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from gongkai.mkdocs_plugins.failures import Failed, WrongUsage


@contextmanager
def told() -> Iterator[None]:
    """`Failed` → its text and exit code 1; `WrongUsage` → its text and exit code 2."""
    try:
        yield
    except Failed as error:
        raise click.ClickException(str(error)) from error
    except WrongUsage as error:
        raise click.UsageError(str(error)) from error
