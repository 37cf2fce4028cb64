"""Atom feeds (RFC 4287) of the site and of each open column: the newest items and change notes.

A change note (更正记录) is an entry of its own: whoever subscribed learns of it, and the item's own entry
keeps its place.
"""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest

from gongkai.exports.column_items import column_items
from gongkai.exports.files import GENERATOR, add, ascii_address, legal, xml_file
from gongkai.exports.records import Absolute
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.moment import Moment
from gongkai.model.unit import Unit

NEWEST = 30
_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Atom asks for a date even of an empty feed: the day the revised 条例 came into force (国务院令第711号).
_NO_DATE = "2019-05-15T00:00:00+08:00"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, or a change note of one: `number` counts the notes of a day from 1, 0 is the item itself."""

    item: Item
    moment: Moment
    number: int = 0
    note: str = ""

    @property
    def order(self) -> tuple[Moment, str, int]:
        """Sort key, to be used in descending order."""
        return (self.moment, self.item.index_number, self.number)

    @property
    def fragment(self) -> str:
        """What tells a note's id from the item's; it stays when later notes are added."""
        return f"#change-{self.moment.day.isoformat()}-{self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class Names:
    """How things are called in feeds: ids, links, titles."""

    unit: Unit
    absolute: Absolute

    def identity(self, path: str) -> str:
        """An id that never changes: the address; without a known site address a tag URI (RFC 4151)."""
        address = self.absolute(path)
        if "://" in address:
            return ascii_address(address)
        unit = hashlib.sha256((self.unit.code or self.unit.name).encode()).hexdigest()[:12]
        return f"tag:{unit}.gongkai.invalid,2026:{ascii_address(path)}"

    def link(self, path: str) -> str:
        """The full address, or the site-rooted one where no site address is known."""
        return ascii_address(self.absolute(path))


def feed_files(
    catalog: Catalog, open_columns: frozenset[str], absolute: Absolute
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site, bytes): the site's feed and one for each open column."""
    names = Names(catalog.unit, absolute)
    yield "feed.xml", _feed("/", catalog.unit.name, "", catalog.items, catalog, names)
    for column in catalog.tree.columns.values():
        if column.path in open_columns:
            title = f"{column.name} - {catalog.unit.name}"
            items = column_items(column, catalog)
            yield (
                f"{column.path}/feed.xml",
                _feed(f"/{column.path}/", title, column.description, items, catalog, names),
            )


def newest_entries(items: Iterable[Item], limit: int = NEWEST) -> list[Entry]:
    """The newest items and change notes together, newest first."""
    return nlargest(
        limit, (entry for item in items for entry in _entries(item)), key=lambda entry: entry.order
    )


def _entries(item: Item) -> Iterator[Entry]:
    yield Entry(item, item.published)
    seen: dict[object, int] = {}
    for change in item.changes:
        seen[change.day] = seen.get(change.day, 0) + 1
        yield Entry(item, Moment(change.day), seen[change.day], change.text)


def _feed(
    path: str, title: str, description: str, items: Iterable[Item], catalog: Catalog, names: Names
) -> bytes:
    entries = newest_entries(items)
    root = ET.Element("feed", {"xmlns": _ATOM, _LANGUAGE: "zh-CN"})
    add(root, "id", names.identity(f"{path}feed.xml"))
    add(root, "title", title)
    if description:
        add(root, "subtitle", description)
    add(root, "updated", entries[0].moment.timestamp if entries else _NO_DATE)
    add(root, "link", rel="self", type="application/atom+xml", href=names.link(f"{path}feed.xml"))
    add(root, "link", rel="alternate", type="text/html", href=names.link(path))
    add(add(root, "author"), "name", catalog.unit.name)
    add(root, "generator", GENERATOR)
    for entry in entries:
        _add_entry(root, entry, catalog, names)
    return xml_file(root)


def _add_entry(root: ET.Element, entry: Entry, catalog: Catalog, names: Names) -> None:
    item = entry.item
    element = add(root, "entry")
    add(element, "id", names.identity(item.address) + entry.fragment)
    add(element, "title", f"更正：{item.title}" if entry.number else item.title)
    add(element, "link", rel="alternate", type="text/html", href=names.link(item.address))
    add(element, "published", entry.moment.timestamp)
    add(element, "updated", entry.moment.timestamp if entry.number else _last_change(item).timestamp)
    add(element, "summary", legal(entry.note or item.summary).strip() or item.title)
    for path in item.columns:
        column = catalog.tree.columns[path]
        add(element, "category", term=column.names, label=column.name)
    add(add(element, "author"), "name", item.publisher)


def _last_change(item: Item) -> Moment:
    return max((item.published, *(Moment(change.day) for change in item.changes)))
