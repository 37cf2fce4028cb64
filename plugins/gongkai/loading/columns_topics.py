"""`专题` of a columns file: topics of the site's own, and other rules for those of the preset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gongkai.loading import columns_terms as terms
from gongkai.loading.columns_notes import Desk, Pair, pairs, read_areas
from gongkai.loading.columns_rules import with_paths
from gongkai.loading.columns_sketch import Sketch
from gongkai.loading.columns_values import TEXT_CHECKS, Wrong
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.model.column import Area, Topic
from gongkai.model.problem import Problem

_EXAMPLE = "专题:\n- 代号: fxjz\n  名称: 防汛救灾\n  汇集:\n    应急管理: [glgk/yjgl]\n    防汛文件: {关键词: [防汛]}"


def set_topics(desk: Desk, sketch: Sketch, part: Pair) -> tuple[Sketch, tuple[Problem, ...]]:
    """Add the topics of a file; one that the preset has (by slug or name) keeps what the file does not say."""
    entries = part.value.items if isinstance(part.value, Series) else ()
    problems: tuple[Problem, ...] = ()
    if not entries and not (isinstance(part.value, Scalar) and not part.value.text):
        problems = (desk.finding("U112", part.mark, "“专题”下面每个专题以短横线开头。", _EXAMPLE),)
    for entry in entries:
        sketch, found = _set_one(desk, sketch, entry, part.mark)
        problems += found
    return sketch, problems


def _set_one(desk: Desk, sketch: Sketch, entry: Marked, above: Scalar) -> tuple[Sketch, tuple[Problem, ...]]:
    if not isinstance(entry, Table):
        mark = Scalar(above.text, entry.line)
        return sketch, (desk.finding("U112", mark, "每个专题要写代号、名称和汇集。", _EXAMPLE),)
    found = tuple(pairs(desk, entry, terms.TOPIC))
    parts = {each.key: each for each in found if isinstance(each, Pair)}
    texts, wrong = _texts(desk, parts)
    problems = (*(each for each in found if isinstance(each, Problem)), *wrong)
    former = _former(sketch, texts)
    areas, unknown = _areas(desk, sketch, parts.get("gather"))
    problems += unknown
    topic = _topic(former, texts, areas)
    missing = [
        label
        for label, value in (("代号", topic.slug), ("名称", topic.name), ("汇集", topic.areas))
        if not value
    ]
    if missing and not problems:
        message = f"专题“{topic.name or topic.slug}”缺少{'、'.join(f'“{label}”' for label in missing)}。"
        problems += (desk.finding("U113", Scalar(missing[0], entry.line), message, _EXAMPLE),)
    return (sketch, problems) if missing else (_put(sketch, topic), problems)


def _texts(desk: Desk, parts: Mapping[str, Pair]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for key, pair in parts.items():
        if key == "gather":
            continue
        written = pair.value.text if isinstance(pair.value, Scalar) else ""
        checked = TEXT_CHECKS["slug"](written, desk.tables) if key == "slug" and written else written
        if isinstance(checked, Wrong):
            message = f"“{pair.mark.text}”写的是“{written}”，{checked.expected}。"
            problems.append(
                desk.finding(checked.code, pair.mark, message, f"{pair.mark.text}: {checked.hint}")
            )
        elif checked:
            texts[key] = checked
        else:
            message = f"“{pair.mark.text}”应当是一段文字，写在同一行。"
            problems.append(desk.finding("U112", pair.mark, message, f"{pair.mark.text}: …"))
    return texts, tuple(problems)


def _areas(desk: Desk, sketch: Sketch, pair: Pair | None) -> tuple[tuple[Area, ...], tuple[Problem, ...]]:
    if pair is None:
        return (), ()
    found = tuple(read_areas(desk, pair))
    marks = {mark.text: mark for mark, _ in pair.value.pairs} if isinstance(pair.value, Table) else {}
    areas = tuple(each for each in found if isinstance(each, Area))
    settled, unknown = with_paths(desk, sketch, areas, marks, pair.mark)
    return settled, (*(each for each in found if isinstance(each, Problem)), *unknown)


def _former(sketch: Sketch, texts: Mapping[str, str]) -> Topic:
    """The topic that the file speaks of, or a new one."""
    slug, name = texts.get("slug", ""), texts.get("name", "")
    known = (t for t in sketch.head.topics if (t.slug == slug if slug else t.name == name))
    return next(known, Topic(slug, name, "", ()))


def _topic(former: Topic, texts: Mapping[str, str], areas: tuple[Area, ...]) -> Topic:
    """The former with what the file says; an area of a known name is replaced, others follow."""
    own = {area.name: area for area in areas}
    merged = [own.pop(area.name, area) for area in former.areas]
    return replace(
        former,
        name=texts.get("name", former.name),
        document=texts.get("document", former.document),
        description=texts.get("desc", former.description),
        areas=(*merged, *own.values()),
    )


def _put(sketch: Sketch, topic: Topic) -> Sketch:
    topics = {each.slug: each for each in sketch.head.topics} | {topic.slug: topic}
    return replace(sketch, head=replace(sketch.head, topics=tuple(topics.values())))
