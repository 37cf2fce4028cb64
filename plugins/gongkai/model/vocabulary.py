"""The lists that presets bring along: kinds, classifications, the 26 fields, the articles of the 条例."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FIVE = ("决策公开", "执行公开", "管理公开", "服务公开", "结果公开")
"""五公开 in their order (中办发〔2016〕8号)."""

FIXED_COLUMNS = ("政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开")
"""The fixed columns under 政府信息公开, in order (国办公开办函〔2019〕61号; the fifth by practice, 条例第二十八条)."""

RESERVED_SLUGS = frozenset(
    "info index api search interpretations lifecycle five fields topics statistics gazette leave sitemap archive "
    "feed assets".split()
)


@dataclass(frozen=True, slots=True)
class FieldDef:
    """A field that a kind of item adds to the common ones.

    `type` is one of text, date, moment, yesno, list, count, number, phone, url, relation, file, choice.
    """

    key: str
    name: str
    aka: tuple[str, ...]
    type: str
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item (公文, 政策解读 …) with the English keys of the fields it asks for and allows."""

    key: str
    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a classification: slug for addresses, name on pages, sub-classes or other names."""

    slug: str
    name: str
    aka: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A matter that 条例 art. 20 or 21 obliges to publish; `no` is `20-1` … `20-15` or `21-1` …"""

    no: str
    short: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Tables:
    """All vocabularies of the presets room."""

    kinds: Mapping[str, Kind]
    fields: Mapping[str, FieldDef]
    themes: tuple[Term, ...]
    genres: tuple[Term, ...]
    audiences: tuple[Term, ...]
    forms: tuple[Term, ...]
    channels: tuple[Term, ...]
    validities: tuple[Term, ...]
    fields26: tuple[Term, ...]
    statutory: Mapping[str, tuple[Article, ...]]
    """`20` → the 15 items; `21-township` → 8; `21-county` → 7."""
