"""How texts are folded and bodies stripped: what a reader sees is what is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.exports.search_text import normalise, plain_text, spread, units


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("青政发〔2018〕12号", "青政发(2018)12号"),
        ("青政发[2018]12号", "青政发(2018)12号"),
        ("“三公”经费", '"三公"经费'),
        ("低 保　标 准", "低保标准"),
        ("Word  文档 a  b", "word文档a b"),
        ("甲\u200b乙\u00ad丙", "甲乙丙"),
        ("第一行\n第二行", "第一行\n第二行"),
        ("  ", ""),
        pytest.param("\ud800", "\ud800", id="lone-surrogate"),
        ("🙂", "🙂"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert normalise(text) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_no_length(text: str) -> None:
    once = normalise(text)
    assert "  " not in once
    assert once.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# 标题\n\n正文**重点**。", "标题\n正文重点。"),
        ("[办法](../a.md)和![图](a.png)", "办法和图"),
        ("| 事项 | 金额 |\n|---|---:|\n| 低保 | 500 |", "事项\n金额\n低保\n500"),
        ("- 一\n- 二", "一\n二"),
        ("> 引用 `代码`", "引用 代码"),
        ("<div class='x'>内容</div><!-- 注释 -->", "内容"),
        ("<script>alert(1)</script>后", "后"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        (r"\*不是强调\*", "*不是强调*"),
        ("a &lt; b", "a < b"),
        ("", ""),
    ],
)
def test_what_a_reader_sees(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("青政发(2018)12号", ["青", "政", "发", "(", "2018", ")", "12", "号"]),
        ("word a", ["word", " ", "a"]),
        ("甲\n🙂", ["甲", "\n", "🙂"]),
        ("a" * 40, ["a" * 32, "a" * 8]),
        ("", []),
    ],
)
def test_latin_words_and_numbers_are_one_unit(text: str, found: list[str]) -> None:
    assert units(text) == found


def test_the_hash_is_the_one_of_the_script() -> None:
    # FNV-1a of "a" is 0xe40c292c.
    assert spread("a") == 0xE40C292C ^ (0xE40C292C >> 15)
