"""Flow charts in bodies: fenced blocks ```流程图 are drawn, whichever way the rest of the body goes.

They are taken out before anything else looks at the body and put back at the end: neither Python-Markdown nor
the sanitiser ever sees the picture, which is made by this program from text alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from gongkai.loading.body_charts import FENCE, WORD
from gongkai.typesetting.flowchart import ChartError, read_chart, typed_html
from gongkai.typesetting.flowchart_svg import chart_html

_OPEN, _CLOSE = "\ue010", "\ue011"
_MARK = re.compile(rf"<p>{_OPEN}([0-9]+){_CLOSE}</p>")


def with_charts(source: str, make: Callable[[str], str]) -> str:
    """The HTML of a body: `make` makes that of everything but the flow charts."""
    if WORD not in source or not FENCE.search(source):
        return make(source)
    drawn: list[str] = []

    def take(match: re.Match[str]) -> str:
        drawn.append(_drawn(match["text"], match["name"]))
        return f"\n{_OPEN}{len(drawn) - 1}{_CLOSE}\n"

    plain = source.replace(_OPEN, "").replace(_CLOSE, "")
    return _MARK.sub(lambda mark: drawn[int(mark[1])], make(FENCE.sub(take, plain)))


def _drawn(text: str, name: str) -> str:
    try:
        return chart_html(read_chart(text), name or WORD)
    except ChartError:
        return f'<div class="gk-flow"><p>{escape(name or WORD)}没有画出来，步骤如下：</p>{typed_html(text)}</div>'
