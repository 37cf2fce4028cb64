"""The library of normative documents (行政规范性文件库): states, last days, what lapses soon, the clean-up list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.model.validity import Validity, last_day
from gongkai.statistics.counting_rules import OWN

NORMATIVE = "normative"
NATURE = "行政规范性文件"

FORECAST_DAYS = 365
"""How far ahead the library says what lapses."""

STATES = (Validity.VALID, Validity.AMENDED, Validity.PENDING, Validity.REPEALED, Validity.EXPIRED)
"""In the order of the library: what can be relied on comes first."""


def is_normative(item: Item) -> bool:
    """Whether an item is a normative document of the unit's own."""
    return item.level == OWN and (item.kind == NORMATIVE or item.document_nature == NATURE)


def normative_items(catalog: Catalog) -> tuple[Item, ...]:
    """All normative documents of the unit's own, newest first, from the columns of their kind and of files."""
    leaves = (leaf for leaf in catalog.tree.leaves() if leaf.kind in (NORMATIVE, "file"))
    found = {
        item.index_number: item
        for leaf in leaves
        for item in catalog.in_column(leaf.path)
        if is_normative(item)
    }
    return tuple(sorted(found.values(), key=lambda item: item.order, reverse=True))


def state_of(item: Item, catalog: Catalog) -> Validity:
    """Its state on the day of the catalog."""
    return catalog.validity.get(item.index_number, Validity.VALID)


def by_state(items: Iterable[Item], catalog: Catalog) -> Mapping[Validity, tuple[Item, ...]]:
    """The documents of each state, in the given order."""
    found: dict[Validity, list[Item]] = {state: [] for state in STATES}
    for item in items:
        found[state_of(item, catalog)].append(item)
    return {state: tuple(each) for state, each in found.items()}


def lapsing(items: Iterable[Item], catalog: Catalog, days: int = FORECAST_DAYS) -> tuple[Item, ...]:
    """Documents in force that lapse within so many days from today, the nearest first."""
    end = catalog.today + timedelta(days=days)
    found = [
        (day, item.index_number, item)
        for item in items
        if not state_of(item, catalog).is_dead and (day := last_day(item)) and catalog.today <= day <= end
    ]
    return tuple(item for _, _, item in sorted(found, key=lambda each: each[:2]))


def issued(item: Item) -> date:
    """The day of a document: written, or else published."""
    return item.written or item.published.day


def ended(item: Item, catalog: Catalog) -> tuple[date | None, tuple[Item, ...]]:
    """Since when a dead document is dead, and what repealed it; None where no day is known."""
    state = state_of(item, catalog)
    if state is Validity.EXPIRED:
        return last_day(item), ()
    if state is not Validity.REPEALED:
        return None, ()
    repealers = catalog.sources(item, RelationKind.REPEALS)
    days = [r.effective or r.written or r.published.day for r in repealers]
    return item.repeal_date or min(days, default=None), repealers


@dataclass(frozen=True, slots=True)
class CleanUp:
    """A clean-up list (清理目录): what stays in force, what lapses within a year, what was repealed, what has lapsed.

    `unlimited` are documents in force without a last day: they are to be given one or to be reviewed.
    """

    day: date
    valid: tuple[Item, ...]
    amended: tuple[Item, ...]
    pending: tuple[Item, ...]
    repealed: tuple[Item, ...]
    expired: tuple[Item, ...]
    lapsing: tuple[Item, ...]
    unlimited: tuple[Item, ...]

    @property
    def total(self) -> int:
        """How many documents were looked at."""
        return sum(map(len, (self.valid, self.amended, self.pending, self.repealed, self.expired)))


def clean_up(catalog: Catalog) -> CleanUp:
    """The list on the day of the catalog."""
    items = normative_items(catalog)
    states = by_state(items, catalog)
    alive = (*states[Validity.VALID], *states[Validity.AMENDED])
    return CleanUp(
        day=catalog.today,
        valid=states[Validity.VALID],
        amended=states[Validity.AMENDED],
        pending=states[Validity.PENDING],
        repealed=states[Validity.REPEALED],
        expired=states[Validity.EXPIRED],
        lapsing=lapsing(items, catalog),
        unlimited=tuple(item for item in alive if last_day(item) is None),
    )
