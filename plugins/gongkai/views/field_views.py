"""The view of one of the 26 fields: its columns, and the rows of its standard list with what fulfils them."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.views.parts import CountLink, Fact, Head, Link, Row


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A row of the standard list: what is to be public, and the newest of the items that fulfil it.

    `path` leads to the row's own page (or is empty); `way` says by what the items were found.
    """

    title: str
    path: str
    facts: tuple[Fact, ...]
    count: int
    rows: tuple[Row, ...]
    way: str = ""


@dataclass(frozen=True, slots=True)
class FieldView:
    """Template `field.html`: one field; `met` of its `standard` rows have an item."""

    head: Head
    heading: str
    guide: str
    columns: tuple[CountLink, ...]
    count: int
    elsewhere: str
    standard: tuple[StandardRow, ...]
    met: int
    lists: tuple[Link, ...]
    """The standard lists themselves."""
