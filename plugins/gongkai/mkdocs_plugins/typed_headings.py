"""Headings that were typed as paragraphs: 一、（一） 1.（1）, as pasting from Word gives them."""

from __future__ import annotations

import re

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_LEVELS = (
    rf"({_NUMERAL}、)",
    rf"([（(]{_NUMERAL}[）)])",
    r"([0-9]{1,2}(?:[.．](?![0-9])|、))",
    r"([（(][0-9]{1,2}[）)])",
)
_REST = r"[^<\n]{1,36}(?<![。；;！!？?，,、…])"
"""A heading is short and has no stop: 一、本办法自发布之日起施行。 is a sentence, （一）居民身份证； one of a list."""
# One literal character first: then most of a body is passed over at the speed of a search for it.
_TYPED = re.compile(
    r">(?:(?<=<p>)|(?<=<br>)\n)([ \u3000]*)((<strong>)?(?:"
    + "|".join(_LEVELS)
    + rf"){_REST}(?(3)</strong>))[ \u3000]*(?=<(?:(/p)|br)>)"
)
_BEFORE_LEVELS, _END = 3, 8


def with_typed_headings(html: str) -> str:
    """Sanitised HTML with its typed headings marked by level, `gk-level-1` to `gk-level-4`.

    Official documents set the first level in 黑体, the second in 楷体, the others as the text
    (GB/T 9704—2012, 7.3.3). They stay paragraphs: whoever listens hears no headings that an author did not
    make. A paragraph that is a heading gets the class; where one line of a paragraph is a heading (lines kept
    from Word), the line does.
    """
    return _TYPED.sub(_marked, html)


def _marked(found: re.Match[str]) -> str:
    level = next(n for n in range(1, 5) if found[_BEFORE_LEVELS + n])
    whole = found[_END] and found[0][1:2] != "\n"
    if whole:
        return f' class="gk-level-{level}">{found[2]}'
    start = found[0][: found.start(2) - found.start()]
    return f'{start}<span class="gk-level-{level}">{found[2]}</span>'
