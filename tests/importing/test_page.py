"""Pages saved from a former site: the article and its metadata, and nothing of the site around them."""

import base64

import pytest

from gongkai.importing.draft import Draft, Refused
from gongkai.importing.page import read_page
from tests.importing.pages import DIVS, TABLES
from tests.importing.papers import picture


def nothing(name: str) -> bytes | None:
    return None


def read_divs() -> Draft:
    files = {"通告_files/map.png": picture(), "./通告_files/P0201.docx": b"PK\x03\x04"}
    return read_page(DIVS.encode(), files.get)


def test_a_page_of_boxes_gives_its_metadata() -> None:
    draft = read_divs()
    assert draft.fields == {
        "标题": "关于秋季防火的通告",
        "索引号": "QS001/2025-00012",
        "发布机构": "青山镇人民政府",
        "发文机关": "青山镇人民政府",
        "成文日期": "2025年10月11日",
        "发文字号": "青政发[2025]8号",
        "主题分类": "公安、安全、司法",
        "有效性": "有效",
        "公开方式": "主动公开",
        "发布日期": "2025-10-12 09:30",
        "信息来源": "镇应急管理办公室",
    }
    assert draft.columns[0] == "通知公告"


def test_a_page_of_boxes_gives_its_article_and_nothing_else() -> None:
    assert read_divs().body == (
        "入秋以来天干物燥，现就**野外用火**通告如下。\n\n一、禁止野外用火\n\n![防火区示意图](gongkai-file:0/)\n\n"
        '<table>\n<thead>\n<tr><th rowspan="2">村</th><th>责任人</th></tr>\n</thead>\n<tbody>\n<tr><td>村主任</td></tr>\n'
        "</tbody>\n</table>\n\n附件：[防火责任表](gongkai-file:1/)\n\n附件：用火许可.pdf\n\n"
        "通知公告见[县网站](https://www.shili.example/)。\n\n青山镇人民政府\n\n2025年10月11日\n"
    )


def test_what_lies_beside_the_page_comes_along_and_what_does_not_is_told() -> None:
    draft = read_divs()
    assert [(f.name, f.picture) for f in draft.files] == [("图1.png", True), ("防火责任表.docx", False)]
    assert "第2个图片无法读取（在网上，没有随网页保存：http://old.shili.example/x.jpg）" in draft.remarks
    assert any("用火许可.pdf" in r and "http://old.shili.example/b.pdf" in r for r in draft.remarks)


def test_a_page_of_tables_in_gbk() -> None:
    draft = read_page(TABLES.encode("gbk"), nothing)
    assert draft.fields == {
        "标题": "青山镇2024年防汛值班安排",
        "索引号": "99001-2024-0007",
        "发布日期": "2024-06-02",
        "发布机构": "青山镇党政综合办公室",
        "发文机关": "青山镇党政综合办公室",
        "成文日期": "2024-06-01",
    }
    assert draft.columns[0] == "工作动态"
    assert draft.body.startswith("为做好汛期值班")
    assert draft.body.endswith("青山镇党政综合办公室\n\n2024年6月1日\n")
    for gone in ("版权所有", "上一篇", "位置", "索引号"):
        assert gone not in draft.body


def test_a_page_that_word_saved() -> None:
    page = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=gb2312><title>x</title></head><body>"
        "<div class=WordSection1><p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt'>"
        "关于清理河道的通知<o:p></o:p></span></b></p><p class=MsoNormal>各村要在月底前清理完河道内的杂物和垃圾，恢复行洪能力。</p>"
        "</div></body></html>"
    )
    draft = read_page(page.encode("gbk"), nothing)
    assert draft.title == "关于清理河道的通知"
    assert draft.body == "各村要在月底前清理完河道内的杂物和垃圾，恢复行洪能力。\n"


def test_a_picture_written_into_the_page() -> None:
    data = base64.b64encode(picture()).decode()
    page = f"<article><h1>河道照片</h1><p>清理以后的河道见下面的照片，感谢各位村民的支持和配合。</p><img src='data:image/png;base64,{data}'></article>"
    draft = read_page(page.encode(), nothing)
    assert len(draft.files) == 1
    broken = read_page(page.replace(data, "AAAA").encode(), nothing)
    assert broken.remarks == ("第1个图片无法读取（不是完好的图片）",)


def test_a_secrecy_mark_and_pages_without_text_are_refused() -> None:
    cases = (
        (DIVS.replace("<p>&nbsp;</p>", "<p>机密★1年</p>"), "密级标志"),
        ("<html><body><div>首页</div></body></html>", "找不到正文"),
        ("<div>" * 3000 + "内容" * 30 + "</div>" * 3000, "正文|太深"),
        ("不是网页", "找不到正文"),
    )
    for page, said in cases:
        with pytest.raises(Refused, match=said):
            read_page(page.encode(), nothing)


def test_an_xhtml_page_and_one_whose_charset_is_wrong() -> None:
    text = "<p>各户请在本周内到村委会领取医保缴费通知单，逾期由村干部送到家里。</p>"
    xhtml = f'<?xml version="1.0" encoding="utf-8"?><html><head><title>领取通知单</title></head><body>{text}</body></html>'
    assert read_page(xhtml.encode(), nothing).title == "领取通知单"
    wrong = f'<meta charset="gb2312"><title>领取通知单</title><body>{text}</body>'
    assert "各户请在本周内" in read_page(wrong.encode(), nothing).body
