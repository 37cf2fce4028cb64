"""All figures of a year, and the series over the years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.model.catalog import Catalog
from gongkai.statistics import tallies
from gongkai.statistics.counting_rules import Sorted, compared_until, counted, published_in, sort_out
from gongkai.statistics.figures import Line, Tally, change_text
from gongkai.statistics.tallies import Items
from gongkai.statistics.topics import all_areas, topics_of

Counting = Callable[[Items, Catalog, Items | None], Tally]

TALLIES: Mapping[str, Counting] = {
    "month": tallies.by_month,
    "five": tallies.by_five,
    "top": tallies.by_top_column,
    "column": tallies.by_column,
    "category": tallies.by_category,
    "article": tallies.by_article,
    "theme": tallies.by_theme,
    "genre": tallies.by_genre,
    "unit": tallies.by_unit,
    "department": tallies.by_department,
    "channel_group": tallies.by_channel_group,
    "main_channel": tallies.by_main_channel,
    "channel": tallies.by_channel,
    "form": tallies.by_form,
}
"""Every way of counting the items of a year, by its key; `topic` is added from the sub-areas."""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What was published in a year, counted in every way.

    `until` is the last day that was counted; `before_until` the day up to which the year before was counted for
    comparison, None for all of it. `own` is the unit's own information (the figure of reports); `relayed` and
    `special` count what is left out of it (上级信息; 工作动态, 村务, 党务).
    """

    year: int
    until: date
    before_until: date | None
    own: int
    before: int
    relayed: int
    special: int
    tallies: Mapping[str, Tally]
    areas: tuple[Tally, ...]
    """Each special topic by sub-area, those with any item."""

    @property
    def running(self) -> bool:
        """Whether the year was not over on the day of counting."""
        return self.until < date(self.year, 12, 31)

    @property
    def change(self) -> str:
        """The change of the total against the year before, in words."""
        return change_text(self.own, self.before)


def year_figures(catalog: Catalog, year: int) -> YearFigures:
    """Count one year. A year that still runs is compared with the same part of the year before."""
    until = compared_until(year, catalog.today)
    parts = sort_out(published_in(catalog, year), catalog.tree)
    before = counted(published_in(catalog, year - 1, until), catalog.tree)
    return figures_of(catalog, year, parts, before, until)


def figures_of(
    catalog: Catalog, year: int, parts: Sorted, before: Items, before_until: date | None = None
) -> YearFigures:
    """The same from items that were chosen before."""
    areas = all_areas(parts.own, catalog, before)
    counted_by = {key: count(parts.own, catalog, before) for key, count in TALLIES.items()}
    return YearFigures(
        year=year,
        until=min(date(year, 12, 31), catalog.today),
        before_until=before_until,
        own=len(parts.own),
        before=len(before),
        relayed=len(parts.relayed),
        special=len(parts.special),
        tallies=counted_by | {"topic": topics_of(areas, len(parts.own), before)},
        areas=tuple(tally for tally in areas if tally.total),
    )


def yearly(catalog: Catalog) -> Tally:
    """The unit's own information by year, oldest first; each year against the whole year before it."""
    counts = {year: len(counted(catalog.by_year[year], catalog.tree)) for year in sorted(catalog.by_year)}
    lines = tuple(
        Line(year, f"{year}年", count, counts.get(str(int(year) - 1), 0)) for year, count in counts.items()
    )
    return Tally("year", "年份", sum(counts.values()), lines, compared=True)


def month_series(catalog: Catalog) -> Tally:
    """The unit's own information by month over all years (`2026/05`), oldest first."""
    counts = {
        month: len(counted(catalog.by_month[month], catalog.tree)) for month in sorted(catalog.by_month)
    }
    lines = tuple(
        Line(m, f"{m[:4]}年{int(m[5:])}月", count, counts.get(f"{int(m[:4]) - 1}/{m[5:]}", 0))
        for m, count in counts.items()
    )
    return Tally("series", "月份", sum(counts.values()), lines, compared=True)
