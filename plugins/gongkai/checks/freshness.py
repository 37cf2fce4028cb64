"""Clocks of columns: when each was last filled, until when it counts as fresh (国办秘函〔2019〕19号 栏目不更新)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Item

NEWS, NOTICES, PLANS = frozenset({"工作动态"}), frozenset({"通知公告", "政策文件"}), frozenset({"规划计划"})
_NAMED = {"month": 31, "quarter": 92, "year": 365, "review": 365}


@dataclass(frozen=True, slots=True)
class Clock:
    """A column's clock. `due` is the last day on which it is fresh; `newest` None means that it is empty."""

    column: Column
    days: int
    newest: date | None
    due: date | None

    def left(self, today: date) -> int:
        """Days left; negative when it is overdue, and for an empty column."""
        return (self.due - today).days if self.due else -1

    def overdue(self, today: date) -> bool:
        """Whether a column that has items is behind its time; an empty one is blank, not overdue."""
        return self.newest is not None and self.due is not None and self.due < today


def cadence(column: Column) -> int:
    """The days within which a column must have something new; 0 for one that follows events."""
    update = column.update.partition("@")[0]
    if update.endswith("d") and update[:-1].isdigit():
        return int(update[:-1])
    return _NAMED.get(update, 0)


def newest_day(items: tuple[Item, ...]) -> date | None:
    """The latest day on which something happened in a column: published, or corrected."""
    days = [max(i.published.day, *(c.day for c in i.changes), date.min) for i in items]
    return max(days, default=None)


def clock(column: Column, catalog: Catalog) -> Clock:
    """The clock of a leaf, or of a first-level column whose leaves are counted together."""
    items = catalog.below(column.path) if column.children else catalog.in_column(column.path)
    tables = (t.day for leaf in catalog.tree.under(column.path) for t in catalog.tables_in.get(leaf.path, ()))
    newest = max((day for day in (newest_day(items), *tables) if day), default=None)
    each = (cadence(c) for c in catalog.tree.under(column.path))
    days = cadence(column) or min((days for days in each if days), default=0)
    return Clock(column, days, newest, _due(column, newest, days))


def inspected(column: Column, catalog: Catalog, days: int) -> Clock:
    """The clock of a column as the inspection sets it: within so many days, unless it follows events alone."""
    found = clock(column, catalog)
    due = found.newest + timedelta(days=days) if found.newest and found.days else None
    return Clock(column, days if found.days else 0, found.newest, due)


def _due(column: Column, newest: date | None, days: int) -> date | None:
    if newest is None or not days:
        return None
    month_day = column.update.partition("@")[2]
    if not month_day:
        return newest + timedelta(days=days)
    # Yearly by a fixed day: what came this year serves until that day of the next.
    month, day = (int(part) for part in month_day.split("-"))
    return date(newest.year + 1, month, day)


def leaves(catalog: Catalog) -> Iterator[Column]:
    """The columns that items are filed in and that the public can see."""
    for leaf in catalog.tree.leaves():
        shown = leaf.empty != "na" or catalog.in_column(leaf.path) or catalog.tables_in.get(leaf.path)
        if leaf.is_filed and leaf.kind not in ("link", "page") and leaf.scope == "面向社会" and shown:
            yield leaf


def is_news(column: Column) -> bool:
    """动态、要闻类 (two weeks)."""
    return column.type in NEWS


def is_notice(column: Column) -> bool:
    """通知公告、政策文件类 (six months)."""
    return column.type in NOTICES


def news(catalog: Catalog) -> Iterator[Column]:
    """The unit's own columns of news."""
    return (leaf for leaf in leaves(catalog) if is_news(leaf) and leaf.level == "本级")


def first_level(catalog: Catalog) -> Iterator[Column]:
    """一级栏目 of notices and policy files: the highest column of which every leaf is of that kind."""
    seen: set[str] = set()
    for leaf in leaves(catalog):
        if is_notice(leaf) and leaf.level == "本级":
            top = _top(leaf, catalog)
            if top.path not in seen:
                seen.add(top.path)
                yield top


def _top(leaf: Column, catalog: Catalog) -> Column:
    top = leaf
    for column in reversed(catalog.tree.ancestry(leaf.path)[:-1]):
        if all(is_notice(c) for c in catalog.tree.under(column.path) if c.is_filed):
            top = column
    return top


def is_plan(column: Column) -> bool:
    """人事类、规划计划类 (one year)."""
    return column.type in PLANS or "人事" in column.names


def overdue_others(catalog: Catalog, today: date) -> Iterator[Clock]:
    """Columns behind a time of their own that are neither news nor notices."""
    for leaf in leaves(catalog):
        if not is_news(leaf) and not is_notice(leaf) and leaf.update != "review" and leaf.level == "本级":
            found = clock(leaf, catalog)
            if found.overdue(today):
                yield found


def blank(catalog: Catalog) -> Iterator[Column]:
    """Columns that are shown and have nothing in them."""
    for leaf in catalog.tree.leaves():
        filled = catalog.in_column(leaf.path) or catalog.tables_in.get(leaf.path)
        if leaf.empty == "show" and leaf.is_filed and not filled:
            yield leaf
