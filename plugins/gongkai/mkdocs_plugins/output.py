"""Files on their way into the build folder: what is written is known by its checksum without reading it again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.exports.manifest import FileFact


@dataclass(frozen=True, slots=True)
class Written:
    """What is known of a file that was written: its facts, and its time of change to know it again by."""

    fact: FileFact
    mtime_ns: int


@dataclass(slots=True)
class Output:
    """The build folder. `files` grows with every file: path below the site (with `/`) → what was written."""

    folder: Path
    files: dict[str, Written] = field(default_factory=dict)
    _made: set[str] = field(default_factory=set)

    def write(self, path: str, data: bytes) -> None:
        """Write a file at a path below the site (a leading `/` is ignored), making its folder."""
        name = path.lstrip("/")
        self._make_folder(name.rpartition("/")[0])
        with open(f"{self.folder}/{name}", "wb", buffering=0) as file:  # noqa: PTH123 - thousands of them
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
            state = os.fstat(file.fileno())
        self.files[name] = Written(FileFact(hashlib.sha256(data).hexdigest(), len(data)), state.st_mtime_ns)

    def place(self, path: str) -> Path:
        """Where a file of this path belongs, its folder made; for files that others write."""
        name = path.lstrip("/")
        self._make_folder(name.rpartition("/")[0])
        return self.folder / name

    def known(self, path: str, state: os.stat_result) -> FileFact | None:
        """The facts of a file if nobody changed it since it was written here."""
        written = self.files.get(path)
        if written and (written.fact.size, written.mtime_ns) == (state.st_size, state.st_mtime_ns):
            return written.fact
        return None

    def add(self, files: Mapping[str, Written]) -> None:
        """Take over what another process wrote into the same folder."""
        self.files.update(files)

    def _make_folder(self, folder: str) -> None:
        if folder not in self._made:
            os.makedirs(f"{self.folder}/{folder}", exist_ok=True)  # noqa: PTH103
            self._made.add(folder)
