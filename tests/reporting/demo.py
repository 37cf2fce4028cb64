"""The demonstration, loaded once, and the facts that rules and reports look at."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from gongkai.checks.gather import Bodies
from gongkai.checks.material import Facts
from gongkai.checks.registry import all_rules
from gongkai.checks.reports_of import yearly_reports
from gongkai.checks.runner import Names, run
from gongkai.checks.settings import CheckSettings
from gongkai.checks.words import WordLists, packaged_words
from gongkai.checks.workdays import WorkCalendar
from gongkai.loading.options import LoadOptions
from gongkai.loading.site import Loaded, load_site
from gongkai.model.item import Item

CONTENT = Path(__file__).resolve().parents[2] / "content"
TODAY = date(2026, 11, 23)


@cache
def loaded(today: date = TODAY) -> Loaded:
    return load_site(CONTENT, LoadOptions(today=today))


@cache
def facts(today: date = TODAY) -> Facts:
    site = loaded(today)
    bodies = Bodies(site.catalog, site.bodies)
    return Facts(site.catalog, CheckSettings(), WorkCalendar(), WordLists(*packaged_words()), bodies)


def report_of(year: int) -> Item:
    return next(i for i in yearly_reports(facts().catalog) if i.details.get("year") == year)


def findings(code: str, changed: Mapping[str, str] | None = None, on: Facts | None = None) -> list[str]:
    """What one rule says of the demonstration's reports, with some bodies changed (by index number)."""
    seen = on or facts()
    bodies = ChainMap(
        dict(changed or {}), {i.index_number: seen.body(i) for i in seen.catalog.items if i.kind == "report"}
    )
    found = run([all_rules()[code]], replace(seen, bodies=bodies), None, Names("content/", {}))
    return [f.problem.message for f in found]
