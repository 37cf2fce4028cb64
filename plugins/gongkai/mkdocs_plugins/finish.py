"""The last touch to a body's HTML: what a style sheet alone cannot tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from gongkai.mkdocs_plugins.typed_headings import with_typed_headings

_SCROLL = '<div class="gk-scroll" role="region" tabindex="0" aria-label="表格，宽时可左右滚动"><table>'
_BETWEEN = r"\s*(?:</p>\s*<p>|<br ?/?>)\s*"
_LONGEST = 120
_TAIL = 600
"""A signature is first looked for within the last characters of a body; a note (此件公开发布) may follow it."""


def finish(html: Markup, signature: Sequence[str] = ()) -> Markup:
    """The same body with tables that scroll inside themselves, the addressee at the margin, the signature at the right.

    A wide table that made the page scroll would hide the text beside it, and a reader with a keyboard must be
    able to scroll it too. 主送机关 stands flush left under the title, 署名 and 成文日期 at the right below the text
    (GB/T 9704—2012, 7.3.3 and 7.3.5); a signature that is written in the body is not repeated. Headings typed as
    paragraphs are marked.
    """
    text = with_typed_headings(str(html))
    if "<table>" in text:
        text = text.replace("<table>", _SCROLL).replace("</table>", "</table></div>")
    if text.startswith("<p>"):
        end = text.find("</p>")
        if text[end - 1 : end] in ("：", ":") and end < _LONGEST:
            text = '<p class="gk-to">' + text[3:]
    if signature:
        text = _signed(text, tuple(signature))
    return Markup(text)  # noqa: S704 - sanitised already, and only our own markup is added


def _signed(text: str, signature: tuple[str, ...]) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in signature)
    made = f'<div class="gk-signature">{lines}</div>'
    head, tail = text[:-_TAIL], text[-_TAIL:]
    if any(str(escape(line)) not in tail for line in signature):
        # A notice that issues a longer text is signed before it.
        if all(str(escape(line)) in head for line in signature):
            placed, count = _written(signature).subn(lambda _: made, text, count=1)
            return placed if count else f"{text}\n{made}"
        return f"{text}\n{made}"
    placed, count = _written(signature).subn(lambda _: made, tail, count=1)
    return head + placed if count else f"{text}\n{made}"


@lru_cache(maxsize=256)
def _written(signature: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"<p>\s*" + _BETWEEN.join(re.escape(str(escape(line))) for line in signature) + r"\s*</p>"
    )
