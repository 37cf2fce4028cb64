"""Text that stands between blocks without being one itself: it becomes a paragraph."""

from __future__ import annotations

from typing import Any

from bs4.element import NavigableString, Tag

BLOCKS = (
    "p", "div", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "section", "article", "center", "h1", "h2", "h3", "h4",
    "h5", "h6",
)  # fmt: skip
_HOLDERS = ("div", "section", "article", "center", "body", "blockquote", "[document]")


def wrap_loose(root: Any) -> None:
    """Give each run of loose text beside a block a paragraph of its own, from the root down."""
    holders = [root, *root.find_all(_HOLDERS)]
    for holder in holders:
        mixed = holder.name in _HOLDERS and holder.find(BLOCKS, recursive=False) is not None
        if mixed or holder.name == "blockquote":
            _wrap(holder)


def _wrap(holder: Tag) -> None:
    run: list[Any] = []
    for child in [*holder.children, None]:
        if child is not None and getattr(child, "name", None) not in BLOCKS:
            run.append(child)
            continue
        if any(_says(part) for part in run):
            paragraph = Tag(name="p")
            run[0].insert_before(paragraph)
            for part in run:
                paragraph.append(part.extract())
        run = []


def _says(part: Any) -> bool:
    """Whether a piece holds a text, a picture, or a block deeper down."""
    if isinstance(part, NavigableString):
        return bool(part.strip())
    return bool(part.get_text().strip()) or part.name == "img" or part.find("img") is not None
