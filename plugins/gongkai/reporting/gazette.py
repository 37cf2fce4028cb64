"""An issue of the gazette as a document: cover, contents, every item on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai.loading.gazette_file import Resolved, issue_mark
from gongkai.model.item import Item
from gongkai.typesetting.document import (
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    PageBreak,
    paragraph,
)

BlocksOf = Callable[[Item], tuple[Block, ...]]


def gazette_document(resolved: Resolved, unit: str, blocks_of: BlocksOf) -> Document:
    """The issue. `blocks_of` gives the body of an item, its headings from the third level down, its signature at the right."""
    issue = resolved.issue
    return Document(
        title=f"{issue.name}{issue.title}",
        blocks=tuple(_blocks(resolved, unit, blocks_of)),
        author=unit,
        mark=issue_mark(resolved),
        size=14,
        show_title=False,
    )


def _blocks(resolved: Resolved, unit: str, blocks_of: BlocksOf) -> Iterator[Block]:
    issue, day = resolved.issue, resolved.issue.day
    published = f"{day.year}年{day.month}月{day.day}日出版"
    yield Cover((issue.name, issue.title, published), f"{unit}主办")
    yield Contents("目　录", 2)
    for section, items in resolved.sections:
        for number, item in enumerate(items):
            if number or section != resolved.sections[0][0]:
                yield PageBreak()
            if section and not number:
                yield Heading(section, 1)
            yield from _item(item, blocks_of, 2 if section else 1)


def _item(item: Item, blocks_of: BlocksOf, level: int) -> Iterator[Block]:
    yield Heading(item.title, level, center=True)
    if item.doc_number:
        yield paragraph(item.doc_number, "center")
    yield from blocks_of(item)
