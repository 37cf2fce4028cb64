"""Word documents become drafts: what is text stays, what is not for the public goes, and everything that goes is told."""

import io

import pytest
from docx.oxml.ns import nsdecls
from PIL import Image

from gongkai.importing.draft import Draft, Refused
from gongkai.importing.word import read_word
from tests.importing.papers import (
    CENTER,
    RIGHT,
    Paper,
    changed,
    located_picture,
    notice,
    picture,
    red_head,
)


def read(paper: Paper) -> Draft:
    return read_word(paper.bytes())


def test_a_red_head_document_gives_its_fields() -> None:
    draft = read(red_head())
    assert draft.fields == {
        "标题": "示例县青山镇人民政府关于印发农村厕所管护办法的通知",
        "发文字号": "青政发〔2026〕12号",
        "发文机关": "示例县青山镇人民政府",
        "成文日期": "2026-05-06",
    }
    assert draft.found == ("发文机关标志", "落款", "主送机关", "附件说明")


def test_the_body_of_a_red_head_document_keeps_the_rest() -> None:
    assert read(red_head()).body == (
        "各村民委员会，镇直各单位：\n\n现将《农村厕所管护办法》印发给你们，请照此办理。\n\n附件：管护标准\n\n"
        "示例县青山镇人民政府\n\n2026年5月6日\n\n（此件公开发布）\n\n## 农村厕所管护办法\n\n### 第一章　总则\n\n"
        "第一条　为了管好农村厕所，制定本办法。\n"
    )


def test_what_is_not_for_the_public_is_left_out_and_said() -> None:
    said = "\n".join(read(red_head()).remarks)
    for part in ("000012", "特急", "签发人：张某", "抄送：示例县人民政府办公室", "印发"):
        assert part in said


def test_a_secrecy_mark_refuses_the_document() -> None:
    for mark in ("秘密★1年", "机密", "绝  密"):
        with pytest.raises(Refused, match="密级标志"):
            read(red_head(mark))


def test_a_notice_without_a_letterhead() -> None:
    draft = read(notice())
    assert draft.fields == {
        "标题": "关于召开防汛工作会议的通知",
        "发文机关": "青山镇党政综合办公室",
        "成文日期": "2026-06-01",
    }
    assert draft.body.endswith("青山镇党政综合办公室\n\n2026年6月1日\n")


def test_a_letterhead_in_a_table_and_several_issuers() -> None:
    paper = Paper()
    paper.table([["示例县青山镇人民政府", "文件"], ["示例县青山镇派出所", ""]])
    paper.line("青政发〔2026〕7号", CENTER)
    paper.line("关于开展交通整治的通告", CENTER, 22)
    paper.line("集镇道路整治从6月1日开始。")
    draft = read(paper)
    assert draft.fields["发文机关"] == "示例县青山镇人民政府、示例县青山镇派出所"
    assert draft.fields["发文字号"] == "青政发〔2026〕7号"
    assert draft.body == "集镇道路整治从6月1日开始。\n"


def test_a_table_that_speaks_of_files_is_no_letterhead() -> None:
    paper = Paper()
    paper.line("政府信息公开申请表", CENTER, 22)
    paper.table([["提供方式", "□纸质　□电子文件"], ["备注", "—"]])
    assert read(paper).body == "| 提供方式 | □纸质　□电子文件 |\n|---|---|\n| 备注 | — |\n"


def test_merged_cells_survive_and_plain_tables_are_markdown() -> None:
    paper = notice()
    merged = paper.table([["项目", "项目", "金额"], ["道路", "主路", "1"], ["道路", "支路", "2"]])
    merged.cell(0, 0).merge(merged.cell(0, 1)).text = "项目"
    merged.cell(1, 0).merge(merged.cell(2, 0)).text = "道路"
    paper.table([["项目", "金额（元）"], ["补助|维修", "12000"]])
    body = read(paper).body
    assert '<tr><th colspan="2">项目</th><th>金额</th></tr>' in body
    assert (
        '<tr><td rowspan="2">道路</td><td>主路</td><td>1</td></tr>\n<tr><td>支路</td><td>2</td></tr>' in body
    )
    assert "| 项目 | 金额（元） |\n|---|---:|\n| 补助\\|维修 | 12000 |" in body


def test_headings_lists_bold_and_links() -> None:
    paper = notice()
    paper.document.add_heading("总体要求", 1)
    paper.document.add_heading("工作目标", 2)
    paragraph = paper.document.add_paragraph("共")
    paragraph.add_run("三个村").bold = True
    for text, style in (
        ("甲村", "List Bullet"),
        ("乙村", "List Bullet"),
        ("先修路", "List Number"),
        ("后通水", "List Number"),
    ):
        paper.document.add_paragraph(text, style=style)
    body = read(paper).body
    assert "## 总体要求\n\n### 工作目标\n\n共**三个村**\n\n- 甲村\n- 乙村\n\n1. 先修路\n2. 后通水\n" in body


def test_a_link_keeps_its_address_and_one_inside_the_file_its_text() -> None:
    paper = notice()
    target = paper.document.part.relate_to(
        "https://www.shili.example/a b",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        True,
    )
    ns = nsdecls("r")
    paper.xml(f'<w:hyperlink {ns} r:id="{target}"><w:r><w:t>县政府网站</w:t></w:r></w:hyperlink>')
    paper.xml('<w:hyperlink w:anchor="x"><w:r><w:t>见前</w:t></w:r></w:hyperlink>')
    body = read(paper).body
    assert "[县政府网站](https://www.shili.example/a%20b)" in body
    assert "\n见前\n" in body


@pytest.mark.parametrize(
    ("format_", "text", "written"),
    [
        ("chineseCountingThousand", "%1、", ["一、甲", "二、乙"]),
        ("chineseCounting", "（%1）", ["（一）甲", "（二）乙"]),
        ("chineseCountingThousand", "第%1条", ["第一条　甲", "第二条　乙"]),
        ("decimal", "（%1）", ["（1）甲", "（2）乙"]),
        ("decimalEnclosedCircle", "%1", ["①　甲", "②　乙"]),
    ],
)
def test_numbers_that_word_draws_are_written_out(format_: str, text: str, written: list[str]) -> None:
    paper = notice()
    number = paper.numbering(format_, text)
    paper.numbered(number, "甲")
    paper.line("说明。")
    paper.numbered(number, "乙")
    body = read(paper).body
    assert f"\n{written[0]}\n\n说明。\n\n{written[1]}\n" in body


def test_only_accepted_text_of_tracked_changes_and_no_hidden_text() -> None:
    paper = notice()
    paper.xml(
        '<w:r><w:t>补助</w:t></w:r><w:del w:id="1" w:author="甲"><w:r><w:delText>一百</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="甲"><w:r><w:t>二百</w:t></w:r></w:ins><w:r><w:t>元</w:t></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握</w:t></w:r>"
    )
    paper.xml(
        '<w:moveFrom w:id="3"><w:r><w:t>移走的话</w:t></w:r></w:moveFrom><w:moveTo w:id="4"><w:r><w:t>移来的话</w:t></w:r></w:moveTo>'
    )
    draft = read(paper)
    assert "\n补助二百元\n" in draft.body
    assert "移来的话" in draft.body
    for gone in ("一百", "内部掌握", "移走的话"):
        assert gone not in draft.body
    assert "有修订痕迹 4 处，只取接受修订后的文字，请核对" in draft.remarks
    assert "隐藏文字 1 处没有导入" in draft.remarks


def test_comments_are_dropped_and_counted() -> None:
    paper = notice()
    paragraph = paper.document.add_paragraph("请按时参加。")
    paper.document.add_comment(paragraph.runs, text="请领导定", author="甲")
    draft = read(paper)
    assert "请领导定" not in draft.body
    assert "批注 1 条没有导入" in draft.remarks


def test_footnotes_become_notes_of_the_text() -> None:
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>含社区。</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()
    paper = notice()
    paper.xml(
        '<w:r><w:t>各村</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>按此办理。</w:t></w:r>'
    )
    relation = (
        b'<Relationship Id="rIdNotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        b'Target="footnotes.xml"/></Relationships>'
    )

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"</Relationships>", relation) if name == "word/_rels/document.xml.rels" else data

    draft = read_word(changed(paper.bytes(), change, **{"word/footnotes.xml": notes}))
    assert "各村[^1]按此办理。" in draft.body
    assert draft.body.endswith("\n\n[^1]: 含社区。\n")


def test_a_text_box_is_read_where_it_is_anchored() -> None:
    paper = Paper()
    space = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    box = "<w:p><w:r><w:t>示例县青山镇人民政府文件</w:t></w:r></w:p>"
    paper.xml(
        f"<w:r><w:pict><v:shape {space}><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    paper.line("青政发〔2026〕8号", CENTER)
    paper.line("关于植树的通知", CENTER, 22)
    paper.line("三月植树。")
    draft = read(paper)
    assert draft.fields["发文机关"] == "示例县青山镇人民政府"
    assert draft.body == "三月植树。\n"


def located(name: str, data: bytes) -> bytes:
    """The photograph in the place of the picture that python-docx can read."""
    return located_picture() if name.endswith(".jpg") else data


def test_pictures_come_along_without_their_metadata() -> None:
    paper = notice()
    paper.picture(picture("JPEG"), "清淤现场的照片")
    paper.picture(picture())
    draft = read_word(changed(paper.bytes(), located))
    first, second = draft.files
    assert (first.name, second.name) == ("图1.jpg", "图2.png")
    assert "![清淤现场的照片](gongkai-file:0/)" in draft.body
    assert "![图2](gongkai-file:1/)" in draft.body
    with Image.open(io.BytesIO(first.data)) as image:
        assert not image.getexif()
        assert image.size == (8, 12), "it stands upright"
    assert b"secret" not in first.data
    assert "张某".encode() not in first.data


def test_a_picture_that_cannot_be_read_is_told_with_its_place() -> None:
    paper = notice()
    for _ in range(2):
        paper.picture(picture())
    paper.picture(picture("JPEG"))

    def change(name: str, data: bytes) -> bytes:
        return b"\x01\x00\x00\x00emf" if name.startswith("word/media/") and name.endswith(".jpg") else data

    draft = read_word(changed(paper.bytes(), change))
    assert "第3个图片无法读取（EMF 矢量图，请在 Word 里另存为 PNG）" in draft.remarks
    assert len(draft.files) == 1, "the same picture is kept once"


def test_headers_and_formulas_are_told() -> None:
    paper = notice()
    paper.document.sections[0].header.paragraphs[0].text = "内部资料 注意保存"
    paper.document.sections[0].footer.paragraphs[0].text = "— 1 —"
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    paper.xml(f"<m:oMath {math}><m:r><m:t>x</m:t></m:r></m:oMath>")
    remarks = read(paper).remarks
    assert "页眉页脚“内部资料 注意保存”没有放进正文" in remarks
    assert "公式 1 处没有导入，请改成文字或图片" in remarks
    assert not [r for r in remarks if "— 1 —" in r]


def test_signs_of_markdown_stay_signs() -> None:
    paper = notice()
    for text in (
        "# 不是标题",
        "- 不是列表",
        "1. 不是编号",
        "乘号*与_下划线_和<b>标签</b>",
        "[文字](不是链接)",
        "C:\\路径",
        "&amp;实体",
    ):
        paper.document.add_paragraph(text)
    body = read(paper).body
    for text in ("\\# 不是标题", "\\- 不是列表", "1\\. 不是编号", "乘号\\*与\\_下划线\\_和&lt;b>标签&lt;/b>", "[文字\\](不是链接)",
                 "C:\\\\路径", "&amp;amp;实体"):  # fmt: skip
        assert f"\n{text}\n" in body


def test_the_same_document_gives_the_same_draft() -> None:
    paper = red_head()
    paper.picture(picture("JPEG"))
    data = changed(paper.bytes(), located)
    assert read_word(data) == read_word(data)


def test_what_is_no_word_document_is_refused_in_one_sentence() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    cases = (
        (old, "旧版 Word 文件，或者加了密码"),
        (b"PK\x03\x04 broken", "已损坏"),
        (b"", "已损坏"),
        (picture(), "已损坏"),
    )
    for data, said in cases:
        with pytest.raises(Refused, match=said):
            read_word(data)


def test_a_bomb_entities_and_depth_are_refused() -> None:
    data = notice().bytes()

    def bomb(name: str, old: bytes) -> bytes:
        return old + b" " * 40_000_000 if name == "word/document.xml" else old

    def entity(name: str, old: bytes) -> bytes:
        if name != "word/document.xml":
            return old
        return old.replace(b"?>", b'?><!DOCTYPE w [<!ENTITY a "aaaa">]>', 1)

    def deep(name: str, old: bytes) -> bytes:
        nest = b"<w:sdt><w:sdtContent>" * 60 + b"</w:sdtContent></w:sdt>" * 60
        return old.replace(b"<w:body>", b"<w:body>" + nest) if name == "word/document.xml" else old

    def cut(name: str, old: bytes) -> bytes:
        return old[: len(old) // 2] if name == "word/document.xml" else old

    def without(name: str, old: bytes) -> bytes | None:
        return None if name == "word/document.xml" else old

    for change, said in (
        (bomb, "解压后"),
        (entity, "DOCTYPE"),
        (deep, "层"),
        (cut, "已损坏"),
        (without, "没有 Word 正文"),
    ):
        with pytest.raises(Refused, match=said):
            read_word(changed(data, change))


def test_a_title_in_a_style_or_simply_large() -> None:
    styled = Paper()
    styled.document.add_paragraph("关于举办秧歌会的公告", style="Title")
    styled.line("欢迎参加。")
    large = Paper()
    large.line("2026年村级事务公开目录", None, 22)
    large.line("第一项为财务。", None, 16)
    plain = Paper()
    plain.line("镇卫生院门诊时间")
    plain.line("周一至周五全天开诊，周末上午开诊。")
    for paper, title in (
        (styled, "关于举办秧歌会的公告"),
        (large, "2026年村级事务公开目录"),
        (plain, "镇卫生院门诊时间"),
    ):
        draft = read(paper)
        assert draft.title == title
        assert title not in draft.body


def test_a_date_inside_the_text_is_no_signature() -> None:
    paper = Paper()
    paper.line("关于停水的公告", CENTER, 22)
    paper.line("停水时间：")
    paper.line("2026年5月6日")
    paper.line("届时请各户提前储水，注意防火，由此带来不便敬请谅解。")
    paper.line("青山镇人民政府", RIGHT)
    paper.line("2026年5月3日", RIGHT)
    draft = read(paper)
    assert draft.fields["成文日期"] == "2026-05-03"
    assert "2026年5月6日" in draft.body


def test_an_order_is_called_by_its_number() -> None:
    paper = Paper()
    paper.line("示例县人民政府令", CENTER, 36, red=True)
    paper.line("第12号", CENTER)
    paper.line("《示例县养犬办法》已经县政府会议通过，现予公布，自2026年7月1日起施行。")
    paper.line("2026年5月8日", RIGHT)
    paper.line("示例县养犬办法", CENTER, 22)
    paper.line("第一条　为了规范养犬，制定本办法。")
    draft = read(paper)
    assert draft.fields == {
        "标题": "示例县人民政府令（第12号）",
        "发文字号": "示例县人民政府令第12号",
        "发文机关": "示例县人民政府",
        "成文日期": "2026-05-08",
    }
    assert "## 示例县养犬办法\n" in draft.body


@pytest.mark.parametrize(
    ("line", "disclosure"),
    [
        ("公开方式：主动公开", "主动公开"),
        ("信息公开选项：依申请公开", "依申请公开"),
        ("（此件不公开）", "不予公开"),
        ("（此件公开发布）", ""),
    ],
)
def test_what_a_document_says_of_its_disclosure_is_never_lost(line: str, disclosure: str) -> None:
    paper = notice()
    paper.line(line)
    assert read(paper).fields.get("公开方式", "") == disclosure
