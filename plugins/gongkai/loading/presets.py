"""The packaged presets → column trees; a preset may extend another with the operations of a site's own file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from gongkai.loading.columns_edits import carry_out
from gongkai.loading.columns_notes import Desk, Pair
from gongkai.loading.columns_sketch import Head, Sketch
from gongkai.loading.columns_terms import SECTIONS
from gongkai.loading.columns_tree import build_tree
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table, parse
from gongkai.loading.preset_tables import packaged_text, read_tables
from gongkai.model.column import Area, ColumnTree, Statement, Topic
from gongkai.model.vocabulary import Tables

__all__ = ["PRESETS", "preset_label", "preset_sketch", "read_preset", "read_tables"]

PRESETS = ("township", "subdistrict", "county-department", "county", "city-department", "public-institution")
"""The kinds of unit that come with the package."""

_NAME = re.compile(r"^name: (.+)$", re.MULTILINE)
_Plain: TypeAlias = "str | tuple[_Plain, ...] | Mapping[str, _Plain]"


class BrokenPreset(ValueError):
    """A packaged preset that does not pass its own checks: a mistake of the package, not of the site."""


def read_preset(name: str, tables: Tables, villages: Iterable[str] = ()) -> ColumnTree:
    """The column tree of a preset; KeyError when there is none of that name."""
    return build_tree(preset_sketch(name, tables), tables, villages)


def preset_label(name: str) -> str:
    """The Chinese name of a preset, read without the rest of it."""
    found = _NAME.search(packaged_text(name))
    return found[1].strip() if found else name


def preset_sketch(name: str, tables: Tables) -> Sketch:
    """A preset as it stands in its file, with those that it extends below it."""
    if name not in PRESETS:
        raise KeyError(name)
    found = parse(packaged_text(name), trusted=True)
    if not isinstance(found, Table):
        raise BrokenPreset(f"{name}: {found}")
    parts = {mark.text: Pair(mark.text, mark, value) for mark, value in found.pairs}
    base = preset_sketch(_text(parts["extends"].value), tables) if "extends" in parts else Sketch()
    return _edited(Desk(f"{name}.yml", tables), base, parts)


def _edited(desk: Desk, sketch: Sketch, parts: Mapping[str, Pair]) -> Sketch:
    """Other words first, so that they touch the extended preset's texts and not this one's."""
    operations = {key: part for key, part in parts.items() if key in SECTIONS.values() and key != "extends"}
    if "columns" in parts:
        operations["add"] = Pair("add", parts["columns"].mark, parts["columns"].value)
    sketch, first = carry_out(desk, sketch, {key: part for key, part in operations.items() if key == "words"})
    head = _head(
        sketch.head, {key: _plain(part.value) for key, part in parts.items() if key not in operations}
    )
    sketch = replace(sketch, head=head)
    sketch, rest = carry_out(desk, sketch, {key: part for key, part in operations.items() if key != "words"})
    if first or rest:
        raise BrokenPreset("; ".join(f"{p.path}:{p.line} {p.field} {p.message}" for p in (*first, *rest)))
    return sketch


def _plain(marked: Marked) -> _Plain:
    if isinstance(marked, Scalar):
        return marked.text
    if isinstance(marked, Series):
        return tuple(_plain(part) for part in marked.items)
    return {key.text: _plain(value) for key, value in marked.pairs}


def _text(marked: Marked) -> str:
    return marked.text if isinstance(marked, Scalar) else ""


def _head(base: Head, parts: Mapping[str, _Plain]) -> Head:
    """The parts that a preset states itself, over those of the one it extends; topics are replaced one by one."""
    head = replace(
        base, preset=str(parts["preset"]), defaults={**base.defaults, **_strings(parts.get("defaults", {}))}
    )
    if "topics" in parts:
        head = replace(head, topics=_topics(base.topics, _tables(parts["topics"])))
    if "fields26" in parts:
        own, elsewhere = _table(parts["fields26"])["own"], _table(parts["fields26"])["elsewhere"]
        head = replace(head, fields26=tuple(str(name) for name in own), elsewhere=_strings(elsewhere))
    if "statutory" in parts:
        statutory = _strings(parts["statutory"])
        head = replace(head, article21=statutory["article21"], article21_note=statutory.get("note", ""))
    for key in ("statements", "links"):
        if key in parts:
            said = tuple(Statement(str(row["name"]), str(row["text"])) for row in _tables(parts[key]))
            head = replace(head, statements=said) if key == "statements" else replace(head, links=said)
    return head


def _table(plain: _Plain) -> Mapping[str, _Plain]:
    if not isinstance(plain, Mapping):
        raise BrokenPreset(f"not a table: {plain!r}")
    return plain


def _tables(plain: _Plain) -> tuple[Mapping[str, _Plain], ...]:
    return tuple(_table(each) for each in plain)


def _strings(plain: _Plain) -> dict[str, str]:
    return {key: str(value) for key, value in _table(plain).items()}


def _topics(base: tuple[Topic, ...], rows: tuple[Mapping[str, _Plain], ...]) -> tuple[Topic, ...]:
    own = {str(row["slug"]): _topic(row) for row in rows}
    merged = [own.pop(topic.slug, topic) for topic in base]
    return (*merged, *own.values())


def _topic(row: Mapping[str, _Plain]) -> Topic:
    areas = tuple(_area(each) for each in _tables(row["areas"]))
    return Topic(str(row["slug"]), str(row["name"]), str(row["document"]), areas, str(row.get("desc", "")))


def _area(row: Mapping[str, _Plain]) -> Area:
    columns, themes, keywords, items = (
        tuple(str(each) for each in row.get(key, ())) for key in ("columns", "themes", "keywords", "items")
    )
    return Area(str(row["name"]), columns, str(row.get("category", "")), themes, keywords, items)
