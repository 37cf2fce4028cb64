"""What a clerk need not write: values that the column, the unit, the kind or the title give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.loading.codes import finding, quoted
from gongkai.loading.numbers_file import Allotted
from gongkai.loading.placing import ColumnNames, plain
from gongkai.loading.schema import Schema
from gongkai.loading.source import Fields, as_tuple
from gongkai.model.column import Column, ColumnTree
from gongkai.model.item import SignOff
from gongkai.model.numbers import squeeze
from gongkai.model.problem import Problem
from gongkai.model.unit import Unit
from gongkai.model.vocabulary import Tables

TIME_LIMITS: Mapping[str, str] = {
    "20wd": "自形成或者变更之日起20个工作日内",
    "7wd": "自形成或者变更之日起7个工作日内",
    "3wd": "自形成或者变更之日起3个工作日内",
    "20d": "自批准或者批复之日起20日内",
    "now": "即时公开",
}
"""A column's time limit in words (《政府信息公开条例》第二十六条)."""

_NATURES = {"normative": "行政规范性文件", "file": "其他政策文件"}
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]\s*$")
_RELATION_LATER = frozenset({"interprets"})
"""May be written on the other side: whether it is missing is known when relations are resolved."""


@dataclass(frozen=True, slots=True)
class Site:
    """What every file of a site is read against; made once per load."""

    unit: Unit
    tree: ColumnTree
    names: ColumnNames
    tables: Tables
    schema: Schema
    allotted: Allotted
    genres: Mapping[str, str]
    shown: str


def genre_names(tables: Tables) -> dict[str, str]:
    """Word at a title's end → genre; longest first."""
    words = {word: term.name for term in tables.genres for word in (term.name, *term.aka)}
    return dict(sorted(words.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def genre_of(title: str, genres: Mapping[str, str]) -> str:
    """The genre that a title ends with (《党政机关公文处理工作条例》第八条), or an empty text."""
    bare = _BRACKETED.sub("", title).rstrip("》” ")
    return next((genre for word, genre in genres.items() if bare.endswith(word)), "")


def with_defaults(fields: Fields, columns: tuple[str, ...], kind: str, site: Site) -> dict[str, object]:
    """The typed values of an item with everything filled in that is not written."""
    column = site.tree.columns[columns[0]]
    given = dict(fields.values)
    values: dict[str, object] = {
        "publisher": site.unit.name,
        "level": column.level,
        "scope": column.scope,
        "disclosure": "主动公开",
        "theme": column.theme,
        "time_limit": TIME_LIMITS.get(column.within, ""),
        "document_nature": _NATURES.get(kind, ""),
    }
    values |= _signed(given)
    values |= given
    if "index_number" in given:
        values["index_number"] = squeeze(str(given["index_number"]))
    if "genre" not in values:
        values["genre"] = _genre(str(values.get("title", "")), kind, site)
    values["topics"] = _topics(values.get("topics"), columns, site.tree)
    channels = as_tuple(values.get("channels"))
    values["channels"] = channels if "网站" in channels else ("网站", *channels)
    values.setdefault("main_channel", "网站")
    return values


def _genre(title: str, kind: str, site: Site) -> str:
    return "解读" if kind == "interpretation" else genre_of(title, site.genres)


def _signed(given: Mapping[str, object]) -> dict[str, object]:
    """Who signed and when, from the two pairs."""
    found: dict[str, object] = {}
    for pair, who, when in (
        ("review", "reviewer", "review_date"),
        ("secrecy_review", "secrecy_reviewer", "secrecy_date"),
    ):
        signed = given.get(pair)
        if isinstance(signed, SignOff):
            found |= {who: signed.name} | ({when: signed.day} if signed.day else {})
    return found


def _topics(written: object, columns: tuple[str, ...], tree: ColumnTree) -> tuple[str, ...]:
    """Topics by slug where the tree knows them; those of the columns among them."""
    own = tuple(tree.columns[path].topic for path in columns)
    if not written:
        return tuple(dict.fromkeys(slug for slug in own if slug))
    known = {plain(name): t.slug for t in tree.topics for name in (t.slug, t.name)}
    named = (known.get(plain(str(name)), str(name)) for name in as_tuple(written))
    return tuple(dict.fromkeys(slug for slug in (*named, *own) if slug))


def category_problem(
    values: Mapping[str, object], fields: Fields, column: Column, path: str
) -> Problem | None:
    """信息类别 must be one of the column's."""
    category = str(values.get("category", ""))
    if not category or not column.categories or plain(category) in {plain(c) for c in column.categories}:
        return None
    message = (
        f"栏目“{column.names}”没有“{category}”这个信息类别，应当是其中之一：{quoted(column.categories, 12)}。"
    )
    name = fields.names.get("category", "信息类别")
    line = fields.lines.get("category", 0)
    return finding("L033", path, message, line=line, field=name, hint=f"{name}: {column.categories[0]}")


def missing(
    values: Mapping[str, object], columns: tuple[str, ...], kind: str, path: str, site: Site
) -> list[Problem]:
    """A finding for each required field that neither the file nor the defaults give."""
    column = site.tree.columns[columns[0]]
    by_kind = site.tables.kinds[kind].required if kind in site.tables.kinds else ()
    why = dict.fromkeys(("title", "published"), "每条信息都要写")
    why |= dict.fromkeys(by_kind, f"“{site.tables.kinds[kind].name}”必须写" if by_kind else "")
    why |= dict.fromkeys(column.required, f"栏目“{column.name}”要求写")
    if values.get("doc_number"):
        why.setdefault("issuer", "有发文字号的必须写")
    if values.get("withdrawn"):
        why["withdrawn_reason"] = "写了撤下日期就要写"
    return [_missing(key, reason, path, column, site) for key, reason in why.items() if _lacks(values, key)]


def _lacks(values: Mapping[str, object], key: str) -> bool:
    return key not in _RELATION_LATER and values.get(key) in (None, "", ())


def _missing(key: str, reason: str, path: str, column: Column, site: Site) -> Problem:
    facts = site.schema.fields.get(key)
    label = facts.label if facts else key
    example = facts.example if facts else ""
    if key == "category" and column.categories:
        reason, example = f"{reason}，从{quoted(column.categories, 12)}里选一个", column.categories[0]
    return finding(
        "L023", path, f"缺少“{label}”：{reason}。", line=1, field=label, hint=f"{label}: {example}"
    )
