"""Attachments, images and links: what is found, what is not, and what the body's words lead to."""

from pathlib import Path

import pytest

from gongkai.loading.body_text import targets
from tests.loading.helpers import CODE, FILES, NOTICES, codes, item, load, one, only, policy, the_item

A, B = f"{NOTICES}/甲.md", f"{NOTICES}/乙.md"
SLUG = f"/info/{CODE}-202605-00001"
PNG = b"\x89PNG"


def test_attachments_in_their_order(tmp_path: Path) -> None:
    extra = "附件:\n  - 申请表（样表）.DOCX\n  - {文件: ../附表/清单.xlsx, 标题: 物资清单}\n"
    files = {A: item(1, extra), f"{NOTICES}/申请表（样表）.DOCX": b"PK1", "政务动态/附表/清单.xlsx": b"PK22"}
    loaded = load(tmp_path, files)
    first, second = the_item(loaded).attachments
    assert (first.name, first.title, first.address, first.type, first.size) == (
        "申请表（样表）.DOCX", "申请表（样表）", f"{SLUG}/1.docx", "DOCX", 3,
    )  # fmt: skip
    assert (second.title, second.address, second.source) == (
        "物资清单",
        f"{SLUG}/2.xlsx",
        "政务动态/附表/清单.xlsx",
    )
    assert loaded.bodies.file(loaded.catalog.items[0], first.source).read_bytes() == b"PK1"


@pytest.mark.parametrize(
    ("name", "code", "message", "hint"),
    [
        ("物资清单.xlxs", "L041", "“.xlxs”类型的文件", ""),
        ("物资请单.xlsx", "L040", "找不到文件“物资请单.xlsx”", "物资清单.xlsx"),
        ("物资清单.XLSX", "L040", "大小写不一样，实际是“物资清单.xlsx”", "物资清单.xlsx"),
        ("../../../外面.docx", "L042", "在内容文件夹外面", "外面.docx"),
        ("/etc/passwd", "L042", "在内容文件夹外面", "passwd"),
        ("'C:\\文件\\表.docx'", "L042", "在内容文件夹外面", "表.docx"),
        ("程序.exe", "L041", "不能放到网上", "另存为"),
        ("没有扩展名", "L041", "没有扩展名", "另存为"),
        ("网页.html", "L041", "不能放到网上", "另存为"),
    ],
)
def test_attachments_that_are_wrong(tmp_path: Path, name: str, code: str, message: str, hint: str) -> None:
    loaded = load(tmp_path, {A: item(1, f"附件: {name}\n"), f"{NOTICES}/物资清单.xlsx": b"PK"})
    problem = only(loaded)
    assert (problem.code, problem.field, problem.line) == (code, "附件", 7)
    assert message in problem.message
    assert hint in problem.hint
    assert loaded.catalog.items == ()


ASKED = "决策公开/重大决策预公开/意见征集"
CONSULTATION = "征集开始: 2026-05-03\n征集截止: 2026-06-03\n提交方式: 信函\n联系电话: 0990-5550001\n"


def test_an_explanation_may_be_a_file_beside_the_item(tmp_path: Path) -> None:
    extra = f"{CONSULTATION}起草说明: 起草说明.docx\n附件: 草案.docx\n"
    files = {f"{ASKED}/甲.md": item(1, extra), f"{ASKED}/起草说明.docx": b"PK1", f"{ASKED}/草案.docx": b"PK2"}
    found = the_item(load(tmp_path, files))
    assert [a.name for a in found.attachments] == ["草案.docx", "起草说明.docx"]


def test_an_explanation_that_is_not_there_is_found_with_the_nearest_names(tmp_path: Path) -> None:
    extra = f"{CONSULTATION}起草说明: 起草说明.docx\n附件: 草案.docx\n"
    files = {f"{ASKED}/甲.md": item(1, extra), f"{ASKED}/起草说名.docx": b"PK1", f"{ASKED}/草案.docx": b"PK2"}
    problem = only(load(tmp_path, files))
    assert (problem.code, problem.field, problem.line) == ("L040", "起草说明", 11)
    assert "找不到文件“起草说明.docx”。这个文件夹里有：" in problem.message
    assert problem.hint == "起草说名.docx"


def test_an_explanation_in_words_is_no_file(tmp_path: Path) -> None:
    extra = f"{CONSULTATION}起草说明: 原办法施行五年，见附件.docx\n附件: 草案.docx\n"
    found = the_item(load(tmp_path, {f"{ASKED}/甲.md": item(1, extra), f"{ASKED}/草案.docx": b"PK2"}))
    assert [a.name for a in found.attachments] == ["草案.docx"]


def test_a_missing_attachment_of_a_list_has_its_own_line(tmp_path: Path) -> None:
    extra = "附件:\n  - 有.docx\n  - {文件: 没有.docx, 标题: 表}\n"
    problem = only(load(tmp_path, {A: item(1, extra), f"{NOTICES}/有.docx": b"PK"}))
    assert (problem.code, problem.line) == ("L040", 9)


def test_an_attachment_that_is_too_big(tmp_path: Path) -> None:
    files = {A: item(1, "附件: 大.pdf\n"), f"{NOTICES}/大.pdf": b"x" * 1048577}
    assert only(load(tmp_path, files, max_file_mb=1)).code == "L043"


def test_an_attachment_linked_in_the_body_becomes_one(tmp_path: Path) -> None:
    body = "见[表](表%20一.docx)和[又](./表%20一.docx)，[名单](<名单 二.pdf>)。"
    files = {A: item(1, body=body), f"{NOTICES}/表 一.docx": b"PK", f"{NOTICES}/名单 二.pdf": b"%PDF"}
    found = the_item(load(tmp_path, files))
    assert [a.name for a in found.attachments] == ["表 一.docx", "名单 二.pdf"]
    assert found.files == {
        "表%20一.docx": f"{SLUG}/1.docx",
        "./表%20一.docx": f"{SLUG}/1.docx",
        "名单 二.pdf": f"{SLUG}/2.pdf",
    }


def test_pictures(tmp_path: Path) -> None:
    body = '![一](图.png)\n\n![再](./图.png "标题")\n\n<img src="子/二.jpg" alt="二">\n\n![三][图三]\n\n[图三]: 三.gif\n'
    files = {
        A: item(1, body=body),
        f"{NOTICES}/图.png": PNG,
        f"{NOTICES}/子/二.jpg": b"j",
        f"{NOTICES}/三.gif": b"g",
    }
    found = the_item(load(tmp_path, files))
    assert {k: p.address for k, p in found.pictures.items()} == {
        "图.png": f"{SLUG}/i1.png",
        "./图.png": f"{SLUG}/i1.png",
        "子/二.jpg": f"{SLUG}/i2.jpg",
        "三.gif": f"{SLUG}/i3.gif",
    }


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("![图](没有.png)", "L045"),
        ("![图](https://www.shili.example/a.png)", "L046"),
        ("![图](//www.shili.example/a.png)", "L046"),
        ('<img src="http://www.shili.example/a.png">', "L046"),
        ("![图](图.svg)", "L047"),
        ("![图](../../../图.png)", "L042"),
    ],
)
def test_pictures_that_are_wrong(tmp_path: Path, body: str, code: str) -> None:
    problem = only(one(tmp_path, body=f"正文\n\n{body}\n"))
    assert problem.code == code
    assert problem.line == 11


def test_a_picture_field(tmp_path: Path) -> None:
    column = "政务动态/工作动态"
    found = the_item(
        load(tmp_path, {f"{column}/a.md": item(1, "图片: 现场.jpg\n"), f"{column}/现场.jpg": b"j"})
    )
    assert found.details["picture"] == "现场.jpg"
    assert found.pictures["现场.jpg"].address == f"{SLUG}/i1.jpg"


@pytest.mark.parametrize(
    "link",
    [
        "乙.md", "./乙.md", f"../../{NOTICES}/乙.md", "乙.md#第二节", "%E4%B9%99.md", "<乙.md>", "索引号:" + CODE + "/202605-00002",
    ],
)  # fmt: skip
def test_links_to_items(tmp_path: Path, link: str) -> None:
    loaded = load(tmp_path, {A: item(1, body=f"见[乙]({link})。"), B: item(2)})
    assert loaded.problems == ()
    written = link.strip("<>")
    assert loaded.catalog.by_number[f"{CODE}/202605-00001"].links == {written: f"{CODE}/202605-00002"}


def test_links_by_doc_number_reference_and_html(tmp_path: Path) -> None:
    body = '[文](文号:青政发[2026]12号) [参][一] <a href="乙.md">乙</a>\n\n[一]: 乙.md\n'
    loaded = load(tmp_path, {A: item(1, body=body), B: item(2), f"{FILES}/办法.md": policy(12, 12)})
    assert loaded.problems == ()
    assert sorted(loaded.catalog.by_number[f"{CODE}/202605-00001"].links) == [
        "乙.md",
        "文号:青政发[2026]12号",
    ]


@pytest.mark.parametrize(
    ("link", "other", "code"),
    [
        ("丙.md", "", "R010"),
        ("文号:青政发〔2026〕99号", "", "R010"),
        ("../", "", "R010"),
        ("javascript:alert(1)", "", "R010"),
        ("乙.md", "草稿: 是\n", "R011"),
        ("乙.md", "公开方式: 依申请公开\n", "R011"),
        ("乙.md", "撤下日期: 2026-06-01\n撤下原因: 有误\n", "R011"),
    ],
)
def test_links_that_lead_nowhere(tmp_path: Path, link: str, other: str, code: str) -> None:
    loaded = load(tmp_path, {A: item(1, body=f"见[乙]({link})。"), B: item(2, other)})
    problem = only(loaded)
    assert (problem.code, problem.level.value, problem.line) == (code, "error", 9)
    assert loaded.catalog.by_number[f"{CODE}/202605-00001"].links == {}


def test_a_link_to_an_item_that_breaks_by_its_attachment(tmp_path: Path) -> None:
    loaded = load(tmp_path, {A: item(1, body="见[乙](乙.md)。"), B: item(2, "附件: 没有.docx\n")})
    assert sorted(codes(loaded)) == ["L040", "R011"]


def test_an_item_that_breaks_late_leaves_no_relation_behind(tmp_path: Path) -> None:
    loaded = load(tmp_path, {A: item(1, "相关信息: 乙\n"), B: item(2, "相关信息: 甲\n附件: 没有.docx\n")})
    assert sorted(codes(loaded)) == ["L040", "R003"]
    assert loaded.catalog.outgoing == {}


@pytest.mark.parametrize(
    "body",
    [
        "`[a](没有.md)`", "```\n[a](没有.md)\n```", "~~~~ md\n![a](没有.png)\n~~~~", "<!-- [a](没有.md) -->", "\\[a](没有.md)",
        "[网](https://www.shili.example/a.md)", "[信](mailto:a@b.example)", "[电话](tel:0990)", "[节](#第二节)", "[页](/zwdt/)",
        "说明\n\n    [a](没有.md)\n\n正文", "脚注[^1]\n\n[^1]: 说明", "``[a](没有.md) ` b``", "图片![](data:image/png;base64,AA==)",
    ],
)  # fmt: skip
def test_what_is_no_link_of_ours(tmp_path: Path, body: str) -> None:
    assert the_item(one(tmp_path, body=body)).links == {}


def test_lines_of_targets() -> None:
    found = targets("一\n[a](b.md)\n\n![c](d.png) [![e](f.png)](g.md)\n", 10)
    assert [(t.written, t.line, t.image) for t in found] == [
        ("b.md", 11, False), ("d.png", 13, True), ("g.md", 13, False), ("f.png", 13, True),
    ]  # fmt: skip


def test_many_brackets_do_not_take_long() -> None:
    assert targets("[" * 20000 + "](" * 2000 + "`" * 3001, 1) is not None
