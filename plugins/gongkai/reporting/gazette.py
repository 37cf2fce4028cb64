"""An issue of the gazette as a document: cover, contents, every item on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gongkai.loading.gazette_file import Resolved, issue_mark
from gongkai.model.item import POLICY_KINDS, Item
from gongkai.typesetting.document import (
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    PageBreak,
    Paragraph,
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
    yield from with_signature(blocks_of(item), _signature(item))


def _signature(item: Item) -> tuple[str, ...]:
    """署名 and 成文日期, for documents alone."""
    if item.kind not in POLICY_KINDS or not item.issuers or not item.written:
        return ()
    return (*item.issuers, f"{item.written.year}年{item.written.month}月{item.written.day}日")


def with_signature(blocks: tuple[Block, ...], signature: tuple[str, ...]) -> Iterator[Block]:
    """The blocks with the signature at the right: where it is written, which may be before an annex, else at the end."""
    if not signature:
        yield from blocks
        return
    lines = ["".join(block.text.split()) if isinstance(block, Paragraph) else "" for block in blocks]
    start, end = _place("".join(line.split()) for line in signature)(lines)
    yield from blocks[:start]
    yield from (paragraph(line, "right") for line in signature)
    yield from blocks[end:]


def _place(wanted: Iterable[str]) -> Callable[[list[str]], tuple[int, int]]:
    """Finds the blocks that say the signature and nothing else: first and behind the last; the end where none do."""
    text = "".join(wanted)

    def find(lines: list[str]) -> tuple[int, int]:
        for start in range(len(lines)):
            said = ""
            for end in range(start, min(start + 6, len(lines))):
                said += lines[end]
                if lines[end] and said == text:
                    return start, end + 1
        return len(lines), len(lines)

    return find
