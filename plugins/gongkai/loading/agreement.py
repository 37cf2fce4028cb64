"""Whether what two items say about each other agrees, and with their dates."""

from __future__ import annotations

import graphlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from gongkai.loading.codes import finding
from gongkai.loading.resolve import Stated
from gongkai.model.item import Item
from gongkai.model.problem import Problem
from gongkai.model.relation import RelationKind
from gongkai.model.validity import Validity, derive_validity, takes_effect

_Pairs = Mapping[tuple[RelationKind, str], tuple[Stated, ...]]


def contradicted(stated: tuple[Stated, ...]) -> tuple[tuple[Stated, ...], tuple[Problem, ...]]:
    """The relations that hold, and a finding for each one that the other side denies.

    What is written on the source's side counts: of two that disagree the other one is dropped.
    """
    by_source = _grouped(stated, lambda s: (s.relation.kind, s.relation.source))
    by_target = _grouped(stated, lambda s: (s.relation.kind, s.relation.target))
    wrong = {s: p for s in stated if s.from_target and (p := _denied(s, by_source))}
    wrong |= {s: p for s in stated if not s.from_target and (p := _both(s, by_source, by_target))}
    dropped = {s for s in wrong if s.from_target}
    return tuple(s for s in stated if s not in dropped), tuple(wrong.values())


def _grouped(stated: Iterable[Stated], key: Callable[[Stated], tuple[RelationKind, str]]) -> _Pairs:
    found: defaultdict[tuple[RelationKind, str], list[Stated]] = defaultdict(list)
    for each in stated:
        found[key(each)].append(each)
    return {k: tuple(v) for k, v in found.items()}


def _denied(stated: Stated, by_source: _Pairs) -> Problem | None:
    """The target's side names a source that itself names only others, or says something else."""
    relation = stated.relation
    own = [s for s in by_source.get((relation.kind, relation.source), ()) if not s.from_target]
    if relation.kind is RelationKind.REPEALS and not own:
        amends = by_source.get((RelationKind.AMENDS, relation.source), ())
        if any(s.relation.target == relation.target for s in amends):
            return _disagree(stated, amends[0], f"这里写被 {relation.source} 废止，对方却写修改了本文件")
        return None
    if not own or any(s.relation.target == relation.target for s in own):
        return None
    others = "、".join(s.relation.target for s in own)
    return _disagree(stated, own[0], f"这里写的是 {relation.source}，它的“{own[0].field}”却只写了 {others}")


def _both(stated: Stated, by_source: _Pairs, by_target: _Pairs) -> Problem | None:
    """One file both repeals and amends another, or the repealed one names a different repealer."""
    relation = stated.relation
    if relation.kind is not RelationKind.REPEALS:
        return None
    amends = by_source.get((RelationKind.AMENDS, relation.source), ())
    for other in amends:
        if other.relation.target == relation.target:
            return _disagree(stated, other, f"对 {relation.target} 既写了废止，又写了修改")
    said = [s for s in by_target.get((relation.kind, relation.target), ()) if s.from_target]
    if said and all(s.relation.source != relation.source for s in said):
        return _disagree(
            stated,
            said[0],
            f"这里写废止 {relation.target}，对方的“{said[0].field}”却写 {said[0].relation.source}",
        )
    return None


def _disagree(stated: Stated, other: Stated, what: str) -> Problem:
    message = f"“{stated.field}”两边写的不一致：{what}（{other.path} 第 {other.line} 行）。"
    hint = "核对后只留正确的一边，或把两边改成一致。"
    return finding("R004", stated.path, message, line=stated.line, field=stated.field, hint=hint)


def repeal_cycles(stated: tuple[Stated, ...]) -> Iterator[Problem]:
    """Files that repeal each other in a ring; each ring is reported once."""
    graph: defaultdict[str, set[str]] = defaultdict(set)
    for each in stated:
        if each.relation.kind is RelationKind.REPEALS:
            graph[each.relation.source].add(each.relation.target)
    while True:
        try:
            graphlib.TopologicalSorter(graph).prepare()
        except graphlib.CycleError as error:
            ring = list(reversed(error.args[1]))
            say = next(s for s in stated if (s.relation.source, s.relation.target) == (ring[0], ring[1]))
            message = f"废止关系成了一个圈：{' → '.join(ring)}。"
            yield finding(
                "R006", say.path, message, line=say.line, field=say.field, hint="删去其中写反的一项。"
            )
            graph[ring[0]].discard(ring[1])
            continue
        return


def early_repeals(stated: tuple[Stated, ...], items: Mapping[str, Item]) -> Iterator[Problem]:
    """A repealing file that takes effect before the file which it repeals."""
    for each in stated:
        new, old = items.get(each.relation.source), items.get(each.relation.target)
        if (
            each.relation.kind is RelationKind.REPEALS
            and new
            and old
            and takes_effect(new) < takes_effect(old)
        ):
            message = f"废止文件 {new.doc_number or new.title} 比被它废止的 {old.doc_number or old.title} 施行得还早。"
            yield finding(
                "R007",
                each.path,
                message,
                line=each.line,
                field=each.field,
                hint="核对两个文件的日期，看是不是写反了。",
            )


def wrong_validity(
    items: Iterable[Item], stated: tuple[Stated, ...], by_number: Mapping[str, Item], today: date, shown: str
) -> Iterator[Problem]:
    """A stated validity that dates and relations contradict."""
    groups = _grouped(stated, lambda s: (s.relation.kind, s.relation.target))

    def others(item: Item, kind: RelationKind) -> tuple[Item, ...]:
        found = (by_number.get(s.relation.source) for s in groups.get((kind, item.index_number), ()))
        return tuple(each for each in found if each and each.withdrawn is None)

    for item in items:
        if item.stated_validity and item.is_policy:
            bare = replace(item, stated_validity="")
            derived = derive_validity(
                bare, others(item, RelationKind.REPEALS), others(item, RelationKind.AMENDS), today
            )
            if _contradicts(item, derived, today):
                yield _validity_problem(item, derived, shown)


def _contradicts(item: Item, derived: Validity, today: date) -> bool:
    if item.stated_validity == derived.value:
        return False
    if derived is not Validity.VALID:
        return True
    ends_later = bool(item.expires and item.expires >= today)
    began = bool(item.effective and item.effective <= today)
    return (item.stated_validity == "已失效" and ends_later) or (item.stated_validity == "尚未施行" and began)


def _validity_problem(item: Item, derived: Validity, shown: str) -> Problem:
    message = f"有效性写的是“{item.stated_validity}”，按日期和关联推算是“{derived.value}”。页面按推算的显示。"
    line = item.lines.get("validity", 0)
    return finding(
        "R008",
        shown + item.path,
        message,
        line=line,
        field="有效性",
        hint="删去“有效性”这一行，或改正日期和关联。",
    )
