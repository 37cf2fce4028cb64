"""The whole life of a policy file: 征集 → 反馈 → 决策 → 解读 → 执行 → 结果, found through the relations.

The steps are those of 决策、执行、管理、服务、结果 "五公开" as 国办发〔2016〕80号 wants them joined; a step
without anything public is left out, never shown empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.model.catalog import Catalog, newest_first
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.views.addresses import Addresses
from gongkai.views.banners import named
from gongkai.views.heads import page_head, trail
from gongkai.views.pages import LifecycleView
from gongkai.views.parts import LifecycleStep, LifecycleStrip, Link, RelatedRow, StripStep
from gongkai.views.rows import make_row
from gongkai.views.spec import ItemParts, PageSpec
from gongkai.views.texts import quoted_title

NAMES = ("征集", "反馈", "决策", "解读", "执行", "结果")
DESCRIPTION = "从意见征集、反馈到决策、解读、执行和结果"
TITLE = "全生命周期"

Steps = tuple[tuple[Item, ...], ...]
"""The items of each step, in the order of `NAMES`."""


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    return newest_first({item.index_number: item for item in items}.values())


def _from_consultations(consultations: tuple[Item, ...], catalog: Catalog) -> tuple[Item, ...]:
    return _unique(
        answer for each in consultations for answer in catalog.sources(each, RelationKind.FEEDBACK_ON)
    )


def steps_of(policy: Item, catalog: Catalog) -> Steps:
    """All public steps in the life of a policy file."""
    consultations = catalog.targets(policy, RelationKind.CONSULTED_IN)
    execution = catalog.sources(policy, RelationKind.IMPLEMENTS)
    results = (
        result for task in (policy, *execution) for result in catalog.sources(task, RelationKind.REPORTS_ON)
    )
    return (
        consultations,
        _from_consultations(consultations, catalog),
        (policy,),
        catalog.sources(policy, RelationKind.INTERPRETS),
        execution,
        _unique(results),
    )


def _filled(steps: Steps) -> int:
    return sum(1 for step in steps if step)


def has_lifecycle(item: Item, catalog: Catalog) -> bool:
    """Whether a page is worth having: a policy file with at least one other step."""
    return item.is_policy and _filled(steps_of(item, catalog)) > 1


def policies_behind(item: Item, catalog: Catalog) -> tuple[Item, ...]:
    """The policy files in whose life an item is a step, newest first; a policy file is its own."""
    if item.is_policy:
        return (item,)
    return _unique(other for other in _behind(item, catalog) if other.is_policy)


def _behind(item: Item, catalog: Catalog) -> Iterator[Item]:
    yield from catalog.targets(item, RelationKind.INTERPRETS)
    yield from catalog.targets(item, RelationKind.IMPLEMENTS)
    yield from catalog.sources(item, RelationKind.CONSULTED_IN)
    for consultation in catalog.targets(item, RelationKind.FEEDBACK_ON):
        yield from catalog.sources(consultation, RelationKind.CONSULTED_IN)
    for task in catalog.targets(item, RelationKind.REPORTS_ON):
        yield task
        yield from catalog.targets(task, RelationKind.IMPLEMENTS)


def lifecycle_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """A page for each policy file that has more than one step."""
    for item in catalog.items:
        if has_lifecycle(item, catalog):
            newest = max(step[0].published.day for step in steps_of(item, catalog) if step)
            key = ("lifecycle", item.index_number)
            yield PageSpec(addresses.lifecycle(item), "lifecycle", "lifecycle", key, newest.isoformat())


def lifecycle_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> LifecycleView:
    """The view of one policy file's life."""
    policy = catalog.by_number[key[1]]
    title = f"{policy.title}（{TITLE}）"
    above = (*trail(policy.column, catalog, addresses)[1:], Link(policy.title, addresses.item(policy)))
    head = page_head(
        "lifecycle", title, addresses.lifecycle(policy), addresses, description=DESCRIPTION, above=above
    )
    return LifecycleView(
        head=replace(head, breadcrumbs=(*head.breadcrumbs[:-1], Link(TITLE))),
        heading=f"{quoted_title(policy.title)}的全过程",
        policy=make_row(policy, catalog, addresses),
        steps=tuple(_steps(policy, catalog, addresses)),
    )


def _steps(policy: Item, catalog: Catalog, addresses: Addresses) -> Iterator[LifecycleStep]:
    for name, items in zip(NAMES, steps_of(policy, catalog), strict=True):
        if items:
            rows = (RelatedRow(make_row(i, catalog, addresses), "、".join(i.forms)) for i in items)
            yield LifecycleStep(name, tuple(rows))


def lifecycle_parts(number: str, catalog: Catalog, addresses: Addresses) -> ItemParts:
    """The strip on the page of every item that is a step in some policy file's life."""
    item = catalog.by_number[number]
    strips = (_strip(item, policy, catalog, addresses) for policy in policies_behind(item, catalog))
    return ItemParts(lifecycle=tuple(strip for strip in strips if strip))


def _strip(item: Item, policy: Item, catalog: Catalog, addresses: Addresses) -> LifecycleStrip | None:
    steps = steps_of(policy, catalog)
    if _filled(steps) < 2:
        return None
    shown = tuple(
        _strip_step(name, items, item, addresses) for name, items in zip(NAMES, steps, strict=True) if items
    )
    return LifecycleStrip(named(policy), addresses.lifecycle(policy), shown)


def _strip_step(name: str, items: tuple[Item, ...], item: Item, addresses: Addresses) -> StripStep:
    """A step by its newest item, or by the item whose page it is."""
    here = any(each.index_number == item.index_number for each in items)
    shown = item if here else items[0]
    return StripStep(
        name=name,
        title=shown.title,
        path="" if here else addresses.item(shown),
        date=shown.published.day.isoformat(),
        here=here,
        more=len(items) - 1,
    )
