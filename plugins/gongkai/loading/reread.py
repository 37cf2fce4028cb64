"""A load after a save that changed nothing but the text of one body: the former result with one item replaced."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import fields, replace

from gongkai.loading.candidate import Candidate
from gongkai.loading.directory import listed_of
from gongkai.loading.dress import dress
from gongkai.loading.files import FormerFiles
from gongkai.loading.folder import Found
from gongkai.loading.memory import Known, Memory, read_file
from gongkai.loading.site import Loaded
from gongkai.model.catalog import with_item
from gongkai.model.item import Item
from gongkai.model.problem import Problem

_TEXT_ONLY = frozenset({"sha256", "body_offset", "body_line", "lines", "references"})
"""What may differ: nobody but the item's own page looks at these. Of references only their lines may."""

_COMPARED = tuple(f.name for f in fields(Item) if f.name not in _TEXT_ONLY)


def reread(loaded: Loaded, memory: Memory, path: str, problems: Iterable[Problem]) -> Loaded | None:
    """The load after a change of one file (path below the folder), or None when a whole load must tell.

    `problems` are all findings about the site: if one of them speaks of this file, its lines may be others now.
    """
    done, former = memory.done, memory.known(path)
    before = done.candidates.get(path) if done else None
    if done is None or former is None or before is None or done.finished.kept:
        return None
    place = done.site.shown + path
    if any(place in p.path or place in p.message or place in p.hint for p in problems):
        return None
    fresh = _read(former, memory)
    if fresh is None or not _alike(before, fresh.candidate, former, fresh):
        return None
    old = loaded.catalog.by_number.get(before.item.index_number) if before.item else None
    if old is None or fresh.candidate.item is None:
        return None
    dressed = dress(
        fresh.candidate, fresh.candidate.item, done.index, FormerFiles(None), done.finished.directory, done.site.schema
    )  # fmt: skip
    if dressed.problems or not _same_item(old, dressed.item):
        return None
    memory.replace(path, fresh)
    return replace(loaded, catalog=with_item(loaded.catalog, old, dressed.item))


def _read(former: Known, memory: Memory) -> Known | None:
    found, done = former.found, memory.done
    if done is None:
        return None
    try:
        facts = os.stat(found.real)  # noqa: PTH116 - a path that is kept as text
    except OSError:
        return None
    now = Found(found.relative, found.real, facts.st_size, facts.st_mtime_ns)
    return read_file(now, done.site, done.rules, done.max_bytes)


def _alike(before: Candidate, now: Candidate, former: Known, fresh: Known) -> bool:
    """Whether both are public without any finding, and every other file finds in it what it found before."""
    return (
        before.public
        and now.public
        and not (before.problems or now.problems or former.notes or fresh.notes)
        and bool(before.values.get("draft")) == bool(now.values.get("draft"))
        and listed_of(before) == listed_of(now)
    )


def _same_item(old: Item, new: Item) -> bool:
    """Whether two items differ in their text alone."""
    named = [[(r.field, r.key, r.text) for r in item.references] for item in (old, new)]
    return named[0] == named[1] and all(getattr(old, name) == getattr(new, name) for name in _COMPARED)
