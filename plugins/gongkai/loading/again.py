"""The second round again after a few items have changed: only what these can reach is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Candidate
from gongkai.loading.conclude import Round
from gongkai.loading.directory import Directory, Listed, listed_of, relisted
from gongkai.loading.dress import NAMED, Dressed, dress
from gongkai.loading.files import FormerFiles
from gongkai.loading.memory import Done, Memory
from gongkai.loading.numbering import lacks_number, numbered
from gongkai.loading.rounds import broken_by, loses
from gongkai.model.item import Item
from gongkai.model.numbers import index_number_key
from gongkai.model.problem import Problem

Changed = dict[str, Candidate | None]
"""What came of each changed file by itself; None for one that has gone."""

_CLASHES = frozenset({"L050", "L051"})
_NO_FILES = FormerFiles(None)


def may_clash(done: Done, changed: Changed, problems: Iterable[Problem]) -> bool:
    """Whether numbers or addresses may stand twice, now or before: then all files have a say."""
    candidates, directory = done.second.candidates, done.second.directory
    renumbered = {path: c for path, c in changed.items() if _number(c) != _number(candidates.get(path))}
    before = [candidates[path] for path in changed if path in candidates]
    if any(p.code in _CLASHES for c in before for p in c.problems):
        return True
    if not renumbered:
        return False
    new = [_number(c) for c in renumbered.values() if c and _number(c)]
    others = [each.path for number in new for each in directory.by_number.get(number, ())]
    slugs = {c.item.slug for c in renumbered.values() if c and c.item}
    return (
        any(p.code in _CLASHES for p in problems)  # such findings name the next free number
        or len(set(new)) < len(new)
        or any(path not in changed for path in others)
        or any(c.item and c.item.slug in slugs and path not in changed for path, c in candidates.items())
    )


def _number(candidate: Candidate | None) -> str:
    written = candidate.values.get("index_number") if candidate else None
    return index_number_key(str(written)) if written else ""


def offer_numbers(done: Done, memory: Memory, changed: Changed) -> Site:
    """Offer numbers to items without one; whoever gets another offer than before is added to `changed`."""
    former = done.second.candidates
    if not any(lacks_number(c) for c in (*changed.values(), *former.values()) if c):
        return done.site
    first = {**memory.candidates(), **changed}
    listed = [c for _, c in sorted(first.items()) if c is not None]
    site, judged = numbered(done.settings, done.base, done.rules, listed)
    for candidate in judged:
        path = candidate.source.relative
        if lacks_number(candidate) and (path in changed or candidate.held != former[path].held):
            changed[path] = candidate
    return site


def round_again(done: Done, changed: Mapping[str, Candidate | None]) -> Round:
    """The second round with the changed files; its dictionaries are new ones."""
    return _Again(done).run(changed)


class _Again:
    """The former round, taken over and changed."""

    def __init__(self, done: Done) -> None:
        former = done.second
        self.done = done
        self.former = former.directory
        self.candidates = dict(former.candidates)
        self.dressed = dict(former.dressed)
        self.lost = dict(former.lost)

    def run(self, changed: Mapping[str, Candidate | None]) -> Round:
        for path, candidate in changed.items():
            self.lost.pop(path, None)
            if candidate is None:
                self.candidates.pop(path, None)
                self.dressed.pop(path, None)
            else:
                self.put(path, candidate)
        pairs = [(self.former.by_path.get(path), self.listed(path)) for path in changed]
        pairs = [(old, new) for old, new in pairs if old != new]
        directory = self.former
        if pairs:
            directory = relisted(
                directory, (old for old, _ in pairs if old), (new for _, new in pairs if new)
            )
        for path in {*changed, *(self.reached(pairs) if pairs else ())}:
            self.dress(path, directory)
        return Round(self.candidates, self.dressed, {}, directory, self.lost)

    def put(self, path: str, candidate: Candidate) -> None:
        """Take in a candidate, broken if the files that it names break it."""
        self.candidates[path] = candidate
        dressed = self.made(candidate, self.former)
        if dressed and loses(dressed):
            self.lost[path] = candidate
            self.candidates[path] = broken_by(candidate, dressed)

    def made(self, candidate: Candidate, directory: Directory) -> Dressed | None:
        if candidate.item is None or not candidate.public:
            return None
        return dress(candidate, candidate.item, self.done.index, _NO_FILES, directory, self.done.site.schema)

    def listed(self, path: str) -> Listed | None:
        candidate = self.candidates.get(path)
        return None if candidate is None or candidate.ordinary else listed_of(candidate)

    def dress(self, path: str, directory: Directory) -> None:
        """What a file names, by the directory as it is now."""
        if path in self.lost:
            whole = self.lost[path]
            self.candidates[path] = broken_by(whole, self.made(whole, directory))
        candidate = self.candidates.get(path)
        dressed = self.made(candidate, directory) if candidate else None
        if dressed is None:
            self.dressed.pop(path, None)
        else:
            self.dressed[path] = dressed

    def reached(self, pairs: Iterable[tuple[Listed | None, Listed | None]]) -> Iterator[str]:
        """The files whose links may lead elsewhere, or be told in other words, now that these names are others.

        A link to a file leads to its number while it is public. All that leads nowhere, or goes by the name
        of a document, is tried again.
        """
        moved = {
            old.index_number
            for old, new in pairs
            if old and (new is None or (old.state, old.index_number) != (new.state, new.index_number))
        }
        yield from self.lost
        for path, dressed in self.dressed.items():
            lost = moved and not moved.isdisjoint(dressed.item.links.values())
            named = self.candidates[path].named
            if dressed.problems or lost or any(target.scheme in NAMED for target in named):
                yield path


def new_items(former: Round, now: Round) -> tuple[list[Item], list[Item]]:
    """The items that are no longer as they were, and those that have come or are as they are now."""
    old, new = former.dressed, now.dressed
    gone = [each.item for path, each in old.items() if path not in new or new[path].item is not each.item]
    came = [each.item for path, each in new.items() if path not in old or old[path].item is not each.item]
    return gone, came


def same_texts(former: Round, now: Round) -> Round:
    """The same round, with items that came out as they were left as the very objects that they were."""
    kept = {
        path: replace(each, item=old.item)
        for path, each in now.dressed.items()
        if (old := former.dressed.get(path)) and old.item is not each.item and old.item == each.item
    }
    return replace(now, dressed={**now.dressed, **kept}) if kept else now
