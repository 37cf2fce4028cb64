"""The content folder: which files there are, without ever leaving it."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from gongkai.loading.codes import finding
from gongkai.loading.decode import BOM, decode
from gongkai.loading.source import SourceFile
from gongkai.model.problem import Problem
from gongkai.model.quick import quick

_SKIPPED = frozenset({"__pycache__", "node_modules"})
TABLE_FILES = ("_table.yml", "_清单.yml")
"""What makes a folder a table (清单): the only files with a line in front that are read."""
_MAX_DEPTH = 40
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_AT_ONCE = 32_768


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """A file of the folder: `relative` in NFC with `/`, `real` as the disk spells it.

    `changed` and `entered` are the times of the last change of its content and of its entry, in nanoseconds.
    """

    relative: str
    real: str
    size: int
    changed: int = 0
    entered: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """All files below the content folder in sorted order, and what could not be walked."""

    files: tuple[Found, ...]
    problems: tuple[Problem, ...]


def list_folder(content: Path, shown: str) -> Listing:
    """Walk the folder; names that begin with `.` or `_` are left out, links that lead outside are findings.

    `shown` is the prefix of paths in findings (`content/`).
    """
    walk = _Walk(os.path.realpath(content), shown)
    walk.folder(walk.root, "", (walk.root,))
    return Listing(tuple(sorted(walk.files, key=attrgetter("relative"))), tuple(walk.problems))


class _Walk:
    """A walk through the folder, and what was found on the way."""

    def __init__(self, root: str, shown: str) -> None:
        self.root, self.shown = root, shown
        self.files: list[Found] = []
        self.problems: list[Problem] = []

    def folder(self, place: str, relative: str, above: tuple[str, ...]) -> None:
        """What lies in a folder, in the order of names; `above` are the real folders around it."""
        try:
            with os.scandir(place) as entries:
                listed = sorted(entries, key=attrgetter("name"))
        except OSError as error:
            message = f"这个文件夹打不开：{reason(error)}。"
            path = self.shown + relative.rstrip("/")
            self.problems.append(finding("L001", path, message, hint="检查文件夹的权限。"))
            return
        for entry in listed:
            name = entry.name
            if (name.startswith((".", "_", "~$")) and not _is_table_file(name)) or name in _SKIPPED:
                continue
            inner = relative + unicodedata.normalize("NFC", name)
            try:
                if entry.is_file(follow_symlinks=False):  # nearly all
                    self.file(entry, inner)
                else:
                    self.other(entry, inner, above)
            except OSError as error:
                self.problems.append(_unreadable(self.shown + inner, error))

    def file(self, entry: os.DirEntry[str], relative: str) -> None:
        """A file, or what a link within the folder leads to."""
        facts = entry.stat()
        self.files.append(Found(relative, entry.path, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns))

    def other(self, entry: os.DirEntry[str], relative: str, above: tuple[str, ...]) -> None:
        """A folder, a link, or something that is neither file nor folder."""
        linked = entry.is_symlink()
        if linked and not _inside(os.path.realpath(entry.path), self.root):
            message, hint = "这是一个指到内容文件夹外面的链接。", "删去链接，把文件本身复制到这里。"
            self.problems.append(finding("L007", self.shown + relative, message, hint=hint))
        elif entry.is_dir():
            real = os.path.realpath(entry.path)
            if (not linked or real not in above) and len(above) < _MAX_DEPTH:
                self.folder(entry.path, relative + "/", (*above, real))
        elif entry.is_file():
            self.file(entry, relative)
        else:
            message = "这不是普通文件（或链接已经失效），没有读取。"
            self.problems.append(finding("L008", self.shown + relative, message, hint="删去它。"))


def _is_table_file(name: str) -> bool:
    return name.startswith("_") and unicodedata.normalize("NFC", name) in TABLE_FILES


def _unreadable(path: str, error: OSError) -> Problem:
    if error.errno == errno.ELOOP:
        return finding("L008", path, "这是一个指到自己的链接，没有读取。", hint="删去它。")
    return finding(
        "L001", path, f"这个文件打不开：{reason(error)}。", hint="检查文件的权限，或重新复制一份。"
    )


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root + os.sep)


def reason(error: OSError) -> str:
    """Why a file cannot be opened, in Chinese."""
    if isinstance(error, PermissionError):
        return "没有读取权限"
    if isinstance(error, FileNotFoundError):
        return "已经被移走"
    return f"系统错误 {error.errno}"


def mistaken_names(files: Iterable[Found], shown: str) -> Iterator[Problem]:
    """Text files that begin like an item but are not called `.md`: Notepad adds `.txt`, and Windows hides it."""
    for found in files:
        name = found.relative.rpartition("/")[2]
        if name.lower().endswith((".txt", ".markdown")) and found.size and _begins_like_an_item(found):
            right = re.sub(r"(?i)(?:\.md)?\.(?:txt|markdown)$", "", name) + ".md"
            message = f"“{name}”写的像是一条信息，但名字不以 .md 结尾，没有当作信息读取。"
            yield finding("L036", shown + found.relative, message, hint=f"把文件名改成 {right}")


def _begins_like_an_item(found: Found) -> bool:
    try:
        with Path(found.real).open("rb") as file:
            return file.read(8).removeprefix(BOM).startswith(b"---")
    except OSError:
        return False


def read_source(found: Found, shown: str, max_bytes: int) -> tuple[SourceFile | None, tuple[Problem, ...]]:
    """Read one text file; a file that is too big is not opened."""
    path = shown + found.relative
    if found.size > max_bytes:
        size = found.size / 1048576
        hint = "正文只写文字；图片、表格另存为附件。"
        return None, (
            finding(
                "L002",
                path,
                f"这个文件有 {size:.1f} MB，没有读取；一条信息的文本不应超过 {max_bytes // 1048576} MB。",
                hint=hint,
            ),
        )
    try:
        data = bytes_of(found.real)
    except OSError as error:
        return None, (_unreadable(path, error),)
    return source_of(data, found.relative, shown)


def bytes_of(path: str) -> bytes:
    """A file's bytes; without a file object for each of many thousands, which asks the system three more things."""
    file = os.open(path, _READ)
    try:
        parts = [os.read(file, _AT_ONCE)]
        while parts[-1]:
            parts.append(os.read(file, _AT_ONCE))
    finally:
        os.close(file)
    return parts[0] if len(parts) == 2 else b"".join(parts)


def source_of(data: bytes, relative: str, shown: str) -> tuple[SourceFile | None, tuple[Problem, ...]]:
    """The text of a file's bytes, with notes about BOM and CRLF, or what is wrong with them."""
    path = shown + relative
    text = decode(data, path)
    if isinstance(text, Problem):
        return None, (text,)
    notes = []
    if data.startswith(BOM):
        notes.append(finding("L005", path, "文件开头有 BOM，已按 UTF-8 正常读取。"))
    if "\r" in text:
        notes.append(finding("L006", path, "文件用 CRLF 换行，已正常读取。"))
    return SourceFile(relative, path, hashlib.sha256(data).hexdigest(), text), tuple(notes)
