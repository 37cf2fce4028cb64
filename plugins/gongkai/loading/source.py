"""What a file is before it means anything: its text, and the fields of its front matter with their lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gongkai.model.quick import quick

Raw = str | tuple["Raw", ...] | Mapping[str, "Raw"]
"""A value as written: every scalar stays a string."""


def as_tuple(value: object) -> tuple[Any, ...]:
    """A typed list value, or an empty tuple for one that is not given."""
    return value if isinstance(value, tuple) else ()


@quick
@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file below the content folder.

    `relative` is its path below that folder, `path` the one shown in findings (from the site's root),
    `sha256` that of its bytes, `text` without BOM, line ends as in the file.
    """

    relative: str
    path: str
    sha256: str
    text: str

    @property
    def folder(self) -> str:
        """The folder below the content folder, empty at the top."""
        return self.relative.rpartition("/")[0]

    @property
    def stem(self) -> str:
        """The file's name without extension."""
        return self.relative.rpartition("/")[2].rpartition(".")[0]


@quick
@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of the front matter, its key as written; `item_lines` are those of a list's parts."""

    name: str
    value: Raw
    line: int
    item_lines: tuple[int, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file and where its body begins (offset in the text, line counted from 1)."""

    entries: tuple[Entry, ...]
    body_offset: int
    body_line: int


@quick
@dataclass(frozen=True, slots=True)
class Fields:
    """Typed values by English key, each key with the name under which it was written and its line.

    `references` holds, per relation key, the texts that name targets with their lines; `item_lines` the
    lines of the parts of each list.
    """

    values: Mapping[str, object]
    names: Mapping[str, str]
    lines: Mapping[str, int]
    references: tuple[tuple[str, str, str, int], ...] = ()
    item_lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
