"""A document as pdf, set by Typst: tagged for screen readers, text selectable, no time stamp."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files
from typing import Any

from gongkai.typesetting.document import (
    Block,
    Cards,
    Cell,
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Table,
)
from gongkai.typesetting.fonts import Fonts

EPOCH = 946684800
"""The time of every file: 2000-01-01. What was written when stands in the text."""


def to_pdf(document: Document, fonts: Fonts) -> bytes:
    """The document as pdf; the same bytes for the same document and fonts."""
    return _compiled(document, fonts, "pdf")


def to_png(document: Document, fonts: Fonts, page: int = 1, ppi: float = 72) -> bytes:
    """A picture of one page."""
    pages: Any = _compile(document, fonts, format="png", ppi=ppi)
    return bytes(pages[page - 1] if isinstance(pages, list) else pages)


def page_count(document: Document, fonts: Fonts) -> int:
    """How many pages the document has."""
    pages: Any = _compile(document, fonts, format="png", ppi=4)
    return len(pages) if isinstance(pages, list) else 1


def _compiled(document: Document, fonts: Fonts, form: str) -> bytes:
    made: Any = _compile(document, fonts, format=form, timestamp=EPOCH)
    return bytes(made)


def _compile(document: Document, fonts: Fonts, **options: Any) -> Any:
    import typst

    pictures = _Pictures()
    data = json.dumps(_document(document, fonts, pictures), ensure_ascii=False, sort_keys=True)
    template = files("gongkai.typesetting").joinpath("document.typ").read_bytes()
    compiler = typst.Compiler(font_paths=fonts.loaded, sys_inputs={"data": data})
    return compiler.compile({"main": template, **pictures.files}, **options)


@dataclass(slots=True)
class _Pictures:
    """The pictures of a document as files, each once."""

    files: dict[str, bytes] = field(default_factory=dict)
    names: dict[tuple[bytes, str], str] = field(default_factory=dict)

    def name(self, picture: Picture) -> str:
        key = (picture.data, picture.ending)
        if key not in self.names:
            self.names[key] = f"p{len(self.names)}.{picture.ending}"
            self.files[self.names[key]] = picture.data
        return self.names[key]


def _document(document: Document, fonts: Fonts, pictures: _Pictures) -> dict[str, Any]:
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": document.author,
        "mark": [document.mark] if document.mark else [],
        "paper": document.paper,
        "size": document.size,
        "landscape": document.landscape,
        "numbered": document.numbered,
        "show-title": document.show_title,
        "cards": any(isinstance(block, Cards) for block in document.blocks),
        "body-font": fonts.body,
        "heading-font": fonts.heading,
        "title-font": (*fonts.title, *fonts.body),
        "blocks": [_block(block, pictures) for block in document.blocks],
    }


def _block(block: Block, pictures: _Pictures) -> Mapping[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level, "center": block.center}
        case Paragraph():
            return {"kind": "paragraph", "style": block.style, "spans": _spans(block.spans)}
        case Listing():
            return {"kind": "listing", "numbered": block.numbered, "items": [_spans(i) for i in block.items]}
        case Table():
            return _table(block)
        case Picture():
            return {"kind": "picture", **_picture(block, pictures)}
        case Cards():
            made = [{"picture": _picture(p, pictures), "lines": lines} for p, lines in block.cards]
            return {"kind": "cards", "columns": block.columns, "cards": made}
        case Contents():
            return {"kind": "contents", "title": block.title, "depth": block.depth}
        case Cover():
            return {"kind": "cover", "lines": block.lines, "foot": block.foot}
        case PageBreak():
            return {"kind": "pagebreak"}


def _table(table: Table) -> Mapping[str, Any]:
    return {
        "kind": "table",
        "caption": table.caption,
        "small": table.small,
        "heads": table.heads,
        "widths": table.widths,
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def _cell(cell: Cell) -> Mapping[str, Any]:
    return {
        "text": cell.text, "columns": cell.columns, "rows": cell.rows, "align": cell.align, "bold": cell.bold,
    }  # fmt: skip


def _spans(spans: tuple[Span, ...]) -> list[Mapping[str, Any]]:
    return [{"text": s.text, "bold": s.bold, "link": s.link} for s in spans]


def _picture(picture: Picture, pictures: _Pictures) -> Mapping[str, Any]:
    return {"file": pictures.name(picture), "width": picture.width, "alt": picture.alt}


def marked(document: Document, mark: str) -> Document:
    """The document with a mark by which its file can be recognised."""
    return replace(document, mark=mark)


def has_mark(data: bytes, mark: str) -> bool:
    """Whether a pdf made here bears a mark: its metadata are not compressed."""
    return mark.encode() in data
