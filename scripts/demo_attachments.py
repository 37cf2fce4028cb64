"""Makes the attachments and images of the demonstration content from the text in `demo_attachments.yml`.

    python scripts/demo_attachments.py [CONTENT_DIR]

Needs the extra `demo` (python-docx, openpyxl, reportlab). Running it again gives the same bytes: dates are fixed,
archives are written anew with fixed times, nothing is taken from the clock or from the machine.
"""

from __future__ import annotations

import datetime
import io
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

TEXT = Path(__file__).with_suffix(".yml")
CONTENT = Path(__file__).parent.parent / "content"
FIXED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
ZIP_TIME = (2026, 1, 1, 0, 0, 0)
AUTHOR = "示例县青山镇人民政府"
# A preview picture of python-docx's template: 10 KB that say nothing about the document.
DROPPED = "docProps/thumbnail.jpeg"

Cell = str | int | float
Spec = Mapping[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Write every file of the text file under the content folder (or the folder given); return the exit code."""
    root = Path(arguments[0]) if arguments else CONTENT
    for path, data in make_all(read_specs()):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        print(f"{len(data):>6}  {path}")
    return 0


def read_specs(path: Path = TEXT) -> dict[str, Spec]:
    """Read the text file: path below the content folder → what the file says."""
    specs: dict[str, Spec] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return specs


def make_all(specs: Mapping[str, Spec]) -> list[tuple[str, bytes]]:
    """Make all files; returns (path, bytes), sorted by path."""
    return [(path, make(path, spec)) for path, spec in sorted(specs.items())]


def make(path: str, spec: Spec) -> bytes:
    """Make one file in the format that its name ends in; KeyError for another format."""
    makers: dict[str, Callable[[Spec], bytes]] = {
        "docx": make_docx,
        "xlsx": make_xlsx,
        "pdf": make_pdf,
        "png": make_png,
    }
    return makers[path.rpartition(".")[2]](spec)


def table(text: str) -> list[list[Cell]]:
    """Cut a table written as lines with `|` between the cells; what looks like a number becomes one."""
    return [[number(cell.strip()) for cell in line.split("|")] for line in text.splitlines() if line.strip()]


def number(cell: str) -> Cell:
    """Turn `12` and `4.2` into numbers; all else stays text."""
    if re.fullmatch(r"\d+", cell):
        return int(cell)
    return float(cell) if re.fullmatch(r"\d+\.\d+", cell) else cell


# --- Word --------------------------------------------------------------------------------------------------------


def make_docx(spec: Spec) -> bytes:
    """Make a Word document of headings, paragraphs and tables."""
    from docx import Document

    document = Document()
    document.add_heading(spec["title"], level=1)
    for block in spec["blocks"]:
        add_docx_block(document, block)
    properties = document.core_properties
    properties.author, properties.title = AUTHOR, spec["title"]
    properties.comments, properties.last_modified_by = "", AUTHOR
    properties.created = properties.modified = FIXED
    buffer = io.BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue())


def add_docx_block(document: Any, block: Mapping[str, str]) -> None:
    """Add one heading, paragraph or table to a Word document."""
    if "heading" in block:
        document.add_heading(block["heading"], level=2)
    elif "text" in block:
        document.add_paragraph(block["text"])
    else:
        rows = table(block["table"])
        grid = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for row, cells in zip(grid.rows, rows, strict=True):
            for cell, value in zip(row.cells, cells, strict=True):
                cell.text = str(value)


# --- Tables ------------------------------------------------------------------------------------------------------


def make_xlsx(spec: Spec) -> bytes:
    """Make a workbook, one sheet per table, with the head row frozen and bold."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.active)
    for sheet in spec["sheets"]:
        page = book.create_sheet(sheet["name"])
        rows = table(sheet["rows"])
        for row in rows:
            page.append([None if value == "" else value for value in row])
        for cell in page[1]:
            cell.font = Font(bold=True)
        page.freeze_panes = "A2"
        for column, head in zip(page.columns, range(len(rows[0])), strict=True):
            page.column_dimensions[column[0].column_letter].width = width([row[head] for row in rows])
    book.properties.creator, book.properties.title = AUTHOR, spec["title"]
    book.properties.created = FIXED
    buffer = io.BytesIO()
    book.save(buffer)
    return repack(buffer.getvalue())


def width(cells: Sequence[Cell]) -> int:
    """Give the width of a spreadsheet column: two units per character of its longest cell, 8 to 48."""
    return max(8, min(48, 2 + 2 * max(len(str(cell)) for cell in cells)))


def repack(archive: bytes) -> bytes:
    """Write an office file's archive anew: fixed times everywhere, no preview picture."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name == DROPPED:
                continue
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(info, settle(name, old.read(name)), compresslevel=9)
    return buffer.getvalue()


def settle(name: str, data: bytes) -> bytes:
    """Fix the time of saving in the core properties and drop the mention of the preview picture."""
    if name == "docProps/core.xml":
        stamp = FIXED.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
    if name == "_rels/.rels":
        return re.sub(rb"<Relationship [^>]*thumbnail\.jpeg[^>]*/>", b"", data)
    return data


# --- PDF ---------------------------------------------------------------------------------------------------------


def make_pdf(spec: Spec) -> bytes:
    """Make a PDF with the reader's own Chinese font (nothing embedded, so the file stays small)."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import SimpleDocTemplate

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    document = SimpleDocTemplate(
        buffer, pagesize=A4, title=spec["title"], author=AUTHOR, lang="zh-CN", invariant=1, pageCompression=1
    )
    styles = pdf_styles()
    story = [pdf_text(spec["title"], styles["title"])]
    for block in spec["blocks"]:
        story += pdf_block(block, styles)
    document.build(story)
    return buffer.getvalue()


def pdf_styles() -> dict[str, Any]:
    """Give the three paragraph styles of a PDF."""
    from reportlab.lib.styles import ParagraphStyle

    body = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=11, leading=18, wordWrap="CJK", spaceAfter=6
    )
    return {
        "body": body,
        "heading": ParagraphStyle("heading", parent=body, fontSize=13, leading=22, spaceBefore=8),
        "title": ParagraphStyle("title", parent=body, fontSize=17, leading=26, alignment=1, spaceAfter=14),
    }


def pdf_text(text: str, style: Any) -> Any:
    """Make one paragraph."""
    from reportlab.platypus import Paragraph

    return Paragraph(text, style)


def pdf_block(block: Mapping[str, str], styles: Mapping[str, Any]) -> list[Any]:
    """Make the parts of one heading, paragraph or table."""
    from reportlab.lib import colors
    from reportlab.platypus import Spacer, Table

    if "table" not in block:
        kind = "heading" if "heading" in block else "text"
        return [pdf_text(block[kind], styles["heading" if kind == "heading" else "body"])]
    rows = [[pdf_text(str(cell), styles["body"]) for cell in row] for row in table(block["table"])]
    grid = Table(rows, repeatRows=1)
    grid.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    return [grid, Spacer(1, 10)]


# --- Charts ------------------------------------------------------------------------------------------------------

WIDE, HIGH, MARGIN = 480, 260, 30
# Five rows of three dots per digit, as octal: the numbers on the bars need no font file.
FONT = {
    "0": "75557", "1": "26227", "2": "71747", "3": "71717", "4": "55711",
    "5": "74717", "6": "74757", "7": "71111", "8": "75757", "9": "75717",
}  # fmt: skip


def make_png(spec: Spec) -> bytes:
    """Make a bar chart with the figure above each bar; one colour for all bars or one for each."""
    values, colours = spec["bars"], spec["colours"]
    canvas = [bytearray([255, 255, 255] * WIDE) for _ in range(HIGH)]
    step = (WIDE - 2 * MARGIN) // len(values)
    floor = HIGH - MARGIN
    fill(canvas, (MARGIN, floor, WIDE - MARGIN, floor + 2), (90, 90, 90))
    for place, value in enumerate(values):
        colour = bytes.fromhex(colours[place % len(colours)])
        left = MARGIN + place * step + step // 5
        top = floor - value * (HIGH - 3 * MARGIN) // max(values)
        fill(canvas, (left, top, left + step * 3 // 5, floor), (colour[0], colour[1], colour[2]))
        write(canvas, str(value), left, top - 20)
    return encode_png(canvas)


def fill(canvas: list[bytearray], box: tuple[int, int, int, int], colour: tuple[int, int, int]) -> None:
    """Paint a box (left, top, right, bottom)."""
    left, top, right, bottom = box
    for row in canvas[top:bottom]:
        row[left * 3 : right * 3] = bytes(colour) * (right - left)


def write(canvas: list[bytearray], digits: str, left: int, top: int) -> None:
    """Write a number, each dot three pixels wide and high."""
    for place, digit in enumerate(digits):
        for down, octal in enumerate(FONT[digit]):
            for across in range(3):
                if int(octal, 8) & (4 >> across):
                    x, y = left + place * 12 + across * 3, top + down * 3
                    fill(canvas, (x, y, x + 3, y + 3), (40, 40, 40))


def encode_png(canvas: Sequence[bytearray]) -> bytes:
    """Encode rows of RGB bytes as PNG (ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in canvas), 9)
    parts = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(kind, data) for kind, data in parts)


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """Frame one chunk with its length and checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
