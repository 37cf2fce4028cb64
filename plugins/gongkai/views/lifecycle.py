"""The whole life of a policy file on one page, and as a strip on its steps' pages.

A consultation that no policy file has come of yet has a page of its own, with where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.statistics.participation import CONSULTATION, Opinions, opinions_of
from gongkai.views.addresses import Addresses
from gongkai.views.banners import named
from gongkai.views.chains import NAMES, Steps, anchors_of, filled, has_chain, steps_of
from gongkai.views.consultations import consultation_row
from gongkai.views.figures_view import FigureRow, FigureTable
from gongkai.views.heads import page_head, trail
from gongkai.views.pages import LifecycleView
from gongkai.views.parts import Head, LifecycleStep, LifecycleStrip, Link, RelatedRow, StripStep
from gongkai.views.rows import make_row
from gongkai.views.spec import ItemParts, PageSpec
from gongkai.views.texts import quoted_title

DESCRIPTION = "从意见征集、反馈到决策、解读、执行和结果"
TITLE = "全生命周期"
OPINIONS = ("反馈", "收到", "采纳", "部分采纳", "未采纳", "未采纳理由")


def lifecycle_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """A page for each policy file that has more than one step, and for each consultation without a policy file."""
    for item in catalog.items:
        if has_chain(item, catalog):
            newest = max(step[0].published.day for step in steps_of(item, catalog) if step)
            key = ("lifecycle", item.index_number)
            yield PageSpec(addresses.lifecycle(item), "lifecycle", "lifecycle", key, newest.isoformat())


def lifecycle_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> LifecycleView:
    """The view of one chain."""
    anchor = catalog.by_number[key[1]]
    steps = steps_of(anchor, catalog)
    asked = (item for item in steps[0] if item.kind == CONSULTATION)
    return LifecycleView(
        head=_head(anchor, catalog, addresses),
        heading=f"{quoted_title(anchor.title)}的全过程",
        anchor=make_row(anchor, catalog, addresses),
        steps=tuple(_steps(steps, catalog, addresses)),
        back="返回政策文件" if anchor.is_policy else "返回征集公告",
        consultations=tuple(replace(consultation_row(item, catalog, addresses), chain="") for item in asked),
        opinions=opinions_table(steps[1], addresses),
    )


def _head(anchor: Item, catalog: Catalog, addresses: Addresses) -> Head:
    above = (*trail(anchor.column, catalog, addresses)[1:], Link(anchor.title, addresses.item(anchor)))
    title, path = f"{anchor.title}（{TITLE}）", addresses.lifecycle(anchor)
    head = page_head("lifecycle", title, path, addresses, description=DESCRIPTION, above=above)
    return replace(head, breadcrumbs=(*head.breadcrumbs[:-1], Link(TITLE)))


def opinions_table(answers: tuple[Item, ...], addresses: Addresses) -> FigureTable | None:
    """What came in and what became of it, by feedback; None without feedback. Several are added up."""
    if not answers:
        return None
    rows = tuple(_opinions_row(answer, addresses) for answer in answers)
    if len(answers) > 1:
        total = sum(map(opinions_of, answers), Opinions())
        rows = (*rows, FigureRow(Link("合计"), (*_counts(total), "—")))
    return FigureTable("意见采纳情况（条）", OPINIONS, rows)


def _opinions_row(answer: Item, addresses: Addresses) -> FigureRow:
    given = isinstance(answer.details.get("received"), int)
    counts = _counts(opinions_of(answer)) if given else ("—",) * 4
    reason = str(answer.details.get("not_adopted_reason") or "—")
    return FigureRow(Link(answer.title, addresses.item(answer)), (*counts, reason))


def _counts(found: Opinions) -> tuple[str, ...]:
    return tuple(str(count) for count in (found.received, found.adopted, found.partly, found.not_adopted))


def _steps(steps: Steps, catalog: Catalog, addresses: Addresses) -> Iterator[LifecycleStep]:
    for name, items in zip(NAMES, steps, strict=True):
        if items:
            rows = (RelatedRow(make_row(i, catalog, addresses), "、".join(i.forms)) for i in items)
            yield LifecycleStep(name, tuple(rows))


def lifecycle_parts(number: str, catalog: Catalog, addresses: Addresses) -> ItemParts:
    """The strip on the page of every item that is a step of some chain."""
    item = catalog.by_number[number]
    strips = (_strip(item, anchor, catalog, addresses) for anchor in anchors_of(item, catalog))
    return ItemParts(lifecycle=tuple(strip for strip in strips if strip))


def _strip(item: Item, anchor: Item, catalog: Catalog, addresses: Addresses) -> LifecycleStrip | None:
    steps = steps_of(anchor, catalog)
    if anchor.is_policy and filled(steps) < 2:
        return None
    shown = tuple(
        _strip_step(name, items, item, addresses) for name, items in zip(NAMES, steps, strict=True) if items
    )
    return LifecycleStrip(named(anchor), addresses.lifecycle(anchor), shown)


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
