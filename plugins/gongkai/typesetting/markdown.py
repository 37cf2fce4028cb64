"""A document as Markdown, in the dialect that items are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.typesetting.document import (
    Block,
    Cards,
    Cover,
    Document,
    Heading,
    Listing,
    Paragraph,
    Span,
    Table,
    plain_rows,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_BEGINS = re.compile(r"^(#|[-+] |\d+[.)] )")
_FIGURE = re.compile(r"-?\d[\d,]*(\.\d+)?%?|—")


def to_markdown(document: Document) -> str:
    """The text of the document without its title, which an item carries in its front matter."""
    return "\n\n".join(text for block in document.blocks for text in _block(block)) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {escape(block.text)}"
        case Paragraph():
            yield _BEGINS.sub(r"\\\1", _inline(block.spans))
        case Listing():
            marks = (f"{n}. " if block.numbered else "- " for n in range(1, len(block.items) + 1))
            yield "\n".join(mark + _inline(item) for mark, item in zip(marks, block.items, strict=True))
        case Table():
            yield from _table(block)
        case Cards():
            yield "\n".join(f"- {'　'.join(escape(line) for line in lines)}" for _, lines in block.cards)
        case Cover():
            yield "\n\n".join(escape(line) for line in (*block.lines, block.foot) if line)
        case _:
            return


def _table(table: Table) -> Iterator[str]:
    title = table.caption or table.plain_title
    if title:
        yield f"**{escape(title)}**"
    head, *rows = plain_rows(table)
    numeric = [bool(rows) and all(_FIGURE.fullmatch(row[n]) for row in rows) for n in range(len(head))]
    rule = "|" + "|".join("---:" if each else "---" for each in numeric) + "|"
    yield "\n".join([_row(head), rule, *(_row(row) for row in rows)])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escape(" ".join(cell.split())) for cell in cells) + " |"


def _inline(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    text = escape(span.text)
    text = f"**{text}**" if span.bold else text
    return f"[{text}]({span.link})" if span.link else text


def escape(text: str) -> str:
    """A text that means nothing else in Markdown."""
    return _SPECIAL.sub(r"\\\1", text)
