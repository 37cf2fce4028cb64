"""The small values that page views are put together from; every path is site-rooted (`/a/b/`)."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Link:
    """Text with the page it leads to; an empty path means that there is no such page: show the text alone."""

    text: str
    path: str = ""
    note: str = ""


NOWHERE = Link("")
"""No link at all."""


@dataclass(frozen=True, slots=True)
class CountLink:
    """A link with the number of items behind it."""

    text: str
    path: str
    count: int
    note: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Head:
    """What every page has: for `<head>`, `<body data-page>`, breadcrumb and the marking of the current column.

    `page` is the `data-page` value; `meta` the tags of 网页标签规范 (国办发〔2017〕47号) as (name, content),
    the site's own three left out; `section` the path of the column that navigation marks as current.
    """

    page: str
    title: str
    path: str
    description: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    feed: str = ""
    section: str = ""
    data: str = ""
    """schema.org facts as JSON, safe inside a script element."""
    image: str = ""
    """Absolute address of a picture for those who share the page."""


@quick
@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list of items. `date` is the day of publication, `validity` empty where it means nothing."""

    index_number: str
    title: str
    path: str
    date: str
    doc_number: str = ""
    written: str = ""
    validity: str = ""
    column: Link = Link("")
    note: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Pager:
    """Neighbours of a list page; no totals (a new item must not touch every archive page)."""

    newer: str = ""
    older: str = ""
    number: int = 0
    """Number of the archive page, counted from the oldest; 0 is the front page."""


@dataclass(frozen=True, slots=True)
class NavNode:
    """A column in the side navigation: the branch of one top-level column."""

    text: str
    path: str
    children: tuple[NavNode, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; `path` where the value leads to a page, `key` the field's English key."""

    key: str
    label: str
    value: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Banner:
    """A notice above the body: `tone` is warning or info; `links` lead to the successor and so on."""

    tone: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FileLink:
    """An attachment: `name` is offered as the download's file name, `path` its ASCII address."""

    title: str
    name: str
    path: str
    type: str
    size: str
    sha256: str


@quick
@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A related item with what a reader wants to know of it; `form` for interpretations."""

    row: Row
    form: str = ""


@dataclass(frozen=True, slots=True)
class RelationBlock:
    """All related items under one heading; `notes` are sentences for targets that were withdrawn."""

    heading: str
    rows: tuple[RelatedRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A titled group of the newest rows with a link to all of them."""

    title: Link
    rows: tuple[Row, ...]
    description: str = ""
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FormGroup:
    """The interpretations of one policy file in one form (文字, 图解 …)."""

    form: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy file with its interpretations by form; `missing` when it needs one and has none."""

    policy: Row
    forms: tuple[FormGroup, ...]
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days with its state on the day of the build (未开始, 进行中, 已结束); a script brings it up to date."""

    start: str
    end: str
    state: str


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """A consultation with its feedback; the figures are texts, empty where not given."""

    consultation: Row
    period: Period
    state: str
    feedback: Link
    received: str = ""
    adopted: str = ""
    chain: str = ""
    """The page of the whole chain."""


@dataclass(frozen=True, slots=True)
class LifecycleStep:
    """A step in a policy file's life (征集, 反馈, 决策, 解读, 执行, 结果) with all its items, newest first."""

    name: str
    rows: tuple[RelatedRow, ...]


@quick
@dataclass(frozen=True, slots=True)
class StripStep:
    """A step by one item: its newest, or the one whose page it is (`here`); `more` others are on the whole page."""

    name: str
    title: str
    path: str
    date: str
    here: bool = False
    more: int = 0


@dataclass(frozen=True, slots=True)
class LifecycleStrip:
    """The steps of one policy file's life in short; `title` names the file, `path` is the page with all of it."""

    title: str
    path: str
    steps: tuple[StripStep, ...]


@dataclass(frozen=True, slots=True)
class YearBar:
    """How many items a column published in a year; `height` is 0 to 100, of the highest bar's."""

    year: str
    count: int
    height: int
