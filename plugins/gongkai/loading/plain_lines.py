"""Front matter of nothing but simple `名称: 值` lines, as most of it is: read without YAML's machinery.

Only what YAML reads as one plain scalar per line is taken; anything else, a repeated name too, is left to YAML.
`tests/loading/test_plain_lines.py` compares both.
"""

from __future__ import annotations

import re

from gongkai.loading.source import Entry

_LETTER = r"A-Za-z0-9\u4e00-\u9fff"
# No quote, bracket, #, &, *, !, |, >, @, ` or % may begin or stand in a value, no `: `, no `- ` at its start,
# no blank at its end: then a plain scalar holds the text as it is written.
_BEGIN = rf"[{_LETTER}《〔（“]"
_MIDDLE = rf"[{_LETTER}《》〔〕（）“”、。，；！？／·—…/.,;()_+ -]*+"
_VALUE = rf"{_BEGIN}{_MIDDLE}(?::(?=[0-9/]){_MIDDLE})*+(?<! )"
_LINE = rf"[A-Za-z_\u4e00-\u9fff][{_LETTER}_]{{0,40}}+: {_VALUE}\n"
_LINES = re.compile(rf"(?:{_LINE})++")


def plain_entries(front: str, first_line: int) -> tuple[Entry, ...] | None:
    """The entries of the text between the two `---`, None when YAML must read it."""
    if not _LINES.fullmatch(front):
        return None
    parts = [line.partition(": ") for line in front[:-1].split("\n")]
    entries = {name: Entry(name, value, line) for line, (name, _, value) in enumerate(parts, first_line)}
    return tuple(entries.values()) if len(entries) == len(parts) else None
