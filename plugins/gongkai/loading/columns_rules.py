"""What must hold between the attributes of a column, and for the columns whose names are fixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from gongkai.loading.columns_notes import Desk, Marks, Pair
from gongkai.loading.columns_paths import find
from gongkai.loading.columns_sketch import Notes, Sketch, changed, joined
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.model.column import Area, Column, ColumnTree
from gongkai.model.problem import Problem
from gongkai.model.vocabulary import FIXED_COLUMNS

PLATFORM = "zfxxgk"
"""The slug of 政府信息公开, under which the fixed columns stand."""


def settle(
    desk: Desk, sketch: Sketch, path: str, marks: Marks, problems: tuple[Problem, ...]
) -> tuple[Sketch, tuple[Problem, ...]]:
    """Give a gathering column its kind and look whether its attributes go together."""
    notes = sketch.columns[path]
    if notes.texts.get("view") and notes.texts.get("kind", "") in ("", "view"):
        sketch = changed(sketch, path, Notes({"kind": "view"}))
    areas, unknown = with_paths(desk, sketch, notes.gather, {}, marks.at("gather"))
    if notes.gather:
        sketch = changed(sketch, path, Notes(gather=areas))
    found = (
        *_view(desk, sketch, path, marks),
        *_reason(desk, sketch, path, marks),
        *_topic(desk, sketch, path, marks),
    )
    return sketch, (*problems, *unknown, *found)


def with_paths(
    desk: Desk, sketch: Sketch, gather: tuple[Area, ...], marks: Mapping[str, Scalar], whole: Scalar
) -> tuple[tuple[Area, ...], tuple[Problem, ...]]:
    """The gathered columns by path, and findings for those that do not exist, at the area's mark or the whole's."""
    areas: list[Area] = []
    problems: list[Problem] = []
    for area in gather:
        found = {text: find(sketch, text) for text in area.columns}
        areas.append(replace(area, columns=tuple(path for path in found.values() if path)))
        for text in (text for text, path in found.items() if not path):
            message = f"“{area.name}”汇集的栏目“{text}”不存在。"
            problems.append(
                desk.finding("U111", marks.get(area.name, whole), message, f"{area.name}: [jczwgk/shjz]")
            )
    return tuple(areas), tuple(problems)


def _view(desk: Desk, sketch: Sketch, path: str, marks: Marks) -> Iterator[Problem]:
    notes = sketch.columns[path]
    name, view, kind = notes.texts["name"], notes.texts.get("view", ""), sketch.inherited(path, "kind")
    if view and kind != "view":
        message = f"“{name}”是汇集页，不直接放信息，类型只能是 view（现在是 {kind}）。"
        yield desk.finding("U111", marks.at("kind"), message, "类型: view")
    if view and sketch.is_group(path):
        message = f"“{name}”有下级栏目，不能是汇集页。"
        yield desk.finding("U111", marks.at("view"), message, "删去“汇集方式”。")
    if kind == "view" and not view and not sketch.is_group(path):
        message = f"“{name}”的类型是汇集页，要写明汇集什么。"
        yield desk.finding("U111", marks.at("kind"), message, "汇集方式: 专题")
    if view == "topic" and not notes.gather and not _has_topic(sketch, path):
        message = f"“{name}”是专题汇集页，要写“汇集”，或用“专题”指明预设里的一个专题。"
        yield desk.finding("U111", marks.at("view"), message, "汇集: {社会救助: [jczwgk/shjz]}")


def _reason(desk: Desk, sketch: Sketch, path: str, marks: Marks) -> Iterator[Problem]:
    notes = sketch.columns[path]
    if sketch.is_group(path) or sketch.inherited(path, "empty") != "na" or notes.texts.get("na"):
        return
    message = f"“{notes.texts['name']}”的空栏目处理是“不涉及”，要写明理由。"
    yield desk.finding("U113", marks.at("empty"), message, "不涉及原因: 本单位无此项职责")


def _topic(desk: Desk, sketch: Sketch, path: str, marks: Marks) -> Iterator[Problem]:
    topic = sketch.columns[path].texts.get("topic", "")
    if topic and not _has_topic(sketch, path):
        known = "、".join(f"{each.slug}（{each.name}）" for each in sketch.head.topics) or "没有"
        message = f"预设里没有专题“{topic}”；可写的有：{known}。"
        hint = f"专题: {next((each.slug for each in sketch.head.topics), '')}"
        yield desk.finding("U117", marks.at("topic"), message, hint)


def _has_topic(sketch: Sketch, path: str) -> bool:
    slug = sketch.inherited(path, "topic")
    return any(topic.slug == slug for topic in sketch.head.topics)


def fixed_columns(
    desk: Desk, base: Sketch, after: ColumnTree, parts: Mapping[str, Pair]
) -> Iterator[Problem]:
    """Findings for fixed columns of the preset that a site renamed, hid, took out or put in another order.

    国办公开办函〔2019〕61号: 统一名称、统一格式. Presets without the platform (公共企事业单位) have none.
    """
    if PLATFORM not in base.columns:
        return
    for path in (PLATFORM, *_fixed(base)):
        name, now = base.columns[path].texts["name"], after.columns.get(path)
        if now is None or now.hidden or now.name != name:
            yield desk.finding(
                "U115", _mention(base, parts, path), _fate(name, now), f"删去改动“{name}”的这一行。"
            )
    yield from _order(desk, base, after, parts)
    if after.nav_primary[:1] != (PLATFORM,):
        mark = parts["nav"].mark if "nav" in parts else Scalar("导航", 0)
        message = "页头首行的第一个栏目应当是“政府信息公开”。"
        yield desk.finding("U115", mark, message, "首行: [zfxxgk, …]")


def _order(desk: Desk, base: Sketch, after: ColumnTree, parts: Mapping[str, Pair]) -> Iterator[Problem]:
    fixed = _fixed(base)
    now = after.columns[PLATFORM].children if PLATFORM in after.columns else ()
    if [path for path in now if path in fixed] != [path for path in fixed if path in now]:
        wanted = "、".join(base.columns[path].texts["name"] for path in fixed)
        message = f"“政府信息公开”下的固定栏目要按规定的次序排列：{wanted}。"
        yield desk.finding("U115", _mention(base, parts, PLATFORM), message, "从“排序”里删去 zfxxgk 一行。")


def _fixed(base: Sketch) -> tuple[str, ...]:
    paths = (joined(PLATFORM, slug) for slug in base.children[PLATFORM])
    return tuple(path for path in paths if base.columns[path].texts["name"] in FIXED_COLUMNS)


def _mention(base: Sketch, parts: Mapping[str, Pair], path: str) -> Scalar:
    """Where the file speaks of a column: itself or the one above it."""
    marks = tuple(mark for part in parts.values() for mark in _scalars(part.value))
    for wanted in (path, path.rpartition("/")[0]):
        found = next((mark for mark in marks if mark.text and find(base, mark.text) == wanted), None)
        if found and wanted:
            return found
    return Scalar(path, 0)


def _scalars(marked: Marked) -> Iterator[Scalar]:
    if isinstance(marked, Scalar):
        yield marked
    elif isinstance(marked, Series):
        for part in marked.items:
            yield from _scalars(part)
    elif isinstance(marked, Table):
        for key, value in marked.pairs:
            yield key
            yield from _scalars(value)


def _fate(name: str, now: Column | None) -> str:
    if now is None:
        return f"固定栏目“{name}”不能删去。"
    return (
        f"固定栏目“{name}”不能隐藏。" if now.hidden else f"固定栏目“{name}”不能改名（现在是“{now.name}”）。"
    )
