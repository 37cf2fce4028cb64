"""One row of a table on a page of its own: all fields, flow charts, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.table import DataTable, TableRow
from gongkai.typesetting.flowchart import ChartError, read_chart, typed_html
from gongkai.typesetting.flowchart_svg import chart_html
from gongkai.views.addresses import Addresses
from gongkai.views.heads import page_head, trail
from gongkai.views.parts import Link
from gongkai.views.table_cells import SPECIAL, cell_of
from gongkai.views.table_views import ChartView, RowFact, TableRowView


def row_view(table: DataTable, number: int, catalog: Catalog, addresses: Addresses) -> TableRowView:
    """The page of the row at a place."""
    row = table.rows[number]
    back, plain = Link(table.title, addresses.table(table)), _plain(table, row)
    head = page_head(
        "table-row",
        row.title,
        _path(table, row, addresses),
        addresses,
        description=f"{table.title}：{row.title}",
        above=(*trail(table.column, catalog, addresses)[1:], back),
        section=table.column,
    )
    return TableRowView(
        head=head,
        heading=row.title,
        table=back,
        labels=tuple([field.heading for field in table.fields]) if plain else (),
        texts=row.values if plain else (),
        facts=() if plain else tuple(_facts(table, row, catalog, addresses)),
        charts=tuple(_charts(table, row)),
        newer=_neighbour(table, number - 1, addresses),
        older=_neighbour(table, number + 1, addresses),
    )


def _path(table: DataTable, row: TableRow, addresses: Addresses) -> str:
    return f"{addresses.table(table)}row/{row.slug}/"


def _neighbour(table: DataTable, number: int, addresses: Addresses) -> Link:
    if not 0 <= number < table.count:
        return Link("")
    row = table.rows[number]
    return Link(row.title, _path(table, row, addresses))


_OTHERWISE = SPECIAL | {"flow"}


def _plain(table: DataTable, row: TableRow) -> bool:
    """Whether all cells of a row are shown as they are written, on one line each, as in most of ten thousand rows."""
    pairs = zip(table.fields, row.values, strict=True)
    return not any(text and (field.type in _OTHERWISE or "\n" in text) for field, text in pairs)


def _facts(table: DataTable, row: TableRow, catalog: Catalog, addresses: Addresses) -> Iterator[RowFact]:
    for place, field in enumerate(table.fields):
        if field.type != "flow" and row.values[place]:
            cell = cell_of(table, row, place, catalog, addresses)
            lines = tuple(cell.text.split("\n")) if "\n" in cell.text and not cell.links else ()
            yield RowFact(field.heading, cell, lines)


def _charts(table: DataTable, row: TableRow) -> Iterator[ChartView]:
    for place, field in enumerate(table.fields):
        if field.type == "flow" and row.values[place]:
            yield ChartView(field.name, _drawn(row.values[place], f"{row.title}{field.name}"))


def _drawn(text: str, name: str) -> str:
    """The picture with its text; the steps as they are typed where they are no chart."""
    try:
        return chart_html(read_chart(text), name)
    except ChartError:
        return f'<div class="gk-flow">{typed_html(text)}</div>'


def chart_problems(table: DataTable) -> Iterator[tuple[TableRow, str, ChartError]]:
    """Rows whose flow chart cannot be read: row, field, and why."""
    places = [n for n, field in enumerate(table.fields) if field.type == "flow"]
    for row in table.rows if places else ():
        for place in places:
            if row.values[place]:
                try:
                    read_chart(row.values[place])
                except ChartError as error:
                    yield row, table.fields[place].name, error
