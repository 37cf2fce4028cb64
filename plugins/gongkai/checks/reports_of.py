"""The unit's own annual reports on disclosure among the items, by year."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual import FIRST_YEAR
from gongkai.checks.material import ItemText
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item

_COLUMN = "政府信息公开年报"


def yearly_reports(catalog: Catalog) -> tuple[Item, ...]:
    """The reports in the column of annual reports that are the unit's own, newest first."""
    columns = [c.path for c in catalog.tree.leaves() if c.name == _COLUMN or _COLUMN in c.aka]
    found = [i for path in columns for i in catalog.in_column(path)]
    return tuple(i for i in found if i.kind == "report" and i.level == "本级" and _own(i, catalog))


def _own(item: Item, catalog: Catalog) -> bool:
    unit = str(item.details.get("reporting_unit", ""))
    return not unit or unit in (catalog.unit.name, catalog.unit.short_name)


def is_new_form(text: ItemText) -> bool:
    """Whether a report must have the form of 2021: by its year, and by its column."""
    year = text.item.details.get("year")
    named = text.column.name == _COLUMN or _COLUMN in text.column.aka
    return named and isinstance(year, int) and year >= FIRST_YEAR


def pairs(catalog: Catalog) -> Iterator[tuple[Item, Item]]:
    """Reports of two years that follow each other, both of the new form, as (former, later)."""
    by_year = {year: i for i in yearly_reports(catalog) if isinstance(year := i.details.get("year"), int)}
    for year in sorted(by_year):
        if year - 1 >= FIRST_YEAR and year - 1 in by_year:
            yield by_year[year - 1], by_year[year]
