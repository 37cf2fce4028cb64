"""Tables (清单): their pages, and the view of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level, Problem
from gongkai.model.table import DataTable, Selection
from gongkai.views.addresses import Addresses
from gongkai.views.heads import page_head, trail
from gongkai.views.pages import PageView
from gongkai.views.parts import Fact, Head, Link
from gongkai.views.spec import Feature, PageSpec
from gongkai.views.table_cells import SPECIAL, cell_of, column_kind, shown_total
from gongkai.views.table_changes import changes_link, changes_view, has_changes
from gongkai.views.table_filters import (
    chosen_words,
    filter_groups,
    read_selection,
    rows_of,
    selections,
    ways_back,
    written,
)
from gongkai.views.table_paging import numbered, specs_of
from gongkai.views.table_row import chart_problems, row_view
from gongkai.views.table_views import (
    Download,
    TableColumn,
    TableLine,
    TablePager,
    TableView,
)

NAME = "tables"
_FILES = (("Excel 表格", "xlsx"), ("CSV", "csv"), ("JSON", "json"))


def table_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """All pages of all tables whose column is open."""
    for table in catalog.by_table.values():
        if addresses.table(table):
            yield from _pages_of(table, addresses)


def _pages_of(table: DataTable, addresses: Addresses) -> Iterator[PageSpec]:
    base, day, ident = addresses.table(table), table.day.isoformat(), table.ident
    for path, page in specs_of(base, table, range(table.count)):
        yield PageSpec(path, "table", NAME, ("page", ident, "", *page), day)
    for selection, rows in selections(table):
        own = written(table, selection)
        for path, page in specs_of(base + own, table, rows):
            yield PageSpec(path, "table", NAME, ("page", ident, own, *page), day)
    if has_changes(table):
        yield PageSpec(f"{base}changes/", "table_changes", NAME, ("changes", ident), day)
    if table.row_pages:
        for number, row in enumerate(table.rows):
            yield PageSpec(f"{base}row/{row.slug}/", "table_row", NAME, ("row", ident, str(number)), day)


def table_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> PageView:
    """The view of one of these pages."""
    table = catalog.by_table[key[1]]
    match key:
        case ("changes", _):
            return changes_view(table, catalog, addresses)
        case ("row", _, number):
            return row_view(table, int(number), catalog, addresses)
        case (_, _, chosen, number, count, start, stop):
            span = (int(number), int(count), int(start), int(stop))
            return _page(table, read_selection(table, chosen), span, catalog, addresses)
        case _:
            raise ValueError(f"no such page: {key}")


def _page(
    table: DataTable,
    chosen: Selection,
    span: tuple[int, int, int, int],
    catalog: Catalog,
    addresses: Addresses,
) -> TableView:
    base = addresses.table(table)
    number, count, start, stop = span
    rows = rows_of(table, chosen)
    path, words = base + written(table, chosen), chosen_words(table, chosen)
    places = [n for n, field in enumerate(table.fields) if field.listed]
    first = number == 1
    return TableView(
        head=_head(table, numbered(path, number), words, number, catalog, addresses),
        heading=table.title,
        description=table.description if first and not chosen else "",
        facts=_facts(table) if first and not chosen else (),
        filters=filter_groups(table, chosen, base),
        columns=tuple(TableColumn(table.fields[n].heading, column_kind(table.fields[n])) for n in places),
        title_column=next((at for at, n in enumerate(places) if _names_rows(table, n)), 0),
        lines=tuple(_lines(table, rows, range(start, stop), places, catalog, addresses)),
        totals=_totals(table, places) if number == count and not chosen else (),
        pager=_pager(path, number, count),
        downloads=_downloads(table, base),
        whole=Link(table.title, base),
        count=len(rows),
        chosen=words,
        ways_back=ways_back(table, chosen, base),
        changes=changes_link(table, addresses) if first and not chosen else Link(""),
        notes=change_notes(table) if first and not chosen else (),
        note=table.note if first and not chosen else "",
    )


def _names_rows(table: DataTable, place: int) -> bool:
    """Whether a field's cells are the names of the rows."""
    return bool(table.rows) and table.rows[0].values[place] == table.rows[0].title


def _head(
    table: DataTable, path: str, words: str, number: int, catalog: Catalog, addresses: Addresses
) -> Head:
    above = [*trail(table.column, catalog, addresses)[1:]]
    title = table.title
    if words:
        above.append(Link(title, addresses.table(table)))
        title = words
    shown = f"{table.title}（{words}）" if words else title
    head = page_head("table", f"{title}（第{number}页）" if number > 1 else title, path, addresses,
                     description=table.description, above=tuple(above), section=table.column)  # fmt: skip
    return replace(head, title=f"{shown}（第{number}页）" if number > 1 else shown)


def _facts(table: DataTable) -> tuple[Fact, ...]:
    facts = (
        Fact("count", "总数", f"{table.count}项"),
        Fact("updated", "版本日期", table.updated.isoformat() if table.updated else ""),
        Fact("published", "发布日期", table.published.full),
        Fact("department", "公开责任部门", table.department),
        Fact("basis", "编制依据", table.basis),
    )
    return tuple(fact for fact in facts if fact.value)


def change_notes(table: DataTable) -> tuple[Fact, ...]:
    """The notes about changes, newest first."""
    return tuple(Fact("change", change.day.isoformat(), change.text) for change in table.changes)


def _lines(
    table: DataTable,
    rows: Sequence[int],
    shown: range,
    places: list[int],
    catalog: Catalog,
    addresses: Addresses,
) -> Iterator[TableLine]:
    base = f"{addresses.table(table)}row/" if table.row_pages else ""
    plain = all(table.fields[n].type not in SPECIAL for n in places)
    for at in shown:
        row = table.rows[rows[at]]
        path = f"{base}{row.slug}/" if base else ""
        if plain:
            yield TableLine(at + 1, path, tuple([row.values[n] for n in places]))
        else:
            cells = tuple(cell_of(table, row, n, catalog, addresses) for n in places)
            yield TableLine(at + 1, path, (), cells)


def _totals(table: DataTable, places: list[int]) -> tuple[str, ...]:
    return tuple(shown_total(table.fields[n], table.totals[n]) for n in places) if table.totals else ()


def _pager(base: str, number: int, count: int) -> TablePager:
    return TablePager(
        number,
        count,
        newer=numbered(base, number - 1) if number > 1 else "",
        older=numbered(base, number + 1) if number < count else "",
        first=base if number > 2 else "",
        last=numbered(base, count) if number < count - 1 else "",
    )


def _downloads(table: DataTable, base: str) -> tuple[Download, ...]:
    return tuple(
        Download(label, f"{base}{table.slug}.{kind}", f"{table.title}.{kind}") for label, kind in _FILES
    )


def table_problems(catalog: Catalog) -> Iterable[Problem]:
    """Flow charts in cells that cannot be drawn, and documents named in cells that are in force no more."""
    for table in catalog.by_table.values():
        for row, name, error in chart_problems(table):
            said = f"第{row.line}行“{name}”没有画出来，网页上只有文字：{error}"
            yield Problem(
                "T028", Level.ERROR, table.source, row.line, name, said, hint=error.hint or "受理\n审查\n办结"
            )
        yield from _dead_documents(table, catalog)


def _dead_documents(table: DataTable, catalog: Catalog) -> Iterator[Problem]:
    for row in table.rows:
        for place, links in row.links.items():
            for text, number in links:
                state = catalog.validity.get(number)
                if state and state.is_dead:
                    name = table.fields[place].name
                    message = f"第{row.line}行“{name}”里的“{text}”{state.value}，不能再作依据。"
                    hint = "换成现行有效的文件，或者删去这一行。"
                    yield Problem("T017", Level.ERROR, table.source, row.line, name, message, hint=hint)


TABLES = Feature(NAME, table_pages, table_view, problems=table_problems)
"""Pages of tables; their files are added by the plugin, which sees the exports too."""
