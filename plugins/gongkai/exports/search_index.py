"""All files of the search: folders for runs of years, named by what is in them, and the list of these folders.

A folder whose items are what they were is not made again: its files stay where they are in the site.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from gongkai.exports.files import json_text
from gongkai.exports.search_documents import Document, Text, document_of
from gongkai.exports.search_facts import facts_files
from gongkai.exports.search_shard import Files, shard_files
from gongkai.exports.search_tables import TableDocument
from gongkai.model.catalog import Catalog

FOLDER = "search"
VERSION = 2
"""Raised whenever the same items give other files: every shard is then made again."""
SCRIPT_ITEMS = 2000
"""Up to so many items there is also one script with all texts, for disks and CDs."""
SHARD = 20_000
"""Years before the newest share a shard up to so many items: fewer shards are fewer requests for each query."""

Read = Callable[[Document], Text]


class Former(Protocol):
    """The search files of the site as it is."""

    def keep(self, folder: str) -> Sequence[str]:
        """Let a folder stand; the paths of its files below the site, or nothing when it is not there whole."""

    def read(self, path: str) -> bytes:
        """The bytes of a file that stands."""


class Nothing:
    """No former site."""

    def keep(self, _folder: str) -> Sequence[str]:
        """Nothing stands."""
        return ()

    def read(self, path: str) -> bytes:
        """Is never asked."""
        raise FileNotFoundError(path)


@dataclass(frozen=True, slots=True)
class Shard:
    """The documents of a year or of several, newest first."""

    years: tuple[int, ...]
    documents: tuple[Document, ...]

    @property
    def name(self) -> str:
        """The first year and the last: `2014-2017`, or `2025`."""
        return "-".join(str(year) for year in dict.fromkeys((self.years[0], self.years[-1])))

    @property
    def folder(self) -> str:
        """The folder of the texts, below the search folder: another one whenever anything in it is."""
        return _named(self.name, (document.mark for document in self.documents))

    @property
    def facts(self) -> str:
        """The folder of what other items and the day change."""
        return _named(f"{self.name}-facts", (document.facts for document in self.documents))


def _named(name: str, marks: Iterable[str]) -> str:
    text = "\n".join((str(VERSION), *marks))
    return f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def shards_of(catalog: Catalog, tables: Sequence[TableDocument] = ()) -> tuple[Shard, ...]:
    """The shards of a site, newest first: the newest year by itself, as most changes are there."""
    years: defaultdict[int, list[Document]] = defaultdict(list)
    for item in catalog.items:
        years[item.year].append(document_of(item, catalog))
    for table in tables:
        years[table.year].append(table.document)
    for year in {table.year for table in tables}:
        years[year].sort(key=lambda document: document.shown["d"], reverse=True)
    runs = runs_of({year: len(found) for year, found in years.items()})
    return tuple(
        Shard(run, tuple(document for year in reversed(run) for document in years[year]))
        for run in reversed(runs)
    )


def runs_of(sizes: Mapping[int, int], most: int = SHARD) -> tuple[tuple[int, ...], ...]:
    """Years (with how many items) put together, oldest first: runs of at most `most` items, the newest alone."""
    runs: list[tuple[int, ...]] = []
    *older, newest = sorted(sizes) or [0]
    for year in older:
        if runs and sum(sizes[y] for y in runs[-1]) + sizes[year] <= most:
            runs[-1] += (year,)
        else:
            runs.append((year,))
    return (*runs, (newest,)) if sizes else ()


def search_files(
    catalog: Catalog,
    read: Read,
    former: Former,
    words: Mapping[str, Sequence[str]],
    tables: Sequence[TableDocument] = (),
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site, bytes): shards one after the other, then the list of shards, then the script.
    Folders that `former` keeps are not among them.

    `words` leads from a word of a query to what is looked for as well.
    """
    small = len(catalog.items) <= SCRIPT_ITEMS
    listed: list[Mapping[str, object]] = []
    rows: list[str] = []
    for shard in shards_of(catalog, tables):
        texts = _Texts(small, former)
        yield from texts.passing(shard.folder, shard_files(shard.documents, read))
        yield from texts.passing(shard.facts, facts_files(shard.documents))
        listed.append(_listed(shard, texts.counts))
        rows += texts.rows(shard)
    yield f"{FOLDER}/index.json", json_text({"version": VERSION, "shards": listed, "words": words}).encode()
    if small:
        yield f"{FOLDER}/all.js", script(rows, words)


class _Texts:
    """Counts the files of one shard as they pass, and holds its texts where the script needs them."""

    def __init__(self, wanted: bool, former: Former) -> None:
        self.counts: Counter[str] = Counter()
        self._wanted, self._former = wanted, former
        self._texts: dict[str, str] = {}

    def passing(self, folder: str, made: Files) -> Iterator[tuple[str, bytes]]:
        """The files of a folder, from `made` unless the former site has them."""
        there = f"{FOLDER}/{folder}/"
        kept = self._former.keep(there.rstrip("/"))
        for path in kept:
            name = path.removeprefix(there)
            if self._count(name):
                self._texts[name] = self._former.read(path).decode()
        if not kept:
            for name, data in made:
                if self._count(name):
                    self._texts[name] = data.decode()
                yield there + name, data

    def _count(self, name: str) -> bool:
        """Count a file; whether its text is to be held."""
        kind = name.partition("/")[0]
        self.counts[kind] += 1
        return self._wanted and kind in ("t", "a")

    def rows(self, shard: Shard) -> Iterator[str]:
        """A row of the script for each document, if it is wanted."""
        for number, document in enumerate(shard.documents if self._wanted else ()):
            text, attached = self._texts[f"t/{number}.json"], self._texts.get(f"a/{number}.json", "[]")
            facts = json_text([document.facets, document.state, int(document.dead)])
            yield f"[{text},{attached},{facts[1:]}"


def _listed(shard: Shard, counts: Mapping[str, int]) -> Mapping[str, object]:
    return {
        "years": shard.name,
        "folder": shard.folder,
        "facts": shard.facts,
        "docs": len(shard.documents),
        **{kind: counts[kind] for kind in "dpxf"},
    }


def script(rows: Iterable[str], words: Mapping[str, Sequence[str]]) -> bytes:
    """One script with every text: a page opened from a disk may load a script, but no other file."""
    body = ",\n".join(rows).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'window.gongkaiTexts={{"words":{json_text(words)},"docs":[\n{body}\n]}};\n'.encode()
