"""What came of a file in one line of JSON and back: read back in a sixth of the time that reading and judging take.

Only items that nothing keeps from being public are written so, and of them only what is asked for later. Nothing
in them depends on the day: what is not held back today is not held back tomorrow, and items that are withdrawn or will
be on a day are left out.
`tests/loading/test_compact.py` compares a load from these lines with one from the files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import lru_cache
from typing import Any

from gongkai.loading.body_text import Target
from gongkai.loading.candidate import Candidate, withdrawn_on
from gongkai.loading.folder import Found
from gongkai.loading.memory import Known, light
from gongkai.loading.source import Fields, SourceFile
from gongkai.loading.typing_step import shared_lines
from gongkai.model.item import Change, Item, Value
from gongkai.model.moment import Moment
from gongkai.model.problem import Concern, Level, Problem
from gongkai.model.relation import Reference

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder()
_APART = frozenset({"path", "sha256", "attachments", "pictures", "links", "files", "outside", "kept"})
"""Fields of an item that are known otherwise, or made in a later round."""
_NAMED = ("index_number", "attachments")
"""Keys whose names and lines later findings tell."""
_OTHERWISE = ("doc_number", "attachments")
"""Values that may be more than what the item has of them."""


def _defaults() -> dict[str, object]:
    found: dict[str, object] = {}
    for each in fields(Item):
        if each.name not in _APART:
            made = {} if each.default_factory is not MISSING else each.default
            found[each.name] = made
    return found


_DEFAULTS = tuple(_defaults().items())


_DATED = ("withdrawn", "notice_end", "after_notice")
"""Values that say from which day an item is withdrawn."""
_ASKED = ("title", "index_number", "published", "doc_number", "issuer", "attachments", "draft", *_DATED)
"""Values that are asked for once an item is made."""


def slim(known: Known, file_keys: tuple[str, ...]) -> Known:
    """The same with no more than a line would hold: a third of what reading has made goes before all is read.

    What has no line goes without its text.
    """
    given, source = known.candidate, known.candidate.source
    if given.item is None or given.held or given.blocked:
        return light(known)
    values = {key: given.values[key] for key in (*_ASKED, *file_keys) if key in given.values}
    named = given.fields
    keys = [key for key in (*_NAMED, *file_keys) if key in named.names]
    few = Fields(
        values,
        {key: named.names[key] for key in keys},
        given.item.lines,
        (),
        {key: named.item_lines[key] for key in keys if key in named.item_lines},
    )
    source = SourceFile(source.relative, source.path, source.sha256, "")
    candidate = Candidate(
        source, given.problems, given.held, given.item, few, values, given.ordinary, given.named
    )
    return Known(known.found, candidate, known.notes)


def pack(known: Known, file_keys: Iterable[str]) -> str | None:
    """The line of a file; None for one that is to be read again every time."""
    candidate, item = known.candidate, known.candidate.item
    if item is None or candidate.held or candidate.blocked or candidate.values.get("draft"):
        return None
    if withdrawn_on(candidate.values):
        return None
    own = {
        name: _plain(value)
        for name, default in _DEFAULTS
        if (value := getattr(item, name)) is not default and value != default
    }
    named = candidate.fields
    keys = [key for key in (*_NAMED, *file_keys) if key in named.names]
    values = candidate.values
    return _ENCODER.encode(
        (
            item.sha256,
            own,
            {key: _plain(values[key]) for key in _OTHERWISE if values.get(key) != own.get(key)},
            {key: named.names[key] for key in keys},
            {key: named.item_lines[key] for key in keys if key in named.item_lines},
            [(target.written, target.line, target.image) for target in candidate.named],
            [_problem_parts(each) for each in candidate.problems],
            [_problem_parts(each) for each in known.notes],
        )
    )


def _plain(value: object) -> Any:
    """A value as JSON has it; what is no text, number or list of them tells its kind."""
    if isinstance(value, Moment):
        return {"m": (value.day.isoformat(), value.minute)}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, Change):
        return {"c": (value.day.isoformat(), value.text)}
    if isinstance(value, Reference):
        return {"r": (value.field, value.key, value.text, value.line)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {"t": {key: _plain(each) for key, each in value.items()}}
    return value


def _problem_parts(problem: Problem) -> tuple[str | int, ...]:
    return (
        problem.code, problem.level.value, problem.path, problem.line, problem.field, problem.message,
        problem.hint, problem.basis, problem.concern.value,
    )  # fmt: skip


def unpack(line: str, found: Found, shown: str) -> Known:
    """What came of a file that is still the same; a line of another make raises one error or another."""
    sha256, own, otherwise, names, item_lines, targets, problems, notes = _DECODER.decode(line)
    made = {name: _value(value) for name, value in own.items()}
    made["lines"] = shared_lines(tuple(made["lines"].items()))
    item = Item(path=found.relative, sha256=sha256, **made)
    values: dict[str, object] = {
        **item.details,
        "index_number": item.index_number,
        "title": item.title,
        "published": item.published,
    }
    if item.doc_number:
        values["doc_number"] = item.doc_number
    if item.issuers:
        values["issuer"] = item.issuers
    values.update((key, _value(value)) for key, value in otherwise.items())
    lines = {key: tuple(numbers) for key, numbers in item_lines.items()} if item_lines else {}
    candidate = Candidate(
        SourceFile(found.relative, shown + found.relative, sha256, ""),
        tuple(map(_problem, problems)) if problems else (),
        (),
        item,
        Fields(values, names, item.lines, (), lines),
        values,
        named=tuple(Target(*each) for each in targets) if targets else (),
    )
    return Known(found, candidate, tuple(map(_problem, notes)) if notes else ())


def _value(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        return _shared(value) if len(value) < _SHORT else value
    if kind is list:
        return _shared(tuple(value)) if value and type(value[0]) is str else tuple(map(_value, value))
    if kind is dict:
        ((mark, inner),) = value.items()
        return _KINDS[mark](inner)
    return value


_SHORT = 24
"""Shorter texts are mostly the same in many items: issuers, themes, kinds."""


@lru_cache(maxsize=8192)
def _shared(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """The same text or list once for all items that have it."""
    return value


@lru_cache(maxsize=8192)
def _day(written: str) -> date:
    return date.fromisoformat(written)


def _table(inner: dict[str, Any]) -> dict[str, Value | int]:
    return {key: _value(value) for key, value in inner.items()}


_KINDS: Mapping[str, Callable[[Any], object]] = {
    "m": lambda inner: Moment(_day(inner[0]), inner[1]),
    "d": _day,
    "c": lambda inner: Change(_day(inner[0]), inner[1]),
    "r": lambda inner: Reference(*inner),
    "t": _table,
}


def _problem(parts: list[Any]) -> Problem:
    code, level, path, line, field, message, hint, basis, concern = parts
    return Problem(code, Level(level), path, line, field, message, hint, basis, Concern(concern))
