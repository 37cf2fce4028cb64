"""`/sitemap.xml` by the protocol of sitemaps.org: parts of 50,000 addresses, and no day that is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from gongkai.exports.files import XML_HEAD, ascii_address, escaped

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
    return _document("urlset", (_place("url", absolute(path), day) for path, day in entries))


def _index(parts: Iterable[tuple[str, Sequence[Entry]]], absolute: Callable[[str], str]) -> bytes:
    places = (
        _place("sitemap", absolute(f"/{name}"), max(day for _, day in entries)) for name, entries in parts
    )
    return _document("sitemapindex", places)


def _document(tag: str, places: Iterable[str]) -> bytes:
    """The file as ElementTree would write it, which needs ten times as long for so plain a list."""
    inner = "".join(places)
    root = f'{tag} xmlns="{_NAMESPACE}"'
    return f"{XML_HEAD}<{root}>\n{inner}</{tag}>\n".encode() if inner else f"{XML_HEAD}<{root} />\n".encode()


def _place(tag: str, address: str, day: str) -> str:
    dated = f"  <lastmod>{escaped(day)}</lastmod>\n" if day else ""
    return f" <{tag}>\n  <loc>{escaped(ascii_address(address))}</loc>\n{dated} </{tag}>\n"
