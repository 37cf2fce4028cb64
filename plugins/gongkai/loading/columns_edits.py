"""The operations of a columns file (改名, 隐藏, 修改, 增加, 排序, 导航 …) carried out on a sketch.

Each takes the sketch and its part of the file, and gives the new sketch with the findings; what does not
fit is left out, so that one mistake does not hide the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from gongkai.loading import columns_terms as terms
from gongkai.loading.codes import shortened
from gongkai.loading.columns_add import add_column
from gongkai.loading.columns_notes import Desk, Pair, marks_of, pairs, read_notes, texts_of
from gongkai.loading.columns_paths import child, find, lost, lost_child
from gongkai.loading.columns_rules import settle
from gongkai.loading.columns_sketch import Sketch, changed, hidden, ordered, removed, renamed, reworded
from gongkai.loading.columns_topics import set_topics
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.model.problem import Problem

Outcome: TypeAlias = tuple[Sketch, tuple[Problem, ...]]
Operation: TypeAlias = Callable[[Desk, Sketch, Pair], Outcome]

_TOP = frozenset({"", "/", "顶层"})


def _misshapen(desk: Desk, mark: Scalar, expected: str, hint: str) -> tuple[Problem, ...]:
    return (desk.finding("U112", mark, f"“{mark.text}”{expected}。", hint),)


def _rows(desk: Desk, part: Pair, hint: str) -> tuple[tuple[tuple[Scalar, Marked], ...], tuple[Problem, ...]]:
    """The rows of an operation that is a table by column."""
    if isinstance(part.value, Table):
        return part.value.pairs, ()
    if isinstance(part.value, Scalar) and not part.value.text:
        return (), ()
    return (), _misshapen(desk, part.mark, "下面每行写一个栏目：栏目的代号路径，冒号，内容", hint)


def words(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`用语`: other words in all texts of the preset, as 乡政府 for 镇政府."""
    rows, problems = _rows(desk, part, "镇政府: 乡政府")
    table = {mark.text: value.text for mark, value in rows if isinstance(value, Scalar) and mark.text}
    wrong = [mark for mark, value in rows if not isinstance(value, Scalar) or not mark.text]
    found = tuple(
        p for mark in wrong for p in _misshapen(desk, mark, "应当写成“原来的词: 换成的词”", "镇政府: 乡政府")
    )
    return reworded(sketch, table), problems + found


def rename(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`改名`: path → new name."""
    rows, problems = _rows(desk, part, "fwgk/zccs: 惠农惠企政策")
    for mark, value in rows:
        path = find(sketch, mark.text)
        if not path:
            problems += (lost(desk, sketch, mark),)
        elif not isinstance(value, Scalar) or not value.text or "/" in value.text:
            problems += _misshapen(desk, mark, "后面应当写新名称，不含“/”", f"{mark.text}: 新名称")
        else:
            sketch = renamed(sketch, path, value.text)
    return sketch, problems


def change(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`修改`: path → attributes."""
    rows, problems = _rows(desk, part, "zxgk/zdgz: {更新要求: 每月}")
    for mark, value in rows:
        path = find(sketch, mark.text)
        if not path:
            problems += (lost(desk, sketch, mark),)
        elif not isinstance(value, Table):
            problems += _misshapen(desk, mark, "后面应当写要改的项目", f"{mark.text}: {{更新要求: 每月}}")
        else:
            sketch, found = _change_one(desk, sketch, path, mark, value)
            problems += found
    return sketch, problems


def _change_one(desk: Desk, sketch: Sketch, path: str, mark: Scalar, table: Table) -> Outcome:
    notes, problems = read_notes(desk, table, terms.ATTRIBUTES)
    if "slug" in notes.texts:
        message = "代号是网址的一部分，预设栏目的代号不能改；要换显示的名称，用“改名”。"
        return sketch, (*problems, desk.finding("U105", mark, message, f"改名:\n  {mark.text}: 新名称"))
    name = notes.texts.get("name", "")
    base = renamed(sketch, path, name) if name and name != sketch.columns[path].texts["name"] else sketch
    return settle(desk, changed(base, path, notes), path, marks_of(table, terms.ATTRIBUTES, mark), problems)


def _each_column(
    desk: Desk, sketch: Sketch, part: Pair, operation: Callable[[Sketch, str], Sketch], hint: str
) -> Outcome:
    scalars = texts_of(part.value)
    if scalars is None:
        return sketch, _misshapen(desk, part.mark, "后面应当是栏目的列表", hint)
    problems: tuple[Problem, ...] = ()
    for mark in scalars:
        path = find(sketch, mark.text)
        if path:
            sketch = operation(sketch, path)
        else:
            problems += (lost(desk, sketch, mark),)
    return sketch, problems


def hide(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`隐藏`: columns that are not shown and take no part in anything."""
    return _each_column(desk, sketch, part, hidden, "隐藏: [xwfb]")


def remove(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`删去`: columns that the site does not know at all."""
    return _each_column(desk, sketch, part, removed, "删去: [xwfb]")


def add(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`增加`: new columns, each with its place."""
    entries = part.value.items if isinstance(part.value, Series) else ()
    problems: tuple[Problem, ...] = ()
    if not entries and not (isinstance(part.value, Scalar) and not part.value.text):
        hint = "增加:\n- 上级: xzzd\n  代号: szgl\n  名称: 农村集体三资管理\n  类型: article"
        problems = _misshapen(desk, part.mark, "下面每个栏目以短横线开头", hint)
    for entry in entries:
        sketch, found = add_column(desk, sketch, entry, part.mark)
        problems += found
    return sketch, problems


def order(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`排序`: group → its columns in the wished order."""
    rows, problems = _rows(desk, part, "glgk: [qzqd, jgzn]")
    for mark, value in rows:
        path = "" if mark.text in _TOP else find(sketch, mark.text)
        scalars = texts_of(value)
        if path == "" and mark.text not in _TOP:
            problems += (lost(desk, sketch, mark),)
        elif scalars is None or not sketch.is_group(path):
            problems += _misshapen(
                desk, mark, "应当是有下级的栏目，后面写下级代号的列表", "glgk: [qzqd, jgzn]"
            )
        else:
            first = tuple(_siblings(desk, sketch, path, scalars))
            problems += tuple(p for p in first if isinstance(p, Problem))
            sketch = ordered(sketch, path, tuple(s for s in first if isinstance(s, str)))
    return sketch, problems


def _siblings(
    desk: Desk, sketch: Sketch, parent: str, scalars: tuple[Scalar, ...]
) -> Iterator[str | Problem]:
    for mark in scalars:
        yield child(sketch, parent, mark.text) or lost_child(desk, sketch, mark, parent)


def nav(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`导航`: the rows of the page header."""
    if not isinstance(part.value, Table):
        return sketch, _misshapen(
            desk, part.mark, "下面写首行、五公开、专题", "导航:\n  首行: [zfxxgk, zwdt]"
        )
    problems: tuple[Problem, ...] = ()
    rows: dict[str, tuple[str, ...]] = dict(sketch.head.nav)
    for pair in pairs(desk, part.value, terms.NAV):
        if isinstance(pair, Problem):
            problems += (pair,)
            continue
        scalars = texts_of(pair.value)
        if scalars is None:
            problems += _misshapen(desk, pair.mark, "应当是栏目代号的列表", f"{pair.mark.text}: [zfxxgk]")
            continue
        found = [(mark, find(sketch, mark.text)) for mark in scalars]
        problems += tuple(lost(desk, sketch, mark) for mark, path in found if not path)
        rows[pair.key] = tuple(path for _, path in found if path)
    return replace(sketch, head=replace(sketch.head, nav=rows)), problems


def title(desk: Desk, sketch: Sketch, part: Pair) -> Outcome:
    """`名称` and `模式`."""
    if not isinstance(part.value, Scalar) or not part.value.text:
        return sketch, _misshapen(desk, part.mark, "后面应当是一段文字", f"{part.mark.text}: …")
    if part.key == "name":
        return replace(sketch, head=replace(sketch.head, name=part.value.text)), ()
    modes = {
        **{wording: code for code, wording in terms.MODES.items()},
        **{code: code for code in terms.MODES},
    }
    if part.value.text in modes:
        return replace(sketch, head=replace(sketch.head, mode=modes[part.value.text])), ()
    message = (
        f"“{part.mark.text}”写的是“{shortened(part.value.text)}”，应当是 channel（频道）或 site（网站）。"
    )
    return sketch, (desk.finding("U107", part.mark, message, f"{part.mark.text}: channel"),)


OPERATIONS: Mapping[str, Operation] = {
    "name": title, "mode": title, "words": words, "remove": remove, "rename": rename, "change": change, "add": add,
    "special": set_topics, "hide": hide, "order": order, "nav": nav,
}  # fmt: skip
"""In the order in which they are carried out, whatever their order in the file."""


def carry_out(desk: Desk, sketch: Sketch, parts: Mapping[str, Pair]) -> Outcome:
    """All operations that a file asks for."""
    problems: tuple[Problem, ...] = ()
    for key, operation in OPERATIONS.items():
        if key in parts:
            sketch, found = operation(desk, sketch, parts[key])
            problems += found
    return sketch, problems
