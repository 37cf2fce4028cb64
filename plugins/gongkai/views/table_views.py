"""The views of tables (清单): a page of rows, one row, what changed since the former version."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.views.parts import NOWHERE, Fact, Head, Link


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: `links` stand in the place of the text where the cell names items or pages; `note` stands behind it."""

    text: str
    links: tuple[Link, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column's heading; `kind` is number, code, day or empty, for its looks."""

    label: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row of a page: its number in the list, the way to its own page (or empty), its cells.

    `texts` alone where all cells are plain text, as in most of ten thousand rows; else `cells`.
    """

    number: int
    path: str
    texts: tuple[str, ...]
    cells: tuple[TableCell, ...] = ()


@dataclass(frozen=True, slots=True)
class FilterLink:
    """One value to filter by: how many rows have it, and whether it is chosen."""

    text: str
    path: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """The values of one field. `whole` is the page on which none of them is chosen, where one is.

    `alone`: choosing one of these gives up what is chosen of others.
    """

    label: str
    links: tuple[FilterLink, ...]
    opened: bool = False
    whole: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class TablePager:
    """Where a page stands among the pages of a list."""

    number: int
    count: int
    newer: str = ""
    older: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """The whole table as a file."""

    label: str
    path: str
    name: str


@dataclass(frozen=True, slots=True)
class TableCard:
    """A table on the page of its column."""

    link: Link
    count: int
    day: str
    description: str = ""
    changes: Link = NOWHERE


@dataclass(frozen=True, slots=True)
class TableView:
    """Template `table.html`: rows of a table, all of them or those with the chosen values of its filters.

    `chosen` names those values (`职权类型：行政许可`), empty for the whole table; `ways_back` lead from each of them
    to the page without it; `totals` are the cells of the last
    line, on the last page of the whole table only.
    """

    head: Head
    heading: str
    description: str
    facts: tuple[Fact, ...]
    filters: tuple[FilterGroup, ...]
    columns: tuple[TableColumn, ...]
    title_column: int
    lines: tuple[TableLine, ...]
    totals: tuple[str, ...]
    pager: TablePager
    downloads: tuple[Download, ...]
    whole: Link
    count: int
    chosen: str = ""
    ways_back: tuple[Link, ...] = ()
    changes: Link = NOWHERE
    notes: tuple[Fact, ...] = ()
    """Change notes: label is the day, value the text."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowFact:
    """A field of a row on the row's own page; a text of several lines keeps them."""

    label: str
    cell: TableCell
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartView:
    """A flow chart: its name, and its picture with the list of its steps as HTML made by this program."""

    label: str
    html: str


@dataclass(frozen=True, slots=True)
class TableRowView:
    """Template `table_row.html`: everything about one row.

    `labels` and `texts` alone where all cells are plain text (an empty one is passed over); else `facts`.
    """

    head: Head
    heading: str
    table: Link
    labels: tuple[str, ...]
    texts: tuple[str, ...]
    facts: tuple[RowFact, ...]
    charts: tuple[ChartView, ...]
    newer: Link
    older: Link


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A row that was changed, with its fields as (name, former, present)."""

    title: Link
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """All rows that were added, taken out or changed."""

    kind: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class TableChangesView:
    """Template `table_changes.html`: 动态调整情况."""

    head: Head
    heading: str
    summary: str
    table: Link
    groups: tuple[ChangeGroup, ...]
    notes: tuple[Fact, ...]
