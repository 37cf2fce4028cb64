"""Lists that are data (清单): a table with typed fields and rows, shown as a column's page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gongkai.model.item import Change
from gongkai.model.moment import Moment

FIELD_TYPES: Mapping[str, str] = {
    "text": "文字",
    "code": "编码",
    "choice": "选项",
    "list": "多项",
    "date": "日期",
    "deadline": "截止",
    "number": "数字",
    "money": "金额",
    "yesno": "是否",
    "phone": "电话",
    "url": "网址",
    "link": "信息",
    "flow": "流程图",
}
"""What the cells of a field hold, with the word that a clerk writes for it."""

NUMERIC = frozenset({"number", "money"})


@dataclass(frozen=True, slots=True)
class TableField:
    """A field of a table: `name` heads its column, `key` names it in addresses and data files.

    `listed` fields are columns of the table's page, the others stand on the row's own page; `filter` fields
    part the rows by value; `total` says that a row 合计 must be the sum; `steps` are the choices of a flow.
    """

    key: str
    name: str
    type: str = "text"
    required: bool = False
    filter: bool = False
    listed: bool = True
    total: bool = False
    unit: str = ""
    choices: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The column's heading, with its unit."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row. `values` are in the order of the table's fields: dates as `2026-05-03`, numbers as plain digits.

    `line` is the row of the sheet or the line of the file; `links` leads from a place among the fields to the
    items that the cell names, as (text, index number).
    """

    key: str
    slug: str
    title: str
    line: int
    values: tuple[str, ...]
    links: Mapping[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """The rows (by place) that have one value of a field."""

    value: str
    slug: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A field by which readers filter: place among the fields, and its values in order."""

    field: int
    values: tuple[FacetValue, ...]


Selection = tuple[tuple[int, int], ...]
"""Values chosen of several filters at once, each as (place among the facets, place among its values), in order."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is not what it was in the former version: `kind` is 新增, 取消 or 调整.

    `fields` holds (name, former text, present text) of what was changed; `slug` is empty for a row that is gone.
    """

    kind: str
    title: str
    key: str
    slug: str = ""
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DataTable:
    """A public table.

    `ident` is the column's path and the table's slug; `folder` and `source` are paths below the content folder;
    `catalogue` names the packaged field catalogue; `compared` says that a former version was there to compare
    with; `totals` are the cells of the row 合计, empty without one; `digest` stands for everything in it.
    `combined` holds the rows of each choice of values of several filters, where there are not too many such choices.
    """

    ident: str
    column: str
    slug: str
    folder: str
    source: str
    title: str
    fields: tuple[TableField, ...]
    rows: tuple[TableRow, ...]
    published: Moment
    digest: str = ""
    catalogue: str = ""
    description: str = ""
    note: str = ""
    basis: str = ""
    department: str = ""
    updated: date | None = None
    row_pages: bool = False
    facets: tuple[Facet, ...] = ()
    combined: Mapping[Selection, tuple[int, ...]] = field(default_factory=dict, repr=False)
    totals: tuple[str, ...] = ()
    compared: bool = False
    differences: tuple[RowChange, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    @property
    def day(self) -> date:
        """The day on which it last changed for the public: version, publication or newest change note."""
        days = (self.published.day, self.updated or self.published.day, *(c.day for c in self.changes))
        return max(days)

    def place(self, key: str) -> int:
        """The place of a field by its key; -1 when the table has none of that name."""
        return next((n for n, each in enumerate(self.fields) if each.key == key), -1)

    def value(self, row: TableRow, key: str) -> str:
        """A cell by its field's key; empty when the table has no such field."""
        place = self.place(key)
        return row.values[place] if place >= 0 else ""
