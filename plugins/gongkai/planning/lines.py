"""What was read of each source file, so that only files that changed are read again.

A cache of texts, known by the stamps of the files: one that is damaged, or was made by another program or for
other settings, is as good as none. Nothing in it is ever executed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from gongkai.planning.errors import PublishError
from gongkai.planning.stamps import DOUBT_NS
from gongkai.planning.workspace import open_state

FILE_NAME = "lines.sqlite"
_VERSION = 1
_TABLES = """
DROP TABLE IF EXISTS basis;
DROP TABLE IF EXISTS lines;
CREATE TABLE basis (name TEXT, day TEXT);
CREATE TABLE lines (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, entered INTEGER, line TEXT);
"""
_PUT = "INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?)"

Row = tuple[int, int, int, str]
"""Size, times of change of the content and of the entry (ns), and what was read, in one text."""


class LinesFile:
    """The file in a state folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._usable = False

    @property
    def _file(self) -> Path:
        return self._folder / FILE_NAME

    def load(self, basis: str, day: str) -> dict[str, Row]:
        """The rows by path, if they were made on this basis, on this day or before; else none."""
        if not self._file.is_file():
            return {}
        try:
            with closing(sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True)) as database:
                if not _made_for(database, basis, day):
                    return {}
                rows = database.execute("SELECT path, size, changed, entered, line FROM lines")
                found = {row[0]: row[1:] for row in rows}
        except sqlite3.Error:
            return {}
        self._usable = True
        return found

    def save(self, basis: str, day: str, fresh: Mapping[str, Row], gone: Iterable[str], clock: int) -> str:
        """Take in what was read now; returns what there is to say, in Chinese, or nothing.

        Rows that `load` could not use are thrown away. A file that was so new when it was read, at the moment
        `clock` of its file system, that another change might not show is not remembered.
        """
        settled = [(path, *row) for path, row in fresh.items() if max(row[1], row[2]) < clock - DOUBT_NS]
        try:
            open_state(self._folder)
            if not self._usable:
                self.forget()
            with closing(sqlite3.connect(self._file)) as database, database:
                if not self._usable:
                    database.executescript(_TABLES)
                    database.execute("INSERT INTO basis VALUES (?, ?)", (basis, day))
                    database.execute(f"PRAGMA user_version = {_VERSION}")
                # What was read today may be public only from today on: on an earlier day no row here may be believed.
                database.execute("UPDATE basis SET day = ?", (day,))
                database.executemany("DELETE FROM lines WHERE path = ?", ((path,) for path in gone))
                database.executemany(_PUT, settled)
        except (sqlite3.Error, PublishError, OSError) as error:
            self.forget()
            return f"没能记下读取的内容（{error}），下次会全部重新读取；网站不受影响。"
        return ""

    def forget(self) -> None:
        """Throw the file away."""
        for name in (FILE_NAME, f"{FILE_NAME}-journal"):
            with suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)


def _made_for(database: sqlite3.Connection, basis: str, day: str) -> bool:
    if database.execute("PRAGMA user_version").fetchone() != (_VERSION,):
        return False
    found = database.execute("SELECT name, day FROM basis").fetchone()
    return found is not None and found[0] == basis and found[1] <= day
