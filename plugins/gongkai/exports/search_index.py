"""All files of the search: one folder for each year, named by what is in it, and the list of these folders.

A shard whose items are what they were is not made again: its files come from the former site.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.exports.files import json_text
from gongkai.exports.search_documents import Document, Text, document_of
from gongkai.exports.search_shard import Files, shard_files
from gongkai.exports.search_tables import TableDocument
from gongkai.model.catalog import Catalog

FOLDER = "search"
VERSION = 1
"""Raised whenever the same items give other files: every shard is then made again."""
SCRIPT_ITEMS = 2000
"""Up to so many items there is also one script with all texts, for disks and CDs."""

Read = Callable[[Document], Text]
Former = Callable[[str], Sequence[tuple[str, bytes]]]
"""The files of a folder of the former site, as (path below the site, bytes); nothing when it is not whole."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The documents of one year, newest first, and the name of their folder."""

    year: int
    documents: tuple[Document, ...]

    @property
    def folder(self) -> str:
        """The folder below the site: another one whenever anything in it is."""
        marks = "\n".join((str(VERSION), *(document.mark for document in self.documents)))
        return f"{FOLDER}/{self.year}-{hashlib.sha256(marks.encode()).hexdigest()[:12]}"


def shards_of(catalog: Catalog, tables: Sequence[TableDocument] = ()) -> tuple[Shard, ...]:
    """The shards of a site, newest year first."""
    years: defaultdict[int, list[Document]] = defaultdict(list)
    for item in catalog.items:
        years[item.year].append(document_of(item, catalog))
    for table in tables:
        years[table.year].append(table.document)
    for year in {table.year for table in tables}:
        years[year].sort(key=lambda document: document.shown["d"], reverse=True)
    return tuple(Shard(year, tuple(years[year])) for year in sorted(years, reverse=True))


def search_files(
    catalog: Catalog,
    read: Read,
    former: Former,
    words: Mapping[str, Sequence[str]],
    tables: Sequence[TableDocument] = (),
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site, bytes): shards one after the other, then the list of shards, then the script.

    `words` leads from a word of a query to what is looked for as well.
    """
    small = len(catalog.items) <= SCRIPT_ITEMS
    listed: list[Mapping[str, object]] = []
    rows: list[str] = []
    for shard in shards_of(catalog, tables):
        counts = {"d": 0, "x": 0}
        texts: dict[int, str] = {}
        for path, data in _files(shard, read, former):
            kind, _, name = path.removeprefix(f"{shard.folder}/").partition("/")
            if kind in counts:
                counts[kind] += 1
            elif kind == "t" and small:
                texts[int(name.removesuffix(".json"))] = data.decode()
            yield path, data
        listed.append(_listed(shard, counts))
        rows += [_row(shard.documents[number], texts[number]) for number in sorted(texts)]
    yield f"{FOLDER}/index.json", json_text({"version": VERSION, "shards": listed, "words": words}).encode()
    if small:
        yield f"{FOLDER}/all.js", script(rows, words)


def _files(shard: Shard, read: Read, former: Former) -> Files:
    known = former(shard.folder)
    if known:
        return iter(known)
    return ((f"{shard.folder}/{path}", data) for path, data in shard_files(shard.documents, read))


def _listed(shard: Shard, counts: Mapping[str, int]) -> Mapping[str, object]:
    return {
        "year": shard.year,
        "folder": shard.folder.removeprefix(f"{FOLDER}/"),
        "docs": len(shard.documents),
        "grams": counts["d"],
        "keys": counts["x"],
        "dead": [number for number, document in enumerate(shard.documents) if document.dead],
    }


def _row(document: Document, text: str) -> str:
    return f"[{text},{json_text(list(document.facets))},{int(document.dead)}]"


def script(rows: Iterable[str], words: Mapping[str, Sequence[str]]) -> bytes:
    """One script with every text: a page opened from a disk may load a script, but no other file."""
    body = ",\n".join(rows).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'window.gongkaiTexts={{"words":{json_text(words)},"docs":[\n{body}\n]}};\n'.encode()
