"""A built site as one zip file: the same site gives the same bytes, on every system and at any time."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the format knows."""
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def write_archive(site: Path, paths: Iterable[str], target: BinaryIO) -> int:
    """Write files of a site (paths below it, with `/`) in sorted order; returns how many."""
    count = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(paths):
            with (site / path).open("rb") as source, archive.open(_entry(path), "w") as entry:
                shutil.copyfileobj(source, entry)
            count += 1
    return count


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
