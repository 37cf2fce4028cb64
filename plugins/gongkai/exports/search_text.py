"""Texts as search compares them: the same rules stand in `search.js`, character for character."""

from __future__ import annotations

import html
import re
import unicodedata

_OPENING, _CLOSING = "([{【﹝〔［（｛〖", ")]}】﹞〕］）｝〗"
_QUOTES = "“”„‟«»「」『』〝〞＂‘’‚‛′＇'"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACES = "\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"


class _Table(dict[int, str]):
    """Code point → what it is compared as; filled as characters come."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).lower()
        self[code] = " " if folded.isspace() and character != "\n" else folded
        return self[code]


_TABLE = _Table(
    {ord(c): "(" for c in _OPENING}
    | {ord(c): ")" for c in _CLOSING}
    | {ord(c): '"' for c in _QUOTES}
    | {ord(c): "" for c in _INVISIBLE}
    | {ord(c): " " for c in _SPACES}
    | {ord("\n"): "\n"}
)
_LOOSE = re.compile(r"(?<![a-z0-9]) | (?![a-z0-9])")


def normalise(text: str) -> str:
    """The form in which texts and queries are compared: half width, lower case, one kind of brackets and
    quotes; white space only where it parts two Latin words or numbers. Line ends stay."""
    folded = text.translate(_TABLE)
    return _LOOSE.sub("", re.sub(" +", " ", folded)) if " " in folded else folded


_DROPPED = re.compile(r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$", re.MULTILINE)
_FRONT = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|(?:```|~~~)[^\n]*$|!!!.*$)", re.MULTILINE)
_RULE = re.compile(
    r"^[ \t]*(?:\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?|[*_-]{3,})[ \t]*$", re.MULTILINE
)
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__|\*|~~|`+)(?=\S)(.*?\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~>-])")
_CELL = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")


def plain_text(markdown: str) -> str:
    """What a reader sees of a Markdown body, one block or line to a line: no marks, no addresses, no tags."""
    text = _DROPPED.sub("", markdown)
    text = _RULE.sub("", _DEFINITION.sub("", text))
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", _FRONT.sub("", text))
    if any(mark in text for mark in "*_~`"):
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    lines = (_cells(line) if "|" in line else line.strip() for line in text.split("\n"))
    joined = "\n".join(line for line in lines if line)
    return html.unescape(_ESCAPE.sub(r"\1", joined)) if "\\" in joined or "&" in joined else joined


def _cells(line: str) -> str:
    """The cells of a table's line, each on its own line: no phrase reaches over an edge."""
    return "\n".join(cell for cell in _CELL.split(line.strip()) if cell)


_UNIT = re.compile("[a-z0-9]{1,32}|[^a-z0-9]")


def units(folded: str) -> list[str]:
    """What a folded text is made of: runs of Latin letters and digits, which are found whole or not at all, and
    every other character by itself. A run of more than 32 is several.
    """
    return _UNIT.findall(folded)


def spread(text: str) -> int:
    """A number of 32 bits for a text: FNV-1a over code points, its upper half mixed in."""
    value = 2166136261
    for character in text:
        value = ((value ^ ord(character)) * 16777619) & 0xFFFFFFFF
    return value ^ (value >> 15)
