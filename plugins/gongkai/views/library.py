"""行政规范性文件库, `/index/normative/`: documents by state, year and issuer, and which lapse within a year.

国办发〔2018〕37号 asks for one place where all normative documents stand with what holds of them. All days are
absolute, so that a page that was built yesterday is still true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Item
from gongkai.model.normative import NORMATIVE, issued, issuer_key, year_key
from gongkai.model.validity import Validity, last_day
from gongkai.statistics.normative import (
    FORECAST_DAYS,
    STATES,
    ended,
    in_state,
    lapsing,
    normative_items,
    state_of,
)
from gongkai.views.addresses import Addresses
from gongkai.views.facets import issuer_slug, term_slug
from gongkai.views.figures_view import FigureRow, FiguresView, FigureTable
from gongkai.views.heads import page_head
from gongkai.views.lists import newest_day
from gongkai.views.paging import address_of, archive_count, page_of, pager
from gongkai.views.parts import Banner, Fact, Link
from gongkai.views.spec import PageSpec
from gongkai.views.texts import iso

SLUG, TITLE, FEATURE = "normative", "行政规范性文件库", "indices"
HUB = "信息索引"
DESCRIPTION = "本单位行政规范性文件的有效性、登记号、施行日期和有效期"
HEADS = ("文件", "发文字号", "登记号", "成文日期", "施行日期", "有效期至", "有效性")
STATE, YEAR, ISSUER = "state", "year", "issuer"
UNLIMITED = "未规定"
FORECAST = f"{FORECAST_DAYS}天内到期的文件，最近的在前；需要继续执行的，到期以前评估后重新公布。"


def library_path(catalog: Catalog, addresses: Addresses) -> str:
    """The library's page; empty for a unit without normative documents."""
    return addresses.index(SLUG) if normative_items(catalog) else ""


def library_banners(column: Column, catalog: Catalog, addresses: Addresses) -> tuple[Banner, ...]:
    """The way from the column of normative documents, which lists them by day, to the library, if there is one."""
    path = library_path(catalog, addresses)
    if not path or column.kind != NORMATIVE:
        return ()
    text = "按有效性、年份、发文机关查找，看登记号和有效期："
    return (Banner("info", text, (Link(TITLE, path),)),)


def _members(group: str, value: str, catalog: Catalog) -> tuple[Item, ...]:
    """The documents of one state, year or issuer, newest first."""
    if group == STATE:
        return in_state(Validity(value), catalog)
    return catalog.by_normative.get(year_key(value) if group == YEAR else issuer_key(value), ())


def _path(group: str, value: str, catalog: Catalog, addresses: Addresses) -> str:
    if group == STATE:
        return addresses.index(SLUG, term_slug(value, catalog.tables.validities))
    return addresses.index(SLUG, value if group == YEAR else f"issuer/{issuer_slug(value)}")


def _groups(catalog: Catalog) -> Iterator[tuple[str, str, int]]:
    """Every state, year and issuer that has documents, with their number; years newest first."""
    for state in STATES:
        if in_state(state, catalog):
            yield STATE, state.value, len(in_state(state, catalog))
    index = catalog.by_normative
    names = sorted(index)
    years, issuers = year_key(""), issuer_key("")
    for key in reversed([name for name in names if name.startswith(years)]):
        yield YEAR, key.removeprefix(years), len(index[key])
    for key in (name for name in names if name.startswith(issuers)):
        yield ISSUER, key.removeprefix(issuers), len(index[key])


def library_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """The library and its lists; none for a unit without normative documents."""
    items = normative_items(catalog)
    if not items:
        return
    yield PageSpec(addresses.index(SLUG), "figures", FEATURE, (SLUG,), newest_day(items))
    for group, value, count in _groups(catalog):
        base = _path(group, value, catalog, addresses)
        for number in range(archive_count(count) + 1):
            key = (SLUG, group, value, str(number))
            yield PageSpec(address_of(base, number), "figures", FEATURE, key)


def library_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> FiguresView:
    """The view of one of these pages."""
    if len(key) == 1:
        return _front(catalog, addresses)
    _, group, value, number = key
    return _list(group, value, int(number), catalog, addresses)


def _front(catalog: Catalog, addresses: Addresses) -> FiguresView:
    items = normative_items(catalog)
    groups = tuple(_groups(catalog))
    states = {value: count for group, value, count in groups if group == STATE}
    soon = lapsing(items, catalog)
    tables = (
        FigureTable("一年内到期的文件", HEADS, _rows(soon, catalog, addresses), FORECAST),
        _counts("按年份", YEAR, "年", groups, catalog, addresses),
        _counts("按发文机关", ISSUER, "", groups, catalog, addresses),
    )
    above = (Link(HUB, addresses.index()),)
    return FiguresView(
        head=page_head(
            "index", TITLE, addresses.index(SLUG), addresses, description=DESCRIPTION, above=above
        ),
        heading=TITLE,
        lead=(f"共{len(items)}件。",),
        facts=tuple(
            Fact(
                STATE, state.value, f"{states[state.value]}件", _path(STATE, state.value, catalog, addresses)
            )
            for state in STATES
            if state.value in states
        ),
        tables=tuple(table for table in tables if table.rows),
    )


def _counts(
    title: str,
    group: str,
    unit: str,
    groups: Iterable[tuple[str, str, int]],
    catalog: Catalog,
    addresses: Addresses,
) -> FigureTable:
    rows = tuple(
        FigureRow(Link(value + unit, _path(group, value, catalog, addresses)), (str(count),))
        for each, value, count in groups
        if each == group
    )
    return FigureTable(title, (title.removeprefix("按"), "件数"), rows)


def _name(group: str, value: str) -> str:
    return f"{value}年" if group == YEAR else value


def _list(group: str, value: str, number: int, catalog: Catalog, addresses: Addresses) -> FiguresView:
    items = _members(group, value, catalog)
    base, name = _path(group, value, catalog, addresses), _name(group, value)
    title = f"{TITLE}：{name}" + (f"（第{number}页）" if number else "")
    above = (Link(HUB, addresses.index()), Link(TITLE, addresses.index(SLUG)))
    page = "archive" if number else "index"
    path = address_of(base, number)
    near = pager(base, len(items), number)
    links = (Link("较新的文件", near.newer), Link("较早的文件", near.older))
    return FiguresView(
        head=page_head(page, title, path, addresses, description=f"{name}的行政规范性文件", above=above),
        heading=title,
        lead=(),
        facts=(),
        tables=(FigureTable(name, HEADS, _rows(page_of(items, number), catalog, addresses)),),
        links=(Link(f"全部{TITLE}", addresses.index(SLUG)), *(link for link in links if link.path)),
    )


def _rows(items: Iterable[Item], catalog: Catalog, addresses: Addresses) -> tuple[FigureRow, ...]:
    return tuple(_row(item, catalog, addresses) for item in items)


def _row(item: Item, catalog: Catalog, addresses: Addresses) -> FigureRow:
    day, repealers = ended(item, catalog)
    state = state_of(item, catalog)
    said = f"{state.value}（{day.isoformat()}起）" if day and state is Validity.REPEALED else state.value
    cells = (
        item.doc_number or "—",
        item.registration or "—",
        issued(item).isoformat(),
        iso(item.effective) or "—",
        iso(last_day(item)) or UNLIMITED,
        said,
    )
    links = tuple(Link(f"废止依据：{each.title}", addresses.item(each)) for each in repealers)
    return FigureRow(Link(item.title, addresses.item(item)), cells, links=links, item=item.index_number)
