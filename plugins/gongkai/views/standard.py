"""The rows of 基层政务公开标准目录 (国办发〔2019〕54号) and the items that fulfil each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.model.catalog import Catalog, newest_first
from gongkai.model.column import Column, ColumnTree
from gongkai.model.item import Item
from gongkai.model.table import DataTable, TableRow
from gongkai.model.vocabulary import Term

CATALOGUE = "bzml"
"""The packaged field catalogue of the standard list."""

BY_COLUMN, BY_WORDS, NAMED = "按栏目", "按关键词", "指定"


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of the standard list with the items that fulfil it, newest first, and how they were found."""

    table: DataTable
    row: TableRow
    items: tuple[Item, ...]
    ways: tuple[str, ...]


def standard_tables(catalog: Catalog) -> tuple[str, ...]:
    """The idents of the unit's public standard lists."""
    return tuple(ident for ident, table in catalog.by_table.items() if table.catalogue == CATALOGUE)


def field_leaves(field: Term, tree: ColumnTree) -> tuple[Column, ...]:
    """The columns of a field."""
    return tuple(leaf for leaf in tree.leaves() if field.name in leaf.fields26 and leaf.counted)


def field_of(name: str, fields: Iterable[Term]) -> Term | None:
    """The field that a row names: by name, other name or the beginning of its name."""
    known = tuple(fields)
    exact = next((field for field in known if name in (field.name, *field.aka)), None)
    return exact or next((field for field in known if name and field.name.startswith(name)), None)


def column_named(text: str, tree: ColumnTree) -> str:
    """The path of the column that a cell means (path, names, or a name that is unique), or empty."""
    wanted = text.strip().strip("/")
    columns = [c for c in tree.columns.values() if not c.hidden]
    whole = [c.path for c in columns if wanted in (c.path, c.names)]
    alone = [c.path for c in columns if wanted in (c.name, *c.aka)]
    return whole[0] if whole else alone[0] if len(alone) == 1 else ""


def cell_texts(table: DataTable, row: TableRow, key: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(part.strip() for part in table.value(row, key).split("、") if part.strip())


def matters(field: Term, idents: Iterable[str], catalog: Catalog) -> tuple[Matter, ...]:
    """The rows of the standard lists that belong to a field, in their order."""
    tables = (catalog.by_table[ident] for ident in idents if ident in catalog.by_table)
    return tuple(
        _matter(field, table, row, catalog) for table in tables for row in _rows(field, table, catalog)
    )


def _rows(field: Term, table: DataTable, catalog: Catalog) -> Iterator[TableRow]:
    names = {table.value(row, "area") for row in table.rows}
    mine = {name for name in names if field_of(name, catalog.tables.fields26) == field}
    return (row for row in table.rows if table.value(row, "area") in mine)


def _matter(field: Term, table: DataTable, row: TableRow, catalog: Catalog) -> Matter:
    named = tuple(_named(table, row, catalog))
    columns = tuple(
        path for text in cell_texts(table, row, "columns") if (path := column_named(text, catalog.tree))
    )
    words = cell_texts(table, row, "words")
    if not columns and not words and not named:
        words = (row.title,)
    found = tuple(_found(field, columns, words, catalog))
    way = (BY_WORDS if words else BY_COLUMN) if found else ""
    items = {item.index_number: item for item in (*named, *found)}
    return Matter(
        table, row, newest_first(items.values()), tuple(w for w in (way, NAMED if named else "") if w)
    )


def _named(table: DataTable, row: TableRow, catalog: Catalog) -> Iterator[Item]:
    """The items that the row names itself."""
    for _text, number in row.links.get(table.place("items"), ()):
        item = catalog.by_number.get(number)
        if item is not None and item.withdrawn is None:
            yield item


def _found(field: Term, columns: tuple[str, ...], words: tuple[str, ...], catalog: Catalog) -> Iterator[Item]:
    """The items of the row's columns, else of the field's, that have one of the words where there are any."""
    if not columns and not words:
        return
    leaves = [leaf for path in columns for leaf in catalog.tree.under(path)]
    for leaf in leaves if columns else field_leaves(field, catalog.tree):
        for item in catalog.in_column(leaf.path):
            if not words or any(word in item.title or word in item.keywords for word in words):
                yield item
