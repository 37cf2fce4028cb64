"""What the last build made and from what, so that the next one makes only what is not the same.

A cache: a file that is damaged, cut off or of another version is thrown away with one line, and costs a full
build, nothing else. Nothing in it is ever executed: texts and numbers only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.planning.errors import PublishError
from gongkai.planning.stamps import Placed, Stamp
from gongkai.planning.workspace import open_state

FILE_NAME = "state.sqlite"
VERSION = 1
_COLUMNS = {
    "outputs": "sha256 TEXT, size INTEGER, mtime_ns INTEGER, ctime_ns INTEGER",
    "recipes": "key TEXT, fingerprint TEXT, reads TEXT",
    "facts": "value TEXT",
}
"""Each table has the name of a thing first."""


class Recipe(NamedTuple):
    """From what a file was made: `reads` names what was looked at, `key` stands for the content of all that then,
    `fingerprint` for what the file shows."""

    key: str
    fingerprint: str
    reads: str


@dataclass(slots=True)
class State:
    """What is remembered: files of the site, how each was made, and facts about the build as a whole."""

    outputs: dict[str, Placed] = field(default_factory=dict)
    recipes: Mapping[str, Recipe] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


class _Later(Mapping[str, Recipe]):
    """Recipes that are read when they are asked for: a build with nothing to do never asks."""

    def __init__(self, read: Callable[[], dict[str, Recipe]]) -> None:
        self._read = read
        self._found: dict[str, Recipe] | None = None

    @property
    def _recipes(self) -> dict[str, Recipe]:
        if self._found is None:
            self._found = self._read()
        return self._found

    def __getitem__(self, name: str) -> Recipe:
        return self._recipes[name]

    def get(self, name: str, default: Any = None) -> Any:
        """Without an error for what is not there: most builds look for thousands."""
        return self._recipes.get(name, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._recipes)

    def __len__(self) -> int:
        return len(self._recipes)

    def __eq__(self, other: object) -> bool:
        return self._recipes == other

    __hash__ = None  # type: ignore[assignment] # as of any mapping


class StateFile:
    """The file in a state folder. `note` is empty, or one line in Chinese about what was thrown away."""

    def __init__(self, folder: Path) -> None:
        self.note = ""
        self._folder = folder

    @property
    def _file(self) -> Path:
        return self._folder / FILE_NAME

    def load(self) -> State:
        """All that is remembered; empty when there is nothing, or nothing usable."""
        if not self._file.is_file():
            return State()
        try:
            with closing(sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True)) as database:
                if _is_ours(database):
                    return State(_outputs(database), _Later(self._recipes), _facts(database))
        except (sqlite3.Error, ValueError, TypeError):
            self.note = ""  # damaged: the remedy is the same as for another version
        self._throw_away()
        return State()

    def _recipes(self) -> dict[str, Recipe]:
        try:
            with closing(sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True)) as database:
                return _recipes(database)
        except (sqlite3.Error, TypeError):
            self._throw_away()
            return {}

    def _throw_away(self) -> None:
        self.note = f"上次构建的状态（{FILE_NAME}）读不出来或版本不同，已丢弃，这次全部重新生成。"
        self.forget()

    def fact(self, name: str) -> Any:
        """One fact, without reading the rest and without a word about a file that cannot be read; None if absent."""
        if not self._file.is_file():
            return None
        try:
            with closing(sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True)) as database:
                row = database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
                return json.loads(row[0]) if row else None
        except (sqlite3.Error, ValueError, TypeError):
            return None

    def output(self, name: str) -> Placed | None:
        """One file of the site as it was put there; None when that is not known. Nothing is thrown away here."""
        if not self._file.is_file():
            return None
        statement = "SELECT sha256, size, mtime_ns, ctime_ns FROM outputs WHERE name = ?"
        try:
            with closing(sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True)) as database:
                row = database.execute(statement, (name,)).fetchone() if _is_ours(database) else None
        except sqlite3.Error:
            return None
        return Placed(row[0], Stamp(*row[1:])) if row else None

    def save(self, old: State, new: State) -> None:
        """Remember `new`; only what differs from `old` (what `load` gave) is written, all of it or nothing."""
        try:
            open_state(self._folder)
            with closing(sqlite3.connect(self._file)) as database, database:
                if not _is_ours(database):
                    old = State()
                    _make_tables(database)
                _write(database, "outputs", _rows(old.outputs), _rows(new.outputs))
                _write(database, "recipes", old.recipes, new.recipes)
                _write(database, "facts", _texts(old.facts), _texts(new.facts))
        except (sqlite3.Error, PublishError, OSError) as error:
            self.forget()
            self.note = self.note or f"没能记下这次构建的状态（{error}），下次会全部重新生成。"

    def forget(self) -> None:
        """Throw the file away."""
        for name in (FILE_NAME, f"{FILE_NAME}-journal"):
            with suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)


def _is_ours(database: sqlite3.Connection) -> bool:
    found = database.execute("PRAGMA user_version").fetchone()
    return bool(found == (VERSION,))


def _make_tables(database: sqlite3.Connection) -> None:
    for table, columns in _COLUMNS.items():
        database.execute(f"DROP TABLE IF EXISTS {table}")
        database.execute(f"CREATE TABLE {table} (name TEXT PRIMARY KEY, {columns}) WITHOUT ROWID")
    database.execute(f"PRAGMA user_version = {VERSION}")


def _outputs(database: sqlite3.Connection) -> dict[str, Placed]:
    rows = database.execute("SELECT name, sha256, size, mtime_ns, ctime_ns FROM outputs")
    return {row[0]: Placed(row[1], Stamp(*row[2:])) for row in rows}


def _recipes(database: sqlite3.Connection) -> dict[str, Recipe]:
    return {
        row[0]: Recipe(*row[1:])
        for row in database.execute("SELECT name, key, fingerprint, reads FROM recipes")
    }


def _facts(database: sqlite3.Connection) -> dict[str, Any]:
    return {name: json.loads(value) for name, value in database.execute("SELECT name, value FROM facts")}


def _rows(outputs: Mapping[str, Placed]) -> dict[str, tuple[Any, ...]]:
    return {path: (output.sha256, *output.stamp) for path, output in outputs.items()}


def _texts(facts: Mapping[str, Any]) -> dict[str, tuple[str]]:
    return {name: (json.dumps(value, ensure_ascii=False),) for name, value in facts.items()}


def _write(
    database: sqlite3.Connection,
    table: str,
    old: Mapping[str, tuple[Any, ...]],
    new: Mapping[str, tuple[Any, ...]],
) -> None:
    gone = ((name,) for name in old if name not in new)
    database.executemany(f"DELETE FROM {table} WHERE name = ?", gone)  # noqa: S608 - a name of ours
    changed = [(name, *row) for name, row in new.items() if old.get(name) != row]
    if changed:
        places = ", ".join("?" * len(changed[0]))
        statement = f"INSERT OR REPLACE INTO {table} VALUES ({places})"  # noqa: S608 - a name of ours
        database.executemany(statement, _sorted(changed))


def _sorted(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """In the order of the keys: filling the tree of a table from one end is quickest."""
    return sorted(rows, key=lambda row: str(row[0]))
