"""The monthly bulletin (通报): what each unit and column published, what is overdue, blank and not linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.checks.freshness import Clock, blank, clock, leaves, overdue_others
from gongkai.checks.material import Facts
from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Item
from gongkai.reporting.as_of import catalog_on
from gongkai.reporting.unlinked import unanswered_consultations, uninterpreted
from gongkai.statistics.counting_rules import counted
from gongkai.statistics.tallies import by_department, by_top_column, by_unit
from gongkai.typesetting.document import Block, Document, Heading, paragraph, simple_table

LIMIT_DAYS = 20
"""Working days within which information is published (《条例》第二十六条)."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The facts of a month, on `day`: its last, or today while it runs."""

    year: int
    month: int
    day: date
    units: tuple[tuple[str, int, int, int], ...]
    """Name, this month, the month before, this year until now."""
    columns: tuple[tuple[str, int, int], ...]
    total: int
    before: int
    overdue: tuple[Clock, ...]
    blank: tuple[Column, ...]
    uninterpreted: tuple[Item, ...]
    unanswered: tuple[Item, ...]
    late: tuple[tuple[Item, int], ...]
    """Items of the month that were published more than twenty working days after they were made."""

    @property
    def title(self) -> str:
        """The bulletin's title without the unit."""
        return f"{self.year}年{self.month}月政务公开工作情况通报"


def make_bulletin(facts: Facts, year: int, month: int) -> Bulletin:
    """Count a month. Raises ValueError for a month that has not begun."""
    first = date(year, month, 1)
    if first > facts.today:
        raise ValueError(f"{year} 年 {month} 月还没有到。")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    day = min(last, facts.today)
    catalog = catalog_on(facts.catalog, day)
    before = (first - timedelta(days=1)).replace(day=1)
    own = counted(_between(catalog, first, day), catalog.tree)
    former = counted(_between(catalog, before, first - timedelta(days=1)), catalog.tree)
    running = counted(_between(catalog, date(year, 1, 1), day), catalog.tree)
    return Bulletin(
        year=year, month=month, day=day,
        units=tuple(_units(own, former, running, catalog)),
        columns=tuple((line.name, line.count, line.before) for line in by_top_column(own, catalog, former)),
        total=len(own), before=len(former),
        overdue=tuple(_overdue(catalog, day)),
        blank=tuple(blank(catalog)),
        uninterpreted=uninterpreted(catalog), unanswered=unanswered_consultations(catalog),
        late=tuple(_late(own, facts)),
    )  # fmt: skip


def _between(catalog: Catalog, first: date, last: date) -> tuple[Item, ...]:
    return tuple(i for i in catalog.items if first <= i.published.day <= last)


def _units(
    own: Sequence[Item], former: Sequence[Item], running: Sequence[Item], catalog: Catalog
) -> Iterator[tuple[str, int, int, int]]:
    """By publishing unit where there are several, else by the department that answers."""
    several = len({i.publisher for i in running}) > 1
    count = by_unit if several else by_department
    now, then, year = (count(items, catalog) for items in (own, former, running))
    for line in year:
        yield line.name, now.count(line.key), then.count(line.key), line.count


def _overdue(catalog: Catalog, day: date) -> Iterator[Clock]:
    """Columns behind their time, the latest first."""
    found = {c.column.path: c for c in overdue_others(catalog, day)}
    for leaf in leaves(catalog):
        own = clock(leaf, catalog)
        if leaf.level == "本级" and own.overdue(day):
            found.setdefault(leaf.path, own)
    return iter(sorted(found.values(), key=lambda c: (c.due or day, c.column.path)))


def _late(items: Iterable[Item], facts: Facts) -> Iterator[tuple[Item, int]]:
    for item in items:
        if item.written and item.written <= item.published.day:
            days = facts.calendar.between(item.written, item.published.day)
            if days > LIMIT_DAYS:
                yield item, days


def bulletin_document(bulletin: Bulletin, unit: str) -> Document:
    """The bulletin in the words of such papers."""
    return Document(
        title=f"{unit}关于{bulletin.title.removesuffix('通报')}的通报",
        blocks=tuple(_blocks(bulletin, unit)),
        author=unit,
    )


def _blocks(found: Bulletin, unit: str) -> Iterator[Block]:
    over = (found.day + timedelta(days=1)).month != found.month
    running = "" if over else f"（截至{found.day.month}月{found.day.day}日）"
    yield paragraph(f"现将{found.year}年{found.month}月{running}政务公开工作情况通报如下：")
    yield Heading("一、公开情况")
    yield paragraph(
        f"本月主动公开政府信息{found.total}条，上月{found.before}条。转载上级信息、工作动态、村务公开不计在内。"
    )
    if found.units:
        rows = [(name, *numbers) for name, *numbers in found.units]
        yield simple_table(
            ("单位（部门）", "本月", "上月", "本年累计"), rows, (4, 1, 1, 1.2), numbers=(1, 2, 3),
            caption="各单位（部门）公开数量",
        )  # fmt: skip
        none = [name for name, now, *_ in found.units if not now]
        if none:
            yield paragraph(f"本月没有公开信息的：{'、'.join(none)}。")
    if found.columns:
        yield simple_table(
            ("栏目", "本月", "上月"), found.columns, (4, 1, 1), numbers=(1, 2), caption="各栏目公开数量"
        )
    yield Heading("二、存在的问题")
    yield from _faults(found)
    yield Heading("三、下一步要求")
    yield paragraph(_demand(found))
    yield paragraph(unit, "right")
    yield paragraph(f"{found.day.year}年{found.day.month}月{found.day.day}日", "right")


def _faults(found: Bulletin) -> Iterator[Block]:
    parts = tuple(_parts(found))
    if not parts:
        yield paragraph("本月没有发现更新不及时、空白、缺少解读和反馈的情况。")
    for number, (said, heads, rows) in zip("一二三四五", parts, strict=False):
        yield paragraph(f"（{number}）{said}")
        yield simple_table(heads, rows, (3.4, 1.4, 1.2), numbers=(1, 2))


def _parts(found: Bulletin) -> Iterator[tuple[str, tuple[str, ...], list[tuple[object, ...]]]]:
    if found.overdue:
        rows: list[tuple[object, ...]] = [
            (c.column.names, c.newest, f"超期{-c.left(found.day)}天") for c in found.overdue
        ]
        yield f"**更新不及时。** {len(rows)}个栏目应更新未更新。", ("栏目", "最近更新", "情况"), rows
    if found.blank:
        rows = [(c.names, "—", "没有内容") for c in found.blank]
        yield f"**空白栏目。** {len(rows)}个必设栏目没有内容。", ("栏目", "最近更新", "情况"), rows
    if found.uninterpreted:
        rows = [(i.title, i.published.day, "无解读") for i in found.uninterpreted]
        yield f"**解读不到位。** {len(rows)}件文件没有关联解读。", ("文件", "发布日期", "情况"), rows
    if found.unanswered:
        rows = [(i.title, i.details.get("consult_end", "—"), "未反馈") for i in found.unanswered]
        yield (
            f"**反馈不及时。** {len(rows)}次意见征集结束后没有公布采纳情况。",
            ("征集", "截止日期", "情况"),
            rows,
        )
    if found.late:
        rows = [(i.title, i.published.day, f"{days}个工作日") for i, days in found.late]
        said = f"**公开超期。** {len(rows)}条信息形成后超过{LIMIT_DAYS}个工作日才公开。"
        yield said, ("信息", "发布日期", "用时"), rows


def _demand(found: Bulletin) -> str:
    wanted = [
        text
        for there, text in (
            (found.overdue, "按更新周期补发信息"),
            (found.blank, "充实空白栏目"),
            (found.uninterpreted, "解读材料与文件同步组织、同步发布"),
            (found.unanswered, "及时公布意见采纳情况"),
            (found.late, "信息形成后20个工作日内公开"),
        )
        if there
    ]
    if not wanted:
        return "请各单位（部门）继续保持，按时更新，规范发布。"
    return f"请有关单位（部门）对照上述问题，{'，'.join(wanted)}，并于下月5日前报送整改情况。"
