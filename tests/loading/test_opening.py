"""How a body begins, where nobody has written 内容概述."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.loading import opening as room
from gongkai.loading.opening import opening, unmarked


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\n各村民委员会：\n\n现将办法印发给你们，请遵照执行。\n", "现将办法印发给你们，请遵照执行。"),
        ("## 总体要求\n\n一、工作目标\n\n按期完成。", "按期完成。"),
        ("第一章　总则\n\n第一条　为了加强管护，制定本办法。", "第一条 为了加强管护，制定本办法。"),
        ("- 看[管护办法](../甲.md)，**重点**是`第三条`。", "看管护办法，重点是第三条。"),
        ("![现场](图.png)\n\n| 项目 | 金额 |\n|---|---|\n| 甲 | 1 |\n", ""),
        ("```流程图 办理\n申请\n受理\n```\n\n办理时限五天。", "办理时限五天。"),
        ("~~~\n```\n码\n~~~\n文。", "文。"),
        ("附件：1.标准\n\n面积 3*4 与 5*6 不变。", "面积 3*4 与 5*6 不变。"),
        ("<div>\n\n见<b>公告</b>正文。", "见公告正文。"),
        ("", ""),
    ],
)
def test_what_is_taken(body: str, expected: str) -> None:
    assert opening(body) == expected


def test_lines_are_joined_until_they_say_enough() -> None:
    assert (
        opening("短。\n\n也短。\n\n" + "够长的一句话。" * 6 + "\n\n不要这句。")
        == "短。也短。" + "够长的一句话。" * 6
    )


def test_whole_sentences_are_kept() -> None:
    assert opening("一句话说明要做的事情。" * 20) == "一句话说明要做的事情。" * 9


def test_a_sentence_without_end_is_cut() -> None:
    found = opening("长" * 300)
    assert len(found) == 100
    assert found.endswith("长…")


def test_a_body_that_never_ends_is_looked_at_only_at_its_start() -> None:
    assert opening("# 标题\n" * 100_000 + "很远的一句。") == ""


@given(st.text(st.sampled_from("甲a1 \t\u3000-+>*_~`\\[]()<>^!#|.，。&"), max_size=30))
def test_a_line_without_marks_is_taken_as_it_is(line: str) -> None:
    assert room._plain(line) == unmarked(line)


@pytest.mark.parametrize(
    "body",
    [
        "见 <script>alert(1)</script>附表。",
        "见 <SCRIPT src='x'>\nalert(1)\n</script >附表。",
        "见 附表。<style>p {}",
        "见 附表。\n<script>\nalert(1)",
        "<!--\n内部意见：暂缓。\n-->\n见 附表。",
        "见 <!-- 金额 > 100万的未批 -->附表。",
        "见 附表。<!-- 没有写完",
    ],
)
def test_comments_scripts_and_styles_are_no_text(body: str) -> None:
    assert opening(body) == "见 附表。"
