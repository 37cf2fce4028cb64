"""What python-docx has no words for: East Asian fonts, page numbers, links, repeated table heads."""

from __future__ import annotations

from typing import Any

_SIZES = {"a4": (210, 297), "a3": (297, 420)}


def new_document(paper: str, landscape: bool) -> Any:
    """An empty document with the margins of GB/T 9704 (upper 37 mm, left 28 mm, text 156 mm by 225 mm)."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    made = Document()
    section = made.sections[0]
    short, long = _SIZES[paper]
    wide, high = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.top_margin, section.bottom_margin = (Mm(22), Mm(22)) if landscape else (Mm(37), Mm(35))
    section.left_margin, section.right_margin = (Mm(20), Mm(20)) if landscape else (Mm(28), Mm(26))
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number"):
        style = made.styles[name]
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = Pt(28) if not landscape else Pt(22)
        _plain_style(style)
    return made


def _plain_style(style: Any) -> None:
    """Black, without the line and the colours of the template; Chinese as the language of proofing."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.name = "Times New Roman"
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)


def set_font(run: Any, font: str, size: float, bold: bool = False) -> None:
    """Font of a run, for Chinese and for Latin letters."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.size = Pt(round(size * 2) / 2)
    run.font.bold = bold
    run.font.name = "Times New Roman"
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001 - python-docx has no other way


def _field(run: Any, instruction: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "instr", "end"):
        if kind == "instr":
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = instruction
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        run._element.append(part)  # noqa: SLF001


def add_page_number(made: Any) -> None:
    """`— 1 —` at the foot of each page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = made.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in ("— ", "PAGE", " —"):
        run = paragraph.add_run("" if text == "PAGE" else text)
        set_font(run, "宋体", 14)
        if text == "PAGE":
            _field(run, text)


def add_link(made: Any, paragraph: Any, text: str, address: str, font: str, size: float) -> None:
    """A link with its text."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    key = made.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    run = paragraph.add_run(text)
    set_font(run, font, size)
    link.append(run._element)  # noqa: SLF001
    paragraph._element.append(link)  # noqa: SLF001


def set_repeat(row: Any) -> None:
    """Repeat a row of a table at the top of each page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
