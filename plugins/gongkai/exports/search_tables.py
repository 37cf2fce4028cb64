"""Tables (清单) as search sees them: the table itself, and each row that has a page of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from gongkai.exports.files import json_text
from gongkai.exports.search_documents import Document, Text
from gongkai.exports.search_text import normalise
from gongkai.model.catalog import Catalog
from gongkai.model.table import DataTable, TableRow


@dataclass(frozen=True, slots=True)
class TableDocument:
    """A document with its text and the year among whose items it stands."""

    year: int
    document: Document
    text: Text


def table_documents(catalog: Catalog, address: Callable[[DataTable], str]) -> Iterator[TableDocument]:
    """The documents of all tables that have a page; `address` gives it, or an empty text."""
    for table in catalog.by_table.values():
        base = address(table)
        if not base:
            continue
        yield _made(table, catalog, base, table.ident, table.title, _table_text(table))
        if table.row_pages:
            for row in table.rows:
                path, ident = f"{base}row/{row.slug}/", f"{table.ident}/row/{row.slug}"
                yield _made(table, catalog, path, ident, row.title, _row_text(table, row))


def _table_text(table: DataTable) -> str:
    """What stands on a table's pages; rows with pages of their own are found there."""
    rows = [] if table.row_pages else [_row_text(table, row) for row in table.rows]
    return "\n".join(part for part in (table.description, table.note, *rows) if part)


def _row_text(table: DataTable, row: TableRow) -> str:
    return "\n".join(f"{f.name}：{text}" for f, text in zip(table.fields, row.values, strict=True) if text)


def _made(table: DataTable, catalog: Catalog, path: str, ident: str, title: str, text: str) -> TableDocument:
    column = catalog.tree.columns[table.column]
    day = table.published.day
    shown: Mapping[str, str] = {"i": ident, "u": path, "t": title, "d": day.isoformat(), "c": column.name}
    facets = [f"year:{day.year}", f"issuer:{catalog.unit.name}"]
    facets += [f"column:{each.path}" for each in catalog.tree.ancestry(table.column)]
    facets += [f"five:{column.five}"] if column.five else []
    document = Document(
        index_number=ident,
        # Addresses are made from slugs below /info/: the way out of there leads to the table.
        slug=f"..{path.rstrip('/')}",
        title=title,
        doc_number="",
        dead=False,
        facets=tuple(sorted(facets)),
        keys=("t:" + normalise(title),),
        shown=shown,
        mark=hashlib.sha256(json_text([text, list(shown.items())]).encode()).hexdigest(),
    )
    return TableDocument(day.year, document, Text(text))
