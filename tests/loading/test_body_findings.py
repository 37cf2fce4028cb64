"""Cells beyond the last column of a table are lost on the page: a clerk must hear of it."""

from pathlib import Path

import pytest

from gongkai.loading.body_findings import overfull_rows
from tests.loading.helpers import NOTICES, item, load

HEAD = "| 项目 | 金额 |\n|---|---:|\n"


@pytest.mark.parametrize(
    "body",
    [
        HEAD + "| 甲 | 1 |\n| 乙 |\n",
        HEAD + "| 甲 | 1 | |\n",
        HEAD + "| 甲\\|乙 | 1 |\n",
        "```\n" + HEAD + "| 甲 | 1 | 2 |\n```\n",
        "甲 | 乙\n没有分隔行 | 一 | 二\n",
        HEAD + "| 甲 | 1 |\n\n文字 | 不是 | 表格\n",
        "没有表格 - 一\n",
    ],
    ids=["short row", "empty cell", "escaped bar", "code", "no table", "after the table", "none"],
)
def test_tables_that_lose_nothing(body: str) -> None:
    assert list(overfull_rows(body, 1, "甲.md")) == []


@pytest.mark.parametrize(
    ("body", "line", "lost"),
    [
        (HEAD + "| 甲 | 1 | 多 |\n", 3, "多"),
        ("开头。\n\n" + HEAD + "| 甲 | 1 |\n| 乙 | 2 | 三 | 四 |\n", 6, "三、四"),
        ("甲 | 乙\n--- | ---\n1 | 2 | 3\n", 3, "3"),
    ],
    ids=["bars outside", "two cells", "no bars outside"],
)
def test_a_row_that_is_too_long(body: str, line: int, lost: str) -> None:
    (found,) = overfull_rows(body, 1, "甲.md")
    assert (found.code, found.line) == ("L048", line)
    assert f"“{lost}”不会显示" in found.message


def test_the_line_is_that_of_the_file(tmp_path: Path) -> None:
    text = item(1, body="第一段。\n\n" + HEAD + "| 甲 | 1 | 多 |\n")
    (problem,) = load(tmp_path, {f"{NOTICES}/甲.md": text}).problems
    assert text.split("\n")[problem.line - 1] == "| 甲 | 1 | 多 |"
    assert problem.level.value == "error"
