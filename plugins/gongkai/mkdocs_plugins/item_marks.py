"""Which items say in data files what they said in the last build: each is known by a mark over all that goes into it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.fingerprints import digest
from gongkai.model.catalog import Catalog
from gongkai.model.unchanged import NOTHING, Unchanged
from gongkai.model.watched import item_digest

MARKS, BASIS = "marks", "marks_basis"


def item_marks(catalog: Catalog) -> dict[str, str]:
    """Index number → mark of a public item: its source and files, its relations, its validity."""
    related: dict[str, list[str]] = {}
    for name, links in (("out", catalog.outgoing), ("in", catalog.incoming)):
        for (number, kind), others in links.items():
            named = " ".join([other.index_number for other in others])
            related.setdefault(number, []).append(f"{name} {kind.value} {named}")
    found: dict[str, str] = {}
    for item in catalog.items:
        number = item.index_number
        more = "\n".join(sorted(related[number])) if number in related else ""
        text = f"{item_digest(item)}\n{catalog.validity.get(number, '')}\n{more}"
        found[number] = hashlib.sha256(text.encode()).hexdigest()[:20]
    return found


def marks_basis(context: BuildContext) -> str:
    """What records are made with besides the items; the day is not in it, for no record shows it."""
    catalog = context.planned().loaded.catalog
    settings = repr((catalog.unit, catalog.tree, catalog.tables))
    return digest(context.looked_back().engine, context.settings.layout, settings)


def unchanged_items(context: BuildContext) -> Unchanged:
    """What need not be made again; the marks of this build are kept in the context."""
    former, catalog = context.looked_back(), context.planned().loaded.catalog
    context.marks = {BASIS: marks_basis(context), MARKS: item_marks(catalog)}
    facts: Mapping[str, Any] = former.stored.facts
    then = facts.get(MARKS)
    if not former.standing or facts.get(BASIS) != context.marks[BASIS] or not isinstance(then, dict):
        return NOTHING
    now = context.marks[MARKS]
    same = frozenset(number for number, mark in now.items() if then.get(number) == mark)
    site = context.settings.site_folder

    def stands(path: str) -> bool:
        return path in former.standing

    def read(path: str) -> bytes:
        return _bytes(site / path) if path in former.standing else b""

    return Unchanged(same, stands, read)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
