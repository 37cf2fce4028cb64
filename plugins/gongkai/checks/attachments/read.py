"""One attachment → what is inside it: by its content, not by its name; members of a zip once deep."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from gongkai.checks.attachments.docx import read_docx
from gongkai.checks.attachments.image import read_image
from gongkai.checks.attachments.old_office import ENDINGS, SIGN, read_old_office
from gongkai.checks.attachments.pdf import read_pdf
from gongkai.checks.attachments.slides import read_ofd, read_pptx
from gongkai.checks.attachments.xlsx import read_xlsx
from gongkai.checks.material import Extract, Part
from gongkai.loading.bounded import LIMITS, MEGABYTE, Limits, Package, TooMuch, Unreadable
from gongkai.loading.decode import decode
from gongkai.model.problem import Problem

_IMAGES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff"})
_TEXTS = frozenset({"txt", "csv", "md", "json", "xml", "html", "htm"})
_SIGNS = {"pdf": b"%PDF", "png": b"\x89PNG", "jpg": b"\xff\xd8", "jpeg": b"\xff\xd8"}
_PACKED = {
    "docx": read_docx, "dotx": read_docx, "xlsx": read_xlsx, "xlsm": read_xlsx, "pptx": read_pptx, "ofd": read_ofd,
}  # fmt: skip
_NOT_READ = {"rar": "是 rar 压缩包", "7z": "是 7z 压缩包", "rtf": "是 rtf 文件", "ceb": "是 ceb 文件"}
_EMBEDDED = r"(?:word|xl|ppt)/embeddings/.*"


def read_file(path: Path, name: str, limits: Limits = LIMITS) -> Extract:
    """Read a file of the disk; whatever is wrong with it stands in `trouble`, and nothing is raised."""
    try:
        size = path.stat().st_size
        if size > limits.file:
            return Extract(trouble=f"有 {size // MEGABYTE} MB，太大，没有检查里面的内容")
        return read_bytes(path.read_bytes(), name, limits)
    except OSError:
        return Extract(trouble="打不开")


def read_bytes(data: bytes, name: str, limits: Limits = LIMITS, deep: bool = True) -> Extract:
    """Read a file's bytes; whatever is wrong with them stands in `trouble`, and nothing is raised."""
    kind = name.rpartition(".")[2].lower()
    sign = _SIGNS.get(kind) or (b"PK" if kind in _PACKED or kind == "zip" else None)
    try:
        if sign and not data[:1024].lstrip().startswith(sign):
            raise Unreadable("加了密码" if data.startswith(SIGN) else f"内容不是 {kind} 文件")
        return _cut(_read(data, kind, limits, deep), limits)
    except (Unreadable, TooMuch) as error:
        return Extract(trouble=str(error))
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError):
        return Extract(trouble="文件已损坏")


def _read(data: bytes, kind: str, limits: Limits, deep: bool) -> Extract:
    if kind == "pdf":
        return read_pdf(data, limits)
    if kind in _PACKED or kind == "zip":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _package(Package(archive, limits), kind, limits, deep)
    if kind in _IMAGES:
        return read_image(data)
    if kind in _TEXTS:
        return _text(data)
    if kind in ENDINGS or (kind == "bin" and data.startswith(SIGN)):
        # An old ending on a new file is common: WPS writes both.
        return _read(data, _renamed(data), limits, deep) if data[:2] == b"PK" else read_old_office(data)
    return Extract(trouble=f"{_NOT_READ[kind]}，没有检查里面的内容") if kind in _NOT_READ else Extract()


def _renamed(data: bytes) -> str:
    """What a zip file with an old ending is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    return next((k for k, folder in _FOLDERS.items() if any(n.startswith(folder) for n in names)), "zip")


_FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}


def _package(package: Package, kind: str, limits: Limits, deep: bool) -> Extract:
    if kind == "zip":
        members = [name for name in package.names if not name.endswith("/")]
        return (
            _members(package, members, "压缩包里的", limits)
            if deep
            else Extract(trouble="压缩包里还有压缩包，没有检查")
        )
    found = _PACKED[kind](package)
    embedded = package.matching(_EMBEDDED) if deep else ()
    inner = _members(package, embedded, "嵌入的", limits) if embedded else Extract()
    return replace(
        found,
        parts=(*found.parts, *inner.parts),
        hidden=(*found.hidden, *inner.hidden),
        metadata=(*found.metadata, *inner.metadata),
    )


def _text(data: bytes) -> Extract:
    text = decode(data, "")
    return Extract(trouble="编码不是 UTF-8") if isinstance(text, Problem) else Extract((Part("", text),))


def _cut(extract: Extract, limits: Limits) -> Extract:
    """Keep no more text than the limit, so that the cache and the rules stay quick."""
    if sum(len(p.text) for p in extract.parts) <= limits.characters:
        return extract
    kept: list[Part] = []
    left = limits.characters
    for part in extract.parts:
        kept.append(Part(part.place, part.text[:left]))
        left -= len(kept[-1].text)
    trouble = extract.trouble or "内容过长，只检查了前一部分"
    return Extract(tuple(p for p in kept if p.text), extract.hidden, extract.metadata, trouble, extract.pages)


def _members(package: Package, names: Iterable[str], where: str, limits: Limits) -> Extract:
    parts: list[Part] = []
    hidden: list[str] = []
    metadata: list[tuple[str, str]] = []
    troubles: list[str] = []
    for name in names:
        inner = read_bytes(package.data(name), name, limits, deep=False)
        short = name.rpartition("/")[2]
        parts += [Part(f"{where}“{short}”{p.place}", p.text) for p in inner.parts]
        hidden += [f"“{short}”{h}" for h in inner.hidden]
        metadata += [(f"“{short}”{n}", v) for n, v in inner.metadata]
        troubles += [f"“{short}”{inner.trouble}"] if inner.trouble else []
    return Extract(tuple(parts), tuple(hidden), tuple(metadata), "；".join(troubles))
