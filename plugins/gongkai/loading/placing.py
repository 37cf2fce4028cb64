"""Which column a file belongs to: by what it says (栏目) or by the folder it lies in."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai.loading.codes import finding, quoted, shortened
from gongkai.loading.field_types import nearest
from gongkai.loading.spelling import spelled
from gongkai.model.column import Column, ColumnTree
from gongkai.model.problem import Problem

_SEPARATOR = re.compile(r"[/／\\>＞→]+")
_LETTERS, _SOUND = 0.6, 0.85
_SEE = "（照编辑手册“栏目一览”或 content/columns.yml 里的名称写）"


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """Ways to a column, made once per site: step by step from the top, and by the last parts of its path."""

    tree: ColumnTree
    steps: Mapping[tuple[str, str], str]
    endings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item goes: column paths, the first is its home; none when a finding explains why not."""

    columns: tuple[str, ...]
    problem: Problem | None = None


def plain(name: str) -> str:
    """A column's name as it is compared: NFKC, no blanks, no case."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def column_names(tree: ColumnTree) -> ColumnNames:
    """Prepare the look-ups of a tree."""
    steps: dict[tuple[str, str], str] = {}
    endings: defaultdict[str, list[str]] = defaultdict(list)
    for column in tree.columns.values():
        for name in reversed(_own_names(column)):
            steps[column.parent, plain(name)] = column.path
            steps[column.parent, name] = column.path  # as written, so that most look-ups need no normalising
        for ending in _endings(column):
            if column.path not in endings[ending]:
                endings[ending].append(column.path)
    return ColumnNames(tree, steps, {key: tuple(paths) for key, paths in endings.items()})


def _own_names(column: Column) -> tuple[str, ...]:
    return (column.name, column.slug, *column.aka)


def _endings(column: Column) -> Iterable[str]:
    for path in (column.names, column.path):
        parts = [plain(part) for part in path.split("/")]
        yield from ("/".join(parts[n:]) for n in range(len(parts)))
    yield from (plain(name) for name in column.aka)


def by_text(text: str, names: ColumnNames) -> tuple[str, ...]:
    """The columns that a text may mean: the full path wins; of a bare name the leaves win over groups."""
    parts = [plain(part) for part in _SEPARATOR.split(text) if part.strip()]
    path = _descend("", parts, names)
    if parts and path.depth == len(parts):
        return (path.column,)
    found = names.endings.get("/".join(parts), ())
    leaves = tuple(p for p in found if names.tree.columns[p].is_filed and not names.tree.columns[p].hidden)
    return leaves or found


@dataclass(frozen=True, slots=True)
class _Way:
    column: str
    depth: int


def _descend(start: str, parts: list[str], names: ColumnNames) -> _Way:
    """Go down as far as the parts name columns."""
    here, depth = start, 0
    for part in parts:
        below = names.steps.get((here, part)) or names.steps.get((here, plain(part)))
        if below is None:
            break
        here, depth = below, depth + 1
    return _Way(here, depth)


def by_folder(folder: str, names: ColumnNames) -> str:
    """The column that the longest leading part of a folder's path names, or an empty text."""
    parts = [part for part in folder.split("/") if part]
    way = _descend("", parts, names)
    if way.depth or not parts:
        return way.column
    found = by_text(parts[0], names)
    return _descend(found[0], parts[1:], names).column if len(found) == 1 else ""


def place(written: tuple[str, ...], folder: str, path: str, line: int, names: ColumnNames) -> Place:
    """The columns of an item, by its 栏目 if that is written, else by its folder."""
    if not written:
        column = by_folder(folder, names)
        if not column:
            return Place((), _no_column(folder, path, names))
        wrong = _not_filed(names.tree.columns[column], path, 0, names, folder)
        return Place(() if wrong else (column,), wrong)
    columns: list[str] = []
    for text in written:
        found = by_text(text, names)
        problem = _wrong_text(text, found, path, line, names)
        if problem:
            return Place((), problem)
        columns.append(found[0])
    return Place(tuple(dict.fromkeys(columns)))


def _no_column(folder: str, path: str, names: ColumnNames) -> Problem:
    top = folder.split("/", maxsplit=1)[0]
    near = nearest(top, tuple(c.name for c in names.tree.columns.values() if not c.hidden)) if top else ""
    guess = (
        f"文件夹“{top}”不是栏目名" + (f"，是不是“{near}”？" if near else "。")
        if top
        else "文件不在任何栏目的文件夹里。"
    )
    message = f"没有写栏目，{guess}写上“栏目”，或把文件放进以栏目命名的文件夹。"
    return finding("L030", path, message, line=1, field="栏目", hint=f"栏目: {_example(near, names)}")


def _example(near: str, names: ColumnNames) -> str:
    for column in names.tree.columns.values():
        if column.name == near and column.is_filed:
            return column.names
    leaf = next((c for c in names.tree.leaves() if c.is_filed), None)
    return leaf.names if leaf else "决策公开/政策文件/镇政府文件"


def _wrong_text(
    text: str, found: tuple[str, ...], path: str, line: int, names: ColumnNames
) -> Problem | None:
    if not found:
        near = near_column(text, names.tree)
        message = f"没有“{shortened(text)}”这个栏目" + (
            f"。是不是“{near}”？" if near else "，也没有名称相近的。"
        )
        return finding("L031", path, message, line=line, field="栏目", hint=f"栏目: {near or _SEE}")
    if len(found) > 1:
        full = [names.tree.columns[p].names for p in found]
        message = f"叫“{shortened(text)}”的栏目有 {len(found)} 个：{quoted(full)}。要写全路径。"
        return finding("L034", path, message, line=line, field="栏目", hint=f"栏目: {full[0]}")
    return _not_filed(names.tree.columns[found[0]], path, line, names)


def near_column(text: str, tree: ColumnTree) -> str:
    """The column that a wrong name was probably meant for: by its letters, else by its sound; empty for none.

    A wrong guess is worse than none: half of the letters, or nearly all of the sound, must be the same.
    """
    last = plain(_SEPARATOR.split(text.strip("/ ")).pop())
    leaves = [leaf for leaf in tree.leaves() if leaf.is_filed and not leaf.hidden]
    known = [(plain(name), leaf.names) for leaf in leaves for name in (leaf.name, *leaf.aka)]
    held = [names for name, names in known if len(last) > 1 and last in name]
    if held:
        return held[0]
    by_letters = max(((_alike(last, name), names) for name, names in known), default=(0.0, ""), key=_first)
    if by_letters[0] >= _LETTERS:
        return by_letters[1]
    sound = "".join(spelled(last))
    by_sound = ((_alike(sound, "".join(spelled(name))), names) for name, names in known)
    best = max(by_sound, default=(0.0, ""), key=_first)
    return best[1] if best[0] >= _SOUND else ""


def _first(pair: tuple[float, str]) -> float:
    return pair[0]


def _alike(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # only on the way to a message

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _meant(column: Column, folder: str, leaves: list[str], tree: ColumnTree) -> str:
    """The column below one for which a folder with a wrong name was probably meant; empty for none."""
    near = (near_column(part, tree) for part in folder.split("/") if plain(part) != plain(column.name))
    return next((name for name in near if name in leaves), "")


def _not_filed(column: Column, path: str, line: int, names: ColumnNames, folder: str = "") -> Problem | None:
    hidden = any(c.hidden for c in names.tree.ancestry(column.path))
    if column.is_filed and not hidden:
        return None
    leaves = [c.names for c in names.tree.under(column.path) if c.is_filed and c.path != column.path]
    if hidden:
        message = f"栏目“{column.names}”已在 columns.yml 里隐藏，不能放信息。"
        hint = "改用别的栏目，或取消隐藏。"
    elif column.view:
        message = f"栏目“{column.names}”由程序汇集，不能直接放信息。"
        hint = f"栏目: {_example('', names)}"
    else:
        message = f"栏目“{column.names}”下面还有栏目，信息要放进末级栏目：{quoted(leaves)}。"
        meant = _meant(column, folder, leaves, names.tree)
        message += f"是不是“{meant}”？" if meant else ""
        hint = f"栏目: {meant or leaves[0]}" if leaves else "改用别的栏目。"
    return finding("L032", path, message, line=line or 1, field="栏目", hint=hint)
