"""What counts: the unit's own government information, each item once, by its home column.

Left out are: relayed items of higher levels (层级: 上级), whose publisher counts them; 工作动态, 村务 and 党务,
which are no government information (国办公开办函〔2019〕61号: 专栏姓专); withdrawn items, which `Catalog.items`
does not hold. An item that is shared into more columns counts in its home column alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gongkai.model.catalog import Catalog
from gongkai.model.column import ColumnTree
from gongkai.model.item import Item

OWN = "本级"


def is_disclosure(item: Item, tree: ColumnTree) -> bool:
    """Whether an item is filed as government information: not in 工作动态, 村务 or 党务."""
    column = tree.columns.get(item.column)
    return column is not None and column.counted


def counts(item: Item, tree: ColumnTree) -> bool:
    """Whether an item counts as information that the unit itself published on its own initiative."""
    return item.level == OWN and is_disclosure(item, tree)


def counted(items: Iterable[Item], tree: ColumnTree) -> tuple[Item, ...]:
    """Those of some items that count, in their order."""
    outside = {path for path, column in tree.columns.items() if not column.counted}
    known = tree.columns
    return tuple(i for i in items if i.level == OWN and i.columns[0] not in outside and i.columns[0] in known)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Items by what they are to the counts: the unit's own information, relayed ones, and what is no such information."""

    own: tuple[Item, ...]
    relayed: tuple[Item, ...]
    special: tuple[Item, ...]


def sort_out(items: Iterable[Item], tree: ColumnTree) -> Sorted:
    """Divide items so that each stands in exactly one part."""
    own: list[Item] = []
    relayed: list[Item] = []
    special: list[Item] = []
    for item in items:
        if not is_disclosure(item, tree):
            special.append(item)
        else:
            (own if item.level == OWN else relayed).append(item)
    return Sorted(tuple(own), tuple(relayed), tuple(special))


def published_in(catalog: Catalog, year: int, until: date | None = None) -> tuple[Item, ...]:
    """The public items published in a year, newest first; with `until` no later than that day."""
    items = catalog.by_year.get(str(year), ())
    if until is None:
        return items
    return tuple(item for item in items if item.published.day <= until)


def years_of(catalog: Catalog) -> tuple[int, ...]:
    """The years in which anything was published, newest first."""
    return tuple(sorted((int(year) for year in catalog.by_year), reverse=True))


def same_day(year: int, day: date) -> date:
    """The corresponding day of another year; 28 February for a 29th that it does not have."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def compared_until(year: int, today: date) -> date | None:
    """Up to which day the year before is compared: a year that still runs is set against the same part of it."""
    return same_day(year - 1, today) if year == today.year else None
