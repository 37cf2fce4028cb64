"""A new column, with all below it: its attributes, its place and its slug looked at before it is put in."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.loading import columns_terms as terms
from gongkai.loading.columns_notes import Desk, Marks, Pair, marks_of, pairs, read_notes
from gongkai.loading.columns_paths import child, find, lost, lost_child
from gongkai.loading.columns_rules import settle
from gongkai.loading.columns_sketch import Notes, Sketch, added, joined
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.model.problem import Problem
from gongkai.model.vocabulary import RESERVED_SLUGS

_KEYS = {**terms.ATTRIBUTES, **terms.PLACING}


def add_column(
    desk: Desk, sketch: Sketch, entry: Marked, above: Scalar, parent: str | None = None
) -> tuple[Sketch, tuple[Problem, ...]]:
    """Add one column; `parent` is given for those written inside another one, else `上级` names it."""
    if not isinstance(entry, Table):
        message = f"“{above.text}”下面的每个栏目要写代号、名称等项目。"
        mark = Scalar(above.text, entry.line)
        return sketch, (desk.finding("U112", mark, message, "- {代号: szgl, 名称: 农村集体三资管理}"),)
    notes, problems = read_notes(desk, entry, _KEYS)
    placing = {pair.key: pair for pair in _placing(desk, entry)}
    marks = marks_of(entry, _KEYS, Scalar(notes.texts.get("name") or above.text, entry.line))
    top = _parent(desk, sketch, placing) if parent is None else parent
    if isinstance(top, Problem):
        return sketch, (*problems, top)
    found = tuple(_obstacles(desk, sketch, notes, top, marks, problems))
    if found or "slug" not in notes.texts or "name" not in notes.texts:
        return sketch, (*problems, *found)
    return _put(desk, sketch, notes, top, placing, marks, problems)


def _placing(desk: Desk, entry: Table) -> Iterator[Pair]:
    for pair in pairs(desk, entry, _KEYS):
        if isinstance(pair, Pair) and pair.key in ("under", "after", "children"):
            yield pair


def _parent(desk: Desk, sketch: Sketch, placing: dict[str, Pair]) -> str | Problem:
    pair = placing.get("under")
    if pair is None or (isinstance(pair.value, Scalar) and pair.value.text in ("", "/", "顶层")):
        return ""
    written = pair.value if isinstance(pair.value, Scalar) else Scalar("", pair.mark.line)
    path = find(sketch, written.text)
    if not path:
        return lost(desk, sketch, Scalar(written.text, pair.mark.line))
    if sketch.is_group(path):
        return path
    message = (
        f"“{sketch.names(path)}”是末级栏目，放信息用，下面不能再加栏目。可写在同级，或用“信息类别”分小类。"
    )
    return desk.finding("U116", pair.mark, message, f"上级: {path.rpartition('/')[0] or '顶层'}")


def _obstacles(
    desk: Desk, sketch: Sketch, notes: Notes, top: str, marks: Marks, problems: tuple[Problem, ...]
) -> Iterator[Problem]:
    slug, name = notes.texts.get("slug", ""), notes.texts.get("name", "")
    if not slug and not any(problem.code == "U105" for problem in problems):
        yield desk.finding(
            "U113", marks.at("slug"), "新栏目缺少“代号”（一般取名称的拼音首字母）。", "代号: szgl"
        )
    if not name or "/" in name:
        yield desk.finding(
            "U113", marks.at("name"), "新栏目缺少“名称”，或名称里有“/”。", "名称: 农村集体三资管理"
        )
    if slug and slug in sketch.children.get(top, ()):
        taken = sketch.columns[joined(top, slug)].texts["name"]
        message = f"代号“{slug}”在同级已经用于“{taken}”，同级的代号不能重复。"
        yield desk.finding("U103", marks.at("slug"), message, f"代号: {slug}2")
    if slug in RESERVED_SLUGS and not top:
        message = f"代号“{slug}”是系统保留的网址，顶层栏目不能用。"
        yield desk.finding("U104", marks.at("slug"), message, f"代号: {slug}lm")


def _put(
    desk: Desk,
    sketch: Sketch,
    notes: Notes,
    top: str,
    placing: dict[str, Pair],
    marks: Marks,
    problems: tuple[Problem, ...],
) -> tuple[Sketch, tuple[Problem, ...]]:
    after = _sibling(desk, sketch, top, placing)
    if isinstance(after, Problem):
        return sketch, (*problems, after)
    path = joined(top, notes.texts["slug"])
    sketch = added(sketch, top, after, notes)
    children = placing["children"].value if "children" in placing else None
    if isinstance(children, Series):
        for each in children.items:
            sketch, found = add_column(desk, sketch, each, marks.whole, path)
            problems += found
    return settle(desk, sketch, path, marks, problems)


def _sibling(desk: Desk, sketch: Sketch, top: str, placing: dict[str, Pair]) -> str | Problem:
    """The slug of the column after which the new one stands, empty for the end."""
    pair = placing.get("after")
    if pair is None or not isinstance(pair.value, Scalar) or not pair.value.text:
        return ""
    mark = Scalar(pair.value.text, pair.mark.line)
    return child(sketch, top, mark.text) or lost_child(desk, sketch, mark, top)
