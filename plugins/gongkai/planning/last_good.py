"""What was public in the last build: each item's last good source, so that a typo does not take it off the site.

A cache: losing it costs the chance to keep a broken item public, nothing else. So no error of the database
leaves this file; `note` says in one line what was lost.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType

from gongkai.planning.errors import PublishError
from gongkai.planning.workspace import open_state

FILE_NAME = "last-good.sqlite"
_VERSION = 2
_TABLES = (
    # What is known of each stands apart from the sources: it is read in every build, they almost never are.
    (
        "CREATE TABLE IF NOT EXISTS good (path TEXT PRIMARY KEY, index_number TEXT NOT NULL, "
        "sha256 TEXT NOT NULL, files TEXT NOT NULL) WITHOUT ROWID"
    ),
    # As they are: packing a source takes as long as reading and judging it.
    "CREATE TABLE IF NOT EXISTS source (path TEXT PRIMARY KEY, data BLOB NOT NULL)",
)
_PAGE_SIZE = 16384
"""A source and its neighbours in one page: a third less to write than with pages of 4 KB."""
_PUT = "INSERT OR REPLACE INTO good (path, index_number, sha256, files) VALUES (?, ?, ?, ?)"
_PUT_SOURCE = "INSERT OR REPLACE INTO source (path, data) VALUES (?, ?)"
_GET = "SELECT good.path, index_number, sha256, data, files FROM good LEFT JOIN source USING (path) WHERE good.path = ?"
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
    """The store in a state folder; use it in a `with` block. The file is opened when something is asked for.

    `note` is empty, or one line in Chinese for the person who builds: a damaged file was thrown away, or
    nothing can be remembered in this folder.
    """

    def __init__(self, folder: Path) -> None:
        self.note = ""
        self._folder = folder
        self._opened: sqlite3.Connection | None = None

    def __enter__(self) -> LastGood:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; a second call does nothing."""
        if self._opened is not None:
            self._opened.close()

    @property
    def _database(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = self._open(self._folder)
        return self._opened

    def get(self, path: str) -> Good | None:
        """The last good source of a path, or None if its item was not public in the last build."""
        try:
            row = self._database.execute(_GET, (path,)).fetchone()
            return _good(row) if row else None
        except (sqlite3.Error, ValueError, TypeError):
            self._discard()
            return None

    def record(self, goods: Iterable[Good], read: Callable[[Good], bytes] | None = None) -> int:
        """Make the store hold exactly these, the items that are public now, kept ones among them.

        An item that is not among them was taken off and must never come back by a later typo: it is
        forgotten. Only what changed is written, and with `read` only that is read: the goods come without their
        bytes then. The answer is how many were written.
        """
        try:
            known = dict(self._known())
            changed = [good for good in goods if known.pop(good.path, None) != _key(good)]
            with (
                self._database
            ):  # by itself: to forget must not fail because there is no room for what is new
                self._delete(known)
            with self._database:
                self._database.executemany(_PUT, ((good.path, *_key(good)) for good in changed))
                self._database.executemany(_PUT_SOURCE, _sources(changed, read))
        except sqlite3.Error as error:
            self.note = self.note or f"没能记下这次公开的内容（{error}），不影响网站。"
            return 0
        return len(changed)

    def forget(self, paths: Iterable[str]) -> None:
        """Drop what is remembered of these paths."""
        try:
            with self._database:
                self._delete(paths)
        except sqlite3.Error as error:
            self.note = self.note or f"没能更新上次公开内容的记录（{error}）。"

    def _delete(self, paths: Iterable[str]) -> None:
        gone = [(path,) for path in sorted(paths)]
        self._database.executemany("DELETE FROM good WHERE path = ?", gone)
        self._database.executemany("DELETE FROM source WHERE path = ?", gone)

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
        self._throw_away(file)
        return _prepared(sqlite3.connect(file))

    def _discard(self) -> None:
        """What was found is not what was put there: nothing in the file is to be trusted."""
        self.close()
        self._opened = None
        with suppress(OSError):
            self._throw_away(self._folder / FILE_NAME)

    def _throw_away(self, file: Path) -> None:
        self.note = f"上次公开内容的记录（{file.name}）已损坏，已丢弃重建；网站不受影响。"
        file.unlink(missing_ok=True)
        file.with_name(file.name + "-journal").unlink(missing_ok=True)


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
    """Check the file and make its tables; those of another version are dropped. Closes it when it is damaged.

    The sources are not looked through here: each is known by its checksum when it is asked for.
    """
    try:
        database.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        with database:
            if database.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                database.execute("DROP TABLE IF EXISTS good")
                database.execute("DROP TABLE IF EXISTS source")
                database.execute(f"PRAGMA user_version = {_VERSION}")
            for table in _TABLES:
                database.execute(table)
            database.execute("SELECT path, index_number, sha256, files FROM good LIMIT 1")
            database.execute("SELECT path, data FROM source LIMIT 1")
        if database.execute("PRAGMA quick_check(good)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            database.close()
        raise
    return database


def _sources(goods: Iterable[Good], read: Callable[[Good], bytes] | None) -> Iterator[tuple[str, bytes]]:
    return ((good.path, read(good) if read else good.data) for good in goods)


def _files_text(good: Good) -> str:
    return "[]" if not good.files else json.dumps([astuple(file) for file in good.files], ensure_ascii=False)


def _key(good: Good) -> tuple[str, str, str]:
    return (good.index_number, good.sha256, _files_text(good))


def _good(row: tuple[str, str, str, bytes | None, str]) -> Good:
    path, number, sha256, data, files = row
    if data is None or hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(path)
    return Good(path, number, sha256, data, tuple(GoodFile(*each) for each in json.loads(files)))
