"""Folders that builds work in: one beside the site for the site to be, one beside mkdocs.yml for what is remembered.

Beside the site, so that a finished file gets into its place by one renaming within one file system.
"""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

from gongkai.planning.errors import explained

_IGNORE_ALL = "# 由 gongkai 自动生成，不要提交。\n*\n"


def workspace_of(site: Path) -> Path:
    """The dot-named folder beside a site: it holds the lock, the list of pending files and the build folder."""
    real = site.resolve()
    return real.parent / f".{real.name}.gongkai"


def lock_file(site: Path) -> Path:
    """The file by whose lock builds of one site keep out of each other's way."""
    return workspace_of(site) / "lock"


def pending_file(site: Path) -> Path:
    """The list of files that a replacement under way may have put into the site."""
    return workspace_of(site) / "pending.json"


def open_workspace(site: Path) -> Path:
    """Make the folder beside the site and return it; `PublishError` when that is not possible."""
    return _ignored_folder(workspace_of(site))


def build_folder_of(site: Path) -> Path:
    """Where the next site is built: the path alone, nothing is made."""
    return workspace_of(site) / "build"


def fresh_build_folder(site: Path) -> Path:
    """An empty folder to build in; what a killed build left there is removed. Call it under the lock."""
    open_workspace(site)
    folder = build_folder_of(site)
    with explained(folder):
        remove_tree(folder)
        folder.mkdir()
    return folder


def drop_build_folder(site: Path) -> None:
    """Remove the build folder after a build, finished or failed."""
    folder = build_folder_of(site)
    with explained(folder):
        remove_tree(folder)


def open_state(folder: Path) -> Path:
    """The folder of what is remembered (`.gongkai/` beside mkdocs.yml), made with a .gitignore: never committed."""
    return _ignored_folder(folder)


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it; a link is removed, not followed; no folder is no error."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        _remove_folder(folder)


def _remove_folder(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except PermissionError:
        # Copies of write-protected attachments can't be removed on Windows before the protection is.
        for path in folder.rglob("*"):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | stat.S_IWUSR)
        shutil.rmtree(folder)


def _ignored_folder(folder: Path) -> Path:
    ignore = folder / ".gitignore"
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if not ignore.exists():
            ignore.write_text(_IGNORE_ALL, encoding="utf-8", newline="\n")
    return folder
