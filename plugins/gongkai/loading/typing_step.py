"""Entries → typed fields: which key a name means, what its value is, and what is wrong with either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from gongkai.loading.bad_value import BadValue
from gongkai.loading.codes import finding, shortened
from gongkai.loading.diagnosis import quote
from gongkai.loading.schema import TYPE_NAMES, Schema
from gongkai.loading.source import Entry, Fields, Raw, as_tuple
from gongkai.model.problem import Problem
from gongkai.model.vocabulary import Tables

_SKIPPED = (None, "", ())


def type_fields(
    entries: Iterable[Entry], path: str, kind: str, schema: Schema, tables: Tables
) -> tuple[Fields, tuple[Problem, ...]]:
    """Type the entries of one file; a bad one is left out of the values and reported."""
    problems: list[Problem] = []
    found: dict[str, Entry] = {}
    for entry in entries:
        key = schema.key_of(entry.name, kind)
        if not key:
            problems.append(_unknown(entry, path, kind, schema, tables))
        elif key in found:
            problems.append(_twice(entry, found[key], path))
        else:
            found[key] = entry
            if not schema.belongs(key, kind):
                problems.append(_foreign(entry, key, path, kind, schema, tables))
    values, bad = _read(found, path, schema)
    names = {key: entry.name for key, entry in found.items()}
    lines = shared_lines(tuple((key, entry.line) for key, entry in found.items()))
    parts = {key: entry.item_lines for key, entry in found.items() if entry.item_lines}
    return Fields(values, names, lines, _references(found, values, schema), parts), (*problems, *bad)


@lru_cache(maxsize=4096)
def shared_lines(lines: tuple[tuple[str, int], ...]) -> Mapping[str, int]:
    """Key → line, one table for all files whose fields stand alike: there are few ways to order them."""
    return dict(lines)


def _read(
    found: Mapping[str, Entry], path: str, schema: Schema
) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """Call the model's own reader of each given field; asking the model itself would also visit the other 150."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for key, entry in found.items():
        try:
            value = schema.readers[key](entry.value)
        except BadValue as error:
            problems.append(_bad(entry, key, error, path, schema))
            continue
        if value not in _SKIPPED:
            values[key] = value
    return values, tuple(problems)


def _references(
    found: Mapping[str, Entry], values: Mapping[str, object], schema: Schema
) -> tuple[tuple[str, str, str, int], ...]:
    """(key, name as written, text, line) of every target that a relation field names."""
    listed = []
    for key in schema.relation_keys & values.keys():
        entry, targets = found[key], as_tuple(values[key])
        lines = dict(zip(_texts(entry.value), entry.item_lines, strict=False))
        listed += [(key, entry.name, text, lines.get(text, entry.line)) for text in targets]
    return tuple(sorted(listed, key=lambda r: (r[3], r[0], r[2])))


def _texts(value: Raw) -> list[str]:
    return (
        [part.strip() if isinstance(part, str) else "" for part in value] if isinstance(value, tuple) else []
    )


def _unknown(entry: Entry, path: str, kind: str, schema: Schema, tables: Tables) -> Problem:
    name = entry.name
    value = entry.value if isinstance(entry.value, str) else ""
    if "：" in name:
        key, _, rest = name.partition("：")
        text = f"{rest.strip()}: {value}".strip(": ")
        message = f"“{shortened(key)}”后面用了中文冒号“：”，应当用英文冒号加一个空格。"
        return finding(
            "L020", path, message, line=entry.line, field=key, hint=f"{key.strip()}: {quote(text)}"
        )
    near = schema.suggestion(name, kind)
    where = f"（信息类型是“{tables.kinds[kind].name}”）" if kind in tables.kinds else ""
    message = f"没有“{shortened(name)}”这个字段{where}。" + (
        f"是不是“{near}”？" if near else "字段名称见编辑手册。"
    )
    hint = f"{near}: {shortened(value, 60)}".strip() if near else "删去这一行，或把内容写进正文。"
    return finding("L020", path, message, line=entry.line, field=name, hint=hint)


def _twice(entry: Entry, first: Entry, path: str) -> Problem:
    message = f"“{entry.name}”和第 {first.line} 行的“{first.name}”是同一个字段，只能写一次。"
    return finding(
        "L021", path, message, line=entry.line, field=entry.name, hint=f"删去“{entry.name}”这一行。"
    )


def _foreign(entry: Entry, key: str, path: str, kind: str, schema: Schema, tables: Tables) -> Problem:
    users = "、".join(tables.kinds[k].name for k in schema.fields[key].kinds)
    own = tables.kinds[kind].name if kind in tables.kinds else kind
    message = f"“{entry.name}”是“{users}”的字段，这条信息的类型是“{own}”。"
    hint = "检查栏目是否放对；不需要时删去这一行。"
    return finding("L024", path, message, line=entry.line, field=entry.name, hint=hint)


def _bad(entry: Entry, key: str, error: BadValue, path: str, schema: Schema) -> Problem:
    facts = schema.fields[key]
    context = error.context
    expected = context.get("expected") or TYPE_NAMES[facts.type]
    reason = f"：{context['problem']}" if context.get("problem") else ""
    shown = shortened(_shown(entry.value))
    message = f"“{entry.name}”的值“{shown}”不对{reason}。这里应写{expected}。"
    hint = f"{entry.name}: {context.get('hint') or facts.example}"
    line = entry.line
    return finding("L022", path, message, line=line, field=entry.name, hint=hint)


def _shown(value: Raw) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "、".join(_shown(part) for part in value)
    return "、".join(f"{name}: {_shown(part)}" for name, part in value.items())
