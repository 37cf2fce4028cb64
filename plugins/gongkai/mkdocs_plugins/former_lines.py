"""What the last build read of the files, on its way between loading and the store of the planning room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from gongkai.loading.recall import Line
from gongkai.mkdocs_plugins.fingerprints import digest
from gongkai.planning.lines import LinesFile


@dataclass(slots=True)
class FormerLines:
    """Belongs to one build: `engine` stands for this program, `clock` for the moment before anything was read.

    With `full` nothing of the last build is used, but this one is remembered.
    """

    file: LinesFile
    engine: str
    day: str
    clock: int
    full: bool
    _basis: str = ""
    _fresh: Callable[[], Mapping[str, Line]] = dict
    _gone: Collection[str] = ()
    read: int = 0
    """How many files were read, and did not come from the memory."""

    def lines(self, basis: str) -> Mapping[str, Line]:
        """By path what came of the files, as far as it was read against the same settings by the same program."""
        if self.full:
            return {}
        rows = self.file.load(digest(self.engine, basis), self.day)
        return {path: Line(*row) for path, row in rows.items()}

    def note(
        self, basis: str, fresh: Callable[[], Mapping[str, Line]], gone: Collection[str], read: int
    ) -> None:
        """Take in what was read now and what is no longer there, to be saved later."""
        self._basis, self._fresh, self._gone, self.read = digest(self.engine, basis), fresh, gone, read

    def save(self) -> str:
        """Remember it; returns what there is to say, in Chinese, or nothing."""
        if not self._basis:
            return ""
        return self.file.save(self._basis, self.day, self._fresh(), self._gone, self.clock)
