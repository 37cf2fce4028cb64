"""What was public in the last build: each item's last good source, so that a typo does not take it off the site.

A cache: losing it costs the chance to keep a broken item public, nothing else. So no error of the database
leaves this file; `note` says in one line what was lost.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType

from gongkai.planning.errors import PublishError
from gongkai.planning.workspace import open_state

FILE_NAME = "last-good.sqlite"
_VERSION = 1
_TABLE = (
    "CREATE TABLE IF NOT EXISTS good (path TEXT PRIMARY KEY, index_number TEXT NOT NULL, sha256 TEXT NOT NULL, "
    "files TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID"
)
_PUT = "INSERT OR REPLACE INTO good (path, index_number, sha256, files, data) VALUES (?, ?, ?, ?, ?)"
_MEMORY = ":memory:"


@dataclass(frozen=True, slots=True)
class GoodFile:
    """An attachment or picture: its path below the content folder, its site-rooted address, its facts."""

    source: str
    address: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Good:
    """A public item's source: `path` below the content folder, `sha256` of `data`, the files it names."""

    path: str
    index_number: str
    sha256: str
    data: bytes
    files: tuple[GoodFile, ...] = ()


class LastGood:
    """The store in a state folder; use it in a `with` block.

    `note` is empty, or one line in Chinese for the person who builds: a damaged file was thrown away, or
    nothing can be remembered in this folder.
    """

    def __init__(self, folder: Path) -> None:
        self.note = ""
        self._database = self._open(folder)

    def __enter__(self) -> LastGood:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; a second call does nothing."""
        self._database.close()

    def get(self, path: str) -> Good | None:
        """The last good source of a path, or None if its item was not public in the last build."""
        try:
            row = self._database.execute(
                "SELECT path, index_number, sha256, data, files FROM good WHERE path = ?", (path,)
            ).fetchone()
            return _good(row) if row else None
        except (sqlite3.Error, zlib.error, ValueError, TypeError):
            self.note = self.note or f"上次公开内容的记录（{FILE_NAME}）已损坏，找不回 {path} 的原内容。"
            return None

    def record(self, goods: Iterable[Good]) -> int:
        """Make the store hold exactly these, the items that are public now, kept ones among them.

        An item that is not among them was taken off and must never come back by a later typo: it is
        forgotten. Only what changed is written; the answer is how many were.
        """
        written = 0
        try:
            known = dict(self._known())
            with self._database:
                for good in goods:
                    if known.pop(good.path, None) != _key(good):
                        self._database.execute(_PUT, _row(good))
                        written += 1
                self._delete(known)
        except sqlite3.Error as error:
            self.note = self.note or f"没能记下这次公开的内容（{error}），不影响网站。"
            return 0
        return written

    def forget(self, paths: Iterable[str]) -> None:
        """Drop what is remembered of these paths."""
        try:
            with self._database:
                self._delete(paths)
        except sqlite3.Error as error:
            self.note = self.note or f"没能更新上次公开内容的记录（{error}）。"

    def _delete(self, paths: Iterable[str]) -> None:
        self._database.executemany("DELETE FROM good WHERE path = ?", ((path,) for path in sorted(paths)))

    def _known(self) -> Mapping[str, tuple[str, str, str]]:
        rows = self._database.execute("SELECT path, index_number, sha256, files FROM good")
        return {path: (number, sha256, files) for path, number, sha256, files in rows}

    def _open(self, folder: Path) -> sqlite3.Connection:
        try:
            file = open_state(folder) / FILE_NAME
            return self._open_file(file)
        except (PublishError, OSError, sqlite3.Error):
            self.note = f"不能使用 {folder / FILE_NAME}，这次不记录公开的内容；网站不受影响。"
            return _prepared(sqlite3.connect(_MEMORY))

    def _open_file(self, file: Path) -> sqlite3.Connection:
        try:
            return _prepared(sqlite3.connect(file))
        except sqlite3.DatabaseError as error:
            if _is_busy(error):
                raise
        self.note = f"上次公开内容的记录（{file.name}）已损坏，已丢弃重建；网站不受影响。"
        file.unlink(missing_ok=True)
        file.with_name(file.name + "-journal").unlink(missing_ok=True)
        return _prepared(sqlite3.connect(file))


def _is_busy(error: sqlite3.DatabaseError) -> bool:
    """Locked by another program, or not to be opened at all: that is no reason to throw the file away."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    }


def _prepared(database: sqlite3.Connection) -> sqlite3.Connection:
    """Check the file and make its table; a table of another version is dropped. Closes it when it is damaged."""
    try:
        if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")
        with database:
            if database.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                database.execute("DROP TABLE IF EXISTS good")
                database.execute(f"PRAGMA user_version = {_VERSION}")
            database.execute(_TABLE)
            database.execute("SELECT path, index_number, sha256, files, data FROM good LIMIT 1")
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            database.close()
        raise
    return database


def _files_text(good: Good) -> str:
    return json.dumps([astuple(file) for file in good.files], ensure_ascii=False)


def _key(good: Good) -> tuple[str, str, str]:
    return (good.index_number, good.sha256, _files_text(good))


def _row(good: Good) -> tuple[str, str, str, str, bytes]:
    return (good.path, *_key(good), zlib.compress(good.data, 1))


def _good(row: tuple[str, str, str, bytes, str]) -> Good:
    path, number, sha256, data, files = row
    return Good(
        path, number, sha256, zlib.decompress(data), tuple(GoodFile(*each) for each in json.loads(files))
    )
