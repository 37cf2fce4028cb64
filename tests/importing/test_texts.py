"""Plain texts and Markdown files become drafts."""

import pytest

from gongkai.importing.draft import Draft, Refused
from gongkai.importing.labels import merged, pairs
from gongkai.importing.markdown_files import read_markdown
from gongkai.importing.texts import read_text
from tests.importing.papers import picture

LABELS = {
    "标题": "标题",
    "title": "标题",
    "栏目": "栏目",
    "附件": "附件",
    "成文日期": "成文日期",
    "关键词": "关键词",
    "审核": "审核",
}
NOTICE = (
    "关于停水检修的通知\n\n集镇各住户：\n　　11月22日停水，请提前储水。\n\n青山镇人民政府\n2026年11月20日\n"
)


def markdown(text: str, **files: bytes) -> Draft:
    return read_markdown(
        text.encode(), "甲.md", lambda name: files.get(name.replace(".", "_")), lambda n: LABELS.get(n, "")
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_text_in_any_usual_encoding(encoding: str) -> None:
    draft = read_text(NOTICE.replace("\n", "\r\n").encode(encoding))
    assert draft.fields == {
        "标题": "关于停水检修的通知",
        "发文机关": "青山镇人民政府",
        "成文日期": "2026-11-20",
    }
    assert draft.body == "集镇各住户：\n\n11月22日停水，请提前储水。\n\n青山镇人民政府\n\n2026年11月20日\n"


def test_a_title_over_two_lines() -> None:
    draft = read_text("示例县青山镇人民政府\n关于划定禁火区的通告\n为了防火，划定禁火区。".encode())
    assert draft.title == "示例县青山镇人民政府关于划定禁火区的通告"


def test_a_text_without_a_title_keeps_its_first_paragraph() -> None:
    draft = read_text("本报告由镇政府编制，全文由三部分组成。\n一、概述\n全年公开信息。".encode())
    assert draft.title == ""
    assert draft.body.startswith("本报告由镇政府编制")


def test_a_box_and_a_path_copied_from_a_page() -> None:
    text = (
        "首页 > 政务公开 > 年度报告 > 正文\n索引號(hào) : 文 號(hào) : 無\n主題分類: 發(fā)文單位: 青山镇\n"
        "名 稱: 2017年工作报告 發(fā)布日期: 2018年03月14日\n有效性: 發(fā)文日期:\n?\n全(quán)年(nián)公开信息。\n[bookmark: _GoBack]完。"
    )
    draft = read_text(text.encode())
    assert draft.fields == {"标题": "2017年工作报告", "发布日期": "2018年03月14日", "发文机关": "青山镇"}
    assert draft.columns == ("年度报告", "政务公开")
    assert draft.body == "全年公开信息。\n\n完。\n"
    assert any("注音" in r for r in draft.remarks)


def test_labels_spread_and_in_brackets() -> None:
    text = "【索 引 号】：A-1　【发布日期】：2025-01-02\n公开日期：2025-01-03 浏览次数：3"
    assert merged(pairs(text)) == {"索引号": "A-1", "发布日期": "2025-01-02"}
    assert list(pairs("会议时间：下午三点")) == []


def test_texts_that_are_refused() -> None:
    for data, said in ((b"\x00\x01\x00\x02\x00\x03\x00\x04", "不是文本"), (b" \n ", "空的"), (b"\xff\x80\x00\x81", "编码|不是文本"),
                       ("秘密★\n文".encode(), "密级标志")):  # fmt: skip
        with pytest.raises(Refused, match=said):
            read_text(data)


def test_markdown_with_front_matter_keeps_its_text() -> None:
    text = "---\ntitle: 停水\ndate: 2025-03-04\ntags: [停水, 检修]\nlayout: post\n---\n\n停水 *两天*。\n\n| 甲 | 乙 |\n|---|---|\n"
    draft = markdown(text)
    assert draft.fields == {"标题": "停水", "发布日期": "2025-03-04", "关键词": "停水、检修"}
    assert draft.body == "停水 *两天*。\n\n| 甲 | 乙 |\n|---|---|\n"
    assert draft.remarks == ("信息头里的“layout”不认识，没有导入",)


def test_markdown_with_files_beside_it() -> None:
    text = "---\n标题: 停水\n栏目: 通知公告\n附件:\n  - 表.docx\n  - 没有.pdf\n---\n![路线](图.png) 见 [方案](案.pdf) 和 [外面](https://a.example/b.pdf)\n"
    draft = markdown(text, 表_docx=b"1", 图_png=picture(), 案_pdf=b"%PDF")
    assert draft.column == "通知公告"
    assert [(f.name, f.picture) for f in draft.files] == [
        ("表.docx", False),
        ("图1.png", True),
        ("案.pdf", False),
    ]
    assert (
        draft.body
        == "![路线](gongkai-file:1/) 见 [方案](gongkai-file:2/) 和 [外面](https://a.example/b.pdf)\n"
    )
    assert draft.remarks == ("附件“没有.pdf”不在文件旁边，没有导入",)


def test_markdown_with_a_heading_and_with_broken_front_matter() -> None:
    assert markdown("# 停水通知 #\n\n正文\n").fields == {"标题": "停水通知"}
    with pytest.raises(Refused, match="信息头读不了"):
        markdown("---\n标题: [停\n---\n正文")
