"""Whether a file is still the one that was seen: size and times first, content where these leave a doubt."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

DOUBT_NS = 2_000_000_000
"""A file written within this time of being read may be written again without its times showing it: FAT counts
in steps of two seconds."""


class Stamp(NamedTuple):
    """What the file system says of a file; the time of the last change of its entry tells a restored `mtime`."""

    size: int
    mtime_ns: int
    ctime_ns: int


class Placed(NamedTuple):
    """A file of the site as it was put there."""

    sha256: str
    stamp: Stamp


def stamp_of(path: str | Path) -> Stamp | None:
    """The stamp of a plain file; None for anything else, links among them."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return stamp_from(found) if stat.S_ISREG(found.st_mode) else None


def stamp_from(found: os.stat_result) -> Stamp:
    """The stamp in an answer of the file system."""
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def is_settled(stamp: Stamp, now_ns: int) -> bool:
    """Whether a file that was read at a moment of the file system's clock, or later, had been left alone before.

    A clock that was put back makes more files doubtful, never fewer.
    """
    return max(stamp.mtime_ns, stamp.ctime_ns) < now_ns - DOUBT_NS


def file_clock(folder: Path) -> int:
    """The present moment by the clock of a folder's file system, in ns; 0 (all is in doubt) if it can't be asked."""
    probe = folder / "clock"
    try:
        probe.write_bytes(b"")
        return probe.stat().st_mtime_ns
    except OSError:
        return 0


def still_there(site: Path, outputs: Mapping[str, Placed]) -> dict[str, Placed]:
    """The outputs whose files are as they were put there; where only the times differ the content decides."""
    root = f"{site.resolve()}{os.sep}"
    found: dict[str, Placed] = {}
    for path, output in outputs.items():
        stamp = stamp_of(root + path)
        if stamp == output.stamp:
            found[path] = output
        elif stamp and stamp.size == output.stamp.size and checksum(root + path) == output.sha256:
            found[path] = Placed(output.sha256, stamp)
    return found


def stamp_outputs(site: Path, files: Iterable[tuple[str, str]]) -> dict[str, Placed]:
    """What stands in the site now, for pairs of path and SHA-256; a file that is gone again is left out."""
    root = f"{site.resolve()}{os.sep}"
    stamps = ((path, sha256, stamp_of(root + path)) for path, sha256 in files)
    return {path: Placed(sha256, stamp) for path, sha256, stamp in stamps if stamp}


def list_stamps(folder: Path, hidden: bool = False) -> dict[str, Stamp] | None:
    """The files below a folder by path, those with a dot in front only if asked for; no folder, no files.

    None where a link to a folder makes it a riddle what lies below.
    """
    if not folder.is_dir():
        return {}
    found: dict[str, Stamp] = {}
    waiting = [("", os.fspath(folder))]
    while waiting:
        inner, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith(".") and not hidden:
                    continue
                if entry.is_dir():
                    if entry.is_symlink():
                        return None
                    waiting.append((f"{inner}{entry.name}/", entry.path))
                else:
                    found[inner + entry.name] = stamp_from(entry.stat(follow_symlinks=entry.is_file()))
    return found


def checksum(path: str) -> str:
    """SHA-256 of a file; empty when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
