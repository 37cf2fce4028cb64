"""The first sentences of a body: they stand for 内容概述 where nobody has written one.

《政府信息公开条例》第十二条: the directory (目录) gives 内容概述 for every item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENOUGH, _MOST, _LOOKED_AT = 40, 100, 4000
"""Characters after which no further line is taken; that are kept; of the body that are looked at."""

_UNREAD = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
"""Comments, and elements whose content is no text for readers; to the end of the body where they are never closed."""
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_NO_TEXT = re.compile(r"^\s*(?:#|\||<|!\[|!!!|\[[^\]]+\]:|[-*_=]{3,}\s*$|附件\s*[:：\d一二三四五])")
_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节编])"
)
_MARKER = re.compile(r"^\s*(?:>\s?|[-*+]\s+)+")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\](?:\([^()\n]*\)|\[[^\]\n]*\])")
_TAG = re.compile(r"<[^<>\n]*>")
_MARKS = re.compile(r"\*\*|__|~~|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|\[\^[^\]\n]*\]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~>-])")
_MARKED = re.compile(r"^\s*[>+-]|[<\[*_~`\\]")
"""What a line must have for any of these to find something in it."""
_ENDS = "。！？；"


def opening(body: str) -> str:
    """The first sentences of a Markdown body as plain text, at most a hundred characters; empty where it has none.

    Whom a document is addressed to, headings, tables, pictures and code are passed over.
    """
    found = ""
    for line in _lines(_read(body[:_LOOKED_AT])):
        if not found and line.endswith(("：", ":")):
            continue
        found += line
        if len(found) >= _ENOUGH:
            break
    return _cut(found)


def _read(body: str) -> str:
    return _UNREAD.sub("", body) if "<" in body else body


def _lines(body: str) -> Iterator[str]:
    fence = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if fence or mark:
            fence = _fence_after(fence, mark[1] if mark else "")
        elif not _NO_TEXT.match(line) and (text := _plain(line)) and not _is_heading(text):
            yield text


def _fence_after(fence: str, mark: str) -> str:
    """The fence that is open after a line of a code block or at its edge."""
    if not fence:
        return mark
    return "" if mark.startswith(fence) else fence


def _plain(line: str) -> str:
    return unmarked(line) if _MARKED.search(line) else " ".join(line.split())


def unmarked(line: str) -> str:
    """A line of Markdown as plain text, blanks in a row as one."""
    text = _TAG.sub("", _LINK.sub(r"\1", _MARKER.sub("", line)))
    return " ".join(_ESCAPE.sub(r"\1", _MARKS.sub("", text)).split())


def _is_heading(text: str) -> bool:
    return bool(_HEADING.match(text)) and text[-1] not in _ENDS


def _cut(text: str) -> str:
    """The text, or as many whole sentences of it as fit; a longer sentence ends in `…`."""
    if len(text) <= _MOST:
        return text
    end = max(text.rfind(mark, 0, _MOST) for mark in _ENDS)
    return text[: end + 1] if end + 1 >= _ENOUGH else text[: _MOST - 1] + "…"
