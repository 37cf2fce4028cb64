"""Findings as they are read: by file; many alike in one file, or on many pages, as one with all their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gongkai.model.problem import Problem

PAGES = "生成的网页"
FOLDER = "site/"
ALIKE = 4
"""From so many on, findings that differ in a name or a number are one."""
_NAMED = re.compile(r"“[^”]*”|(?<![\w.])/\S*|\d+(?:[-.]\d+)*")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings alike, in their order; mostly one."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The one that stands for all."""
        return self.problems[0]

    @property
    def message(self) -> str:
        """The message, with … for what differs."""
        if len(self.problems) == 1:
            return self.first.message
        differing = iter(_differing(self.problems))
        return _NAMED.sub(lambda m: _hole(m[0]) if next(differing) else m[0], self.first.message)

    def places(self) -> tuple[str, ...]:
        """For each of several findings the line and the names by which it differs, or its page."""
        if self.first.path.startswith(FOLDER):
            return tuple("/" + p.path.removeprefix(FOLDER) for p in self.problems)
        differing = _differing(self.problems)
        return tuple(dict.fromkeys(_place(p, differing) for p in self.problems))


def blocks(problems: Iterable[Problem]) -> Iterator[tuple[str, tuple[Group, ...]]]:
    """(file, its findings), files in the order given; the findings on built pages together at the end."""
    everything = tuple(problems)
    files = [p for p in everything if not p.path.startswith(FOLDER)]
    for path, found in groupby(files, key=lambda p: p.path):
        yield path, _groups([*found])
    pages = [p for p in everything if p.path.startswith(FOLDER)]
    if pages:
        yield PAGES, _groups(pages)


def _groups(problems: Sequence[Problem]) -> tuple[Group, ...]:
    alike: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        shape = (problem.code, problem.level, problem.field, problem.basis, _NAMED.sub("…", problem.message))
        alike.setdefault(shape, []).append(problem)
    found: list[Group] = []
    for group in alike.values():
        found += [Group(tuple(group))] if len(group) >= ALIKE else [Group((p,)) for p in group]
    return tuple(found)


def _differing(problems: Sequence[Problem]) -> tuple[bool, ...]:
    """For each name or number of the message whether it is not the same in all."""
    found = [_NAMED.findall(p.message) for p in problems]
    return tuple(len(set(names)) > 1 for names in zip(*found, strict=True))


def _hole(named: str) -> str:
    return "“……”" if named.startswith("“") else "……"


def _place(problem: Problem, differing: Sequence[bool]) -> str:
    names = zip(_NAMED.findall(problem.message), differing, strict=True)
    named = "、".join(name.strip("“”") for name, differs in names if differs)
    line = f"第 {problem.line} 行" if problem.line else ""
    return f"{line}（{named}）" if line and named else line or named
