"""The files that `gongkai import` reads: those named, those of a folder, and what lies beside each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.importing.sources import ASKED_FOR, READ
from gongkai.loading.bounded import LIMITS
from gongkai.loading.files import extension

_BESIDE_PAGE = re.compile(r".*(?:_files|\.files|_file)$", re.IGNORECASE)
_LEFT_BEHIND = re.compile(r"^(?:~\$|\.|Thumbs\.db$|Desktop\.ini$)", re.IGNORECASE)
_FIRST = ("csv", "xlsx", "html", "htm", "shtml", "md", "markdown")
"""Lists, pages and Markdown name other files: those are not imported for themselves."""


@dataclass(slots=True)
class Beside:
    """Gives the files that a document names, from its own folder and below; never from outside.

    `top` is the folder that must not be left; `used` collects what was given.
    """

    folder: Path
    top: Path
    max_bytes: int
    used: set[Path] = field(default_factory=set)

    def __call__(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none that may be read."""
        path = self._path(name)
        if path is None:
            return None
        try:
            if not path.is_file() or path.stat().st_size > self.max_bytes:
                return None
            data = path.read_bytes()
        except OSError:
            return None
        self.used.add(path)
        return data

    def _path(self, name: str) -> Path | None:
        plain = name.replace("\\", "/")
        if not plain or "\0" in plain or plain.startswith("/") or re.match(r"[A-Za-z]:", plain):
            return None
        try:
            path = (self.folder / plain).resolve()
        except (OSError, ValueError, RuntimeError):
            return None
        return path if path.is_relative_to(self.top.resolve()) else None


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be imported, the folder that its companions must not leave, and how it is shown."""

    path: Path
    top: Path
    shown: str


def inputs(paths: Sequence[Path], as_attachment: bool) -> Iterator[Input]:
    """The files named; of a folder all that can be read, in their order, lists and pages first."""
    for path in paths:
        if not path.is_dir():
            yield Input(path, path.absolute().parent, path.name)
            continue
        found = sorted(_below(path, as_attachment), key=lambda p: (_rank(p), p.as_posix()))
        yield from (Input(each, path, each.relative_to(path).as_posix()) for each in found)


def _rank(path: Path) -> int:
    kind = extension(path.name)
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)


def _below(folder: Path, as_attachment: bool) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _BESIDE_PAGE.match(name)
        )
        for name in names:
            if not _LEFT_BEHIND.match(name) and (extension(name) in READ | ASKED_FOR or as_attachment):
                yield Path(base) / name


def read(path: Path) -> bytes | str:
    """A file's bytes, or in Chinese why they cannot be had."""
    try:
        if path.stat().st_size > LIMITS.file:
            return f"这个文件有 {path.stat().st_size // 1048576} MB，超过 {LIMITS.file // 1048576} MB。请压缩其中的图片再导入。"
        return path.read_bytes()
    except OSError as error:
        return f"这个文件打不开（{error.strerror or error}）。关掉正在使用它的程序，或检查权限。"
