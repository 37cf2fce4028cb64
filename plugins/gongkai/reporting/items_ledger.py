"""主动公开台账: every item with what an inspector asks for, as a workbook."""

from __future__ import annotations

from collections.abc import Callable

from gongkai.checks.workdays import WorkCalendar
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.statistics.counting_rules import counts
from gongkai.statistics.years import year_figures
from gongkai.typesetting.xlsx import Sheet, Value

Absolute = Callable[[str], str]
HEADS = (
    "序号", "索引号", "信息名称", "发文字号", "栏目", "五公开", "发布机构", "责任部门", "主题分类", "体裁", "成文日期", "发布日期",
    "公开用时（工作日）", "首发渠道", "全部渠道", "有效性", "解读", "附件数", "层级", "计入公开数量", "网址",
)  # fmt: skip


def ledger_sheets(
    catalog: Catalog, calendar: WorkCalendar, address: Absolute, year: int | None = None
) -> tuple[Sheet, ...]:
    """The ledger and, for one year, its sums. `address` turns a site-rooted path into a full address."""
    items = [i for i in catalog.items if year is None or i.year == year]
    rows = tuple(_row(n, item, catalog, calendar, address) for n, item in enumerate(items, 1))
    name = f"{year}年" if year else ""
    ledger = Sheet("主动公开台账", HEADS, rows, f"{catalog.unit.name}{name}主动公开政府信息台账")
    return (ledger, _sums(catalog, year)) if year else (ledger,)


def _row(
    number: int, item: Item, catalog: Catalog, calendar: WorkCalendar, address: Absolute
) -> tuple[Value, ...]:
    column = catalog.tree.columns[item.column]
    made = item.written
    days = calendar.between(made, item.published.day) if made and made <= item.published.day else None
    validity = catalog.validity.get(item.index_number)
    interpretations = catalog.sources(item, RelationKind.INTERPRETS)
    return (
        number, item.index_number, item.title, item.doc_number, column.names, column.five, item.publisher, item.department,
        item.theme, item.genre, made, item.published.day, days, item.main_channel, "、".join(item.channels),
        validity.value if validity else "", "、".join(i.title for i in interpretations), len(item.attachments), item.level,
        "是" if counts(item, catalog.tree) else "否", address(item.address),
    )  # fmt: skip


def _sums(catalog: Catalog, year: int) -> Sheet:
    figures = year_figures(catalog, year)
    rows: list[tuple[Value, ...]] = [("合计", "本单位公开", figures.own, figures.before, figures.change)]
    for key in ("five", "top", "department", "main_channel", "form"):
        tally = figures.tallies[key]
        rows += [(tally.name, line.name, line.count, line.before, line.change) for line in tally]
    return Sheet("汇总", ("分类", "名称", "本年", "上年", "增减"), tuple(rows))
