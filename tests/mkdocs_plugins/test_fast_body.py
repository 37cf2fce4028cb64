"""The short way to a body gives the bytes of the long way: on real text, on chosen traps, on generated markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.mkdocs_plugins.dialect import make_markdown
from gongkai.mkdocs_plugins.fast_body import body_html
from gongkai.mkdocs_plugins.inline import install
from gongkai.mkdocs_plugins.sanitize import clean_body, opening_tag

CONTENT = Path(__file__).parents[2] / "content"
PLAIN, QUICK = make_markdown(), install(make_markdown())


def long_way(source: str) -> str:
    PLAIN.reset()
    return PLAIN.convert(source)


def quick(source: str) -> str:
    QUICK.reset()
    return QUICK.convert(source)


LINKS = {
    "a.md": "/info/a/",
    "../乙 丙.md": "/info/b/",
    "https://c.example/x": "/leave/c/",
    "d.md": "/d丁/",
    "#e": "/info/e/",
    "mailto:f.md": "/info/f/",
}


def clean(html: str) -> str:
    return clean_body(html, LINKS, {"b.png": "/info/a/i1.png"}, lambda path: ".." + path)


def link(written: str) -> str | None:
    return opening_tag(written, LINKS, lambda path: ".." + path)


def assert_same(source: str) -> None:
    expected = clean(long_way(source))
    assert clean(quick(source)) == expected
    assert body_html(source, quick, clean) == expected
    assert body_html(source, quick, clean, link) == expected


def never(source: str) -> str:
    raise AssertionError(f"the long way was taken: {source!r}")


TRAPS = (
    "",
    "\n\n",
    "一段文字。",
    "一段\n两行",
    "　　首行缩进\n　　第二行",
    "甲\n　　乙　　\n丙",
    "甲\n\n　\n\n乙",
    "甲 \n乙  \n丙",
    "标题\n===\n正文",
    "标题\n---",
    "甲\n\n---\n\n乙",
    "2026. 年\n3.基层",
    "甲\n1. 乙",
    "1. 甲\n\n乙\n\n2. 丙",
    "1. 甲\n\n    乙\n\n丙",
    "- 甲\n\n- 乙\n\n丙",
    "甲\n\n:   乙\n\n丙",
    "甲\n乙\n\n:   丙",
    "甲\n\n乙\n\n: 丙",
    "> 甲\n\n乙",
    "甲[^1]\n\n乙\n\n[^1]: 注\n\n丙\n\n    丁",
    "[^1]: 注\n乙\n\n丙[^1]",
    "[甲]: b.png\n\n乙[甲]",
    "[甲]:\n\n乙[甲]",
    "[甲]:\n\n地址\n\n[乙][甲]",
    "```\n甲\n\n乙\n```\n\n丙",
    "`甲\n\n乙`",
    "<div>\n\n甲\n\n乙\n\n</div>",
    "<b>甲\n\n乙</b>",
    "!!! note\n    甲\n\n    乙\n\n丙",
    "!!! note\n\n甲\n\n乙",
    "*甲\n\n乙*\n\n**丙**",
    "# 一\n\n### 二\n\n正文",
    "# 一 #\n\n正文",
    "#一\n\n正文",
    "## 一\n正文",
    "##\n\n正文",
    "#### 一\n\n- 甲\n\n## 二\n\n乙",
    "| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |",
    "| 甲 | 乙 |\n|:-:|:--|\n| | 2 |\n|3||",
    "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 | 3 |",
    "| 甲 | 乙 |\n| --- |\n| 1 | 2 |",
    "| 甲 |\n| --- |\n| 1 |",
    "| 甲 | 乙 |\n| --- | --- |",
    "甲\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
    "1. 甲\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n丙",
    "| 甲 | 乙 |\n| --- | --- |\n| 1 | **2** |",
    "| a | b |\n| - | - |\n| # 1 | - 2 |",
    "甲 & 乙 &amp; 丙\xa0丁",
    "甲 > 乙",
    "\"甲\" '乙'",
    "\ue0000\ue001\n\n- 甲",
    "\ue000\n\n- 甲",
    "甲\u2028乙\x85丙",
    "甲\t乙",
    "\t甲",
    "    甲\n\n乙",
    "{: .x }\n\n甲{: .y }",
    "甲~乙~\n\n~~~\n丙\n~~~",
    "[甲](a.md) ![乙](b.png)\n\n丙",
    "[甲\n\n乙](a.md)",
    "甲\\\n乙\n\n\\- 丙",
    "+ 甲\n+ 乙\n\n丙",
    "_甲_ __乙__\n\n丙_丁",
    "甲\n\n\n\n\n乙\n \n丙",
    "- 甲\n\n  乙\n\n丙\n\n丁",
    "- 甲\n\n    - 乙\n\n丙\n\n    丁",
    "\U0001f600 甲\n\n\U000f0000",
    "\ufdd0甲\n\n\ufffe",
    "**甲****乙**",
    "**甲** **乙**",
    "** 甲**乙**",
    "甲**乙 **丙**",
    "**甲*乙*丙**",
    "***甲***",
    "**甲\n乙**",
    "**甲**_乙_",
    "1. 甲\n2. 乙\n\n3. 丙",
    "1. 甲\n\n- 乙",
    "1. 甲\n\n[^1]: 注\n\n2. 乙[^1]",
    "2. 甲\n3. 乙",
    "1. 甲\n乙",
    "1. # 甲\n2. > 乙",
    "1. 　甲\n2.  乙",
    "- 甲\n* 乙\n+ 丙",
    "- - 甲",
    "- [甲](a.md)\n- **乙**：丙[^1]\n\n[^1]: 丁",
    "甲[^1]乙[^1]\n\n[^1]: 注",
    "甲[^2]乙[^1]\n\n[^1]: 注一\n[^2]: 注二",
    "甲[^1]\n\n[^1]: 注\n\n[^1]: 再注",
    "甲[^1]\n\n[^1]: 注[^2]\n\n[^2]: 注",
    "甲[^1]\n\n///Footnotes Go Here///\n\n乙\n\n[^1]: 注",
    "甲[^1]\n\n[^1]: 注\n\n    再注",
    "甲[^1]\n\n[^1]: 注\n续",
    "甲[^1]\n\n[^1]: 1. 注",
    "[^1]: 只有注",
    "[^1]: 注\n\n甲",
    "[^1]：甲\n\n[^1]: 注",
    "甲\n[^1]:乙",
    "甲[^1] : 乙\n\n[^1]: 注",
    "![甲](a.md)乙",
    "[甲](a.md)[乙](<a.md>)[丙](a.md '丁')",
    "[甲](../乙%20丙.md)[丁](../乙 丙.md)",
    "[甲](https://c.example/x)[乙](https://d.example/)[丙](HTTP://e.example)",
    "[甲](https://a..b/)[乙](https://300.300.300.300/)[丙](https://xn--0.example/)",
    "[甲](d.md)[乙](#e)[丙](#f)[丁](mailto:f.md)[戊](javascript:x)[己](x:y)",
    "[^1](a.md)甲\n\n[^1]: 注",
    "[甲][乙](a.md)",
    "[甲](a.md)：乙\n\n[丙](b_c_d.md)_戊_",
    "[甲](a(1).md)[乙](a).md)",
    "[甲[乙](a.md)丙](a.md)",
    "**[甲](a.md)**",
    "[**甲**](a.md)",
    "{甲}**乙**",
    "甲\n　　[乙](a.md)丙",
    "　　**甲**\n　　乙**丙**",
)


@pytest.mark.parametrize("source", TRAPS)
def test_traps(source: str) -> None:
    assert_same(source)


def test_demonstration() -> None:
    for file in sorted(CONTENT.rglob("*.md")):
        assert_same(file.read_text(encoding="utf-8").split("\n---\n", 1)[-1])


@pytest.mark.parametrize(
    "source",
    [
        "甲。\n\n　　乙，“丙”（丁）：2026年。\n戊\n\n4.己 100%",
        "## 一、甲\n\n乙\n\n### （一）丙\n\n丁",
        "甲\n\n| 序号 | 数 |\n| --- | ---: |\n| 1 | 20.1 |\n| 2 | |",
        "# 一\n\n甲**乙。**丙\n　　丁[丁](a.md)戊[^1]\n\n### 二\n\n1. **己。**庚\n2. 辛\n\n[^1]: 壬**癸**",
        "- 甲\n- [乙](https://d.example/x/y.html)\n\n丙[^b][^1]\n\n[^1]: 丁\n[^b]: [戊](no.md)",
    ],
)
def test_plain_bodies_take_the_short_way(source: str) -> None:
    assert body_html(source, never, never, link) == clean(long_way(source))


def test_plain_parts_of_other_bodies_do_not_reach_the_converter() -> None:
    seen: list[str] = []

    def watch(source: str) -> str:
        seen.append(source)
        return quick(source)

    source = "甲甲\n\n乙乙\n\n- *丙*\n\n丁丁"
    assert body_html(source, watch, clean) == clean(long_way(source))
    assert seen == ["\ue0000\ue001\n\n- *丙*\n\n\ue0001\ue001"]


MARKUP = st.sampled_from(
    [
        *"甲乙。，（）“”　 \t\n\n\n\n#-=+*_>:|`~!\\[]()<>&;\"'^{}.1２0a\xa0\u2028",
        *(
            "\n\n",
            "\n- ",
            "\n1. ",
            "\n| 甲 | 乙 |\n| --- | :-: |\n| 1 | 2 |\n",
            "\n## ",
            "**甲**",
            "[甲](a.md)",
            "[^1]",
        ),
        *(
            "\n\n[^1]: 注",
            "\n\n: 甲",
            "\n    ",
            "```\n",
            "<div>",
            "</div>",
            "&amp;",
            "\n\n---\n\n",
            "\n\n> ",
            "  \n",
        ),
        *(
            "\n\n!!! note\n    ",
            "\ue0000\ue001",
            "\n\n[甲]: a.md",
            "![乙](b.png)",
            "甲乙丙。",
            "\n\n甲乙丙。\n\n",
            "<br>",
        ),
    ]
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(MARKUP, max_size=24).map("".join))
def test_generated_markup(source: str) -> None:
    assert_same(source.replace("\r", ""))


PARTS = st.sampled_from(
    [part for part in TRAPS if "\t" not in part]
    + ["甲", "乙丙。", "　　丁", "- 甲", "    甲", "1. 乙", ": 丙", "[^2]: 丁", "[^2]", "戊\n己", "### 庚"]
)


@settings(max_examples=800, deadline=None)
@given(st.lists(PARTS, max_size=6), st.sampled_from(["\n\n", "\n", "\n\n\n", "\n \n"]))
def test_blocks_in_any_company(parts: list[str], between: str) -> None:
    assert_same(between.join(parts))


CLERKS = st.sampled_from(
    [
        *(
            "甲乙",
            "丙。",
            "“丁”",
            " ",
            "　",
            "2026年",
            "\n",
            "！",
            "1.",
            "（一）",
            ":",
            "：",
            "^",
            "{",
            "#",
            "-",
        ),
        *("**戊**", "**己。**", "** 庚**", "**辛 **", "**", "*壬*", "_癸_", "*"),
        *(
            "[甲](a.md)",
            "[乙](https://d.example/x)",
            "[丙](no.md)",
            "[丁](../乙%20丙.md)",
            "[戊]",
            "(己)",
            "[庚](a b)",
        ),
        *("[^1]", "[^2]", "[^x]", "!", "\n　　"),
    ]
)
TEXT = st.lists(CLERKS, min_size=1, max_size=7).map("".join)
BLOCK = st.one_of(
    TEXT,
    st.lists(TEXT, min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{n}. {t}" for n, t in enumerate(items, 1))
    ),
    st.lists(TEXT, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {text}" for text in items)),
    st.tuples(st.sampled_from("12x"), TEXT).map(lambda note: f"[^{note[0]}]: {note[1]}"),
    st.tuples(st.integers(1, 4), TEXT).map(lambda heading: f"{'#' * heading[0]} {heading[1]}"),
    st.just("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |"),
)


@settings(max_examples=2500, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=5).map("\n\n".join))
def test_what_clerks_write(source: str) -> None:
    assert_same(source)
