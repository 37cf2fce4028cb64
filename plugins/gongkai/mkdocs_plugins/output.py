"""Files on their way into the build folder: what is written is known by its checksum without reading it again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from gongkai.exports.manifest import FileFact
from gongkai.planning.made import Made
from gongkai.planning.stamps import Placed, Stamp

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Written(NamedTuple):
    """What is known of a file that was written: its checksum and size, and its times of change to know it again by.

    A tuple: thousands of them come from other processes, and a tuple is sent in a third of the time.
    """

    sha256: str
    size: int
    mtime_ns: int
    ctime_ns: int

    @property
    def placed(self) -> Placed:
        """What the state says of it, as long as it is not moved by itself."""
        return Placed(self.sha256, Stamp(self.size, self.mtime_ns, self.ctime_ns))

    @property
    def fact(self) -> FileFact:
        """What the manifest says of it."""
        return FileFact(self.sha256, self.size)


@dataclass(slots=True)
class Output:
    """The build folder. `files` grows with every file: path below the site (with `/`) → what was written.

    `standing` are the files that the site has already, known to be whole; of these `kept` are the ones that
    stay as they are and are not written again. `made` says from what each page was made, `keys` holds the keys
    of these pages.
    """

    folder: Path
    standing: Mapping[str, Placed] = field(default_factory=dict)
    files: dict[str, Written] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    made: dict[str, Made] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """What there is to tell the person who builds, in Chinese, a line each."""
    _made: set[str] = field(default_factory=set)

    def write(self, path: str, data: bytes) -> None:
        """Write a file at a path below the site (a leading `/` is ignored), making its folder."""
        name, sha256 = path.lstrip("/"), hashlib.sha256(data).hexdigest()
        if self.keep(name, sha256):
            return
        self._make_folder(name.rpartition("/")[0])
        # Thousands of files: a file object of Python's would ask the system three more things about each.
        file = os.open(f"{self.folder}/{name}", _NEW, 0o666)
        try:
            done = os.write(file, data)
            while done < len(data):
                done += os.write(file, memoryview(data)[done:])
            state = os.fstat(file)
        finally:
            os.close(file)
        self.files[name] = Written(sha256, len(data), state.st_mtime_ns, state.st_ctime_ns)

    def keep(self, path: str, sha256: str = "") -> bool:
        """Let a file of the site stand, if it is there whole (and with this checksum, where one is given)."""
        name = path.lstrip("/")
        there = self.standing.get(name)
        if there is None or (sha256 and there.sha256 != sha256):
            return False
        self.kept.add(name)
        return True

    def copied(self, path: str, sha256: str) -> None:
        """Note a file that somebody else put at its place, and its checksum."""
        name = path.lstrip("/")
        state = os.stat(f"{self.folder}/{name}")  # noqa: PTH116
        self.files[name] = Written(sha256, state.st_size, state.st_mtime_ns, state.st_ctime_ns)

    def place(self, path: str) -> Path:
        """Where a file of this path belongs, its folder made; for files that others write."""
        name = path.lstrip("/")
        self._make_folder(name.rpartition("/")[0])
        return self.folder / name

    def known(self, path: str, state: os.stat_result) -> FileFact | None:
        """The facts of a file if nobody changed it since it was written here."""
        written = self.files.get(path)
        if written and (written.size, written.mtime_ns) == (state.st_size, state.st_mtime_ns):
            return written.fact
        return None

    def add(self, other: Output) -> None:
        """Take over what another process wrote into the same folder."""
        self.files.update(other.files)
        self.kept |= other.kept
        self.made |= other.made
        self.keys |= other.keys
        self.notes += other.notes

    def done(self) -> Output:
        """What another process has to know of this."""
        return Output(self.folder, {}, self.files, self.kept, self.made, self.keys, self.notes)

    def say(self, note: str) -> None:
        """Note a line for the end of the build; an empty one says nothing."""
        if note:
            self.notes.append(note)

    def _make_folder(self, folder: str) -> None:
        if folder not in self._made:
            # Most folders are new, and the one above is there: then there is nothing to be asked first.
            try:
                os.mkdir(f"{self.folder}/{folder}")  # noqa: PTH102
            except OSError:
                os.makedirs(f"{self.folder}/{folder}", exist_ok=True)  # noqa: PTH103
            self._made.add(folder)
