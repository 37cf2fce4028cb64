"""`/api/catalog.json` and `/api/items/<slug>.json`: the open catalog, one item a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from typing import Any

from gongkai.exports.catalog_schema import schema_file
from gongkai.exports.files import GENERATOR, json_line, json_members, json_object, json_text
from gongkai.exports.records import Absolute, Record, Records, withdrawn_record
from gongkai.model.catalog import Catalog
from gongkai.model.unchanged import NOTHING, Unchanged
from gongkai.model.unit import Unit

NAME = "api/catalog.json"
FORMAT = 1
_BEGIN = b'  {"index_number":"'
PARTS_FROM = 100_000
"""From this number of items on the catalog comes in yearly parts."""


def catalog_json_exports(
    catalog: Catalog, absolute: Absolute, parts_from: int = PARTS_FROM, unchanged: Unchanged = NOTHING
) -> Iterator[tuple[str, bytes | None]]:
    """Yield (path below the site, bytes): schema, one file an item, catalog (whole, or index and yearly parts).

    An item's members are written once, for its own file and for its line of the catalog. Of an unchanged item
    the file stays (no bytes), and its line is taken from the former catalog.
    """
    yield "api/catalog.schema.json", schema_file()
    head, records = _head(catalog.unit, absolute), Records(catalog, absolute)
    divided = len(catalog.items) >= parts_from
    for year, items in groupby(catalog.items, key=lambda item: item.year if divided else 0):
        part = _List({**head, "year": year} if divided else head)
        name = _part_name(year) if divided else NAME
        lines = former_lines(unchanged.read(name), unchanged.numbers)
        for item in items:
            path, line = f"api/items/{item.slug}.json", lines.get(item.index_number)
            if line is not None and unchanged.stands(path):
                part.add(line)
                yield path, None
                continue
            members = json_members(records.of(item))
            part.add(json_line(members).encode())
            yield path, json_object(members)
        yield name, part.done(None if divided else _withdrawn(catalog, absolute))
    if divided:
        yield NAME, _index(catalog, head, absolute)
    elif not catalog.items:
        yield NAME, _List(head).done(_withdrawn(catalog, absolute))
    for item in catalog.tombstones:
        yield f"api/items/{item.slug}.json", json_object(json_members(withdrawn_record(item, absolute)))


def former_lines(document: bytes, numbers: frozenset[str]) -> dict[str, bytes]:
    """The lines of a former catalog, written as `_List` does, by index number: those of some items."""
    found: dict[str, bytes] = {}
    for line in document.split(b"\n"):
        if line.startswith(_BEGIN):
            number = line[len(_BEGIN) : line.find(b'"', len(_BEGIN))].decode()
            if number in numbers:
                found[number] = line[2:].removesuffix(b",")
    return found


def _index(catalog: Catalog, head: Record, absolute: Absolute) -> bytes:
    years = sorted(catalog.by_year, reverse=True)
    parts = _List(head, "parts")
    for year in years:
        parts.add(json_text(_part(year, len(catalog.by_year[year]), absolute)).encode())
    return parts.done(_withdrawn(catalog, absolute))


def _part_name(year: str | int) -> str:
    return f"api/catalog-{year}.json"


def _part(year: str, count: int, absolute: Absolute) -> Record:
    return {"year": int(year), "url": absolute(f"/{_part_name(year)}"), "count": count}


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


class _List:
    """An object whose lists have one entry a line: a changed item is one changed line.

    It grows as bytes: the catalog is the largest file of a site, and lines of Chinese text take twice the room.
    """

    def __init__(self, head: Record, name: str = "items") -> None:
        members = "".join(f" {json_text(key)}: {json_text(value)},\n" for key, value in head.items())
        self._bytes = BytesIO()
        self._bytes.write(f"{{\n{members} {json_text(name)}: [".encode())
        self._empty = True

    def add(self, line: bytes) -> None:
        """Append an entry, written out already."""
        self._bytes.write((b"\n  " if self._empty else b",\n  ") + line)
        self._empty = False

    def done(self, withdrawn: Iterable[Record] | None = None) -> bytes:
        """The whole document, with a second list if one is given."""
        self._bytes.write(self._end())
        if withdrawn is not None:
            self._bytes.write(b',\n "withdrawn": [')
            self._empty = True
            for record in withdrawn:
                self.add(json_text(record).encode())
            self._bytes.write(self._end())
        self._bytes.write(b"\n}\n")
        return self._bytes.getvalue()

    def _end(self) -> bytes:
        return b"]" if self._empty else b"\n ]"
