"""The text of attachments, and that nothing hostile in one stops a build."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from gongkai.loading.attachment_text import attachment_text


def word(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("申请低保需要的材料")
    document.add_table(1, 2).rows[0].cells[1].text = "户口簿 & 身份证"
    document.save(str(path))
    return path


def test_word(tmp_path: Path) -> None:
    text = attachment_text(word(tmp_path / "a.docx"), "材料.docx")
    assert text.split("\n") == ["申请低保需要的材料", "户口簿 & 身份证"]


def test_excel(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["石桥村", 12.5])
    book.save(tmp_path / "a.xlsx")
    assert attachment_text(tmp_path / "a.xlsx", "名单.xlsx").split("\n") == ["石桥村", "12.5"]


def test_pdf(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(72, 720, "Budget 2026")
    canvas.save()
    assert "Budget 2026" in attachment_text(tmp_path / "a.pdf", "预算.PDF")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf", "png", "doc"])
@pytest.mark.parametrize(
    "data", [b"", b"not it", b"PK\x03\x04", b"%PDF-1.7 \xff"], ids=["empty", "text", "zip", "pdf"]
)
def test_a_broken_file_has_no_text(tmp_path: Path, kind: str, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    assert attachment_text(tmp_path / "a", f"a.{kind}") == ""


def test_a_missing_file_has_no_text(tmp_path: Path) -> None:
    assert attachment_text(tmp_path / "none.pdf", "a.pdf") == ""


def test_a_zip_that_is_no_document(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("x.txt", "x")
    assert attachment_text(tmp_path / "a.docx", "a.docx") == ""


def test_a_long_text_is_cut(tmp_path: Path) -> None:
    assert attachment_text(word(tmp_path / "a.docx"), "a.docx", 4) == "申请低保"
