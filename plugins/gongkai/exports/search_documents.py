"""Items as search sees them: what is compared exactly, what filters look at, what a result shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.exports.files import json_text
from gongkai.exports.search_text import normalise
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.numbers import doc_number_key, index_number_key
from gongkai.model.relation import RelationKind

INTERPRETED = "interpreted:1"
"""The facet of a file that has an interpretation on this site."""


@dataclass(frozen=True, slots=True)
class Text:
    """What can be read of an item: its body, and (title, text) of each attachment that could be read."""

    body: str
    attachments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One item without its text. `mark` changes whenever its own texts and names do, `facts` with the rest.

    `facets` are `name:value`; `keys` the exact names (`n:` doc number, `i:` index number, `t:` title);
    `state` the validity, empty where there is none; `shown` what else a result row shows, by one-letter keys:
    i index number, u address, t title, d day, n doc number, c column.
    """

    index_number: str
    slug: str
    title: str
    doc_number: str
    dead: bool
    facets: tuple[str, ...]
    keys: tuple[str, ...]
    shown: Mapping[str, str]
    mark: str
    state: str = ""

    @property
    def facts(self) -> str:
        """All that `mark` does not cover, in one text."""
        return json_text([self.state, self.dead, self.facets])


def document_of(item: Item, catalog: Catalog) -> Document:
    """An item's document."""
    state = catalog.validity.get(item.index_number)
    shown = _shown(item, catalog)
    sources = [item.sha256, *(f"{a.name}/{a.title}/{a.sha256}" for a in item.attachments)]
    return Document(
        index_number=item.index_number,
        slug=item.slug,
        title=item.title,
        doc_number=item.doc_number,
        dead=bool(state and state.is_dead),
        facets=tuple(sorted(_facets(item, catalog))),
        keys=tuple(_keys(item)),
        shown=shown,
        state=state.value if state else "",
        mark=hashlib.sha256(json_text([sources, list(shown.items())]).encode()).hexdigest(),
    )


def _keys(item: Item) -> Iterator[str]:
    yield "i:" + index_number_key(item.index_number)
    yield "t:" + normalise(item.title)
    if item.doc_number:
        yield "n:" + doc_number_key(item.doc_number)


def _shown(item: Item, catalog: Catalog) -> Mapping[str, str]:
    pairs = (
        ("i", item.index_number),
        ("u", item.address),
        ("t", item.title),
        ("d", item.published.day.isoformat()),
        ("n", item.doc_number),
        ("c", catalog.tree.columns[item.column].name),
    )
    return {key: value for key, value in pairs if value}


def _facets(item: Item, catalog: Catalog) -> Iterator[str]:
    yield f"year:{item.year}"
    for path in item.columns:
        for column in catalog.tree.ancestry(path):
            yield f"column:{column.path}"
        if catalog.tree.columns[path].five:
            yield f"five:{catalog.tree.columns[path].five}"
    for issuer in item.issuers or (item.publisher,):
        yield f"issuer:{issuer}"
    if item.theme:
        yield f"theme:{item.theme.partition(chr(92))[0]}"
    if item.genre:
        yield f"genre:{item.genre}"
    if item.index_number in catalog.validity:
        yield f"validity:{catalog.validity[item.index_number].value}"
    if catalog.sources(item, RelationKind.INTERPRETS):
        yield INTERPRETED
