"""Items per year of a column, as the bars of a small picture with its table."""

from __future__ import annotations

from collections import Counter

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.views.parts import YearBar

SHOWN = 10
"""Years in the picture, the newest ones."""


def year_bars(column: Column, catalog: Catalog) -> tuple[YearBar, ...]:
    """The bars, oldest first, with the years in between that have nothing; none for a single year."""
    items = {
        i.index_number: i.year
        for leaf in catalog.tree.under(column.path)
        for i in catalog.in_column(leaf.path)
    }
    counts = Counter(items.values())
    if len(counts) < 2:
        return ()
    last = max(counts)
    years = range(max(min(counts), last - SHOWN + 1), last + 1)
    highest = max(counts[year] for year in years)
    return tuple(YearBar(str(year), counts[year], round(100 * counts[year] / highest)) for year in years)
