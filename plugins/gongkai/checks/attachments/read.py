"""One attachment → what is inside it: by its content, not by its name; members of a zip once deep."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from gongkai.checks.attachments.docx import read_docx
from gongkai.checks.attachments.image import read_image
from gongkai.checks.attachments.limits import LIMITS, MEGABYTE, Limits, Package, TooMuch, Unreadable
from gongkai.checks.attachments.pdf import read_pdf
from gongkai.checks.attachments.xlsx import read_xlsx
from gongkai.checks.material import Extract, Part
from gongkai.loading.decode import decode
from gongkai.model.problem import Problem

_IMAGES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff"})
_TEXTS = frozenset({"txt", "csv", "md", "json", "xml", "html", "htm"})
_OLE = b"\xd0\xcf\x11\xe0"
_SIGNS = {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "zip": b"PK", "png": b"\x89PNG", "jpg": b"\xff\xd8",
          "jpeg": b"\xff\xd8"}  # fmt: skip


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
    sign = _SIGNS.get(kind)
    try:
        if sign and not data[:1024].lstrip().startswith(sign):
            raise Unreadable("加了密码" if data.startswith(_OLE) else f"内容不是 {kind} 文件")
        return _cut(_read(data, kind, limits, deep), limits)
    except (Unreadable, TooMuch) as error:
        return Extract(trouble=str(error))
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError):
        return Extract(trouble="文件已损坏")


def _read(data: bytes, kind: str, limits: Limits, deep: bool) -> Extract:
    if kind == "pdf":
        return read_pdf(data, limits)
    if kind in ("docx", "xlsx", "zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            package = Package(archive, limits)
            if kind == "zip":
                return _members(package, limits) if deep else Extract(trouble="压缩包里还有压缩包，没有检查")
            return read_docx(package) if kind == "docx" else read_xlsx(package)
    if kind in _IMAGES:
        return read_image(data)
    if kind in _TEXTS:
        return _text(data)
    return Extract()


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


def _members(package: Package, limits: Limits) -> Extract:
    parts: list[Part] = []
    hidden: list[str] = []
    metadata: list[tuple[str, str]] = []
    troubles: list[str] = []
    for name in package.names:
        if name.endswith("/"):
            continue
        inner = read_bytes(package.data(name), name, limits, deep=False)
        short = name.rpartition("/")[2]
        parts += [Part(f"压缩包里的“{short}”{p.place}", p.text) for p in inner.parts]
        hidden += [f"“{short}”{h}" for h in inner.hidden]
        metadata += [(f"“{short}”{n}", v) for n, v in inner.metadata]
        troubles += [f"“{short}”{inner.trouble}"] if inner.trouble else []
    return Extract(tuple(parts), tuple(hidden), tuple(metadata), "；".join(troubles))
