"""What a document says is what its page says: texts with all signs of Markdown come out as they went in."""

import html
import random
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.importing.to_markdown import parse, to_markdown
from gongkai.mkdocs_plugins.dialect import make_markdown

PIECES = [
    *"甲乙12ab*_`[]()<>!#+-.&|:~=\\^{}\"'/@　、。 ",
    *("1. ", "# ", "- ", "> ", "[^1]", "[^1]: ", "***", "___", "```", "~~~", "!!! note", "<b>", "</p>", "&amp;", "---", "==="),
    *("![x](y)", "[x](y)", "[x]: y", "| a | b |", ": x", "\\*", "<!--", "-->", "2) ", "<http://a.example>", "&#35;"),
]  # fmt: skip
LINES = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join), min_size=1, max_size=4
)
MARKDOWN = make_markdown()


def text_of(page: str) -> str:
    return re.sub(r"\s+", "", "".join(BeautifulSoup(page, "lxml").strings)) if page else ""


def shown(page: str) -> str:
    """The text of a page after its way through Markdown."""
    return text_of(MARKDOWN.reset().convert(to_markdown(parse(page))))


@given(LINES)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_paragraphs_come_out_as_they_went_in(lines: list[str]) -> None:
    page = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    assert shown(page) == text_of(page)


@given(LINES)
@settings(max_examples=80, deadline=None, derandomize=True)
def test_lines_of_a_paragraph_do(lines: list[str]) -> None:
    page = "<p>甲" + "<br>".join(html.escape(line) for line in lines) + "</p>"
    assert shown(page) == text_of(page)


@given(LINES)
@settings(max_examples=80, deadline=None, derandomize=True)
def test_cells_and_entries_do(lines: list[str]) -> None:
    rows = "".join(f"<tr><td>{html.escape(line)}</td><td>乙</td></tr>" for line in lines)
    page = (
        f"<table>{rows}</table><p>甲</p><ul>"
        + "".join(f"<li>{html.escape(line)}</li>" for line in lines)
        + "</ul>"
    )
    assert shown(page) == text_of(page)


def a_block(draw: random.Random, depth: int = 0) -> str:
    """A block of a page, blocks within blocks, each with a text of awkward signs."""

    def words() -> str:
        return html.escape(
            "".join(draw.choice([*"甲乙12# -+.>|*_", "1. ", "- "]) for _ in range(draw.randint(1, 6)))
        )

    def inner() -> str:
        return a_block(draw, depth + 1)

    kinds = {
        "p": lambda: f"<p>{words()}</p>",
        "spans": lambda: f"<p><span>{words()}</span> <strong>{words()}</strong></p>",
        "div": lambda: f"<div>{words()}</div>",
        "ul": lambda: f"<ul><li>{words()}</li><li>{words()}</li></ul>",
        "ol": lambda: f"<ol><li><p>{words()}</p></li></ol>",
        "table": lambda: (
            f"<table><tr><td>{words()}</td><td><p>{words()}</p><p>{words()}</p></td></tr></table>"
        ),
        "heading": lambda: f"<h2>{words()}</h2>",
        "quote": lambda: f"<blockquote>{inner()}</blockquote>",
        "mixed": lambda: f"<div>{words()}{inner()}<b>{words()}</b>{words()}{inner()}</div>",
        "nested": lambda: f"<div><div>{inner()}</div>{inner()}</div>",
    }
    return kinds[draw.choice([*kinds] if depth < 3 else ["p"])]()


@pytest.mark.parametrize("seed", range(8))
def test_blocks_within_blocks_do(seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(40):
        page = "".join(a_block(draw) for _ in range(3))
        assert shown(page) == text_of(page), page


def test_lists_in_lists_stay_so() -> None:
    page = "<ol><li>甲<ul><li>乙</li><li>丙</li></ul></li><li>丁</li></ol>"
    assert to_markdown(parse(page)) == "1. 甲\n    - 乙\n    - 丙\n2. 丁\n"
    made = MARKDOWN.reset().convert(to_markdown(parse(page)))
    assert re.sub(r"\s|</?p>", "", made) == re.sub(r"\s", "", page)


def test_bold_signs_above_and_below_and_lines() -> None:
    page = "<p>共<strong>三</strong>项，m<sup>2</sup>、H<sub>2</sub>O。<br>　　第二行</p><hr><blockquote><p>引</p></blockquote>"
    assert to_markdown(parse(page)) == "共**三**项，m<sup>2</sup>、H<sub>2</sub>O。\n第二行\n\n---\n\n> 引\n"


def test_blocks_inside_blocks_are_left_as_they_are() -> None:
    page = (
        "<div><h2></h2><h3>甲</h3>散的字<b>粗</b><ul><li>乙<ul><li>丙</li></ul></li></ul><div># 一行</div>"
        "<table><tr><td>名</td><td>数</td></tr><tr><td>丁</td><td>1</td></tr></table><blockquote># 引</blockquote></div>"
    )
    assert to_markdown(parse(page)) == (
        "## 甲\n\n散的字**粗**\n\n- 乙\n    - 丙\n\n\\# 一行\n\n| 名 | 数 |\n|---|---:|\n| 丁 | 1 |\n\n> \\# 引\n"
    )


def test_a_frame_around_a_text_is_no_table() -> None:
    assert (
        to_markdown(parse("<table><tr><td><p>框里的话</p><p>又一段</p></td></tr></table>"))
        == "框里的话\n\n又一段\n"
    )


def test_a_table_whose_first_row_is_its_title() -> None:
    page = "<table><tr><td colspan='2'>一览表</td></tr><tr><td>名</td><td>数</td></tr><tr><td>甲</td><td>1</td></tr></table>"
    made = to_markdown(parse(page))
    assert '<thead>\n<tr><th colspan="2">一览表</th></tr>\n<tr><th>名</th><th>数</th></tr>\n</thead>' in made
