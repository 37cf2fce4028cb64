"""What a former build knew of the files, for files that have not changed since."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple, Protocol


class Line(NamedTuple):
    """A file as the disk showed it when it was read, and what came of it (`compact.py`)."""

    size: int
    changed: int
    entered: int
    text: str


class Recall(Protocol):
    """The memory of a former build."""

    def lines(self, basis: str) -> Mapping[str, Line]:
        """By path below the content folder what came of files that were read against the same settings."""
        ...

    def note(
        self, basis: str, fresh: Callable[[], Mapping[str, Line]], gone: Collection[str], read: int
    ) -> None:
        """Take in what makes the lines of files that were read now, `read` in all, and the paths that are no longer there.

        To make lines takes time: whoever saves them does it, perhaps in another process.
        """
        ...
