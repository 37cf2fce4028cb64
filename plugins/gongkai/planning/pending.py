"""The files that a replacement under way may have put into a site before its manifest names them.

Without this list a killed build could leave a page behind that no manifest knows: nobody would ever remove
it, even if its item was withdrawn before the next build.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from gongkai.planning.workspace import open_workspace, pending_file


def is_pending(site: Path) -> bool:
    """Whether a replacement of this site was begun and not finished."""
    return pending_file(site).is_file()


def read_pending(site: Path) -> frozenset[str]:
    """The paths that an unfinished replacement may have written; none if there is no such list."""
    try:
        names = json.loads(pending_file(site).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return frozenset()
    return (
        frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()
    )


def write_pending(site: Path, paths: Iterable[str]) -> None:
    """Note the paths before the first of them is written."""
    open_workspace(site)
    final = pending_file(site)
    part = final.with_suffix(".part")
    part.write_text(json.dumps(sorted(paths), ensure_ascii=False), encoding="utf-8", newline="\n")
    part.replace(final)


def clear_pending(site: Path) -> None:
    """Forget the list: the manifest names everything now."""
    pending_file(site).unlink(missing_ok=True)
