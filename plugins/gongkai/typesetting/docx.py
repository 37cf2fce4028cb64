"""A document as docx, with the measures of GB/T 9704 and fixed times."""

from __future__ import annotations

import io
from datetime import datetime
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
from gongkai.typesetting.docx_parts import add_link, add_page_number, new_document, set_font, set_repeat
from gongkai.typesetting.zipped import steady

_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - the file's own time, which has no zone
SONG, HEI, TITLE = "仿宋_GB2312", "黑体", "方正小标宋简体"


def to_docx(document: Document) -> bytes:
    """The document as docx; the same bytes for the same document. Fonts are named, not held: Word and WPS have them."""
    made = new_document(document.paper, document.landscape)
    properties = made.core_properties
    properties.created = properties.modified = properties.last_printed = _FIXED
    properties.author, properties.title = document.author or "gongkai", document.title
    properties.last_modified_by, properties.revision = "gongkai", 1
    properties.keywords, properties.comments = document.mark, ""
    properties.language = "zh-CN"
    if document.numbered:
        add_page_number(made)
    writer = _Writer(made, document.size)
    if document.show_title:
        writer.line(document.title, TITLE, 22 if document.size > 12 else 18, center=True, style="Title")
        if document.subtitle:
            writer.line(document.subtitle, "楷体_GB2312", document.size, center=True)
    for block in document.blocks:
        writer.add(block)
    found = io.BytesIO()
    made.save(found)
    return steady(found.getvalue())


class _Writer:
    """Adds blocks to a document of python-docx, one after the other."""

    def __init__(self, made: Any, size: float) -> None:
        self.made = made
        self.size = size

    def add(self, block: Block) -> None:
        """Add one block."""
        getattr(self, f"_{type(block).__name__.lower()}")(block)

    def _heading(self, block: Heading) -> None:
        font, official = HEI if block.level == 1 else SONG, self.size > 12
        style = f"Heading {min(block.level, 3)}"
        self.line(
            block.text,
            font,
            self.size,
            style=style,
            bold=block.level > 1,
            indent=official and not block.center,
            center=block.center,
        )

    def _listing(self, block: Listing) -> None:
        for item in block.items:
            style = "List Number" if block.numbered else "List Bullet"
            self.runs(self.made.add_paragraph(style=style), item, self.size)

    def _pagebreak(self, _block: PageBreak) -> None:
        self.made.add_page_break()

    def _contents(self, block: Contents) -> None:
        """The word alone: Word makes its own table of contents from the headings."""
        self.line(block.title, HEI, self.size, center=True)

    def line(
        self, text: str, font: str, size: float, *, center: bool = False, style: str = "", bold: bool = False,
        indent: bool = False,
    ) -> None:  # fmt: skip
        """A line in one font."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        found = self.made.add_paragraph(style=style or None)
        if center:
            found.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if indent:
            found.paragraph_format.first_line_indent = Pt(2 * size)
        set_font(found.add_run(text), font, size, bold)

    def runs(self, paragraph: Any, spans: tuple[Span, ...], size: float) -> None:
        """Add spans to a paragraph."""
        for span in spans:
            if span.link:
                add_link(self.made, paragraph, span.text, span.link, SONG, size)
            else:
                set_font(paragraph.add_run(span.text), SONG, size, span.bold)

    def _paragraph(self, block: Paragraph) -> None:
        """A paragraph in its style."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        found = self.made.add_paragraph()
        size = self.size * 0.8 if block.style == "note" else self.size
        if block.style == "body":
            found.paragraph_format.first_line_indent = Pt(2 * size)
        if block.style in ("center", "right"):
            found.alignment = getattr(WD_ALIGN_PARAGRAPH, block.style.upper())
        self.runs(found, block.spans, size)

    def _table(self, block: Table) -> None:
        """A table with merged cells; its head is repeated on each page."""
        if block.caption:
            self.line(block.caption, HEI, self.size * 0.85, center=True)
        width = len(block.widths)
        found = self.made.add_table(rows=len(block.rows), cols=width, style="Table Grid")
        found.autofit = False
        share = self.made.sections[0].page_width - self.made.sections[0].left_margin
        share = (share - self.made.sections[0].right_margin) / sum(block.widths)
        for number, part in enumerate(block.widths):
            for cell in found.columns[number].cells:
                cell.width = int(share * part)
        taken: set[tuple[int, int]] = set()
        for down, row in enumerate(block.rows):
            across = 0
            for cell in row:
                while (down, across) in taken:
                    across += 1
                self._place(found, down, across, cell, block.small)
                taken |= {(down + y, across + x) for y in range(cell.rows) for x in range(cell.columns)}
                across += cell.columns
        for head in found.rows[: block.heads]:
            set_repeat(head)
        self.made.add_paragraph()

    def _place(self, table: Any, down: int, across: int, cell: Cell, small: bool) -> None:
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        place = table.cell(down, across)
        if cell.rows > 1 or cell.columns > 1:
            place = place.merge(table.cell(down + cell.rows - 1, across + cell.columns - 1))
        place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = place.paragraphs[0]
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, cell.align.upper())
        size = min(self.size * 0.7, 10.5) if small else self.size * 0.85
        set_font(paragraph.add_run(cell.text), SONG, max(size, 8), cell.bold)

    def _picture(self, block: Picture) -> None:
        """A picture with its description; Word shows no svg, so its description stands for it."""
        from docx.shared import Mm

        if block.ending == "svg":
            self.line(f"（图：{block.alt}）", SONG, self.size * 0.8, center=True)
            return
        run = self.made.add_paragraph().add_run()
        shape = run.add_picture(io.BytesIO(block.data), width=Mm(block.width))
        shape._inline.docPr.set("descr", block.alt)  # noqa: SLF001 - python-docx has no other way

    def _cards(self, block: Cards) -> None:
        """Cards as a table of two columns: text and picture."""
        for picture, lines in block.cards:
            self.line(lines[0], HEI, self.size)
            for line in (*lines[1:], picture.alt):
                self.line(line, SONG, self.size * 0.8)

    def _cover(self, block: Cover) -> None:
        """Lines in the upper half of a page of their own."""
        for _ in range(6):
            self.made.add_paragraph()
        self.line(block.lines[0], TITLE, self.size * 2, center=True)
        for line in (*block.lines[1:], block.foot):
            self.line(line, HEI, self.size, center=True)
        self.made.add_page_break()
