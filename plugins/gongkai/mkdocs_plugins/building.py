"""One build for the command line: first the question whether there is anything to do, then all that is needed for it.

Most builds of a site that is rebuilt daily have nothing to do, and importing what makes pages takes longer than
finding that out.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from gongkai.mkdocs_plugins.call import Call, call_for
from gongkai.mkdocs_plugins.report import BuildReport
from gongkai.mkdocs_plugins.told_before import report_again
from gongkai.planning.doorstep import found_in
from gongkai.planning.errors import PlanningError
from gongkai.planning.lock import lock_site
from gongkai.planning.stamps import list_folders


def build_site(
    config_file: str | None, site_dir: str | None, values: Mapping[str, str | None]
) -> BuildReport:
    """Build the site. Raises `Failed` with what to mend, or `WrongUsage`."""
    call = call_for(config_file, site_dir, values)
    if call is None:
        return _made(config_file, site_dir, values)
    return unchanged(call) or _made(config_file, site_dir, values, call)


def _made(
    config_file: str | None,
    site_dir: str | None,
    values: Mapping[str, str | None],
    call: Call | None = None,
) -> BuildReport:
    from gongkai.mkdocs_plugins.engine import (
        run_build,
    )  # takes longer than finding out that there is nothing to do

    return run_build(config_file, site_dir, values, call)


def unchanged(call: Call) -> BuildReport | None:
    """The report of a build for which there is nothing to do, or None.

    A build that follows looks at the folders again: a file may come between this look and its own.
    """
    start, left = time.monotonic(), found_in(call.state)
    if left is None or left.key != call.key(call.day):
        return None
    try:
        with lock_site(Path(left.site), wait=0):
            listing = list_folders(left.folders)
            same = listing is not None and left.is_untouched(call.state, listing)
    except (
        PlanningError,
        OSError,
    ):  # another build is running, or a folder can't be used: the usual way says so
        return None
    return report_again(left.told, left.site, time.monotonic() - start) if same else None
