"""What notices of changed files mean: which items to read again, or that only a whole load can tell."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable

from gongkai.loading.folder import Found
from gongkai.loading.memory import Done, Known, Memory, read_file

Fresh = dict[str, Known | None]
"""What came of each file that was read again, by path; None for one that has gone."""

MANY = 40
"""So many files at once are no edit: a whole load is quicker then, and simpler."""

_DEEP = 30


class Unsure(Exception):
    """Only a whole load can tell what this change means."""


def read_again(done: Done, memory: Memory, paths: Iterable[str]) -> Fresh:
    """Read the items that notices name (paths below the folder, in NFC); raises `Unsure` for anything but items."""
    found: Fresh = {}
    named = sorted(set(paths))
    if len(named) > MANY:
        raise Unsure
    for path in named:
        if not _is_passing(path):
            _read(done, memory, path, found)
    return found


def _is_passing(path: str) -> bool:
    """What a whole load does not list either."""
    return any(part.startswith((".", "~$")) for part in path.split("/"))


def _read(done: Done, memory: Memory, path: str, found: Fresh) -> None:
    parts = path.split("/")
    # What begins with a line, and what is not an item, may be anything: settings, tables, attachments, folders.
    if not path.lower().endswith(".md") or any(part.startswith("_") for part in parts) or len(parts) > _DEEP:
        raise Unsure
    known = memory.known(path)
    now = _look(known.found.real if known else os.path.join(done.root, *parts))  # noqa: PTH118 - kept as text
    if now is None:
        if known is not None:
            found[path] = None
        return
    real, facts = now
    if known is None and not _is_spelled(real):
        raise Unsure
    fresh = Found(path, real, facts.st_size, facts.st_mtime_ns)
    found[path] = read_file(fresh, done.base, done.rules, done.options.max_bytes)


def _look(real: str) -> tuple[str, os.stat_result] | None:
    """A plain file that is no link and stands behind none; None where there is nothing."""
    try:
        facts = os.lstat(real)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Unsure from error
    folder = os.path.dirname(real)  # noqa: PTH120
    if not stat.S_ISREG(facts.st_mode) or os.path.realpath(folder) != folder:
        raise Unsure
    return real, facts


def _is_spelled(real: str) -> bool:
    """Whether the disk spells a name so: some disks know no capitals, or cut accents from their letters."""
    folder, name = os.path.split(real)
    try:
        return name in os.listdir(folder) and unicodedata.is_normalized("NFC", name)  # noqa: PTH208
    except OSError:
        return False
