"""Columns (栏目) and the tree (目录) they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A sub-area of a topic or of a gathering column, and the rule by which it gathers items.

    An item belongs to it that lies in one of the columns (and has the category, where one is named), or has one
    of the themes or keywords, or is named itself by its index or document number.
    """

    name: str
    columns: tuple[str, ...]
    category: str = ""
    themes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A special topic (专题): a computed view over columns, never a second filing."""

    slug: str
    name: str
    document: str
    areas: tuple[Area, ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that stands in for a column: why there is none, and where to look instead."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column with all that presets and the site's own file say about it; inherited values are filled in.

    `path` is the slugs joined by `/`; `names` the names joined by `/`. `articles` are quoted article
    numbers (`20-1`, `21`). `update` is the cadence (`14d 183d 365d month quarter year year@MM-DD event
    review`), `within` the time limit (`20wd 7wd 3wd 20d now none`), `empty` what an empty one does
    (`show auto na`). `counted` is false for what is no government information (村务, 党务, 工作动态).
    """

    path: str
    slug: str
    name: str
    names: str
    aka: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    type: str = "信息公开"
    kind: str = "article"
    five: str = ""
    articles: tuple[str, ...] = ()
    article21: tuple[str, ...] = ()
    fields26: tuple[str, ...] = ()
    topic: str = ""
    theme: str = ""
    update: str = "event"
    within: str = "20wd"
    empty: str = "auto"
    na_reason: str = ""
    required: tuple[str, ...] = ()
    level: str = "本级"
    scope: str = "面向社会"
    interpret: str = "none"
    categories: tuple[str, ...] = ()
    facet_by: str = ""
    view: str = ""
    gather: tuple[Area, ...] = ()
    counted: bool = True
    hidden: bool = False
    note: str = ""
    children: tuple[str, ...] = ()

    @property
    def parent(self) -> str:
        """Path of the column above, empty at the top."""
        return self.path.rpartition("/")[0]

    @property
    def is_leaf(self) -> bool:
        """Items are filed in leaves only."""
        return not self.children

    @property
    def is_filed(self) -> bool:
        """Whether items may be filed here: a leaf that is not a computed view."""
        return self.is_leaf and not self.view


@dataclass(frozen=True, slots=True)
class ColumnTree:
    """All columns of a site in reading order, with what the preset says about the site as a whole."""

    preset: str
    name: str
    mode: str
    columns: Mapping[str, Column]
    """By path, parents before children, in reading order."""
    roots: tuple[str, ...]
    nav_primary: tuple[str, ...] = ()
    nav_five: tuple[str, ...] = ()
    nav_special: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    fields26: tuple[str, ...] = ()
    """Names of the 26 fields that this kind of unit answers for (all 26 are listed on the page)."""
    fields26_elsewhere: Mapping[str, str] | None = None
    article21: str = ""
    """Which list of art. 21 applies: `township`, `county`, or empty."""
    article21_note: str = ""
    statements: tuple[Statement, ...] = ()
    links: tuple[Statement, ...] = ()
    area_words: tuple[str, ...] = ()
    """The keywords by which areas gather: the only ones that the catalog has an index for."""

    def leaves(self) -> Iterator[Column]:
        """All leaves in reading order, hidden ones left out."""
        return (c for c in self.columns.values() if c.is_leaf and not c.hidden)

    def under(self, path: str) -> Iterator[Column]:
        """The leaves at or below a path."""
        return (c for c in self.leaves() if c.path == path or c.path.startswith(path + "/"))

    def ancestry(self, path: str) -> tuple[Column, ...]:
        """The column and all above it, from the top down."""
        parts = path.split("/")
        return tuple(self.columns["/".join(parts[: n + 1])] for n in range(len(parts)))
