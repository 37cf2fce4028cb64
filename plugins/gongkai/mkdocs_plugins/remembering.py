"""After a build: what the next one needs to know, so that it makes only what is not the same."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any

from gongkai.exports.manifest import Manifest
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.looking_back import site_name
from gongkai.mkdocs_plugins.ordinary_state import FACT, FILES, ordinary_key
from gongkai.mkdocs_plugins.report import BuildReport, PublicChanges
from gongkai.model.problem import Concern, Held, Level, Problem
from gongkai.planning.publish import MANIFEST
from gongkai.planning.stamps import Placed, stamp_outputs
from gongkai.planning.state import Recipe, State

DAY = "day"
"""The fact that says for which day the site was made; the checks warn when it is long ago."""


WHOLE = "whole"
"""The fact that the outputs that are noted are all files of the site."""


def remember(context: BuildContext, files: Manifest, manifest: bytes, report: BuildReport) -> str:
    """Note the site as it stands now; returns what there is to say about the file, in Chinese, or nothing."""
    if context.settings.preview:
        return ""
    former, facts = context.looked_back(), _facts(context, files, report)
    outputs = _outputs(context, files, manifest)
    facts[WHOLE] = len(outputs) == len(files) + 1
    state = State(outputs, _recipes(context), facts)
    former.file.save(former.stored, state)
    return former.file.note


def _outputs(context: BuildContext, files: Manifest, manifest: bytes) -> dict[str, Placed]:
    kept = context.output.kept if context.output else set()
    standing = context.looked_back().standing
    new = [(path, fact.sha256) for path, fact in files.items() if path not in kept]
    new.append((MANIFEST, hashlib.sha256(manifest).hexdigest()))
    stamped = stamp_outputs(context.settings.site_folder, new)
    sizes = {path: fact.size for path, fact in files.items()} | {MANIFEST: len(manifest)}
    # One that has another size by now was changed by somebody else meanwhile.
    placed = {path: each for path, each in stamped.items() if each.stamp.size == sizes[path]}
    return placed | {path: standing[path] for path in kept if path not in placed}


def _recipes(context: BuildContext) -> dict[str, Recipe]:
    if context.keys is None or context.output is None or context.settings.by_mkdocs:
        return {}
    former = context.looked_back().stored.recipes
    return context.keys.recipes(context.planned().specs, former, context.output)


def _ordinary(context: BuildContext, files: Manifest) -> dict[str, Any]:
    """What MkDocs made, and from what: all that is neither ours nor kept."""
    facts = context.looked_back().stored.facts
    if context.keys is None or context.output is None or context.settings.by_mkdocs:
        return {}
    if context.ordinary_kept:
        return {name: facts[name] for name in (FACT, FILES)}
    made = sorted(files.keys() - context.output.files.keys() - context.output.kept)
    return {FACT: ordinary_key(context, context.keys.looks), FILES: made}


def _facts(context: BuildContext, files: Manifest, report: BuildReport) -> dict[str, Any]:
    inputs = context.looked_back().inputs
    return {
        "site": site_name(context.settings),
        DAY: context.settings.today.isoformat(),
        "inputs": inputs.digest if inputs.settled else "",
        "report": _plain(report),
        **context.marks,
        **_ordinary(context, files),
    }


def _plain(report: BuildReport) -> dict[str, Any]:
    return {
        "items": report.items,
        "pages": report.pages,
        "problems": [asdict(problem) for problem in report.problems],
        "held": [asdict(held) for held in report.held],
        "kept": [asdict(kept) for kept in report.kept],
    }


def same_as_before(context: BuildContext, seconds: float) -> BuildReport | None:
    """The report of a build for which there is nothing to do; None when there may be something.

    Nothing that a build reads has changed, and every file of the site is as the last build left it.
    """
    former, settings = context.looked_back(), context.settings
    facts = former.stored.facts
    if not former.inputs.digest or facts.get("inputs") != former.inputs.digest or settings.skip_broken:
        return None
    if settings.full or former.standing.keys() != former.stored.outputs.keys():
        return None
    return _unchanged(facts["report"], str(settings.site_folder), seconds)


def _unchanged(told: dict[str, Any], folder: str, seconds: float) -> BuildReport | None:
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


def _problem(told: dict[str, Any]) -> Problem:
    return Problem(**{**told, "level": Level(told["level"]), "concern": Concern(told["concern"])})
