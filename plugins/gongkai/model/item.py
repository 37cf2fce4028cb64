"""The item (信息条目): one piece of disclosed information, typed, with defaults filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongkai.model.moment import Moment
from gongkai.model.quick import quick
from gongkai.model.relation import Reference

Value = str | int | float | bool | date | Moment | tuple[str, ...]
"""What a kind's own field may hold."""

POLICY_KINDS = frozenset({"normative", "file"})
"""Kinds whose items are documents with a validity of their own (有效性)."""

TAKEN_DOWN = "撤下"
"""What a notice asks for (到期处理) that is withdrawn on the day after its last one."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file offered with an item.

    `source` is its path below the content folder, `name` its real file name, `title` the clerk's
    wording, `address` its site-rooted address (`/info/<…>/1.docx`), `size` in bytes.
    """

    source: str
    name: str
    title: str
    address: str
    size: int
    sha256: str

    @property
    def type(self) -> str:
        """The extension in capitals: `DOCX`."""
        return self.name.rpartition(".")[2].upper()


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the body: source below the content folder and site-rooted address (`/info/<…>/i1.png`)."""

    source: str
    address: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change note (更正记录) shown to the public."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed and when; never in any output."""

    name: str
    day: date | None


_NONE: Mapping[str, Any] = {}


def _none() -> Mapping[str, Any]:
    """One empty table for all items that have nothing to put in: five of their own would take a fifth of an item."""
    return _NONE


@quick
@dataclass(frozen=True, slots=True)
class Item:
    """One information item. `path` is its file's path below the content folder.

    The body is not held: it is read again from `path` when the page is rendered. `details` holds the
    kind's own fields by English key. `links` maps a link as written in the body to the index number it
    leads to; `references` are the relations as written, resolved by the catalog.
    """

    path: str
    sha256: str
    body_offset: int
    body_line: int
    index_number: str
    slug: str
    title: str
    kind: str
    columns: tuple[str, ...]
    published: Moment
    publisher: str
    category: str = ""
    doc_number: str = ""
    issuers: tuple[str, ...] = ()
    department: str = ""
    written: date | None = None
    effective: date | None = None
    expires: date | None = None
    valid_years: int = 0
    repeal_date: date | None = None
    document_nature: str = ""
    registration: str = ""
    stated_validity: str = ""
    theme: str = ""
    genre: str = ""
    audience: str = ""
    topics: tuple[str, ...] = ()
    summary: str = ""
    opening: str = ""
    """The first sentences of the body where no summary is written."""
    keywords: tuple[str, ...] = ()
    source: str = ""
    source_url: str = ""
    author: str = ""
    level: str = "本级"
    time_limit: str = ""
    notice_start: date | None = None
    notice_end: date | None = None
    after_notice: str = ""
    forms: tuple[str, ...] = ()
    needs_interpretation: bool | None = None
    no_interpretation_reason: str = ""
    attachments: tuple[Attachment, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=_none)
    links: Mapping[str, str] = field(default_factory=_none)
    files: Mapping[str, str] = field(default_factory=_none)
    """A link to an attachment as written in the body → the attachment's address."""
    outside: tuple[str, ...] = ()
    """Addresses on other sites that the body links, as written, each once."""
    channels: tuple[str, ...] = ("网站",)
    main_channel: str = "网站"
    changes: tuple[Change, ...] = ()
    withdrawn: date | None = None
    withdrawn_reason: str = ""
    details: Mapping[str, Value] = field(default_factory=_none)
    references: tuple[Reference, ...] = ()
    lines: Mapping[str, int] = field(default_factory=_none)
    """English key → line, for problems found later."""
    kept: bool = False
    """The last good version of an item whose source is broken now."""

    @property
    def gist(self) -> str:
        """内容概述: as written, else how the body begins; empty for a body of tables or pictures alone."""
        return self.summary or self.opening

    @property
    def column(self) -> str:
        """The home column's path."""
        return self.columns[0]

    @property
    def address(self) -> str:
        """Site-rooted address of the page; it never changes when the item is retitled or moved."""
        return f"/info/{self.slug}/"

    @property
    def year(self) -> int:
        """Year of publication."""
        return self.published.day.year

    @property
    def is_policy(self) -> bool:
        """Whether a validity means something for it: files of the unit's own or relayed ones."""
        return self.kind in POLICY_KINDS and self.document_nature != "其他"

    @property
    def order(self) -> tuple[Moment, str]:
        """Sort key of every list, to be used in descending order."""
        return (self.published, self.index_number)
