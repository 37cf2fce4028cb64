"""One number, one item; one address, one item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Candidate
from gongkai.loading.codes import finding
from gongkai.loading.numbers_file import Allotted, highest, next_number
from gongkai.model.moment import Moment
from gongkai.model.numbers import index_number_key
from gongkai.model.problem import Problem

WasPublic = Callable[[str, str], bool]
"""Whether a path was public in the last build under an index number."""


@dataclass(frozen=True, slots=True)
class Clashes:
    """Findings by path of the files that must not be published, because another has their number or address."""

    problems: Mapping[str, tuple[Problem, ...]]


def find_clashes(candidates: Iterable[Candidate], site: Site, was_public: WasPublic) -> Clashes:
    """Look for equal index numbers (held items among them) and equal addresses; who was public before stays."""
    listed = [c for c in candidates if c.values.get("index_number")]
    by_number = _grouped(listed, lambda c: index_number_key(str(c.values["index_number"])))
    by_slug = _grouped((c for c in listed if c.item), lambda c: c.item.slug if c.item else "")
    if not by_number and not by_slug:
        return Clashes({})
    allotted = highest(site.allotted, (str(c.values["index_number"]) for c in listed))
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for group in by_number.values():
        for candidate in _losers(group, was_public):
            found[candidate.source.relative].append(_same_number(candidate, group, site, allotted))
    for group in by_slug.values():
        if len({index_number_key(str(c.values["index_number"])) for c in group}) > 1:
            for candidate in _losers(group, was_public):
                found[candidate.source.relative].append(_same_address(candidate, group))
    return Clashes({path: tuple(problems) for path, problems in found.items()})


def _grouped(listed: Iterable[Candidate], key: Callable[[Candidate], str]) -> Mapping[str, list[Candidate]]:
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in listed:
        found[key(candidate)].append(candidate)
    return {k: group for k, group in found.items() if len(group) > 1}


def _losers(group: list[Candidate], was_public: WasPublic) -> list[Candidate]:
    """All of a group, but for the one that was public before."""
    before = [c for c in group if was_public(c.source.relative, str(c.values["index_number"]))]
    return [c for c in group if c not in before] if len(before) == 1 else group


def _others(candidate: Candidate, group: list[Candidate]) -> str:
    return "、".join(c.source.path for c in group if c is not candidate)


def _same_number(candidate: Candidate, group: list[Candidate], site: Site, allotted: Allotted) -> Problem:
    number = str(candidate.values["index_number"])
    published = candidate.values.get("published")
    month = f"{published.day:%Y%m}" if isinstance(published, Moment) else ""
    free = next_number(number.rpartition("/")[0] or site.unit.code, month, allotted) if month else ""
    message = f"索引号“{number}”还用在 {_others(candidate, group)}。每条信息的索引号只有一个，用过的不再用。"
    return _problem("L050", candidate, message, f"索引号: {free}" if free else "给后发布的一条换一个新号。")


def _same_address(candidate: Candidate, group: list[Candidate]) -> Problem:
    number = str(candidate.values["index_number"])
    address = candidate.item.address if candidate.item else ""
    message = f"索引号“{number}”的网页地址 {address} 和 {_others(candidate, group)} 的相同。"
    return _problem("L051", candidate, message, "改其中一条的索引号，差别不能只在符号上。")


def _problem(code: str, candidate: Candidate, message: str, hint: str) -> Problem:
    fields = candidate.fields
    name = fields.names.get("index_number", "索引号")
    return finding(
        code, candidate.source.path, message, line=fields.lines.get("index_number", 0), field=name, hint=hint
    )
