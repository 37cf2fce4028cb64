"""Whether a file is still the one that was seen: size and times first, content where these leave a doubt."""

from __future__ import annotations

import hashlib
import marshal
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

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


def is_settled(moment: int, now_ns: int) -> bool:
    """Whether files that were read at a moment of the file system's clock, or later, had been left alone before.

    `moment` is when the newest of them was changed. A clock that was put back makes more files doubtful, never fewer.
    """
    return moment < now_ns - DOUBT_NS


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


Row = tuple[str, int, int, int]
"""A file of a folder: its path there, and its stamp."""


def list_rows(folder: str | Path, hidden: bool = False) -> list[Row] | None:
    """The files below a folder in the order of their paths, those with a dot in front only if asked for.

    No folder, no files; None where a link to a folder makes it a riddle what lies below.
    """
    found: list[Row] = []
    waiting = [("", os.fspath(folder))] if Path(folder).is_dir() else []
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
                    seen = entry.stat(follow_symlinks=entry.is_file())
                    found.append((inner + entry.name, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns))
    found.sort()
    return found


Listing = list[tuple[str, list[Row]]]
"""Folders with their files."""


def list_folders(folders: Iterable[tuple[str, bool]]) -> Listing | None:
    """The files below some folders, for each whether hidden ones count; None where one of them is a riddle."""
    found: Listing = []
    for folder, hidden in folders:
        rows = list_rows(folder, hidden)
        if rows is None:
            return None
        found.append((folder, rows))
    return found


def newest(listing: Listing) -> int:
    """When the last of the files was written or entered, in ns; 0 if there are none."""
    return max((max(row[2], row[3]) for _, rows in listing for row in rows), default=0)


def sum_of(values: Any) -> str:
    """SHA-256 over lists and tuples of texts and numbers; marshal's second version writes values alone."""
    return hashlib.sha256(marshal.dumps(values, 2)).hexdigest()


def checksum(path: str) -> str:
    """SHA-256 of a file; empty when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
