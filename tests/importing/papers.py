"""Word documents made inside a test, as clerks and Word make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from PIL import Image

CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


class Paper:
    """A document that is written line by line."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def line(
        self, text: str, align: Any = None, size: float = 16, *, bold: bool = False, red: bool = False
    ) -> Any:
        paragraph = self.document.add_paragraph()
        if align is not None:
            paragraph.alignment = align
        if text:
            run = paragraph.add_run(text)
            run.font.size = Pt(size)
            run.bold = bold
            if red:
                run.font.color.rgb = RGBColor(255, 0, 0)
        return paragraph

    def xml(self, text: str) -> Any:
        """A paragraph with runs given as XML; `w:` is bound."""
        paragraph = parse_xml(f"<w:p {nsdecls('w')}>{text}</w:p>")
        self.document.element.body.insert_element_before(paragraph, "w:sectPr")
        return paragraph

    def table(self, rows: list[list[str]]) -> Any:
        table = self.document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return table

    def picture(self, data: bytes, alt: str = "") -> None:
        self.document.add_picture(io.BytesIO(data))
        if alt:
            self.document.inline_shapes[-1]._inline.docPr.set("descr", alt)

    def numbering(self, format_: str, text: str) -> str:
        """A list whose numbers Word draws; the id that paragraphs name."""
        part = self.document.part.numbering_part.element
        number = str(90 + len(part.findall(f"{{{part.nsmap['w']}}}num")))
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{format_}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        )
        part.insert(0, abstract)
        part.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
        return number

    def numbered(self, number: str, text: str) -> None:
        self.xml(
            f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r>'
        )

    def bytes(self) -> bytes:
        found = io.BytesIO()
        self.document.save(found)
        return found.getvalue()


def red_head(mark: str = "") -> Paper:
    """A document as the township sends it out; `mark` is put where the secrecy mark stands."""
    paper = Paper()
    paper.line("000012")
    if mark:
        paper.line(mark, bold=True)
    paper.line("特急")
    paper.line("示例县青山镇人民政府文件", CENTER, 42, red=True)
    paper.line("")
    paper.line("青政发〔2026〕12 号　　　　签发人：张某", CENTER)
    paper.line("")
    paper.line("示例县青山镇人民政府", CENTER, 22)
    paper.line("关于印发农村厕所管护办法的通　知", CENTER, 22)
    paper.line("")
    paper.line("各村民委员会，镇直各单位：")
    paper.line("　　现将《农村厕所管护办法》印发给你们，请照此办理。")
    paper.line("　　附件：管护标准")
    paper.line("")
    paper.line("示例县青山镇人民政府", RIGHT)
    paper.line("2026 年 5 月 6 日", RIGHT)
    paper.line("（此件公开发布）")
    paper.line("农村厕所管护办法", CENTER, 22)
    paper.line("第一章　总则", CENTER)
    paper.line("第一条　为了管好农村厕所，制定本办法。")
    paper.line("抄送：示例县人民政府办公室。")
    paper.line("示例县青山镇党政综合办公室　　　　2026年5月6日印发")
    return paper


def notice() -> Paper:
    """A notice of a meeting, without a letterhead."""
    paper = Paper()
    paper.line("关于召开防汛工作会议的通知", CENTER, 22, bold=True)
    paper.line("各村：")
    paper.line("定于6月3日上午在镇政府三楼会议室开会。")
    paper.line("青山镇党政综合办公室", RIGHT)
    paper.line("二〇二六年六月一日", RIGHT)
    return paper


def picture(kind: str = "PNG", **options: Any) -> bytes:
    found = io.BytesIO()
    Image.new("RGB", (12, 8), (200, 10, 10)).save(found, kind, **options)
    return found.getvalue()


def located_picture() -> bytes:
    """A photograph that says where it was taken, by whom, and that it lies on its side."""
    image = Image.new("RGB", (12, 8), (10, 10, 200))
    exif = image.getexif()
    exif[0x013B] = "张某"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (30.0, 15.0, 0.0)
    found = io.BytesIO()
    image.save(found, "JPEG", exif=exif, comment=b"secret place")
    return found.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """A package with other members: `change` gives the new bytes of one, None to leave it out."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            made = change(info.filename, old.read(info))
            if made is not None:
                new.writestr(info.filename, made)
        for name, text in added.items():
            new.writestr(name, text)
    return found.getvalue()
