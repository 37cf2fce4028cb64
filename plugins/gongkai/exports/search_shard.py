"""The index of one shard (the items of some years): files that a browser reads a few of for each query.

Texts are rows of units (a character, or a whole Latin word or number). For each unit, each pair and each three
in a row there is the list of documents that hold it (`d/`), and for threes where they stand (`p/`). They are
dealt into files by a hash. Documents are numbered from the newest, so that a list is in the order in which
results are shown. Nothing here depends on the day: what time changes stands in `search_facts`.
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
from gongkai.exports.search_text import normalise, spread, units

Files = Iterator[tuple[str, bytes]]
Dealt = list[tuple[int, bytes]]
_LIST_BYTES, _PLACE_BYTES = 4000, 8000
"""About how many bytes a file of lists has, and one of places."""
TITLE = 512
"""Places below this belong to the title, the body begins here."""
FEW = 8
"""Of what stands in no more documents no places are kept: a browser reads these documents instead."""


@dataclass(slots=True)
class Lists:
    """What is gathered while documents pass: three units → places; units and pairs → documents; and what
    stands in titles → documents.
    """

    places: defaultdict[str, array[int]]
    documents: defaultdict[str, array[int]]
    titles: defaultdict[str, list[int]]


def shard_files(documents: Sequence[Document], read: Callable[[Document], Text]) -> Files:
    """All files of a shard; each document's text is read once and not kept."""
    wide = "I" if len(documents) <= 1 << (32 - PLACE_BITS) else "Q"
    lists = Lists(defaultdict(lambda: array(wide)), defaultdict(lambda: array("I")), defaultdict(list))
    for number, document in enumerate(documents):
        text = read(document)
        _take(lists, number, document, text)
        yield f"t/{number}.json", fragment(document, text)
        if text.attachments:
            yield f"a/{number}.json", _line([list(pair) for pair in text.attachments])
    yield from _list_files(lists, len(documents))
    yield "names.json", _line(names(documents))


def _take(lists: Lists, number: int, document: Document, text: Text) -> None:
    title = units(normalise(document.title))[: TITLE - 1]
    rest = units(normalise("\n".join((text.body, *(t for _, t in text.attachments)))))
    title_pairs, pairs = list(map(add, title, title[1:])), list(map(add, rest, rest[1:]))
    threes = list(map(add, title_pairs, title[2:]))
    _note(lists.places, number, 0, threes)
    _note(lists.places, number, TITLE, list(map(add, pairs, rest[2:])))
    documents, titles = lists.documents, lists.titles
    for gram in {*title, *rest, *title_pairs, *pairs}:
        documents[gram].append(number)
    for gram in {*title, *title_pairs, *threes}:
        titles[gram].append(number)


def _note(places: defaultdict[str, array[int]], number: int, start: int, grams: Sequence[str]) -> None:
    base = number << PLACE_BITS
    if start + len(grams) <= PLACES:
        for place, gram in enumerate(grams, base + start):
            places[gram].append(place)
    else:
        for place, gram in enumerate(grams, start):
            places[gram].append(base + place % PLACES)


def fragment(document: Document, text: Text) -> bytes:
    """What a result shows: the facts, the body (`b`), and how many attachments were read (`a`)."""
    return _line(dict(document.shown) | {"b": text.body, "a": len(text.attachments)})


def _list_files(lists: Lists, total: int) -> Files:
    listed: Dealt = []
    placed: Dealt = []
    titles = lists.titles
    for gram in sorted(lists.documents):
        if "\n" not in gram:
            data = ascending(titles.get(gram, ())) + members(lists.documents[gram], total)
            listed.append((spread(gram), entry(gram, data)))
    for gram in sorted(lists.places):
        if "\n" not in gram:
            places = lists.places.pop(gram)
            documents = documents_of(places)
            data, spot = ascending(titles.get(gram, ())) + members(documents, total), spread(gram)
            listed.append((spot, entry(gram, data)))
            if len(documents) > FEW:
                placed.append((spot, entry(gram, positions(places, len(documents)))))
    yield from dealt("d", listed, _LIST_BYTES)
    yield from dealt("p", placed, _PLACE_BYTES)


def dealt(folder: str, entries: Iterable[tuple[int, bytes]], size: int) -> Files:
    """Entries, each with the hash of its name, in so many files that one has about `size` bytes."""
    entries = tuple(entries)
    buckets = power_of_two(sum(len(data) for _, data in entries) // size, 8192)
    files: list[list[bytes]] = [[] for _ in range(buckets)]
    for spot, data in entries:
        files[spot & (buckets - 1)].append(data)
    for number, parts in enumerate(files):
        yield f"{folder}/{number}.bin", joined(parts)


def names(documents: Sequence[Document]) -> Mapping[str, object]:
    """Index number, title and address of every document."""
    return {
        "i": [document.index_number for document in documents],
        "t": [document.title for document in documents],
        "u": [document.slug for document in documents],
    }


def _line(value: object) -> bytes:
    return json_text(value).encode()
