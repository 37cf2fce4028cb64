"""`content/columns.yml` → the site's column tree: a preset, and what the site changes in it."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.loading.codes import finding, shortened
from gongkai.loading.columns_edits import carry_out
from gongkai.loading.columns_notes import Desk, Pair, pairs
from gongkai.loading.columns_rules import fixed_columns
from gongkai.loading.columns_terms import COLUMN_CODES, SECTIONS
from gongkai.loading.columns_tree import build_tree
from gongkai.loading.field_types import nearest
from gongkai.loading.marked_yaml import Scalar, Table, Trouble, parse
from gongkai.loading.presets import PRESETS, preset_label, preset_sketch
from gongkai.model.column import ColumnTree
from gongkai.model.problem import Problem, in_order
from gongkai.model.vocabulary import Tables


def read_columns_file(
    path: str, text: str, tables: Tables, villages: Iterable[str], preset: str = "township"
) -> tuple[ColumnTree, tuple[Problem, ...]]:
    """The tree of a site and what is wrong with its columns file.

    `path` is shown in findings, `preset` counts when the file names none. What cannot be carried out is
    left out and reported, so the tree is always a whole one.
    """
    desk = Desk(path, tables)
    parts, problems = _parts(desk, text)
    name, wrong = _preset(desk, parts, preset)
    names = tuple(villages)
    base = preset_sketch(name, tables)
    sketch, found = carry_out(desk, base, parts)
    tree = build_tree(sketch, tables, names)
    fixed = tuple(fixed_columns(desk, base, tree, parts))
    return tree, in_order((*problems, *wrong, *found, *fixed))


def _parts(desk: Desk, text: str) -> tuple[dict[str, Pair], tuple[Problem, ...]]:
    """The operations of the file by English key."""
    root = parse(text.removeprefix("\ufeff"))
    if isinstance(root, Trouble):
        return {}, (_unreadable(desk, root),)
    if root is None or (isinstance(root, Scalar) and not root.text):
        return {}, ()
    if not isinstance(root, Table):
        return {}, (
            _unreadable(
                desk,
                Trouble(root.line, "", "栏目文件里应当是“名称: 值”，不是一段文字或列表。", "继承: township"),
            ),
        )
    found = tuple(pairs(desk, root, SECTIONS))
    return {p.key: p for p in found if isinstance(p, Pair)}, tuple(p for p in found if isinstance(p, Problem))


def _unreadable(desk: Desk, trouble: Trouble) -> Problem:
    code = COLUMN_CODES["U112"]
    return Problem(
        code.code, code.level, desk.path, trouble.line, trouble.field, trouble.message, trouble.hint
    )


def _preset(desk: Desk, parts: dict[str, Pair], default: str) -> tuple[str, tuple[Problem, ...]]:
    """The preset that the file names (by key or by Chinese name), else the default."""
    part = parts.pop("extends", None)
    if part is None:
        return default, ()
    written = part.value.text if isinstance(part.value, Scalar) else ""
    if written in PRESETS:
        return written, ()
    labels = {preset_label(name): name for name in PRESETS}
    if written in labels:
        return labels[written], ()
    known = "、".join(f"{name}（{label}）" for label, name in labels.items())
    message = f"“{part.mark.text}”写的是“{shortened(written)}”，没有这个预设；可以写的有：{known}。"
    hint = f"{part.mark.text}: {nearest(written, PRESETS) or labels.get(nearest(written, tuple(labels)), default)}"
    return default, (
        finding("U008", desk.path, message, line=part.mark.line, field=part.mark.text, hint=hint),
    )
