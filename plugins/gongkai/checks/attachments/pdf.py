"""PDF: the text of its pages, comments on them, and who wrote it."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from gongkai.checks.attachments.office import HARMLESS
from gongkai.checks.material import Extract, Part
from gongkai.loading.bounded import LIMITS, Limits, Unreadable

_PROGRAMS = ("anonymous", "reportlab", "wps", "microsoft", "untitled", "libreoffice", "adobe")


def read_pdf(data: bytes, limits: Limits = LIMITS) -> Extract:
    """The text of a PDF by page. Raises `Unreadable` for a broken or an encrypted one."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("加了密码")
        pages = list(reader.pages[: limits.pages])
        parts = tuple(_parts(pages, limits))
        count = len(reader.pages)
        return Extract(parts, _hidden(pages), tuple(_metadata(reader)), _cut(count, limits), count)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Unreadable("不是完好的 PDF") from error


def _cut(count: int, limits: Limits) -> str:
    return f"有 {count} 页，只检查了前 {limits.pages} 页" if count > limits.pages else ""


def _parts(pages: list[PageObject], limits: Limits) -> Iterator[Part]:
    left = limits.characters
    for number, page in enumerate(pages, 1):
        text = page.extract_text()[:left]
        left -= len(text)
        if text.strip():
            yield Part(f"第 {number} 页", text)


def _hidden(pages: list[PageObject]) -> tuple[str, ...]:
    kinds = [str(note.get_object().get("/Subtype")) for page in pages for note in page.get("/Annots") or ()]
    notes = sum(kinds.count(kind) for kind in ("/Text", "/FreeText"))
    return (f"批注 {notes} 条",) if notes else ()


def _metadata(reader: PdfReader) -> Iterator[tuple[str, str]]:
    author = str((reader.metadata.author if reader.metadata else "") or "").strip()
    if author.lower() not in HARMLESS and not author.lower().startswith(_PROGRAMS):
        yield "作者", author
