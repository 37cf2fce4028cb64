"""Which documents share a shard: runs of years, and of months where a year has too many, each below a bound."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.exports.search_documents import Document, document_of
from gongkai.exports.search_tables import TableDocument
from gongkai.model.catalog import Catalog

VERSION = 3
"""Raised whenever the same items give other files: every shard is then made again."""
SHARD = 5000
"""A shard has at most so many items, where its months allow: so many are indexed again after an edit in one of
them. Fewer, larger shards are fewer requests for each query; docs/benchmarks.md has the figures of this bound."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The documents of a run of years, or of months of one year (`name` says which), newest first."""

    name: str
    documents: tuple[Document, ...]

    @property
    def folder(self) -> str:
        """The folder of the texts, below the search folder: another one whenever anything in it is."""
        return named(self.name, (document.mark for document in self.documents))

    @property
    def facts(self) -> str:
        """The folder of what other items and the day change."""
        return named(f"{self.name}-facts", (document.facts for document in self.documents))


def named(name: str, marks: Iterable[str]) -> str:
    """A folder's name: another one whenever one of `marks` is."""
    text = "\n".join((str(VERSION), *marks))
    return f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def shards_of(catalog: Catalog, tables: Sequence[TableDocument] = (), most: int = SHARD) -> tuple[Shard, ...]:
    """The shards of a site, newest first: the newest year by itself, as most changes are there."""
    years: defaultdict[int, list[Document]] = defaultdict(list)
    for item in catalog.items:
        years[item.year].append(document_of(item, catalog))
    for table in tables:
        years[table.year].append(table.document)
    for year in {table.year for table in tables}:
        years[year].sort(key=_day, reverse=True)
    runs = runs_of({year: len(found) for year, found in years.items()}, most)
    made = (shard for run in runs for shard in _of_run(run, years, most))
    return tuple(made)[::-1]


def runs_of(sizes: Mapping[int, int], most: int) -> tuple[tuple[int, ...], ...]:
    """Years (with how many items) put together, oldest first: runs of at most `most` items, the newest alone."""
    *older, newest = sorted(sizes) or [0]
    return (*_runs(older, sizes, most), (newest,)) if sizes else ()


def _runs(keys: Iterable[int], sizes: Mapping[int, int], most: int) -> Sequence[tuple[int, ...]]:
    runs: list[tuple[int, ...]] = []
    for key in keys:
        if runs and sum(sizes[k] for k in runs[-1]) + sizes[key] <= most:
            runs[-1] += (key,)
        else:
            runs.append((key,))
    return runs


def _of_run(run: Sequence[int], years: Mapping[int, Sequence[Document]], most: int) -> Iterator[Shard]:
    """One shard, or several where one year alone has too many; oldest first."""
    documents = tuple(document for year in reversed(run) for document in years[year])
    if len(documents) <= most:
        yield Shard(_span(str(run[0]), str(run[-1])), documents)
        return
    months: defaultdict[int, list[Document]] = defaultdict(list)
    for document in documents:
        months[int(_day(document)[5:7])].append(document)
    for part in _runs(sorted(months), {month: len(found) for month, found in months.items()}, most):
        span = _span(f"{part[0]:02}", f"{part[-1]:02}")
        yield Shard(f"{run[0]}.{span}", tuple(d for month in reversed(part) for d in months[month]))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _day(document: Document) -> str:
    return document.shown["d"]
