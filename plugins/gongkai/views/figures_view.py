"""The view of a page of figures: tables with bars, columns over time, and the key figures above them."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.views.parts import Fact, Head, Link


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A bar of a column chart, placed; `text_y` is where its count stands."""

    label: str
    count: str
    x: int
    y: int
    width: int
    height: int
    middle: int
    text_y: int


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Columns over time as a picture; `text` says it in words for those who don't see it."""

    width: int
    height: int
    base: int
    text: str
    bars: tuple[ChartBar, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of a table: what it is, its cells, and the length of its bar (0 to 100; -1 without one).

    `item` is the index number where the line stands for an item.
    """

    name: Link
    cells: tuple[str, ...]
    bar: int = -1
    lead: str = ""
    links: tuple[Link, ...] = ()
    item: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures. `heads` are the headings of the name and of the cells; `note` says what must be known."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    note: str = ""
    chart: ColumnChart | None = None
    folded: bool = False
    """Whether the table is folded below its chart."""


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Template `figures.html`."""

    head: Head
    heading: str
    lead: tuple[str, ...]
    facts: tuple[Fact, ...]
    tables: tuple[FigureTable, ...]
    links: tuple[Link, ...] = ()
    downloads: tuple[Link, ...] = ()
