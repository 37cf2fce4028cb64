"""Edits of front matter: one field changes, every other byte stays."""

import pytest

from gongkai.loading.edit import set_fields

TEXT = "---\n标题: 通知\n撤下原因: |\n  第一行\n\n  第二行\n附件:\n- 表.docx\n- 图.png\n发布日期: 2026-05-03\n---\n\n正文: 不动\n"


def test_a_new_field_comes_before_the_closing_line() -> None:
    assert (
        set_fields("---\n标题: 甲\n---\n正文\n", {"索引号": "A/1"})
        == "---\n标题: 甲\n索引号: A/1\n---\n正文\n"
    )


def test_a_value_of_several_lines_is_replaced_whole() -> None:
    changed = set_fields(TEXT, {"撤下原因": "有误"})
    assert changed == TEXT.replace("撤下原因: |\n  第一行\n\n  第二行\n", "撤下原因: 有误\n")
    assert set_fields(TEXT, {"附件": "无"}) == TEXT.replace("附件:\n- 表.docx\n- 图.png\n", "附件: 无\n")


def test_a_field_under_another_name_is_replaced_under_that_name() -> None:
    same = {"withdrawn": "withdrawn", "撤下日期": "withdrawn"}
    changed = set_fields(
        "---\nwithdrawn: 2027-01-01\n---\n", {"撤下日期": "2026-05-03"}, lambda n: same.get(n, "")
    )
    assert changed == "---\nwithdrawn: 2026-05-03\n---\n"


def test_line_ends_stay_and_values_are_quoted_where_they_must_be() -> None:
    changed = set_fields("---\r\n标题: 甲\r\n---\r\n正文\r\n", {"撤下原因": "原因: 有误 # 一"})
    assert changed == "---\r\n标题: 甲\r\n撤下原因: '原因: 有误 # 一'\r\n---\r\n正文\r\n"


def test_what_is_indented_is_no_field() -> None:
    text = "---\n概述: |\n  索引号: 不是字段\n---\n"
    assert set_fields(text, {"索引号": "A/1"}) == "---\n概述: |\n  索引号: 不是字段\n索引号: A/1\n---\n"


@pytest.mark.parametrize("text", ["", "正文", "---\n标题: 甲\n", "--\n标题: 甲\n---\n"])
def test_without_a_front_matter_nothing_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="front matter"):
        set_fields(text, {"索引号": "A/1"})
