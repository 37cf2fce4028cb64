"""Attachments: what is in them, what is hidden, and bad ones that cost one line each."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from gongkai.checks.attachments import cache
from gongkai.checks.attachments.clean import cleaned
from gongkai.checks.attachments.read import read_bytes, read_file
from gongkai.checks.material import Extract, Part
from gongkai.loading.bounded import Limits


def word(author: str = "王某某") -> bytes:
    made = docx.Document()
    made.add_paragraph("正文甲")
    made.add_table(1, 2).rows[0].cells[0].text = "表格乙"
    made.sections[0].header.paragraphs[0].text = "页眉丙"
    made.core_properties.author = author
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sheet() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "公开"
    first.append(["姓名", "金额", "证件号"])
    first.append(["张某", 1200, "110105"])
    first.column_dimensions["C"].hidden = True
    first.row_dimensions[2].hidden = True
    second = book.create_sheet("名单")
    second.append(["藏着的"])
    second.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_member(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info, content.replace(old, new) if info.filename == name else content)
    return out.getvalue()


def pdf(text: str = "public text", author: str = "Wang") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setAuthor(author)
    canvas.drawString(99, 99, text)
    canvas.save()
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def texts(extract: Extract) -> str:
    return "\n".join(f"{p.place}:{p.text}" for p in extract.parts)


def test_word_body_tables_headers_and_author() -> None:
    found = read_bytes(word(), "甲.docx")
    for piece in ("正文甲", "表格乙", "页眉:页眉丙"):
        assert piece in texts(found)
    assert found.metadata == (("作者", "王某某"),)
    assert not found.hidden
    assert not found.trouble


def test_word_tracked_changes_are_hidden_content() -> None:
    change = '<w:del w:id="1" w:author="a"><w:r><w:delText>删去的字</w:delText></w:r></w:del>'
    data = with_member(word(), "word/document.xml", b"<w:tbl>", f"<w:p>{change}</w:p><w:tbl>".encode())
    found = read_bytes(data, "甲.docx")
    assert "修订中删去的文字:删去的字" in texts(found)
    assert found.hidden == ("修订痕迹 1 处",)


def test_excel_hidden_sheets_rows_and_columns() -> None:
    found = read_bytes(sheet(), "表.xlsx")
    assert "工作表“公开”:姓名\t金额\t证件号\n张某\t1200\t110105" in texts(found)
    assert "隐藏的工作表“名单”:藏着的" in texts(found)
    assert found.hidden == ("工作表“公开”有 1 个隐藏行", "工作表“公开”有 1 个隐藏列", "隐藏的工作表“名单”")


def test_an_empty_hidden_row_and_an_empty_string_hide_nothing_and_shift_nothing() -> None:
    data = with_member(
        sheet(), "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="9" hidden="1"/><row r="2"'
    )
    data = with_member(data, "xl/worksheets/sheet1.xml", b'r="2" hidden="1"', b'r="2"')
    plain = read_bytes(data, "表.xlsx")
    assert "工作表“公开”有 1 个隐藏行" not in plain.hidden
    members = {
        "xl/workbook.xml": b'<workbook><sheets><sheet name="s" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="r1" Target="a.xml"/></Relationships>',
        "xl/sharedStrings.xml": "<sst><si/><si><t>甲</t></si><si><t>乙</t><rPh><t>yi</t></rPh></si></sst>".encode(),
        "xl/a.xml": b'<row r="1"><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>',
        "[Content_Types].xml": b"<Types/>",
    }
    assert "工作表“s”:甲\t乙" in texts(read_bytes(zipped(members), "表.xlsx"))


def test_pdf_text_and_author() -> None:
    found = read_bytes(pdf(), "件.pdf")
    assert "第 1 页:public text" in texts(found)
    assert found.metadata == (("作者", "Wang"),)
    assert found.pages == 1


def test_zip_members_are_read_once_deep() -> None:
    found = read_bytes(zipped({"内/名单.docx": word(), "再.zip": zipped({"a.txt": b"x"})}), "包.zip")
    assert "压缩包里的“名单.docx”:正文甲" in texts(found)
    assert "“再.zip”压缩包里还有压缩包" in found.trouble


def test_a_picture_with_a_place() -> None:
    image = Image.new("RGB", (4, 4))
    exif = image.getexif()
    exif.get_ifd(0x8825)[2] = (31.0, 5.0, 1.0)
    exif[0x013B] = "Wang"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    found = read_bytes(out.getvalue(), "照片.jpg")
    assert ("拍摄者", "Wang") in found.metadata
    assert ("拍摄地点（GPS）", "有") in found.metadata
    assert read_bytes(cleaned(out.getvalue(), "照片.jpg") or b"", "照片.jpg") == Extract()


def test_a_cleaned_photo_still_stands_upright_in_its_colours() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "Wang"
    out = io.BytesIO()
    Image.new("RGB", (4, 2)).save(out, "JPEG", exif=exif, icc_profile=b"profile")
    clean = cleaned(out.getvalue(), "照片.jpg") or b""
    with Image.open(io.BytesIO(clean)) as image:
        assert dict(image.getexif()) == {0x0112: 6}
        assert image.info["icc_profile"] == b"profile"


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("坏.docx", word()[:600], "已损坏"),
        ("空.docx", b"", "不是 docx"),
        ("假.docx", b"%PDF-1.4", "不是 docx"),
        ("密.docx", b"\xd0\xcf\x11\xe0" + bytes(99), "加了密码"),
        ("密.pdf", encrypted(), "加了密码"),
        ("坏.pdf", b"%PDF-1.4\n" + b"x" * 99, "PDF"),
        ("缺.docx", zipped({"a": b"x"}), "已损坏"),
        ("坏.png", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "图片"),
        ("弹.zip", zipped({"a.txt": bytes(9_000_000)}), "解压后"),
        ("国标.txt", "中文".encode("gbk"), "UTF-8"),
    ],
    ids=range(10),
)
def test_bad_files_cost_one_line(name: str, data: bytes, trouble: str) -> None:
    found = read_bytes(data, name)
    assert trouble in found.trouble
    assert not found.parts


def test_limits(tmp_path: Path) -> None:
    big = tmp_path / "大.xlsx"
    big.write_bytes(bytes(3_000_000))
    assert "太大" in read_file(big, big.name, Limits(file=2_000_000)).trouble
    assert read_file(tmp_path / "没有.docx", "没有.docx").trouble == "打不开"
    many = zipped({f"{n}.txt": b"x" for n in range(9)})
    assert "超过 5 个" in read_bytes(many, "多.zip", Limits(members=5)).trouble
    long = read_bytes(b"x" * 500, "长.txt", Limits(characters=100))
    assert len(long.parts[0].text) == 100
    assert "过长" in long.trouble


@pytest.mark.parametrize(("name", "data"), [("甲.docx", word()), ("件.pdf", pdf())], ids=["docx", "pdf"])
def test_cleaning_takes_names_and_leaves_the_text(name: str, data: bytes) -> None:
    after = cleaned(data, name)
    assert after is not None
    assert read_bytes(after, name).parts == read_bytes(data, name).parts
    assert not read_bytes(after, name).metadata
    assert cleaned(data, "x.doc") is None


def test_the_cache_gives_back_what_was_read(tmp_path: Path) -> None:
    extract = Extract((Part("表", "文"),), ("藏",), (("作者", "某"),), "坏", 3)
    path = tmp_path / "state" / "attachments.json"
    cache.save(path, {"k": extract})
    assert cache.load(path) == {"k": extract}
    read = iter(())
    assert cache.through({"k": extract}, [("k", lambda: next(read))]) == {"k": extract}
    for text in ("", "[]", '{"version": 0, "files": {}}', '{"version": 3, "files": {"k": [1]}}'):
        path.write_text(text, encoding="utf-8")
        assert cache.load(path) == {}
