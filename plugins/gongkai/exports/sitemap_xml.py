"""`/sitemap.xml` by the protocol of sitemaps.org: parts of 50,000 addresses, and no day that is not known."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Sequence

from gongkai.exports.files import add, ascii_address, xml_file

LIMIT = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Entry = tuple[str, str]
"""Site-rooted path and ISO day; the day is empty where none is known."""


def sitemap_exports(
    entries: Iterable[Entry], absolute: Callable[[str], str], limit: int = LIMIT
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site, bytes): one `sitemap.xml`, or above `limit` addresses an index and its parts.

    The protocol knows full addresses only: nothing is made when the site's address is not set, that is when
    `absolute` gives the path back.
    """
    if "://" not in absolute("/"):
        return
    known = sorted(set(entries))
    if len(known) <= limit:
        yield "sitemap.xml", _part(known, absolute)
        return
    parts = [known[start : start + limit] for start in range(0, len(known), limit)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _part(part, absolute)
    yield "sitemap.xml", _index(zip(names, parts, strict=True), absolute)


def _part(entries: Sequence[Entry], absolute: Callable[[str], str]) -> bytes:
    root = ET.Element("urlset", {"xmlns": _NAMESPACE})
    for path, day in entries:
        _add_place(root, "url", absolute(path), day)
    return xml_file(root)


def _index(parts: Iterable[tuple[str, Sequence[Entry]]], absolute: Callable[[str], str]) -> bytes:
    root = ET.Element("sitemapindex", {"xmlns": _NAMESPACE})
    for name, entries in parts:
        _add_place(root, "sitemap", absolute(f"/{name}"), max(day for _, day in entries))
    return xml_file(root)


def _add_place(root: ET.Element, tag: str, address: str, day: str) -> None:
    place = add(root, tag)
    add(place, "loc", ascii_address(address))
    if day:
        add(place, "lastmod", day)
