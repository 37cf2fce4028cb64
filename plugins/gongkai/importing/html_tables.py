"""Tables of a document: with pipes where rows and columns are plain, as HTML where cells are merged or hold blocks."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from bs4 import Tag

_FIGURE = re.compile(r"-?[\d,]+(?:\.\d+)?%?|—|/|")
_BLOCKS = ("ul", "ol", "table", "img", "pre", "blockquote")
_KEPT = frozenset("b strong i em sup sub u s br a img p ul ol li".split())
_MOST = 200
"""No cell stands over more rows or columns than this."""


def _rows(table: Tag) -> list[list[Tag]]:
    """The cells of a table's own rows."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    cells = [[c for c in row.find_all(["td", "th"]) if c.find_parent("tr") is row] for row in rows]
    return [row for row in cells if row]


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "1")
    return max(1, min(_MOST, int(text))) if text.isdigit() else 1


def frame(table: Tag) -> bool:
    """Whether a table is but a frame around a text: one column, or one cell."""
    rows = _rows(table)
    return bool(rows) and all(len(row) == 1 for row in rows) and len(rows) <= 3


def simple_table(table: Tag, text: Callable[[Tag], str]) -> str:
    """The table with pipes; empty where only HTML can say it."""
    rows = _rows(table)
    if not rows or any(
        _span(c, "colspan") > 1 or _span(c, "rowspan") > 1 or c.find(_BLOCKS) for r in rows for c in r
    ):
        return ""
    width = max(map(len, rows))
    lines = [[*map(text, row), *[""] * (width - len(row))] for row in rows]
    head, *body = lines
    figures = [
        any(c.isdigit() for r in body for c in r[n]) and all(_FIGURE.fullmatch(r[n]) for r in body)
        for n in range(width)
    ]
    rule = "|" + "|".join("---:" if each else "---" for each in figures) + "|"
    return "\n".join([_line(head), rule, *map(_line, body)])


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def whole_table(table: Tag) -> str:
    """The table as HTML with nothing but rows, cells and their texts; its first rows are its head."""
    rows = _rows(table)
    heads = _heads(rows)
    parts = ["<table>"]
    if heads:
        parts += ["<thead>", *(_row(row, "th") for row in rows[:heads]), "</thead>"]
    if rows[heads:]:
        parts += ["<tbody>", *(_row(row, "td") for row in rows[heads:]), "</tbody>"]
    return "\n".join([*parts, "</table>"])


def _heads(rows: list[list[Tag]]) -> int:
    """How many rows are headings: those marked so, else the first with all that its cells stand over."""
    marked = sum(
        1 for row in rows if row[0].find_parent("thead") is not None or all(c.name == "th" for c in row)
    )
    if marked or len(rows) < 2:
        return min(marked, len(rows))
    first = 0
    # A row of one cell over all columns is the table's own title: the headings stand below it.
    while first < len(rows) - 2 and len(rows[first]) == 1:
        first += 1
    return min(first + max(_span(cell, "rowspan") for cell in rows[first]), len(rows) - 1)


def _row(cells: list[Tag], name: str) -> str:
    return "<tr>" + "".join(_cell(cell, name) for cell in cells) + "</tr>"


def _cell(cell: Tag, name: str) -> str:
    spans = "".join(f' {key}="{n}"' for key in ("colspan", "rowspan") if (n := _span(cell, key)) > 1)
    return f"<{name}{spans}>{_inner(cell)}</{name}>"


def _inner(cell: Tag) -> str:
    """What a cell holds, without its looks; paragraphs become lines."""
    text = "".join(_pieces(cell))
    text = re.sub(r"(?:\s*<br>\s*)+", "<br>", text).strip()
    return re.sub(r"^(?:<br>)+|(?:<br>)+$", "", text)


def _pieces(node: Tag) -> Iterator[str]:
    for child in node.children:
        if not isinstance(child, Tag):
            yield html.escape(re.sub(r"\s+", " ", str(child)), quote=False)
        elif child.name == "br":
            yield "<br>"
        elif child.name == "img":
            if child.get("src"):
                alt = html.escape(str(child.get("alt") or ""))
                yield f'<img src="{html.escape(str(child["src"]))}" alt="{alt}">'
        elif child.name == "a" and child.get("href"):
            yield f'<a href="{html.escape(str(child["href"]))}">{"".join(_pieces(child))}</a>'
        elif child.name in ("p", "div", "li", "tr"):
            yield f"<br>{''.join(_pieces(child))}<br>"
        elif child.name in _KEPT - {"ul", "ol", "a"}:
            inner = "".join(_pieces(child))
            yield f"<{child.name}>{inner}</{child.name}>" if inner.strip() else inner
        else:
            yield "".join(_pieces(child))
