"""A document as a value: what is written, not how it looks. It becomes Markdown, docx or pdf."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Align = Literal["left", "center", "right"]
Style = Literal["body", "plain", "center", "right", "note", "lead"]
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `link` is the full address that it leads to."""

    text: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is the highest below the document's title."""

    text: str
    level: int = 1
    center: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `body` is indented by two characters (GB/T 9704), `lead` stands out, `note` is small print."""

    spans: tuple[Span, ...]
    style: Style = "body"

    @property
    def text(self) -> str:
        """The paragraph without its marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short paragraphs."""

    items: tuple[tuple[Span, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. Cells that a span covers are not written down."""

    text: str
    columns: int = 1
    rows: int = 1
    align: Align = "center"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `heads` rows at the top are repeated on each page; `widths` are shares of the width.

    Markdown knows no merged cells: `plain` are the rows to write there, the first of them the head, and
    `plain_title` the line above them.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    heads: int = 1
    caption: str = ""
    small: bool = False
    plain: tuple[tuple[str, ...], ...] = ()
    plain_title: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its bytes, the ending of its name (`svg`, `png`, `jpg`), what it shows, its width in millimetres."""

    data: bytes
    ending: str
    alt: str
    width: float = 25


@dataclass(frozen=True, slots=True)
class Cards:
    """Boxes side by side, each a picture with lines of text, the first of them large."""

    cards: tuple[tuple[Picture, tuple[str, ...]], ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, with page numbers where there are pages."""

    title: str = "目录"
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Cover:
    """A page of its own with lines of text: the first is the name of the publication."""

    lines: tuple[str, ...]
    foot: str = ""


Block: TypeAlias = Heading | Paragraph | Listing | Table | Picture | Cards | PageBreak | Contents | Cover


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `mark` is kept in the file's properties, for those who look whether it is still current.

    `size` is that of the text in points; official papers use 16 (三号).
    """

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    subtitle: str = ""
    mark: str = ""
    paper: Literal["a4", "a3"] = "a4"
    size: float = 16
    landscape: bool = False
    numbered: bool = True
    show_title: bool = True


def spans(text: str) -> tuple[Span, ...]:
    """A text with `**bold**` parts as spans."""
    parts = _BOLD.split(text)
    return tuple(Span(part, bold=bool(n % 2)) for n, part in enumerate(parts) if part)


def paragraph(text: str, style: Style = "body") -> Paragraph:
    """A paragraph of a text with `**bold**` parts."""
    return Paragraph(spans(text), style)


def simple_table(
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    widths: Sequence[float] = (),
    *,
    numbers: Sequence[int] = (),
    caption: str = "",
    small: bool = True,
) -> Table:
    """A table without merged cells; `numbers` are the columns set in the middle, the others begin at the left."""
    texts = [tuple(str(cell) for cell in row) for row in rows]
    head = tuple(Cell(text, bold=True) for text in heads)
    made = tuple(
        tuple(Cell(text, align="center" if n in numbers else "left") for n, text in enumerate(row))
        for row in texts
    )
    return Table(
        (head, *made), tuple(widths) or (1.0,) * len(heads), 1, caption, small, (tuple(heads), *texts)
    )


def plain_rows(table: Table) -> tuple[tuple[str, ...], ...]:
    """The rows of a table for media without merged cells; a covered cell repeats what covers it."""
    if table.plain:
        return table.plain
    return tuple(tuple(cell.text for cell in row) for row in grid(table))


def grid(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """Every place of the table with the cell that lies there."""
    width = len(table.widths)
    places: list[list[Cell | None]] = [[None] * width for _ in table.rows]
    for number, row in enumerate(table.rows):
        at = 0
        for cell in row:
            while at < width and places[number][at] is not None:
                at += 1
            for down in range(number, min(number + cell.rows, len(places))):
                for across in range(at, min(at + cell.columns, width)):
                    places[down][across] = cell
            at += cell.columns
    return tuple(tuple(cell or Cell("") for cell in row) for row in places)
