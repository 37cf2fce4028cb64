"""What the second round comes to: the public items, their relations, and every finding about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai.loading.agreement import contradicted, early_repeals, repeal_cycles, wrong_validity
from gongkai.loading.assign import Site
from gongkai.loading.candidate import Candidate
from gongkai.loading.directory import Directory
from gongkai.loading.dress import Dressed
from gongkai.loading.keeping import Kept
from gongkai.loading.options import LoadOptions
from gongkai.loading.resolve import Stated, resolve
from gongkai.model.item import Item
from gongkai.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Round:
    """The second round when nothing more breaks: every file by its path, what each item names, who can be named.

    `lost` holds the candidates that broke by their files alone, as they were before: the one among
    `candidates` has the findings about its files too.
    """

    candidates: Mapping[str, Candidate]
    dressed: Mapping[str, Dressed]
    kept: Mapping[str, Kept]
    directory: Directory
    lost: Mapping[str, Candidate]


@dataclass(frozen=True, slots=True)
class Finished:
    """The public items with their relations, every candidate, what was kept, where files lie, the findings."""

    items: tuple[Item, ...]
    stated: tuple[Stated, ...]
    candidates: tuple[Candidate, ...]
    kept: Mapping[str, Kept]
    places: Mapping[tuple[str, str], Path]
    problems: tuple[Problem, ...]


def conclude(done: Round, site: Site, options: LoadOptions) -> Finished:
    """Resolve relations, compare what items say about each other, and gather everything."""
    dressed, kept = done.dressed, done.kept
    items = tuple(each.item for each in dressed.values())
    stated, unresolved = resolve(items, done.directory, site.shown)
    by_number = {item.index_number: item for item in items}
    agreed, disagreements = contradicted(stated)
    problems = [*unresolved, *disagreements]
    problems += repeal_cycles(agreed)
    problems += early_repeals(agreed, by_number)
    problems += wrong_validity(items, agreed, by_number, options.today, site.shown)
    problems += [p for c in done.candidates.values() for p in c.problems]
    problems += [p for path, d in dressed.items() if d.problems and path not in kept for p in d.problems]
    return Finished(
        items=tuple(replace(i, kept=True) if i.path in kept else i for i in items) if kept else items,
        stated=agreed,
        candidates=tuple(done.candidates.values()),
        kept=kept,
        places={(path, s): place for path, d in dressed.items() if d.places for s, place in d.places.items()},
        problems=tuple(problems),
    )
