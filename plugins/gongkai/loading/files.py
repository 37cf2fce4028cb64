"""Files beside the items: found by the name a clerk wrote, never outside the content folder."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.loading.codes import finding, quoted, shortened
from gongkai.loading.field_types import nearest
from gongkai.loading.folder import Found, reason
from gongkai.loading.former import FormerFile
from gongkai.model.problem import Problem

DOCUMENTS = frozenset(
    "doc docx dot dotx xls xlsx xlsm et ett csv ppt pptx dps wps wpt pdf ofd ceb txt rtf odt ods odp zip rar 7z "
    "mp3 m4a wav mp4 webm mov avi".split()
)
PICTURES = frozenset("png jpg jpeg gif webp".split())
ATTACHABLE = DOCUMENTS | PICTURES | frozenset(("bmp", "tif", "tiff"))
_ABSOLUTE = re.compile(r"^(?:/|\\|[A-Za-z]:)")


@dataclass(frozen=True, slots=True)
class FileIndex:
    """All files of the content folder by path, by lower-case path and by folder."""

    by_path: Mapping[str, Found]
    by_lower: Mapping[str, str]
    by_folder: Mapping[str, tuple[str, ...]]
    max_bytes: int


@dataclass(frozen=True, slots=True)
class FormerFiles:
    """The files of an item that is kept as it was: where the former site keeps each."""

    folder: Path | None
    files: Mapping[str, FormerFile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Located:
    """A file that is there: path below the content folder, where its bytes lie, size and checksum."""

    source: str
    real: Path
    size: int
    sha256: str


def index_files(found: Iterable[Found], max_bytes: int) -> FileIndex:
    """Prepare the look-ups."""
    by_path = {f.relative: f for f in found}
    folders: defaultdict[str, list[str]] = defaultdict(list)
    for relative in by_path:
        folder, _, name = relative.rpartition("/")
        folders[folder].append(name)
    lower = {relative.casefold(): relative for relative in by_path}
    return FileIndex(by_path, lower, {k: tuple(v) for k, v in folders.items()}, max_bytes)


def extension(name: str) -> str:
    """The extension in lower case, without the point."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def joined(folder: str, name: str) -> str | None:
    """The path below the content folder that a name means in a folder; None when it leads outside."""
    if _ABSOLUTE.match(name):
        return None
    path = posixpath.normpath(posixpath.join(folder, unicodedata.normalize("NFC", name.replace("\\", "/"))))
    return None if path.startswith("..") else path


def checksum(path: Path) -> str:
    """SHA-256 of a file, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that an item names: where, and under which code a missing one is reported."""

    name: str
    folder: str
    path: str
    line: int
    field: str
    missing: str
    kinds: frozenset[str]
    bad_kind: str


def locate(wanted: Wanted, index: FileIndex, former: FormerFiles) -> Located | Problem:
    """The file that an item names, or the finding about it."""
    source = joined(wanted.folder, wanted.name)
    if source is None:
        message = f"“{shortened(wanted.name)}”在内容文件夹外面。文件要放在条目旁边，只写文件名。"
        last = wanted.name.replace("\\", "/").rpartition("/")[2]
        return _say("L042", wanted, message, last)
    if extension(source) not in wanted.kinds:
        return _bad_kind(wanted, source, index)
    kept = former.files.get(source)
    found = index.by_path.get(source)
    if kept is not None:
        return _kept(kept, found, former, wanted)
    if found is None:
        return _missing(wanted, source, index)
    return _read(found, wanted, index)


def _read(found: Found, wanted: Wanted, index: FileIndex) -> Located | Problem:
    if found.size > index.max_bytes:
        message = f"“{shortened(wanted.name)}”有 {found.size / 1048576:.1f} MB，超过 {index.max_bytes // 1048576} MB。"
        return _say("L043", wanted, message, "压缩图片或拆成几个文件。")
    try:
        real = Path(found.real)
        return Located(found.relative, real, found.size, checksum(real))
    except OSError as error:
        return _say(
            "L001", wanted, f"“{shortened(wanted.name)}”打不开：{reason(error)}。", "检查文件的权限。"
        )


def _kept(kept: FormerFile, found: Found | None, former: FormerFiles, wanted: Wanted) -> Located | Problem:
    """The file as it was published: from the content folder if it is still the same, else from the former site."""
    places = [Path(found.real)] if found else []
    places += [former.folder / kept.address.lstrip("/")] if former.folder else []
    for place in places:
        try:
            if checksum(place) == kept.sha256:
                return Located(kept.source, place, kept.size, kept.sha256)
        except OSError:
            continue
    return _say(wanted.missing, wanted, f"上次公开的“{shortened(wanted.name)}”已经找不到。", wanted.name)


def _bad_kind(wanted: Wanted, source: str, index: FileIndex) -> Problem:
    near = _similar(wanted, source, index)
    if near:
        message = f"“{shortened(wanted.name)}”不是完整的文件名，这个文件夹里有“{near}”。"
        return _say(wanted.missing, wanted, message, near)
    kind = extension(source)
    what = f"“.{kind}”类型的文件" if kind else "没有扩展名的文件"
    message = (
        f"“{shortened(wanted.name)}”是{what}，不能放到网上。可用的有：{'、'.join(sorted(wanted.kinds))}。"
    )
    return _say(wanted.bad_kind, wanted, message, "另存为 PDF、Word、Excel 或图片后再引用。")


def _similar(wanted: Wanted, source: str, index: FileIndex) -> str:
    """The file beside the item that a name without a usable ending stands for (`标准`, `标准。docx`, `【标准.docx】`)."""
    folder, _, name = source.rpartition("/")
    if source in index.by_path:
        return ""
    plain = name.strip("[]【】“”\"' ").replace("。", ".")
    beside = [n for n in index.by_folder.get(folder, ()) if extension(n) in wanted.kinds]
    return next((n for n in beside if plain in (n, n.rpartition(".")[0])), "")


def _missing(wanted: Wanted, source: str, index: FileIndex) -> Problem:
    real = index.by_lower.get(source.casefold())
    what = "图片" if wanted.missing == "L045" else "文件"
    if real:
        name = posixpath.relpath(real, wanted.folder or ".")
        message = f"{what}“{shortened(wanted.name)}”和实际文件名的大小写不一样，实际是“{name}”。"
        return _say(wanted.missing, wanted, message, name)
    folder = source.rpartition("/")[0]
    beside = tuple(n for n in index.by_folder.get(folder, ()) if extension(n) in wanted.kinds)
    near = nearest(source.rpartition("/")[2], beside)
    there = f"这个文件夹里有：{quoted(sorted(beside), 6)}。" if beside else "这个文件夹里没有可用的文件。"
    message = f"找不到{what}“{shortened(wanted.name)}”。{there}"
    return _say(wanted.missing, wanted, message, near or f"把“{shortened(wanted.name)}”放到条目旁边。")


def _say(code: str, wanted: Wanted, message: str, hint: str) -> Problem:
    return finding(code, wanted.path, message, line=wanted.line, field=wanted.field, hint=hint)
