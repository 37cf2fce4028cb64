"""What rules read of a Markdown body without rendering it: headings, tables, plain text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$|^ {0,3}\*\*([^*]{2,60})\*\*\s*$", re.MULTILINE)
_RULE_ROW = re.compile(r"^[\s|:\-]+$")
_MARKS = re.compile(r"[*_`#>|]+|!?\[([^\]]*)\]\([^)]*\)|<[^>]+>")
_SPACE = re.compile(r"\s+")

Table = tuple[tuple[str, ...], ...]


def headings(body: str) -> tuple[str, ...]:
    """The texts of headings, bold lines of their own included."""
    return tuple((m[1] or m[2]).strip().strip("*") for m in _HEADING.finditer(body))


def tables(body: str) -> Iterator[Table]:
    """All tables, pipe tables and HTML ones, as rows of cell texts."""
    rows: list[tuple[str, ...]] = []
    for line in [*body.splitlines(), ""]:
        if line.strip().startswith("|"):
            if not _RULE_ROW.match(line):
                rows.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
        elif rows:
            yield tuple(rows)
            rows = []
    if "<table" in body:
        yield from _html_tables(body)


def _html_tables(body: str) -> Iterator[Table]:
    for table in LexborHTMLParser(body).css("table"):
        yield tuple(tuple(c.text().strip() for c in row.css("td,th")) for row in table.css("tr"))


def plain(body: str) -> str:
    """The body without marks, links as their texts, white space squeezed out."""
    return _SPACE.sub("", _MARKS.sub(lambda m: m[1] or "", body))


def squeezed(text: str) -> str:
    """NFKC, without white space and marks: the form in which labels are compared."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text)).strip("*")
