"""All files of the search: folders for runs of years, named by what is in them, and the list of these folders.

A folder whose items are what they were is not made again: its files stay where they are in the site.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from gongkai.exports.files import json_text
from gongkai.exports.search_documents import Document, Text
from gongkai.exports.search_facts import facts_files, states_file
from gongkai.exports.search_keys import key_files, keys_folder
from gongkai.exports.search_runs import VERSION, Shard, shards_of
from gongkai.exports.search_shard import Files, shard_files
from gongkai.exports.search_tables import TableDocument
from gongkai.model.catalog import Catalog

FOLDER = "search"
SCRIPT_ITEMS = 2000
"""Up to so many items there is also one script with all texts, for disks and CDs."""
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


def search_files(
    catalog: Catalog,
    read: Read,
    former: Former,
    words: Mapping[str, Sequence[str]],
    tables: Sequence[TableDocument] = (),
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site, bytes): shards one after the other, what is of all of them, then the script.
    Folders that `former` keeps are not among them.

    `words` leads from a word of a query to what is looked for as well.
    """
    small = len(catalog.items) <= SCRIPT_ITEMS
    shards = shards_of(catalog, tables)
    listed: list[Mapping[str, object]] = []
    rows: list[str] = []
    for shard in shards:
        texts = _Texts(small, former)
        yield from texts.passing(shard.folder, shard_files(shard.documents, read))
        yield from texts.passing(shard.facts, facts_files(shard.documents))
        listed.append(_listed(shard, texts.counts))
        rows += texts.rows(shard)
    yield from _whole([shard.documents for shard in shards], listed, words, former)
    if small:
        yield f"{FOLDER}/all.js", script(rows, words)


def _whole(
    shards: Sequence[Sequence[Document]],
    listed: Sequence[Mapping[str, object]],
    words: Mapping[str, Sequence[str]],
    former: Former,
) -> Files:
    """What is of all shards: names, states of validity, and the list that leads to everything else."""
    keys, states = _Texts(False, former), states_file(shards)
    folder, state = keys_folder(shards), f"states-{hashlib.sha256(states).hexdigest()[:12]}.bin"
    yield from keys.passing(folder, key_files(shards))
    yield f"{FOLDER}/{state}", states
    index = {
        "version": VERSION,
        "shards": listed,
        "keys": {"folder": folder, "files": keys.counts.total()},
        "states": state,
        "words": words,
    }
    yield f"{FOLDER}/index.json", json_text(index).encode()


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
        **{kind: counts[kind] for kind in "dpf"},
    }


def script(rows: Iterable[str], words: Mapping[str, Sequence[str]]) -> bytes:
    """One script with every text: a page opened from a disk may load a script, but no other file."""
    body = ",\n".join(rows).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'window.gongkaiTexts={{"words":{json_text(words)},"docs":[\n{body}\n]}};\n'.encode()
