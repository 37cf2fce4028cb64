"""新闻发布: what was planned, and what became of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.model.catalog import Catalog
from gongkai.model.entered import PressEvent
from gongkai.model.item import Item
from gongkai.model.moment import Moment
from gongkai.model.numbers import doc_number_key, index_number_key
from gongkai.statistics.counting_rules import OWN, published_in

PRESS = "press"


class PressState(StrEnum):
    """What became of a planned event."""

    PLANNED = "待举行"
    HELD = "已举行"
    LATE = "延后举行"
    OVERDUE = "逾期未举行"
    DROPPED = "已取消"


@dataclass(frozen=True, slots=True)
class PressLine:
    """A planned event with the items on it (newest first), the day on which it took place, and its state."""

    event: PressEvent
    state: PressState
    items: tuple[Item, ...]
    held: date | None = None
    missing: tuple[str, ...] = ()
    """References of the plan that lead to no public item."""


@dataclass(frozen=True, slots=True)
class PressYear:
    """A year's plan against what happened; `unplanned` are events that no plan named."""

    year: int
    lines: tuple[PressLine, ...]
    unplanned: tuple[Item, ...]

    def count(self, *states: PressState) -> int:
        """How many planned events are in one of some states."""
        return sum(1 for line in self.lines if line.state in states)

    @property
    def held(self) -> int:
        """All events that took place, planned or not."""
        return self.count(PressState.HELD, PressState.LATE) + len(self.unplanned)


def event_day(item: Item) -> date:
    """The day of an event: 发布会时间, or else that of publication."""
    when = item.details.get("press_time")
    return when.day if isinstance(when, Moment) else item.published.day


def press_years(catalog: Catalog) -> tuple[int, ...]:
    """The years for which there is a plan or an event, newest first."""
    events = (event_day(item).year for item in _events(catalog))
    return tuple(sorted({*events, *(plan.year for plan in catalog.press.values())}, reverse=True))


def press_year(catalog: Catalog, year: int) -> PressYear:
    """One year. An item belongs to a planned event that names it, or whose topic is the item's own."""
    plan = catalog.press.get(str(year))
    near = (*published_in(catalog, year - 1), *published_in(catalog, year), *published_in(catalog, year + 1))
    events = [i for i in near if i.kind == PRESS and i.level == OWN and event_day(i).year == year]
    by_topic: dict[str, list[Item]] = {}
    for item in events:
        by_topic.setdefault(_topic(str(item.details.get("press_topic") or item.title)), []).append(item)
    lines = tuple(_line(event, catalog, by_topic) for event in (plan.events if plan else ()))
    planned = {item.index_number for line in lines for item in line.items}
    rest = tuple(item for item in events if item.index_number not in planned)
    happened = tuple(item for item in rest if event_day(item) <= catalog.today)
    return PressYear(year, lines, happened)


def _events(catalog: Catalog) -> Iterator[Item]:
    for leaf in catalog.tree.leaves():
        if leaf.kind == PRESS:
            yield from (item for item in catalog.in_column(leaf.path) if item.level == OWN)


def _topic(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _line(event: PressEvent, catalog: Catalog, by_topic: Mapping[str, list[Item]]) -> PressLine:
    found: dict[str, Item] = {}
    missing: list[str] = []
    for reference in event.items:
        items = _named(reference, catalog)
        found.update({item.index_number: item for item in items})
        if not items:
            missing.append(reference)
    for item in by_topic.get(_topic(event.topic), ()):
        found.setdefault(item.index_number, item)
    items = tuple(sorted(found.values(), key=lambda item: item.order, reverse=True))
    days = [event_day(item) for item in items if event_day(item) <= catalog.today]
    held = min(days, default=None)
    return PressLine(event, _state(event, held, catalog.today), items, held, tuple(missing))


def _named(reference: str, catalog: Catalog) -> tuple[Item, ...]:
    """The public items of an index number or a document number."""
    for written in (reference, index_number_key(reference)):
        item = catalog.by_number.get(written)
        if item is not None and item.withdrawn is None:
            return (item,)
    return catalog.by_doc_number.get(doc_number_key(reference), ())


def _state(event: PressEvent, held: date | None, today: date) -> PressState:
    if held is not None:
        return PressState.LATE if held > event.last else PressState.HELD
    if event.dropped:
        return PressState.DROPPED
    return PressState.OVERDUE if today > event.last else PressState.PLANNED
