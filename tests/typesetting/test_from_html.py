"""Bodies as blocks: headings, signatures at the right, lists, merged cells, pictures, links."""

from __future__ import annotations

from gongkai.typesetting.document import Block, Cell, Heading, Listing, Paragraph, Picture, Span, Table
from gongkai.typesetting.from_html import blocks_of

PICTURE = Picture(b"x", "png", "图")


def blocks(html: str, lower: int = 1) -> list[Block]:
    return list(blocks_of(html, lambda source, alt: PICTURE if source == "/a.png" else None, lower))


def test_paragraphs_with_marks_and_links() -> None:
    (found,) = blocks(
        '<p>甲<strong>乙</strong> <a href="https://www.shili.example/">丙</a><a href="#x">丁</a></p>'
    )
    assert isinstance(found, Paragraph)
    assert found.spans == (
        Span("甲"), Span("乙", bold=True), Span(" "), Span("丙", link="https://www.shili.example/"), Span("丁"),
    )  # fmt: skip


def test_headings_go_below_the_title() -> None:
    assert [b.level for b in blocks("<h2>一</h2><h3>二</h3>", 2) if isinstance(b, Heading)] == [3, 4]


def test_addressee_and_signature_stand_where_they_stand_on_the_page() -> None:
    html = '<p class="gk-to">各村：</p><p>正文。</p><div class="gk-signature"><p>某镇</p><p>2026年5月6日</p></div>'
    assert [b.style for b in blocks(html) if isinstance(b, Paragraph)] == ["plain", "body", "right", "right"]


def test_lists_and_tables() -> None:
    listed, table = blocks(
        "<ol><li>甲</li><li>乙</li></ol><div><table><thead><tr><th colspan='2'>头</th></tr></thead>"
        "<tbody><tr><td>名称</td><td>12.5%</td></tr></tbody></table></div>"
    )
    assert isinstance(listed, Listing)
    assert listed.numbered
    assert isinstance(table, Table)
    assert table.rows[0] == (Cell("头", columns=2, bold=True),)
    assert [cell.align for cell in table.rows[1]] == ["left", "center"]
    assert table.heads == 1


def test_pictures_that_are_known_come_along_and_others_do_not() -> None:
    assert blocks('<p><img src="/a.png" alt="图">说明</p><p><img src="/b.png" alt=""></p>') == [
        PICTURE,
        Paragraph((Span("说明"),)),
    ]


def test_nothing_of_scripts_and_nothing_empty() -> None:
    assert blocks("<script>x</script><p> </p><style>y</style>") == []
    assert blocks("") == []
    assert blocks("裸文字<br>第二行") == [Paragraph((Span("裸文字\n第二行"),))]
