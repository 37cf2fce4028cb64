"""The text of attachments for search: Word, Excel and PDF, read within limits; what cannot be read has none.

Checks have readers of their own, which also tell hidden parts, comments and authors; whoever needs the visible
text alone may use this one.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from pathlib import Path

FILE_BYTES = 30 * 1024 * 1024
MEMBER_BYTES = 30 * 1024 * 1024
CHARACTERS = 100_000
PAGES = 100

_BREAK = re.compile(r"</w:p>|<w:br/>|</w:tc>")
_DELETED = re.compile(r"<w:del\b[^>]*>.*?</w:del>", re.DOTALL)
_WORD = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_STRING = re.compile(r"<(?:\w+:)?si\b[^>]*>(.*?)</(?:\w+:)?si>", re.DOTALL)
_RUN = re.compile(r"<(?:\w+:)?t\b[^>]*>([^<]*)</(?:\w+:)?t>")
_CELL = re.compile(r"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_VALUE = re.compile(r"<(?:\w+:)?v\b[^>]*>([^<]*)</(?:\w+:)?v>")
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")


def attachment_text(path: Path, name: str, characters: int = CHARACTERS) -> str:
    """The text of a docx, xlsx or pdf file, cut at `characters`; empty for other, broken or very large files."""
    kind = name.rpartition(".")[2].lower()
    try:
        if kind not in ("docx", "xlsx", "pdf") or path.stat().st_size > FILE_BYTES:
            return ""
        data = path.read_bytes()
        text = _pdf(data, characters) if kind == "pdf" else _office(data, kind)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError):
        return ""
    return text[:characters]


def _office(data: bytes, kind: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if kind == "docx":
            return _docx(_member(archive, "word/document.xml"))
        names = [n for n in archive.namelist() if _SHEET.fullmatch(n)]
        shared = (
            _member(archive, "xl/sharedStrings.xml") if "xl/sharedStrings.xml" in archive.namelist() else ""
        )
        strings = ["".join(map(html.unescape, _RUN.findall(si))) for si in _STRING.findall(shared)]
        sheets = sorted(names, key=lambda n: (len(n), n))
        return "\n".join(_sheet(_member(archive, sheet), strings) for sheet in sheets)


def _member(archive: zipfile.ZipFile, name: str) -> str:
    """A member as text; of what unpacks to too much only the beginning."""
    with archive.open(name) as member:
        return member.read(MEMBER_BYTES).decode("utf-8", errors="replace")


def _docx(xml: str) -> str:
    blocks = _BREAK.split(_DELETED.sub("", xml))
    lines = ("".join(map(html.unescape, _WORD.findall(block))).strip() for block in blocks)
    return "\n".join(line for line in lines if line)


def _sheet(xml: str, strings: list[str]) -> str:
    cells = (_cell(match[1], match[2] or "", strings) for match in _CELL.finditer(xml))
    return "\n".join(cell for cell in cells if cell)


def _cell(attributes: str, inner: str, strings: list[str]) -> str:
    if 't="inlineStr"' in attributes:
        return "".join(map(html.unescape, _RUN.findall(inner))).strip()
    value = _VALUE.search(inner)
    if value is None:
        return ""
    if 't="s"' in attributes:
        number = int(value[1]) if value[1].isdigit() else -1
        return strings[number].strip() if 0 <= number < len(strings) else ""
    return html.unescape(value[1]).strip()


def _pdf(data: bytes, characters: int) -> str:
    """The text of a PDF; empty when the optional package pypdf is not installed."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        return ""
    found: list[str] = []
    try:
        for page in PdfReader(io.BytesIO(data), strict=False).pages[:PAGES]:
            found.append(page.extract_text())
            if sum(map(len, found)) > characters:
                break
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return "\n".join(found)
    return "\n".join(found)
