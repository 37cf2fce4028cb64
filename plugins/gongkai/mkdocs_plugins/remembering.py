"""After a build: what the next one needs to know, so that it makes only what is not the same."""

from __future__ import annotations

import hashlib
import os
from typing import Any

from gongkai.exports.manifest import Manifest
from gongkai.mkdocs_plugins.call import Call
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.looking_back import site_name
from gongkai.mkdocs_plugins.ordinary_state import FACT, FILES, ordinary_key
from gongkai.mkdocs_plugins.report import BuildReport
from gongkai.mkdocs_plugins.told_before import as_plain, report_again
from gongkai.planning.doorstep import Doorstep, leave, with_outputs
from gongkai.planning.publish import MANIFEST
from gongkai.planning.stamps import Placed, is_settled, stamp_of, stamp_outputs
from gongkai.planning.state import FILE_NAME as STATE
from gongkai.planning.state import Recipe, State

DAY = "day"
"""The fact that says for which day the site was made; the checks warn when it is long ago."""


WHOLE = "whole"
"""The fact that the outputs that are noted are all files of the site."""


def remember(
    context: BuildContext, files: Manifest, manifest: bytes, report: BuildReport, as_written: bool = False
) -> str:
    """Note the site as it stands now; returns what there is to say about the file, in Chinese, or nothing.

    `as_written` says that the files stand there with the times that they had when they were written.
    """
    if context.settings.preview:
        return ""
    former, facts = context.looked_back(), _facts(context, files, report)
    outputs = _outputs(context, files, manifest, as_written)
    facts[WHOLE] = len(outputs) == len(files) + 1
    context.placed = outputs if facts[WHOLE] else {}
    state = State(outputs, _recipes(context), facts)
    former.file.save(former.stored, state)
    return former.file.note


def _outputs(context: BuildContext, files: Manifest, manifest: bytes, as_written: bool) -> dict[str, Placed]:
    kept = context.output.kept if context.output else set()
    standing = context.looked_back().standing
    known = _as_written(context) if as_written else {}
    new = [(path, fact.sha256) for path, fact in files.items() if path not in kept and path not in known]
    new.append((MANIFEST, hashlib.sha256(manifest).hexdigest()))
    stamped = stamp_outputs(context.settings.site_folder, new)
    sizes = {path: fact.size for path, fact in files.items()} | {MANIFEST: len(manifest)}
    # One that has another size by now was changed by somebody else meanwhile.
    placed = {path: each for path, each in stamped.items() if each.stamp.size == sizes[path]}
    return known | placed | {path: standing[path] for path in kept if path not in placed}


def _as_written(context: BuildContext) -> dict[str, Placed]:
    """What was noted of the files as they were written: to ask about each again takes as long as to write it.

    Only where a file has its times from the start: other systems settle them some time after it was closed.
    """
    if context.output is None or not context.direct or os.name != "posix":
        return {}
    return {path: written.placed for path, written in context.output.files.items()}


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
        "report": as_plain(report),
        **context.marks,
        **_ordinary(context, files),
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
    if facts.get(WHOLE):
        context.placed = former.standing
    return report_again(facts["report"], str(settings.site_folder), seconds)


def leave_doorstep(call: Call, context: BuildContext, report: BuildReport) -> None:
    """Note for the next build by what it can tell, before it begins, that nothing has changed.

    Only where that is sure: the call says all, nobody else takes part, every file of the site is known, and
    neither the program nor what it reads is so new that a second change might not show.
    """
    settings, former = context.settings, context.looked_back()
    inputs, state = former.inputs, stamp_of(settings.state / STATE)
    sure = (
        settings.alone and not (settings.skip_broken or settings.preview) and inputs.digest and inputs.settled
    )
    if not (sure and state and context.placed and is_settled(call.newest, former.clock)):
        return
    if settings.configuration != call.configuration or settings.state.resolve() != call.state.resolve():
        return
    key, site = call.key(settings.today.isoformat()), str(settings.site_folder)
    left = Doorstep(key, state, inputs.folders, inputs.listing, site, "", as_plain(report))
    leave(call.state, with_outputs(left, context.placed))
