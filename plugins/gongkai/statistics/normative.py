"""The library of normative documents (行政规范性文件库): states, last days, what lapses soon, the clean-up list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.normative import ALL
from gongkai.model.relation import RelationKind
from gongkai.model.validity import Validity, last_day

FORECAST_DAYS = 365
"""How far ahead the library says what lapses."""

STATES = (Validity.VALID, Validity.AMENDED, Validity.PENDING, Validity.REPEALED, Validity.EXPIRED)
"""In the order of the library: what can be relied on comes first."""


def normative_items(catalog: Catalog) -> tuple[Item, ...]:
    """All normative documents of the unit's own, newest first, from the columns of their kind and of files."""
    return catalog.by_normative.get(ALL, ())


def state_of(item: Item, catalog: Catalog) -> Validity:
    """Its state on the day of the catalog."""
    return catalog.validity.get(item.index_number, Validity.VALID)


def in_state(state: Validity, catalog: Catalog) -> tuple[Item, ...]:
    """The documents of a state, newest first."""
    return catalog.normative_states.get(state.value, ())


def lapsing(items: Iterable[Item], catalog: Catalog, days: int = FORECAST_DAYS) -> tuple[Item, ...]:
    """Documents in force that lapse within so many days from today, the nearest first."""
    end = catalog.today + timedelta(days=days)
    found = [
        (day, item.index_number, item)
        for item in items
        if not state_of(item, catalog).is_dead and (day := last_day(item)) and catalog.today <= day <= end
    ]
    return tuple(item for _, _, item in sorted(found, key=lambda each: each[:2]))


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
    states = {state: in_state(state, catalog) for state in STATES}
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
