"""The report on a terminal: what stops the next build stands at its very end."""

from dataclasses import replace

from gongkai.checks.reports.text import text_report
from gongkai.model.problem import Level, Problem
from tests.checks.test_reports import RESULT

BROKEN = Problem("L012", Level.BLOCK, "content/丁.md", 2, "标题", "“标题”后面用了中文冒号。", "标题: 丁")


def test_what_must_be_mended_first_is_said_last() -> None:
    report = text_report(replace(RESULT, problems=(BROKEN, *RESULT.problems)))
    assert report.endswith("必须先改，改了才能生成网站：\n  content/丁.md 第 2 行")
    assert "必须先改" not in text_report(RESULT)


def test_a_long_list_is_cut() -> None:
    many = tuple(replace(BROKEN, line=number) for number in range(1, 14))
    assert text_report(replace(RESULT, problems=many)).endswith("第 10 行\n  ……另有 3 处")


def test_a_field_is_not_named_twice() -> None:
    assert "[阻断 L012] “标题”后面用了" in text_report(replace(RESULT, problems=(BROKEN,)))
