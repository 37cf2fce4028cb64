"""Flow charts in bodies (fenced blocks ```流程图): where they stand, and which of them cannot be drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.loading.codes import finding
from gongkai.model.problem import Problem
from gongkai.typesetting.flowchart import ChartError, read_chart

WORD = "流程图"
FENCE = re.compile(
    rf"^(?P<fence>`{{3,}}|~{{3,}})[ \t]*{WORD}[ \t]*(?P<name>[^\n`]*?)[ \t]*\n(?P<text>.*?)^(?P=fence)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
EXAMPLE = "受理\n审查\n办结"


def chart_problems(body: str, first_line: int, path: str) -> Iterator[Problem]:
    """The flow charts of a body that cannot be drawn, each with its line."""
    for match in FENCE.finditer(body) if WORD in body else ():
        try:
            read_chart(match["text"])
        except ChartError as error:
            line = first_line + body.count("\n", 0, match.start())
            message = f"流程图没有画出来，网页上只有文字：{error}"
            yield finding("T028", path, message, line=line, hint=error.hint or EXAMPLE)
