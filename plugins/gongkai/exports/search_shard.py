"""The index of one shard (the items of one year): files that a browser reads a few of for each query.

For each pair of neighbouring characters, and for each single one, there is the list of documents that hold it
(`d/`), and for pairs where they stand (`p/`). Pairs are dealt into files by a hash. Documents are numbered
from the newest, so that a list is in the order in which results are shown.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from gongkai.exports.files import json_text
from gongkai.exports.search_codec import (
    PLACE_BITS,
    PLACES,
    ascending,
    documents_of,
    entry,
    joined,
    members,
    positions,
    power_of_two,
)
from gongkai.exports.search_documents import Document, Text
from gongkai.exports.search_text import bucket_of, lines, normalise, spread

Files = Iterator[tuple[str, bytes]]
_GRAM_BYTES, _KEYS = 2600, 32
"""About how many bytes a file of lists has, and how many keys a file of keys."""
TITLE = 512
"""Places below this belong to the title, the body begins here."""


@dataclass(slots=True)
class Lists:
    """What is gathered while documents pass: gram → places, and the grams of titles → documents."""

    places: defaultdict[str, array[int]]
    titles: defaultdict[str, list[int]]


def shard_files(documents: Sequence[Document], read: Callable[[Document], Text]) -> Files:
    """All files of a shard; each document's text is read once and not kept."""
    lists = Lists(defaultdict(lambda: array("Q")), defaultdict(list))
    for number, document in enumerate(documents):
        text = read(document)
        _take(lists, number, document, text)
        yield f"t/{number}.json", fragment(document, text)
    yield from _list_files(lists, len(documents))
    yield from _key_files(documents)
    yield "facets.json", _line(facets(documents))
    yield "names.json", _line(names(documents))


def _take(lists: Lists, number: int, document: Document, text: Text) -> None:
    title = normalise(document.title)[:TITLE]
    rest = normalise("\n".join((text.body, *(t for _, t in text.attachments))))[: PLACES - TITLE]
    places, base = lists.places, number << PLACE_BITS
    for start, line in (*lines(title, base), *lines(rest, base + TITLE)):
        for place, pair in enumerate(map(add, line, line[1:]), start):
            places[pair].append(place)
    for character in sorted(set(title + rest) - {"\n"}):
        places[character].append(base)
    for gram in sorted({*map(add, title, title[1:]), *title}):
        lists.titles[gram].append(number)


def fragment(document: Document, text: Text) -> bytes:
    """What a result shows: the facts, the body, the attachments' text."""
    record = dict(document.shown) | {"b": text.body, "a": [list(pair) for pair in text.attachments]}
    return _line(record)


def _list_files(lists: Lists, total: int) -> Files:
    grams = sorted(lists.places)
    there = {gram: documents_of(lists.places[gram]) for gram in grams}
    data = {gram: _documents(lists.titles.get(gram, []), there[gram], total) for gram in grams}
    buckets = power_of_two(sum(map(len, data.values())) // _GRAM_BYTES, 4096)
    yield from _dealt("d", ((gram, data[gram]) for gram in grams), buckets)
    del data, there
    pairs_only = ((gram, positions(lists.places[gram])) for gram in grams if len(gram) == 2)
    yield from _dealt("p", pairs_only, buckets)


def _documents(titles: Sequence[int], documents: Sequence[int], total: int) -> bytes:
    return ascending(titles) + members(documents, total)


def _dealt(folder: str, entries: Iterable[tuple[str, bytes]], buckets: int) -> Files:
    dealt: defaultdict[int, list[bytes]] = defaultdict(list)
    for gram, data in entries:
        dealt[bucket_of(gram, buckets)].append(entry(gram, data))
    for number in range(buckets):
        yield f"{folder}/{number}.bin", joined(dealt[number])


def _key_files(documents: Sequence[Document]) -> Files:
    """Exact answers: doc number, index number, whole title → documents."""
    keys: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for key in document.keys:
            keys[key].append(number)
    buckets = power_of_two(len(keys) // _KEYS, 1024)
    dealt: defaultdict[int, dict[str, list[int]]] = defaultdict(dict)
    for key in sorted(keys):
        found = dealt[bucket_of(key, buckets)].setdefault(f"{spread(key):x}", [])
        found += [number for number in keys[key] if number not in found]
    for number in range(buckets):
        yield f"x/{number}.json", _line(dealt[number])


def facets(documents: Sequence[Document]) -> Mapping[str, object]:
    """The values that filters look at: a table of all values, and for each document the places of its own."""
    table = sorted({value for document in documents for value in document.facets})
    place = {value: number for number, value in enumerate(table)}
    return {"values": table, "docs": [sorted(place[v] for v in set(d.facets)) for d in documents]}


def names(documents: Sequence[Document]) -> Mapping[str, object]:
    """Index number, title, doc number and address of every document."""
    return {
        "i": [document.index_number for document in documents],
        "t": [document.title for document in documents],
        "n": [document.doc_number for document in documents],
        "u": [document.slug for document in documents],
    }


def _line(value: object) -> bytes:
    return json_text(value).encode()
