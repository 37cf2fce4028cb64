"""HTML of a body → blocks of a document: headings, paragraphs, lists, tables, pictures; all else as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from gongkai.typesetting.document import Block, Cell, Heading, Listing, Paragraph, Picture, Span, Style, Table

FindPicture = Callable[[str, str], Picture | None]
_SPACE = re.compile(r"[ \t\r\n]+")
_LEVEL = re.compile(r"h([1-6])")
_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt figure footer header li main ol p pre section table ul h1 "
    "h2 h3 h4 h5 h6 figcaption summary".split()
)
_SIGNATURE = "gk-signature"
_ADDRESSEE = "gk-to"


def blocks_of(html: str, picture: FindPicture, lower: int = 1) -> tuple[Block, ...]:
    """The blocks of an HTML fragment; `picture` finds a picture by address and description.

    Headings are set `lower` levels below what they are in the page (where `h2` is the highest of a body).
    """
    root = LexborHTMLParser(f"<!doctype html><body>{html}</body>").body
    return tuple(_blocks(root, picture, lower)) if root is not None else ()


def _blocks(node: Any, picture: FindPicture, lower: int) -> Iterator[Block]:
    loose: list[Span] = []
    for child in node.iter(include_text=True):
        if child.tag in _BLOCKS or (child.tag == "img"):
            yield from _paragraph(loose, "body")
            loose = []
            yield from _block(child, picture, lower)
        else:
            loose += _spans(child)
    yield from _paragraph(loose, "body")


def _block(node: Any, picture: FindPicture, lower: int) -> Iterator[Block]:
    level = _LEVEL.fullmatch(node.tag)
    if level:
        yield Heading(_plain(node), min(4, max(1, int(level[1]) - 1) + lower))
    elif node.tag in ("ul", "ol"):
        items = tuple(tuple(_tidy(_spans(li))) for li in node.css("li"))
        yield Listing(tuple(item for item in items if item), node.tag == "ol")
    elif node.tag == "table":
        yield from _table(node)
    elif node.tag == "img":
        found = picture(node.attributes.get("src") or "", node.attributes.get("alt") or "")
        yield from (found,) if found else ()
    elif node.tag == "pre":
        yield from (Paragraph((Span(line),), "plain") for line in node.text().splitlines() if line.strip())
    elif node.tag == "p" and not node.css("img"):
        yield from _paragraph(list(_spans(node)), _style(node))
    else:
        yield from _blocks(node, picture, lower)


def _style(node: Any) -> Style:
    """主送机关 stands at the margin, 署名 and 成文日期 at the right."""
    if node.attributes.get("class") == _ADDRESSEE:
        return "plain"
    above = node.parent
    return "right" if above is not None and above.attributes.get("class") == _SIGNATURE else "body"


def _paragraph(spans: list[Span], style: Style) -> Iterator[Block]:
    found = tuple(_tidy(spans))
    if found:
        yield Paragraph(found, style)


def _spans(node: Any, bold: bool = False, link: str = "") -> Iterator[Span]:
    if node.tag == "-text":
        yield Span(_SPACE.sub(" ", node.text(deep=False)), bold, link)
        return
    if node.tag == "br":
        yield Span("\n", bold, link)
        return
    if node.tag in ("script", "style", "svg"):
        return
    href = node.attributes.get("href") or ""
    link = href if node.tag == "a" and href.startswith(("http://", "https://", "mailto:")) else link
    for child in node.iter(include_text=True):
        yield from _spans(child, bold or node.tag in ("strong", "b", "th"), link)


def _tidy(spans: Any) -> Iterator[Span]:
    """Neighbours of one look joined, blank ends taken off."""
    joined: list[Span] = []
    for span in spans:
        if joined and (joined[-1].bold, joined[-1].link) == (span.bold, span.link):
            joined[-1] = Span(joined[-1].text + span.text, span.bold, span.link)
        elif span.text:
            joined.append(span)
    if joined:
        joined[0] = Span(joined[0].text.lstrip(), joined[0].bold, joined[0].link)
        joined[-1] = Span(joined[-1].text.rstrip(), joined[-1].bold, joined[-1].link)
    return (span for span in joined if span.text)


def _plain(node: Any) -> str:
    return _SPACE.sub(" ", str(node.text())).strip().removesuffix("¶").strip()


def _table(node: Any) -> Iterator[Block]:
    rows = tuple(tuple(_cell(c) for c in row.css("th,td")) for row in node.css("tr"))
    rows = tuple(row for row in rows if row)
    width = max((sum(cell.columns for cell in row) for row in rows), default=0)
    if width:
        caption = node.css_first("caption")
        heads = sum(1 for row in node.css("thead tr")) or 1
        weights = [1.0] * width
        for row in rows[:50]:
            for number, cell in enumerate(row[:width]):
                if cell.columns == 1:
                    weights[number] = max(weights[number], min(6.0, len(cell.text) / 4))
        yield Table(
            rows, tuple(weights), min(heads, len(rows)), _plain(caption) if caption else "", small=True
        )


def _cell(node: Any) -> Cell:
    def number(name: str) -> int:
        value = node.attributes.get(name) or "1"
        return max(1, min(50, int(value))) if value.isdigit() else 1

    text = _plain(node)
    figure = re.fullmatch(r"[-\d.,%—]*", text) is not None
    return Cell(
        text,
        number("colspan"),
        number("rowspan"),
        "center" if figure or node.tag == "th" else "left",
        node.tag == "th",
    )
