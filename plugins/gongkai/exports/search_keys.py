"""Exact names of documents, and which document numbers there are: small files for the whole site.

A query reads one file for each name that it may be, whatever the number of shards. A document number that is
not there is looked up by its parts, so that near spellings cost a few files too, not a list of all names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gongkai.exports.files import json_text
from gongkai.exports.search_codec import power_of_two
from gongkai.exports.search_documents import Document
from gongkai.exports.search_runs import named
from gongkai.exports.search_shard import Files
from gongkai.exports.search_text import spread
from gongkai.model.numbers import parse_doc_number

Shards = Sequence[Sequence[Document]]
"""The documents of each shard, in the order of the list of shards."""
_BYTES, _MOST = 4000, 1024
"""About how many bytes a file has, and how many files there are at most."""


def keys_folder(shards: Shards) -> str:
    """The name of the folder: another one whenever any name, or the place of a document, is another."""
    return named("keys", (json_text([document.keys for document in documents]) for documents in shards))


def key_files(shards: Shards) -> Files:
    """Files `0.json` …, each: hash of a key → what is known of it, see `known_of`; dealt by that hash."""
    known = sorted((name, spot, json_text(value)) for name, spot, value in known_of(shards))
    buckets = power_of_two(sum(len(value.encode()) + 14 for _, _, value in known) // _BYTES, _MOST)
    files: list[list[str]] = [[] for _ in range(buckets)]
    for name, spot, value in known:
        files[spot & (buckets - 1)].append(f'"{name}":{value}')
    for number, members in enumerate(files):
        yield f"{number}.json", f"{{{','.join(members)}}}".encode()


def known_of(shards: Shards) -> Iterator[tuple[str, int, list[object]]]:
    """Yield (letter and hash, hash, value) of every key.

    `i:` index number, `n:` document number and `t:` whole title → shard, document, shard, document …;
    `w:` 代字 and year → serial numbers; `s:` 代字 and serial number → years; `y:` year and serial number → 代字.
    Two keys with one hash have their values put together: who reads them compares the document's own names.
    """
    places: defaultdict[str, list[object]] = defaultdict(list)
    parts: defaultdict[str, set[object]] = defaultdict(set)
    for shard, documents in enumerate(shards):
        for number, document in enumerate(documents):
            for key in dict.fromkeys(map(_name, document.keys)):
                places[key] += (shard, number)
            for key, part in _parts(document.doc_number):
                parts[_name(key)].add(part)
    yield from ((name, _spot(name), value) for name, value in places.items())
    yield from ((name, _spot(name), sorted(found, key=str)) for name, found in parts.items())


def _name(key: str) -> str:
    return f"{key[0]}{spread(key):x}"


def _spot(name: str) -> int:
    return int(name[1:], 16)


def _parts(doc_number: str) -> Iterator[tuple[str, object]]:
    parsed = parse_doc_number(doc_number) if doc_number else None
    if parsed:
        yield f"w:{parsed.word} {parsed.year}", parsed.number
        yield f"s:{parsed.word} {parsed.number}", parsed.year
        yield f"y:{parsed.year} {parsed.number}", parsed.word
