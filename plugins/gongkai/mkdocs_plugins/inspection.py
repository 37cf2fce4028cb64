"""The command line's way to the checks: what git knows, where things lie, and the result."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from gongkai.checks.inspect import Inspection, inspect, plain_result
from gongkai.checks.result import Result
from gongkai.mkdocs_plugins.checks import ChecksFeature
from gongkai.mkdocs_plugins.context import BuildContext, Plan, Settings
from gongkai.mkdocs_plugins.looking_back import site_name
from gongkai.mkdocs_plugins.remembering import DAY
from gongkai.planning.state import StateFile

_IMPORT_DAYS = 30
NO_HISTORY = "这里没有 git 版本库（或者没有装 git），不知道改过哪些，已经全部查过。"


def inspect_site(context: BuildContext, plan: Plan, changed: bool = False, pages: bool = True) -> Result:
    """Check a folder; without the plugin `gongkai/checks` only what loading found."""
    feature = context.features.get("checks")
    if not isinstance(feature, ChecksFeature):
        return plain_result(plan.loaded.catalog, plan.problems)
    settings = context.settings
    differing = changed_paths(settings) if changed else None
    whole = differing is None
    found = inspect(
        plan.loaded,
        plan.problems,
        Inspection(
            content=settings.content,
            site=settings.site_folder if pages else None,
            state=settings.state,
            url=settings.url,
            settings=feature.settings,
            changed=differing,
            history=first_commits(settings) if whole else {},
            built=last_build(settings) if pages and whole else None,
        ),
    )
    return replace(found, notes=(NO_HISTORY, *found.notes)) if changed and whole else found


def last_build(settings: Settings) -> date | None:
    """The day for which the site was last made, as the build remembers it; None when that is not known."""
    state = StateFile(settings.state)
    day = state.fact(DAY) if state.fact("site") == site_name(settings) else None
    return date.fromisoformat(day) if isinstance(day, str) else None


def _git(folder: Path, *arguments: str) -> str | None:
    """What git says; None where there is no git, no repository, or no commit."""
    command = ["git", "-c", "core.quotePath=false", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else None


def changed_paths(settings: Settings) -> frozenset[str] | None:
    """Paths below the content folder that differ from the last commit, new files among them; before the first
    commit all files that it will have. None where git knows nothing.
    """
    differing = _git(settings.content, "diff", "--name-only", "--relative", "-z", "HEAD", "--", ".")
    if differing is None:  # no commit yet: what is staged for the first
        differing = _git(settings.content, "ls-files", "-z", "--", ".")
    new = _git(settings.content, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    if differing is None or new is None:
        return None
    return frozenset(path for path in (differing + new).split("\0") if path)


def first_commits(settings: Settings) -> Mapping[str, date]:
    """Path below the content folder → day of its first commit.

    Files of the first weeks of the folder are left out: a site that moves here brings its old dates along.
    """
    log = _git(
        settings.content, "log", "--diff-filter=A", "--name-only", "--relative", "--format=%x01%as", "--", "."
    )
    found: dict[str, date] = {}
    for block in (log or "").split("\x01")[1:]:
        day, *paths = (line for line in block.splitlines() if line)
        found.update((path, date.fromisoformat(day)) for path in paths)
    begun = min(found.values(), default=date.max)
    return {
        path: day
        for path, day in found.items()
        if begun < date.max and day > begun + timedelta(days=_IMPORT_DAYS)
    }
