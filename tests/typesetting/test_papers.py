"""Documents as Markdown, docx, pdf and xlsx: what is written stands in them, and the same bytes come out again."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest

from gongkai.typesetting import fonts as fonts_module
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
    Picture,
    Span,
    Table,
    grid,
    paragraph,
    plain_rows,
    simple_table,
    spans,
)
from gongkai.typesetting.docx import to_docx
from gongkai.typesetting.fonts import HEI, SONG, Fonts, NoFont, choose, find_fonts
from gongkai.typesetting.markdown import to_markdown
from gongkai.typesetting.pdf import has_mark, to_pdf, to_png
from gongkai.typesetting.xlsx import Sheet, to_xlsx

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>'
NASTY = r'公报 #panic("x") $a$ @b <c> \ "引" `d` *e* _f_ [g]'
MERGED = Table(
    (
        (Cell("申请人", columns=2), Cell("总计", rows=2)),
        (Cell("自然人"), Cell("企业")),
        (Cell("一"), Cell("二"), Cell("三")),
    ),
    (1, 1, 1),
    heads=2,
)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    try:
        return find_fonts()
    except NoFont:
        pytest.skip("no Chinese font on this computer")


def document(*blocks: Block, **changes: object) -> Document:
    return Document("标题甲", blocks, **changes)  # type: ignore[arg-type]


def everything() -> Document:
    picture = Picture(SVG, "svg", "二维码")
    return document(
        Cover(("政府公报", "2026年第1期"), "办公室"),
        Contents(),
        Heading("一、总体情况"),
        paragraph(f"开头**加粗**{NASTY}"),
        Heading("（一）小节", 2),
        Listing((spans("甲项"), (Span("乙项", link="https://www.shili.example/"),)), numbered=True),
        MERGED,
        PageBreak(),
        paragraph("落款", "right"),
        picture,
        Cards(((picture, ("卡片标题", "2026-11-20")),)),
        mark="gk:12345",
        author="青山镇",
    )


def pdf_text(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def test_a_grid_knows_what_lies_under_merged_cells() -> None:
    texts = [[cell.text for cell in row] for row in grid(MERGED)]
    assert texts == [["申请人", "申请人", "总计"], ["自然人", "企业", "总计"], ["一", "二", "三"]]


def test_markdown_of_tables_lists_and_marks() -> None:
    made = to_markdown(
        document(Heading("一"), paragraph("**粗**细"), simple_table(("名|称", "数"), [("a*b", 3)]))
    )
    assert made == "## 一\n\n**粗**细\n\n| 名\\|称 | 数 |\n|---|---:|\n| a\\*b | 3 |\n"


@pytest.mark.parametrize("text", ["# 不是标题", "1. 不是列表", "- 不是列表", "+ 不是列表"])
def test_a_paragraph_stays_a_paragraph_in_markdown(text: str) -> None:
    assert to_markdown(document(paragraph(text))).startswith("\\") or "\\" in to_markdown(
        document(paragraph(text))
    )


def test_a_table_may_say_how_it_is_written_without_merged_cells() -> None:
    table = Table(MERGED.rows, MERGED.widths, 2, plain=(("甲", "乙"), ("1", "2")))
    assert plain_rows(table) == (("甲", "乙"), ("1", "2"))


def test_pdf_holds_the_text_as_it_is(fonts: Fonts) -> None:
    text = pdf_text(to_pdf(everything(), fonts))
    for part in ("政府公报", "目录", "总体情况", "#panic(", "<c>", "`d`", "自然人", "落款", "卡片标题"):
        assert "".join(part.split()) in text


def test_pdf_is_the_same_again_tagged_titled_and_without_a_time(fonts: Fonts) -> None:
    data = to_pdf(everything(), fonts)
    assert data == to_pdf(everything(), find_fonts())
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "标题甲"
    assert b"2000-01-01" in data or b"/CreationDate" not in data
    assert has_mark(data, "gk:12345")
    assert not has_mark(data, "gk:54321")


def test_page_numbers_begin_after_the_cover(fonts: Fonts) -> None:
    pages = pypdf.PdfReader(io.BytesIO(to_pdf(everything(), fonts))).pages
    assert "—" not in pages[0].extract_text()
    assert "—1—" in "".join(pages[1].extract_text().split())


def test_a_page_as_picture(fonts: Fonts) -> None:
    assert to_png(everything(), fonts, 2, 30).startswith(b"\x89PNG")


def test_docx_is_the_same_again_and_holds_no_time_of_today() -> None:
    data = to_docx(everything())
    assert data == to_docx(everything())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_docx_has_headings_merged_cells_and_links() -> None:
    made = docx.Document(io.BytesIO(to_docx(everything())))
    styles = {p.style.name: p.text for p in made.paragraphs if p.style and p.text}
    assert styles["Title"] == "标题甲"
    assert styles["Heading 1"] == "一、总体情况"
    assert styles["Heading 2"] == "（一）小节"
    table = made.tables[0]
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["申请人", "申请人", "总计"],
        ["自然人", "企业", "总计"],
        ["一", "二", "三"],
    ]
    assert "https://www.shili.example/" in [r.target_ref for r in made.part.rels.values() if r.is_external]
    assert any(NASTY in p.text for p in made.paragraphs)


def test_xlsx_is_the_same_again_and_formulas_stay_texts() -> None:
    sheet = Sheet(
        "台账", ("标题", "件数", "日期"), (("=1+1", 3, date(2026, 11, 20)), ("@x\x07", None, None)), "一览"
    )
    data = to_xlsx([sheet])
    assert data == to_xlsx([sheet])
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    cells = [[(c.value, c.data_type) for c in row] for row in page.iter_rows(min_row=3)]
    assert cells[0][0] == ("=1+1", "s")
    assert cells[0][1] == (3, "n")
    assert cells[0][2][0].date() == date(2026, 11, 20)
    assert cells[1][0] == ("@x", "s")
    assert page["A2"].value == "标题"
    assert page.freeze_panes == "A3"


def test_fonts_of_ones_own_come_before_those_of_the_system() -> None:
    assert choose(SONG, ("FangSong",), ("FangSong_GB2312", "SimSun")) == ("FangSong",)
    assert choose(SONG, (), ("simsun", "Arial")) == ("simsun",)
    assert choose(HEI, (), ("Arial",)) == ()


def test_without_a_chinese_font_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts_module, "SONG", ("没有的字体",))
    monkeypatch.setattr(fonts_module, "HEI", ("没有的字体",))
    with pytest.raises(NoFont, match="没有找到中文字体"):
        find_fonts(tmp_path / "fonts")
