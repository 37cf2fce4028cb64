"""The report of a build, kept for the next one in case it has nothing to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from gongkai.mkdocs_plugins.report import BuildReport, PublicChanges
from gongkai.model.problem import Concern, Held, Level, Problem


def as_plain(report: BuildReport) -> dict[str, Any]:
    """What a report says of the site as it is now, as texts and numbers."""
    return {
        "items": report.items,
        "pages": report.pages,
        "problems": [asdict(problem) for problem in report.problems],
        "held": [asdict(held) for held in report.held],
        "kept": [asdict(kept) for kept in report.kept],
    }


def report_again(told: Mapping[str, Any], folder: str, seconds: float) -> BuildReport | None:
    """The report of a build that found the site as it is; None when it was kept by another version."""
    try:
        return BuildReport(
            folder=folder,
            items=told["items"],
            pages=told["pages"],
            rendered=0,
            unchanged=told["pages"],
            removed=0,
            seconds=seconds,
            problems=tuple(_problem(each) for each in told["problems"]),
            held=tuple(Held(**each) for each in told["held"]),
            kept=tuple(Held(**each) for each in told["kept"]),
            changes=PublicChanges(),
            first=False,
        )
    except (KeyError, TypeError, ValueError):  # the report has other fields in this version
        return None


def _problem(told: Mapping[str, Any]) -> Problem:
    return Problem(**{**told, "level": Level(told["level"]), "concern": Concern(told["concern"])})
