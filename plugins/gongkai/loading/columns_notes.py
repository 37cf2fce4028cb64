"""The attributes of one column, as written in a file → notes, with a finding for each that does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from gongkai.loading import columns_terms as terms
from gongkai.loading.codes import shortened
from gongkai.loading.columns_sketch import Notes
from gongkai.loading.columns_values import LIST_CHECKS, TEXT_CHECKS, Wrong, cut
from gongkai.loading.field_types import nearest
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.model.column import Area
from gongkai.model.problem import Problem
from gongkai.model.vocabulary import Tables

_TEXT_KEYS = frozenset(terms.TEXTS.values())
_LIST_KEYS = frozenset(terms.LISTS.values())
_RULE_ORDER = ("columns", "category", "themes", "keywords", "items")
_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a file is read: the path shown in findings and the vocabularies."""

    path: str
    tables: Tables

    def finding(self, code: str, mark: Scalar, message: str, hint: str) -> Problem:
        """A finding at a key or value of the file."""
        kind = terms.COLUMN_CODES[code]
        return Problem(
            code, kind.level, self.path, mark.line, mark.text, message, hint, kind.basis, kind.concern
        )


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the attributes of a column stand in the file; `whole` is where the column itself does."""

    keys: Mapping[str, Scalar]
    whole: Scalar

    def at(self, key: str) -> Scalar:
        """The key as written, or its Chinese name at the column's own line."""
        return self.keys.get(key) or Scalar(terms.label(key, terms.ATTRIBUTES), self.whole.line)


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of a table: the English key, the key as written, the value."""

    key: str
    mark: Scalar
    value: Marked


def pairs(desk: Desk, table: Table, names: Mapping[str, str]) -> Iterator[Pair | Problem]:
    """The pairs whose key is known; findings for unknown keys and for those given twice."""
    known = terms.with_english(names)
    seen: dict[str, Scalar] = {}
    for mark, value in table.pairs:
        key = known.get(mark.text, "")
        if not key:
            yield _unknown(desk, mark, names)
        elif key in seen:
            message = f"“{mark.text}”写了两次：第 {seen[key].line} 行“{seen[key].text}”和第 {mark.line} 行。"
            yield desk.finding("U114", mark, message, "只留一行，删去另一行。")
        else:
            seen[key] = mark
            yield Pair(key, mark, value)


def marks_of(table: Table, names: Mapping[str, str], whole: Scalar) -> Marks:
    """Where each known key of a table stands."""
    known = terms.with_english(names)
    return Marks({known[mark.text]: mark for mark, _ in reversed(table.pairs) if mark.text in known}, whole)


def _unknown(desk: Desk, mark: Scalar, names: Mapping[str, str]) -> Problem:
    near = nearest(mark.text, (*names, *names.values()))
    message = f"没有“{shortened(mark.text)}”这一项；可以写的有：{'、'.join(names)}。"
    return desk.finding("U102", mark, message, f"{near}: …" if near else "删去这一行。")


def texts_of(value: Marked) -> tuple[Scalar, ...] | None:
    """The texts of a list, or of one text; None when something else is nested in it."""
    if isinstance(value, Scalar):
        return (value,) if value.text else ()
    if isinstance(value, Series):
        scalars = tuple(part for part in value.items if isinstance(part, Scalar))
        return scalars if len(scalars) == len(value.items) else None
    return None


def read_notes(desk: Desk, table: Table, names: Mapping[str, str]) -> tuple[Notes, tuple[Problem, ...]]:
    """All attributes that fit, and the findings; keys of `names` that are no attribute are left alone."""
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    gather: tuple[Area, ...] = ()
    problems: list[Problem] = []
    for pair in pairs(desk, table, names):
        if isinstance(pair, Problem):
            problems.append(pair)
        elif pair.key in _TEXT_KEYS:
            _keep(texts, pair.key, _text(desk, pair), problems)
        elif pair.key in _LIST_KEYS:
            _keep(lists, pair.key, _list(desk, pair, problems), problems)
        elif pair.key == "gather":
            gather = _gather(desk, pair, problems)
    return Notes(texts, lists, gather), tuple(problems)


def _keep(kept: dict[str, _Kept], key: str, found: _Kept | Problem, problems: list[Problem]) -> None:
    if isinstance(found, Problem):
        problems.append(found)
    else:
        kept[key] = found


def _text(desk: Desk, pair: Pair) -> str | Problem:
    if not isinstance(pair.value, Scalar):
        message = f"“{pair.mark.text}”应当是一段文字，写在同一行。"
        return desk.finding("U112", pair.mark, message, f"{pair.mark.text}: …")
    check = TEXT_CHECKS.get(pair.key)
    found = check(pair.value.text, desk.tables) if check else pair.value.text
    return _wrong(desk, pair.mark, pair.value.text, found) if isinstance(found, Wrong) else found


def _list(desk: Desk, pair: Pair, problems: list[Problem]) -> tuple[str, ...] | Problem:
    scalars = texts_of(pair.value)
    if scalars is None:
        message = f"“{pair.mark.text}”应当是一个列表。"
        return desk.finding("U112", pair.mark, message, f"{pair.mark.text}: [甲, 乙]")
    written = tuple(s.text for s in scalars)
    # Names of themes have the mark in them by which other lists are cut: 民政、扶贫、救灾.
    uncut = isinstance(pair.value, Series) or pair.key == "themes" or not written
    parts = written if uncut else cut(written[0])
    check = LIST_CHECKS.get(pair.key)
    checked = [(part, check(part, desk.tables) if check else part) for part in parts if part]
    problems += [_wrong(desk, pair.mark, part, found) for part, found in checked if isinstance(found, Wrong)]
    return tuple(dict.fromkeys(found for _, found in checked if not isinstance(found, Wrong)))


def _wrong(desk: Desk, mark: Scalar, value: str, wrong: Wrong) -> Problem:
    message = f"“{mark.text}”写的是“{shortened(value)}”，{wrong.expected}。"
    return desk.finding(wrong.code, mark, message, f"{mark.text}: {wrong.hint}")


def _gather(desk: Desk, pair: Pair, problems: list[Problem]) -> tuple[Area, ...]:
    found = tuple(read_areas(desk, pair))
    problems += [each for each in found if isinstance(each, Problem)]
    return tuple(each for each in found if isinstance(each, Area))


def read_areas(desk: Desk, pair: Pair) -> Iterator[Area | Problem]:
    """The sub-areas below `汇集`: a name with columns, or with a table of the rules by which it gathers."""
    rows = pair.value.pairs if isinstance(pair.value, Table) else ()
    if not rows:
        message = f"“{pair.mark.text}”下面每行写一个子领域和它汇集的栏目。"
        yield desk.finding("U111", pair.mark, message, "社会救助: [jczwgk/shjz]")
    for name, value in rows:
        scalars = texts_of(value)
        if isinstance(value, Table):
            yield from _ruled_area(desk, name, value)
        elif scalars:
            yield Area(name.text, tuple(s.text for s in scalars))
        else:
            message = f"子领域“{shortened(name.text)}”后面要写它汇集的栏目，或按什么汇集：{'、'.join(terms.RULES)}。"
            yield desk.finding("U111", name, message, f"{name.text}: [jczwgk/shjz]")


def _ruled_area(desk: Desk, name: Scalar, table: Table) -> Iterator[Area | Problem]:
    rules: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for pair in pairs(desk, table, terms.RULES):
        if isinstance(pair, Problem):
            problems.append(pair)
        else:
            _keep(rules, pair.key, _list(desk, pair, problems), problems)
    yield from problems
    if rules.get("category") and not rules.get("columns"):
        message = f"子领域“{name.text}”写了“信息类别”，还要写是哪个栏目的。"
        yield desk.finding("U111", name, message, "栏目: [zdly/czyjs/zjyjs]")
    elif any(rules.values()):
        columns, category, themes, keywords, items = (rules.get(key, ()) for key in _RULE_ORDER)
        yield Area(name.text, columns, "".join(category[:1]), themes, keywords, items)
    elif not problems:
        message = f"子领域“{name.text}”没有写按什么汇集；可以写的有：{'、'.join(terms.RULES)}。"
        yield desk.finding("U111", name, message, f"{name.text}: {{关键词: [防汛]}}")
