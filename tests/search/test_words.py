"""Synonyms: `content/search.yml`, every mistake in it, and pinyin."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.exports.search_words import query_words
from gongkai.loading.search_file import read_search_words


def write(folder: Path, text: str) -> Path:
    (folder / "search.yml").write_text(text, encoding="utf-8")
    return folder


def test_no_file_no_synonyms(tmp_path: Path) -> None:
    found = read_search_words(tmp_path)
    assert (found.groups, found.problems) == ((), ())


def test_synonyms_are_read(tmp_path: Path) -> None:
    text = "同义词:\n  - 低保 = 最低生活保障\n  - 三公 ＝ “三公”经费 = 三公支出\n"
    found = read_search_words(write(tmp_path, text))
    assert found.groups == (("低保", "最低生活保障"), ("三公", "“三公”经费", "三公支出"))
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("同义词:\n  - 低保 = 最低生活保障\n  - 没有等号\n", 3, "没有等号"),
        ("近义词:\n  - 甲 = 乙\n", 1, "近义词"),
        ("同义词: [未闭合\n", 0, ""),
        ("同义词:\n  甲: 乙\n", 1, "等号"),
    ],
)
def test_a_mistake_names_its_line_and_the_rest_counts(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    found = read_search_words(write(tmp_path, text))
    assert len(found.problems) == 1
    problem = found.problems[0]
    assert (problem.code, problem.path) == ("U021", "search.yml")
    assert words in problem.message
    assert not line or problem.line == line


def test_each_word_stands_for_the_others_and_pinyin_for_the_word() -> None:
    words = query_words([("低保", "最低生活保障")], ["政策解读"])
    assert words["低保"] == ("最低生活保障",)
    assert words["最低生活保障"] == ("低保",)
    assert words["dibao"] == ("低保", "最低生活保障")
    assert words["zhengcejiedu"] == words["zcjd"] == ("政策解读",)
    assert list(words) == sorted(words)
