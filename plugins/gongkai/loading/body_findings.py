"""What is wrong in a body itself: flow charts that cannot be drawn, cells that no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.loading.body_charts import chart_problems
from gongkai.loading.body_text import without_code
from gongkai.loading.codes import finding, shortened
from gongkai.model.problem import Problem

_RULE = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?$")
_BAR = re.compile(r"(?<!\\)\|")
HINT = "表头和下面一行（|---|）各加一格；或者把多出的内容并进前面的格里，格里要写竖线的写成 \\|"


def body_problems(body: str, first_line: int, path: str) -> Iterator[Problem]:
    """All findings about a body; `first_line` is the line of the file on which it begins."""
    yield from chart_problems(body, first_line, path)
    yield from overfull_rows(body, first_line, path)


def overfull_rows(body: str, first_line: int, path: str) -> Iterator[Problem]:
    """A finding for each row of a table that has more cells than its head: Markdown leaves them out."""
    if "|" not in body or "-" not in body:
        return
    lines = without_code(body).split("\n")
    width = 0
    for n, line in enumerate(lines):
        if "|" not in line:
            width = 0
        elif not width:
            width = _width(lines, n)
        elif (extra := "、".join(cell for cell in _cells(line)[width:] if cell)) and not _RULE.match(line):
            message = f"表格这一行比表头多，表头有 {width} 格，多出来的“{shortened(extra)}”不会显示。"
            yield finding("L048", path, message, line=first_line + n, field="正文", hint=HINT)


def _width(lines: list[str], n: int) -> int:
    """The number of columns if a table's head stands on this line, else 0."""
    below = lines[n + 1] if n + 1 < len(lines) else ""
    head = _cells(lines[n])
    return len(head) if _RULE.match(below) and len(_cells(below)) == len(head) else 0


def _cells(line: str) -> list[str]:
    text = line.strip().removeprefix("|")
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [cell.strip() for cell in _BAR.split(text)]
