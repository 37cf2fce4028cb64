"""What other items and the day change of a shard's documents: validity, and what filters look at.

It stands apart from the texts: a file that is repealed, expires or is interpreted has its year's texts untouched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gongkai.exports.search_codec import entry, joined, members
from gongkai.exports.search_documents import Document
from gongkai.exports.search_shard import Files, dealt
from gongkai.exports.search_text import spread

DEAD = "dead"
"""The name of the list of repealed and expired files; the others have the state's own name."""
_FACET_BYTES = 4000


def facts_files(documents: Sequence[Document]) -> Files:
    """`f/`: value of a filter → documents."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for facet in set(document.facets):
            lists[facet].append(number)
    total = len(documents)
    yield from dealt(
        "f", [(spread(f), entry(f, members(lists[f], total))) for f in sorted(lists)], _FACET_BYTES
    )


def states_file(shards: Sequence[Sequence[Document]]) -> bytes:
    """Shard and state of validity (`0 有效`) → documents: one file, as every first query reads all of it."""
    return joined(
        entry(f"{shard} {name}", members(found, len(documents)))
        for shard, documents in enumerate(shards)
        for name, found in _states(documents)
    )


def _states(documents: Sequence[Document]) -> Iterator[tuple[str, list[int]]]:
    states: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if document.dead:
            states[DEAD].append(number)
        if document.state:
            states[document.state].append(number)
    yield from sorted(states.items())
