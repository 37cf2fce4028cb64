"""A load after a save: the former result with the changed items in it, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from gongkai.loading.again import Changed, may_clash, new_items, offer_numbers, round_again, same_texts
from gongkai.loading.bodies import BodyReader
from gongkai.loading.candidate import Candidate
from gongkai.loading.conclude import conclude
from gongkai.loading.directory import listed_of
from gongkai.loading.loaded import Loaded, gathered, put_together
from gongkai.loading.memory import Done, Known, Memory
from gongkai.loading.notices import Fresh, Unsure, read_again
from gongkai.loading.tables import Around, TablesRead, read_tables_of
from gongkai.model.changed import changed_catalog, with_item
from gongkai.model.item import Item
from gongkai.model.problem import Problem

_TEXT_ONLY = frozenset({"sha256", "body_offset", "body_line", "lines", "references"})
"""What may differ: nobody but the item's own page looks at these. Of references only their lines may."""

_COMPARED = tuple(f.name for f in fields(Item) if f.name not in _TEXT_ONLY)


def reread(loaded: Loaded, memory: Memory, paths: Iterable[str]) -> Loaded | None:
    """The load after a change of some files (paths below the folder), or None when a whole load must tell.

    Only the files that are named are read. What comes out is what a whole load gives.
    """
    done = memory.done
    if done is None or done.second.kept or done.options.skip_broken:
        return None
    try:
        fresh = read_again(done, memory, paths)
    except Unsure:
        return None
    changed: Changed = {path: known.candidate if known else None for path, known in fresh.items()}
    if may_clash(done, changed, loaded.problems):
        return None
    site = offer_numbers(done, memory, changed)
    second = same_texts(done.second, round_again(done, changed))
    gone, came = new_items(done.second, second)
    finished = conclude(second, site, done.options)
    catalog = changed_catalog(loaded.catalog, gone, came, (s.relation for s in finished.stated))
    tables = _tables(done, replace(done, site=site, second=second), memory)
    memory.take(fresh, replace(done, site=site, second=second, tables=tables))
    found = (*done.fixed, *gathered(memory.notes()), *finished.problems)
    bodies = BodyReader(_sources(loaded.bodies.sources, fresh), {}, finished.places)
    return put_together(done.settings, finished, found, catalog, bodies, loaded.root_files, tables)


def _tables(before: Done, now: Done, memory: Memory) -> TablesRead:
    """The tables: read anew, from the cells that are known, where they name items that may be others now."""
    if now.second.directory is before.second.directory or not before.tables.linked:
        return before.tables
    max_bytes = now.options.max_bytes
    files, directory = now.index.by_path, now.second.directory
    return read_tables_of(Around(now.site, now.rules, files, directory, max_bytes, memory.grids))


def _sources(former: Mapping[str, str], fresh: Fresh) -> Mapping[str, str]:
    now = {path: known.found.real for path, known in fresh.items() if known}
    if now.items() <= former.items() and len(now) == len(fresh):
        return former
    return {path: real for path, real in former.items() if path not in fresh} | now


def reread_text(loaded: Loaded, memory: Memory, path: str, problems: Iterable[Problem]) -> Loaded | None:
    """The load after a change of nothing but the text of one item, or None when more may have changed.

    `problems` are all findings about the site: if one of them speaks of this file, its lines may be others now.
    """
    done = memory.done
    before = done.second.candidates.get(path) if done else None
    if done is None or before is None or done.second.kept:
        return None
    place = done.site.shown + path
    if any(place in p.path or place in p.message or place in p.hint for p in problems):
        return None
    try:
        known = read_again(done, memory, (path,)).get(path)
    except Unsure:
        return None
    if known is None or not _alike(before, memory.known(path), known):
        return None
    return _with_text(loaded, memory, done, known)


def _with_text(loaded: Loaded, memory: Memory, done: Done, known: Known) -> Loaded | None:
    path, former = known.found.relative, done.second
    second = round_again(done, {path: known.candidate})
    old, new = former.dressed.get(path), second.dressed.get(path)
    if old is None or new is None or new.problems or not _same_item(old.item, new.item):
        return None
    memory.take({path: known}, replace(done, second=second))
    return replace(loaded, catalog=with_item(loaded.catalog, old.item, new.item))


def _alike(before: Candidate, former: Known | None, now: Known) -> bool:
    """Whether both are public without any finding, and every other file finds in it what it found before."""
    candidate = now.candidate
    return (
        former is not None
        and before.public
        and candidate.public
        and not (before.problems or candidate.problems or former.notes or now.notes)
        and bool(before.values.get("draft")) == bool(candidate.values.get("draft"))
        and listed_of(before) == listed_of(candidate)
    )


def _same_item(old: Item, new: Item) -> bool:
    """Whether two items differ in their text alone."""
    named = [[(r.field, r.key, r.text) for r in item.references] for item in (old, new)]
    return named[0] == named[1] and all(getattr(old, name) == getattr(new, name) for name in _COMPARED)
