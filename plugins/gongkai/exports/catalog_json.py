"""`/api/catalog.json` and `/api/items/<slug>.json`: the open catalog, one item a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from gongkai.exports.catalog_schema import schema_file
from gongkai.exports.files import GENERATOR, json_object, json_text
from gongkai.exports.records import Absolute, Record, item_record, withdrawn_record
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.unit import Unit

FORMAT = 1
PARTS_FROM = 100_000
"""From this number of items on the catalog comes in yearly parts."""


def catalog_json_exports(
    catalog: Catalog, absolute: Absolute, parts_from: int = PARTS_FROM
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site, bytes): schema, catalog (whole, or index and yearly parts), one file an item."""
    yield "api/catalog.schema.json", schema_file()
    if len(catalog.items) < parts_from:
        yield "api/catalog.json", _whole(catalog, absolute)
    else:
        yield from _parts(catalog, absolute)
    for item in catalog.items:
        yield f"api/items/{item.slug}.json", json_object(item_record(item, catalog, absolute))
    for item in catalog.tombstones:
        yield f"api/items/{item.slug}.json", json_object(withdrawn_record(item, absolute))


def _whole(catalog: Catalog, absolute: Absolute) -> bytes:
    items = (item_record(item, catalog, absolute) for item in catalog.items)
    return _document(
        _head(catalog.unit, absolute), {"items": items, "withdrawn": _withdrawn(catalog, absolute)}
    )


def _parts(catalog: Catalog, absolute: Absolute) -> Iterator[tuple[str, bytes]]:
    head = _head(catalog.unit, absolute)
    years = sorted(catalog.by_year, reverse=True)
    for year in years:
        items = (item_record(item, catalog, absolute) for item in catalog.by_year[year])
        yield _part_name(year), _document({**head, "year": int(year)}, {"items": items})
    parts = (_part(year, catalog.by_year[year], absolute) for year in years)
    yield "api/catalog.json", _document(head, {"parts": parts, "withdrawn": _withdrawn(catalog, absolute)})


def _part_name(year: str) -> str:
    return f"api/catalog-{year}.json"


def _part(year: str, items: tuple[Item, ...], absolute: Absolute) -> Record:
    return {"year": int(year), "url": absolute(f"/{_part_name(year)}"), "count": len(items)}


def _withdrawn(catalog: Catalog, absolute: Absolute) -> Iterator[Record]:
    return (withdrawn_record(item, absolute) for item in catalog.tombstones)


def _head(unit: Unit, absolute: Absolute) -> dict[str, Any]:
    named = {"name": unit.name, "code": unit.code} if unit.code else {"name": unit.name}
    return {
        "generator": GENERATOR,
        "format": FORMAT,
        "schema": absolute("/api/catalog.schema.json"),
        "unit": named,
    }


def _document(head: dict[str, Any], lists: dict[str, Iterable[Record]]) -> bytes:
    """An object whose lists have one entry a line: a changed item is one changed line."""
    members = [f" {json_text(key)}: {json_text(value)}" for key, value in head.items()]
    for key, records in lists.items():
        lines = ",\n".join(f"  {json_text(record)}" for record in records)
        members.append(f" {json_text(key)}: [\n{lines}\n ]" if lines else f" {json_text(key)}: []")
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()
