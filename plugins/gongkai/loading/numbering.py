"""Index numbers for those without one: offered once all numbers in use are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Candidate, Rules, examine
from gongkai.loading.settings import Settings
from gongkai.model.moment import Moment
from gongkai.model.numbers import index_number_key


def lacks_number(candidate: Candidate) -> bool:
    """Whether a number is offered to an item that is held back."""
    return bool(
        candidate.held
        and not candidate.values.get("index_number")
        and isinstance(candidate.values.get("published"), Moment)
    )


def numbered(
    settings: Settings, site: Site, rules: Rules, first: Iterable[Candidate]
) -> tuple[Site, tuple[Candidate, ...]]:
    """Offer numbers that no other file uses: those without one are judged again once all numbers are known."""
    first = tuple(first)
    used = [str(c.values["index_number"]) for c in first if c.values.get("index_number")]
    site = replace(site, allotted=settings.highest(used))
    offered = dict(site.allotted)
    judged: list[Candidate] = []
    for candidate in first:
        published = candidate.values.get("published")
        if not lacks_number(candidate) or not isinstance(published, Moment):
            judged.append(candidate)
            continue
        judged.append(examine(candidate.source, replace(site, allotted=offered), rules))
        key = (index_number_key(settings.unit.code), f"{published.day:%Y%m}")
        offered[key] = offered.get(key, 0) + 1
    return site, tuple(judged)
