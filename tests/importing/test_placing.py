"""Drafts in their places: fields that fit, names that are free, numbers that are given once."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from PIL import Image

from gongkai.importing.allotting import Allotting
from gongkai.importing.draft import Attached, Draft, place
from gongkai.importing.pictures import Unusable, cleaned, without_metadata
from gongkai.importing.placing import Placed, Vocabulary, place_draft, quote_name
from gongkai.importing.secrets import personal
from gongkai.importing.values import checked, label_of
from gongkai.loading.placing import column_names
from gongkai.loading.placing import place as find_column
from gongkai.loading.presets import read_preset, read_tables
from gongkai.loading.schema import make_schema
from tests.importing.papers import located_picture, picture

TABLES = read_tables()
SCHEMA = make_schema(TABLES)
TREE = read_preset("township", TABLES)
WORDS = Vocabulary(SCHEMA, TABLES)
TODAY = date(2026, 11, 23)
CODE = "119901210000000000"


def placed(
    draft: Draft, column: str = "通知公告", taken: Callable[[str], bool] = lambda path: False
) -> Placed:
    path = find_column((column,), "", "", 0, column_names(TREE)).columns[0]
    return place_draft(draft, TREE.columns[path], f"{CODE}/202611-00001", TODAY, WORDS, taken)


def text_of(item: Placed) -> str:
    return item.files[-1][1].decode()


def test_values_are_written_in_their_usual_form_and_bad_ones_are_told() -> None:
    given = {"发布日期": "2026/5/8 9:30", "成文日期": "二〇二六年五月六日", "发文字号": "青政发[2026] 12号", "主题分类": "没有的分类",
             "公开方式": "无", "失效日期": "长期", "关键词": "防汛\n应急"}  # fmt: skip
    values = checked(given, SCHEMA, "file")
    assert values.fields == {
        "发文字号": "青政发〔2026〕12号", "成文日期": "2026-05-06", "发布日期": "2026-05-08 09:30", "关键词": "防汛、应急",
    }  # fmt: skip
    assert values.remarks == ("主题分类“没有的分类”不合要求，没有写入", "失效日期“长期”不合要求，没有写入")


def test_validity_is_written_for_files_and_only_where_dates_do_not_tell() -> None:
    assert checked({"有效性": "有效"}, SCHEMA, "file").fields == {}
    assert checked({"有效性": "已失效"}, SCHEMA, "article").fields == {}
    assert checked({"有效性": "已失效"}, SCHEMA, "file").fields == {"有效性": "已失效"}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("文号", "发文字号"),
        ("title", "标题"),
        ("公开日期", "发布日期"),
        ("来源", "信息来源"),
        ("浏览次数", ""),
        ("备注栏", ""),
    ],
)
def test_names_of_fields_in_any_wording(name: str, label: str) -> None:
    assert label_of(name, SCHEMA) == label


def test_an_item_is_written_as_a_draft_with_what_it_still_needs() -> None:
    item = placed(
        Draft({"标题": "关于印发甲办法的通知", "发文字号": "青政发〔2026〕1号"}, "全文。\n"), "镇政府文件"
    )
    text = text_of(item)
    assert text.startswith("---\n标题: 关于印发甲办法的通知\n发布日期: 2026-11-23\n")
    assert text.endswith("草稿: 是\n---\n\n全文。\n")
    assert item.to_fill == ("发文机关", "成文日期", "审核", "保密审查")
    assert "没有发布日期，先写 2026-11-23，发布时请核对" in item.remarks


def test_signatures_of_another_place_are_not_taken_over() -> None:
    given = {
        "标题": "甲",
        "审核人": "张某",
        "审核日期": "2026-05-03",
        "保密审查": "李某 2026-05-03",
        "草稿": "否",
        "撤下日期": "2026-06-01",
    }
    item = placed(Draft(given, "正文"))
    text = text_of(item)
    assert "张某 2026-05-03\n审核:\n保密审查:\n" in text, "the only name is that of the example"
    assert "李某" not in text
    assert "撤下日期" not in text
    assert "草稿: 是" in text
    assert sum("没有导入，请在本站审核后填写" in remark for remark in item.remarks) == 4


def test_files_are_called_so_that_nothing_is_written_over() -> None:
    there = {"政务动态/通知公告/2026/表.xlsx", "政务动态/通知公告/2026/甲（乙） 丙.md"}
    files = (Attached("图1.png", b"1", picture=True), Attached("表.xlsx", b"2"), Attached("a/b?.pdf", b"3"))
    body = f"![图]({place(0)})\n\n[表]({place(1)}) [另]({place(2)})"
    item = placed(Draft({"标题": "甲（乙） 丙"}, body, files), taken=there.__contains__)
    assert [path.rpartition("/")[2] for path, _ in item.files] == [
        "甲（乙）丙（2）-图1.png", "甲（乙）丙（2）-表.xlsx", "a b .pdf", "甲（乙） 丙（2）.md",
    ]  # fmt: skip
    text = text_of(item)
    assert "![图](甲（乙）丙（2）-图1.png)\n\n[表](甲（乙）丙（2）-表.xlsx) [另](a%20b%20.pdf)" in text
    assert "附件:\n  - 甲（乙）丙（2）-表.xlsx\n  - a b .pdf\n" in text
    assert quote_name("表 (1).xlsx") == "表%20%281%29.xlsx"


def test_a_draft_without_text_keeps_the_place_where_to_write() -> None:
    item = placed(Draft({"标题": "甲"}))
    assert text_of(item).endswith("\n正文写在这里。\n")
    assert "没有正文，请补上" in item.remarks


def test_numbers_are_given_once_and_former_ones_kept_once() -> None:
    numbers = Allotting(CODE, {(CODE, "202611"): 4}, [f"{CODE}/202611-00007", "旧-2020-1"])
    assert numbers.give(TODAY) == f"{CODE}/202611-00008"
    assert numbers.give(TODAY) == f"{CODE}/202611-00009"
    assert numbers.give(date(2025, 1, 2)) == f"{CODE}/202501-00001"
    assert numbers.keep("QS/2020-7") == ""
    assert "已经用在" in numbers.keep("qs/2020-7")
    assert "网页地址" in numbers.keep("QS_2020.7")
    assert "已经用在" in numbers.keep("旧-2020-1")
    assert "格式不对" in numbers.keep("?")
    assert numbers.highest[CODE, "202611"] == 9
    assert Allotting("", {}, []).give(TODAY) == ""


def test_numbers_of_persons_are_told_with_their_paragraph() -> None:
    body = "第一段。\n\n第二段有11010519491231002X。\n\n电话13912345678，又说13912345678。\n\n开户行账号6222021234567890128"
    assert list(personal(body))[:2] == ["正文第2段有身份证号 11**************2X，不删去不能公开",
                                        "正文第4段有银行账号 62***************28，不删去不能公开"]  # fmt: skip
    assert "正文第3段有手机号 139****5678，请核对能不能公开" in list(personal(body))


def test_pictures_of_all_kinds_lose_what_they_tell() -> None:
    for kind, ending in (
        ("PNG", "png"),
        ("JPEG", "jpg"),
        ("GIF", "gif"),
        ("WEBP", "webp"),
        ("BMP", "png"),
        ("TIFF", "png"),
    ):
        made = cleaned(picture(kind))
        assert made.ending == ending
        with Image.open(io.BytesIO(made.data)) as image:
            assert image.size == (12, 8)
    frames = [Image.new("P", (4, 4), n) for n in range(2)]
    moving = io.BytesIO()
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:], comment=b"hidden words")
    assert b"hidden words" in moving.getvalue()
    assert b"hidden words" not in cleaned(moving.getvalue()).data


def test_pictures_that_are_none_or_too_large() -> None:
    wide = (
        b"BM"
        + (14 + 40 + 4).to_bytes(4, "little")
        + bytes(4)
        + (54).to_bytes(4, "little")
        + (40).to_bytes(4, "little")
    )
    wide += (
        (9000).to_bytes(4, "little")
        + (9000).to_bytes(4, "little")
        + (1).to_bytes(2, "little")
        + (24).to_bytes(2, "little")
    )
    for data, said in ((b"GIF89a", "不是完好"), (b"\xd7\xcd\xc6\x9a", "WMF"), (b" <svg/>", "SVG"), (b"0" * (21 << 20), "21 MB"),
                       (wide + bytes(28), "太大"), (b"", "不是完好")):  # fmt: skip
        with pytest.raises(Unusable, match=said):
            cleaned(data)


def test_an_attached_picture_is_cleaned_and_other_attachments_are_not_touched() -> None:
    assert b"secret" not in without_metadata("图.JPG", located_picture())
    assert without_metadata("图.png", located_picture()) == located_picture(), "it is not what its name says"
    assert without_metadata("图.jpg", b"none") == b"none"
    assert without_metadata("表.xlsx", b"PK") == b"PK"
