"""Chains of items: 征集 → 反馈 → 决策 → 解读 → 执行 → 结果, found through the relations.

The steps are those of 决策、执行、管理、服务、结果 "五公开" as 国办发〔2016〕80号 wants them joined; a step
without anything public is left out, never shown empty. A chain belongs to its policy file, or to a
consultation as long as no policy file has come of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.model.catalog import Catalog, newest_first
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.statistics.participation import CONSULTATION, feedback_on
from gongkai.views.addresses import Addresses

NAMES = ("征集", "反馈", "决策", "解读", "执行", "结果")

Steps = tuple[tuple[Item, ...], ...]
"""The items of each step, in the order of `NAMES`."""


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    return newest_first({item.index_number: item for item in items}.values())


def steps_of(item: Item, catalog: Catalog) -> Steps:
    """All public steps in the life of a policy file, or of a consultation."""
    return _of_policy(item, catalog) if item.is_policy else _of_consultation(item, catalog)


def _of_policy(policy: Item, catalog: Catalog) -> Steps:
    consultations = catalog.targets(policy, RelationKind.CONSULTED_IN)
    execution = catalog.sources(policy, RelationKind.IMPLEMENTS)
    results = (
        result for task in (policy, *execution) for result in catalog.sources(task, RelationKind.REPORTS_ON)
    )
    return (
        consultations,
        _unique(answer for each in consultations for answer in feedback_on(each, catalog)),
        (policy,),
        catalog.sources(policy, RelationKind.INTERPRETS),
        execution,
        _unique(results),
    )


def _of_consultation(item: Item, catalog: Catalog) -> Steps:
    """What names it as consulted in is no policy file here, but what was decided all the same."""
    return ((item,), feedback_on(item, catalog), catalog.sources(item, RelationKind.CONSULTED_IN), (), (), ())


def filled(steps: Steps) -> int:
    """How many steps there are."""
    return sum(1 for step in steps if step)


def _policies_of(consultation: Item, catalog: Catalog) -> tuple[Item, ...]:
    found = catalog.sources(consultation, RelationKind.CONSULTED_IN)
    return tuple(item for item in found if item.is_policy)


def has_chain(item: Item, catalog: Catalog) -> bool:
    """Whether a page is worth having: a policy file with another step, or a consultation without a policy file."""
    if item.is_policy:
        return filled(_of_policy(item, catalog)) > 1
    return item.kind == CONSULTATION and not _policies_of(item, catalog)


def anchors_of(item: Item, catalog: Catalog) -> tuple[Item, ...]:
    """Whose chains an item is a step of, newest first: policy files, and consultations that have none."""
    if item.is_policy:
        return (item,)
    return _unique(other for other in _behind(item, catalog) if other.is_policy or has_chain(other, catalog))


def _behind(item: Item, catalog: Catalog) -> Iterator[Item]:
    if item.kind == CONSULTATION:
        yield item
    yield from catalog.targets(item, RelationKind.INTERPRETS)
    yield from catalog.targets(item, RelationKind.IMPLEMENTS)
    yield from catalog.targets(item, RelationKind.CONSULTED_IN)
    yield from catalog.sources(item, RelationKind.CONSULTED_IN)
    for consultation in catalog.targets(item, RelationKind.FEEDBACK_ON):
        yield consultation
        yield from catalog.sources(consultation, RelationKind.CONSULTED_IN)
    for task in catalog.targets(item, RelationKind.REPORTS_ON):
        yield task
        yield from catalog.targets(task, RelationKind.IMPLEMENTS)


def chain_address(item: Item, catalog: Catalog, addresses: Addresses) -> str:
    """The page of the newest chain that an item is a step of; empty without one."""
    anchors = anchors_of(item, catalog) if addresses.lifecycle(item) else ()
    return next((addresses.lifecycle(each) for each in anchors if has_chain(each, catalog)), "")
