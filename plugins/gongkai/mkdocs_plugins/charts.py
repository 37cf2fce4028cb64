"""Flow charts in bodies: fenced blocks ```流程图 are drawn, whichever way the rest of the body goes.

They are taken out before anything else looks at the body and put back at the end: neither Python-Markdown nor
the sanitiser ever sees the picture, which is made by this program from text alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from gongkai.loading.site import Loaded
from gongkai.model.problem import Level, Problem
from gongkai.typesetting.flowchart import ChartError, read_chart
from gongkai.typesetting.flowchart_svg import chart_html

WORD = "流程图"
_OPEN, _CLOSE = "\ue010", "\ue011"
_FENCE = re.compile(
    rf"^(?P<fence>`{{3,}}|~{{3,}})[ \t]*{WORD}[ \t]*(?P<name>[^\n`]*?)[ \t]*\n(?P<text>.*?)^(?P=fence)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_MARK = re.compile(rf"<p>{_OPEN}([0-9]+){_CLOSE}</p>")
_STEP = "受理\n审查\n办结"


def with_charts(source: str, make: Callable[[str], str]) -> str:
    """The HTML of a body: `make` makes that of everything but the flow charts."""
    if WORD not in source or not _FENCE.search(source):
        return make(source)
    drawn: list[str] = []

    def take(match: re.Match[str]) -> str:
        drawn.append(_drawn(match["text"], match["name"]))
        return f"\n{_OPEN}{len(drawn) - 1}{_CLOSE}\n"

    plain = source.replace(_OPEN, "").replace(_CLOSE, "")
    return _MARK.sub(lambda mark: drawn[int(mark[1])], make(_FENCE.sub(take, plain)))


def _drawn(text: str, name: str) -> str:
    try:
        return chart_html(read_chart(text), name or WORD)
    except ChartError as error:
        return f"<p>流程图没有画出来：{escape(str(error))}</p><pre><code>{escape(text)}</code></pre>"


def chart_findings(loaded: Loaded, shown: str) -> Iterator[Problem]:
    """The flow charts in bodies that cannot be drawn, each with its line; `shown` is the content folder."""
    for item in loaded.catalog.items:
        body = loaded.bodies.body(item)
        for match in _FENCE.finditer(body) if WORD in body else ():
            try:
                read_chart(match["text"])
            except ChartError as error:
                line = item.body_line + body.count("\n", 0, match.start())
                yield Problem("T028", Level.ERROR, f"{shown}/{item.path}", line, "", str(error), hint=_STEP)
