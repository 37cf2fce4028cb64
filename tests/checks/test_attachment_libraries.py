"""What python-docx and openpyxl see in a file, our own bounded reader sees too, and more: generated files of all kinds."""

import io
import struct
import zipfile

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from gongkai.checks.attachments.read import read_bytes
from gongkai.checks.material import Extract
from gongkai.loading.detectors import detect
from tests.checks.test_attachments import zipped
from tests.rules.cases_privacy import ID

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=20
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def saved(made: Document | openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def texts(extract: Extract) -> str:
    assert not extract.trouble
    return "\n".join(f"{part.place}:{part.text}" for part in extract.parts)


def part_of(extract: Extract, place: str) -> str:
    return "\n".join(part.text for part in extract.parts if part.place == place)


def added(data: bytes, members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            target.writestr(info, source.read(info))
        for name, text in members.items():
            target.writestr(name, text)
    return out.getvalue()


# ------------------------------------------------------------------------------------------------ Word


def every_word_part() -> Document:
    """A document with text in every place that Word has for it."""
    made = docx.Document()
    first = made.add_paragraph("正文甲")
    made.add_comment(first.runs, "批注乙", author="张某")
    cell = made.add_table(1, 1).rows[0].cells[0]
    cell.text = "单元格丙"
    cell.add_table(1, 1).rows[0].cells[0].text = "套表丁"
    section = made.sections[0]
    section.different_first_page_header_footer = True
    made.settings.odd_and_even_pages_header_footer = True
    for where, text in (
        (section.header, "页眉戊"), (section.footer, "页脚己"), (section.first_page_header, "首页页眉庚"),
        (section.even_page_footer, "偶数页脚辛"),
    ):  # fmt: skip
        where.is_linked_to_previous = False
        where.paragraphs[0].text = text
    for xml in (
        (
            f'<w:p {nsdecls("w")}><w:ins w:id="1" w:author="x"><w:r><w:t>插入壬</w:t></w:r></w:ins>'
            '<w:del w:id="2" w:author="x"><w:r><w:delText>删去癸</w:delText></w:r></w:del>'
            '<w:moveFrom w:id="3"><w:r><w:t>移走子</w:t></w:r></w:moveFrom></w:p>'
        ),
        (
            f'<w:p {nsdecls("w")}><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
            "<w:p><w:r><w:t>文本框丑</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        ),
        (
            f'<w:sdt {nsdecls("w")}><w:sdtContent><w:p><w:r><w:t xml:space="preserve"> 控件寅</w:t></w:r></w:p>'
            "</w:sdtContent></w:sdt>"
        ),
        (
            f"<w:p {nsdecls('w')}><w:hyperlink><w:r><w:t>链接卯</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr>"
            "<w:t>藏着辰</w:t></w:r><w:r><w:t>110105</w:t><w:noBreakHyphen/><w:t>1949</w:t></w:r></w:p>"
        ),
    ):
        made.element.body.insert(0, parse_xml(xml))
    return made


def note(kind: str, text: str) -> str:
    return (
        f"<w:{kind}s {nsdecls('w')}><w:{kind}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}></w:{kind}s>"
    )


def test_word_text_is_found_wherever_it_stands() -> None:
    data = added(
        saved(every_word_part()),
        {"word/footnotes.xml": note("footnote", "脚注巳"), "word/endnotes.xml": note("endnote", "尾注午")},
    )
    found = read_bytes(data, "全.docx")
    for place, piece in (
        ("", "正文甲"), ("批注", "批注乙"), ("", "单元格丙"), ("", "套表丁"), ("页眉", "页眉戊"), ("页脚", "页脚己"),
        ("页眉", "首页页眉庚"), ("页脚", "偶数页脚辛"), ("", "插入壬"), ("修订中删去的文字", "删去癸"),
        ("修订中删去的文字", "移走子"), ("", "文本框丑"), ("", "控件寅"), ("", "链接卯"), ("", "藏着辰"),
        ("脚注", "脚注巳"), ("尾注", "尾注午"), ("", "110105-1949"),
    ):  # fmt: skip
        assert piece in part_of(found, place), (place, piece)
    assert found.hidden == ("修订痕迹 3 处", "批注 1 条", "隐藏文字 1 处")


def test_every_text_that_a_parser_finds_in_any_part_is_found() -> None:
    data = saved(every_word_part())
    ours = texts(read_bytes(data, "全.docx"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = [etree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith(".xml")]
    found = [e.text for root in roots for e in root.iter(f"{W}t", f"{W}delText") if e.text]
    assert len(found) >= 16
    assert [text for text in found if text not in ours] == []


@SLOW
@given(st.lists(TEXT, min_size=1, max_size=5), st.lists(TEXT, min_size=1, max_size=4))
def test_any_word_text_comes_through_whole(paragraphs: list[str], cells: list[str]) -> None:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    row = made.add_table(1, len(cells)).rows[0]
    for cell, text in zip(row.cells, cells, strict=True):
        cell.text = text
    data = saved(made)
    lines = texts(read_bytes(data, "件.docx")).split("\n")
    again = docx.Document(io.BytesIO(data))
    seen = [p.text for p in again.paragraphs] + [c.text for c in again.tables[0].rows[0].cells]
    assert all(any(text in line for line in lines) for text in seen)


def test_other_ways_of_writing_the_same_xml() -> None:
    body = "<x:document xmlns:x='{}'><x:body><x:p><x:r><x:t><![CDATA[甲 & 乙]]></x:t></x:r><!-- 丙 --></x:p></x:body></x:document>"
    document = body.format(W.strip("{}"))
    relations = (
        '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/主.xml"/></Relationships>'
    )
    for data in (document.encode(), document.encode("utf-16")):
        found = read_bytes(zipped({"_rels/.rels": relations.encode(), "word/主.xml": data}), "别.docx")
        assert texts(found) == ":甲 & 乙"


def test_a_workbook_inside_a_document_is_read() -> None:
    book = openpyxl.Workbook()
    book.active.append(["证件", ID])
    out = io.BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/embeddings/Microsoft_Excel_Sheet1.xlsx", saved(book))
    found = read_bytes(out.getvalue(), "带表.docx")
    assert ID in texts(found)
    assert "嵌入的文件 1 个" in found.hidden


# ----------------------------------------------------------------------------------------------- Excel


def every_sheet_part() -> openpyxl.Workbook:
    """A workbook with text in every place that openpyxl has for it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "甲 & 表"
    sheet["A1"], sheet["B1"], sheet["A2"] = "正文甲", 860, '=CONCATENATE("公式乙",B1)'
    sheet["A1"].comment = Comment("批注丙", "张某")
    sheet.oddHeader.center.text = "页眉丁"
    sheet.firstFooter.left.text = "页脚戊"
    sheet["A5"], sheet["D1"] = "藏行己", "藏列庚"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    choice = DataValidation(type="list", formula1='"选项辛,选项壬"')
    sheet.add_data_validation(choice)
    choice.add("A1")
    book.defined_names["名称癸"] = DefinedName("名称癸", attr_text='"常量子"')
    for name, state in (("藏表丑", "hidden"), ("深藏寅", "veryHidden")):
        other = book.create_sheet(name)
        other["A1"] = f"{name}的字"
        other.sheet_state = state
    return book


def test_a_workbook_s_text_is_found_wherever_it_stands() -> None:
    found = read_bytes(saved(every_sheet_part()), "全.xlsx")
    all_text = texts(found)
    for piece in (
        "正文甲\t860", "公式乙", "批注丙", "页眉丁", "页脚戊", "藏行己", "藏列庚", "选项辛,选项壬", '名称癸\t"常量子"',
        "隐藏的工作表“藏表丑”:藏表丑的字", "隐藏的工作表“深藏寅”:深藏寅的字",
    ):  # fmt: skip
        assert piece in all_text, piece
    assert found.hidden == (
        "工作表“甲 & 表”有 1 个隐藏行",
        "工作表“甲 & 表”有 1 个隐藏列",
        "隐藏的工作表“藏表丑”",
        "隐藏的工作表“深藏寅”",
        "批注 1 处",
    )


VALUES = st.one_of(TEXT, st.integers(-(10**14), 10**14), st.booleans(), st.none())


@SLOW
@given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=5))
def test_any_cells_come_through_whole(rows: list[list[str | int | bool | None]]) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([f"'{v}" if isinstance(v, str) and v.startswith("=") else v for v in row])
    data = saved(book)
    whole = texts(read_bytes(data, "表.xlsx"))
    for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True):
        for value in row:
            if isinstance(value, str):
                assert value in whole
            elif value is not None:
                assert str(int(value)) in whole


def test_data_that_a_pivot_table_or_a_link_keeps_is_found() -> None:
    members = {
        "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords><r><s v="{ID}"/></r></pivotCacheRecords>',
        "xl/externalLinks/externalLink1.xml": "<externalLink><cell><v>外来的数</v></cell></externalLink>",
        "xl/drawings/drawing1.xml": "<xdr:wsDr><a:t>框里的字</a:t></xdr:wsDr>",
        "xl/threadedComments/threadedComment1.xml": "<ThreadedComments><threadedComment><text>新式批注</text>"
        "</threadedComment></ThreadedComments>",
    }
    found = read_bytes(added(saved(openpyxl.Workbook()), members), "透视.xlsx")
    for piece in (
        f"数据透视表的原始数据:{ID}",
        "外部表格的缓存:外来的数",
        "文本框:框里的字",
        "批注:新式批注",
    ):
        assert piece in texts(found)
    assert found.hidden == ("批注 1 处", "外部表格的缓存", "数据透视表带着原始数据")


# ---------------------------------------------------------------------------------------- other formats


def old_office(text: str) -> bytes:
    """The head of a file of before 2007, and a text in it as Word keeps it, between other data."""
    rubbish = bytes(struct.pack("<I", n * 2654435761 % 2**32)[0] for n in range(997))
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + rubbish
        + text.encode("utf-16-le")
        + rubbish
        + ID.encode()
        + rubbish
    )


@pytest.mark.parametrize("name", ["旧.doc", "旧.xls", "旧.wps", "旧.et"])
def test_old_formats_are_searched_roughly(name: str) -> None:
    found = read_bytes(old_office(f"救助对象名单\r姓名张某证件号{ID}\r"), name)
    assert not found.trouble
    assert [part.place for part in found.parts] == ["（旧格式，只能粗查）"]
    assert "救助对象名单" in found.parts[0].text
    assert {hit.code for hit in detect(found.parts[0].text)} == {"L061"}
    assert read_bytes(b"\xd0\xcf\x11\xe0" + bytes(5000), name) == Extract()


def test_a_new_file_with_an_old_ending_is_read_as_what_it_is() -> None:
    made = docx.Document()
    made.add_paragraph("其实是新格式")
    assert "其实是新格式" in texts(read_bytes(saved(made), "旧名.doc"))


def test_slides_and_ofd() -> None:
    slides = zipped(
        {
            "ppt/slides/slide1.xml": "<p:sld><a:p><a:r><a:t>标题甲</a:t></a:r></a:p></p:sld>".encode(),
            "ppt/notesSlides/notesSlide1.xml": "<p:notes><a:p><a:t>备注乙</a:t></a:p></p:notes>".encode(),
        }
    )
    found = read_bytes(slides, "汇报.pptx")
    assert texts(found) == "幻灯片 1:标题甲\n备注 1:备注乙"
    assert found.hidden == ("有文字的备注 1 页",)
    page = "<ofd:Page><ofd:TextCode X='1'>公文正文</ofd:TextCode></ofd:Page>".encode()
    assert texts(read_bytes(zipped({"Doc_0/Pages/Page_0/Content.xml": page}), "文.ofd")) == "第 1 页:公文正文"


@pytest.mark.parametrize("name", ["包.rar", "包.7z", "件.rtf"])
def test_what_cannot_be_read_is_said(name: str) -> None:
    assert "没有检查里面的内容" in read_bytes(b"x" * 99, name).trouble
