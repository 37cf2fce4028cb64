"""Single files: compare, put in place by one renaming, remove; patient with what Windows holds open for a moment."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import time
from collections.abc import Callable
from pathlib import Path

PART = ".gongkai.part"
"""Where a copy grows before it is renamed, when the build folder lies on another file system than the site."""

# Virus scanners and indexers hold a new file for some hundredths of a second.
_PAUSES = (0.02, 0.1, 0.3)
_CHUNK = 1 << 20
# IO_REPARSE_TAG_MOUNT_POINT; a folder that OneDrive manages is a reparse point too, but no link.
_JUNCTION = 0xA0000003


def state_of(file: Path) -> os.stat_result | None:
    """What stands at a path, a link not followed; None when there is nothing."""
    try:
        return file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_link(folder: Path) -> bool:
    """Whether a folder is a link or, on Windows, a junction; one that is not there is none."""
    state = state_of(folder)
    return state is not None and (
        stat.S_ISLNK(state.st_mode) or getattr(state, "st_reparse_tag", 0) == _JUNCTION
    )


def same_bytes(new: Path, old: Path, state: os.stat_result) -> bool:
    """Whether `old`, of which `state` is known, is a plain file with the content of `new`; a link is none."""
    if not stat.S_ISREG(state.st_mode) or new.stat().st_size != state.st_size:
        return False
    with new.open("rb") as left, old.open("rb") as right:
        while block := left.read(_CHUNK):
            if block != right.read(_CHUNK):
                return False
    return True


def move(new: Path, old: Path, root: Path) -> None:
    """Put `new` in the place of `old` in one step; across file systems by a copy in `root` that is then renamed."""
    try:
        _patiently(lambda: new.replace(old), old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copyfile(new, root / PART)
        _patiently(lambda: (root / PART).replace(old), old)


def move_folder(new: Path, old: Path) -> bool:
    """Rename a folder to a place that is free; False when that can't be done in one step (then nothing was done)."""
    try:
        new.rename(old)
    except OSError:
        return False
    return True


def unlink(file: Path) -> None:
    """Remove a file; one that is gone already is no error."""
    _patiently(lambda: file.unlink(missing_ok=True), file)


def _patiently(action: Callable[[], object], file: Path) -> None:
    for pause in _PAUSES:
        try:
            action()
        except PermissionError:
            time.sleep(pause)
            _unprotect(file)
        else:
            return
    action()


def _unprotect(file: Path) -> None:
    """Take the write protection off a file: Windows neither replaces nor removes a protected one."""
    if file.is_file() and not file.is_symlink():
        mode = file.stat().st_mode
        if not mode & stat.S_IWUSR:
            file.chmod(mode | stat.S_IWUSR)
