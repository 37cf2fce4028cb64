"""The picture of a flow chart as SVG, laid out by plain arithmetic.

Text is measured by a fixed table of widths, not by a font, so what is installed changes no byte. The main way
runs down the middle; what branches off stands at its right, papers at its left; ways back run at the far right.
Shapes carry their colours as attributes (a strict policy forbids `style`), which a style sheet may override.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from gongkai.typesetting.flowchart import END, NEXT, Branch, Chart, Step, steps_html

SIZE, LINE = 14, 20
_WIDE, _NARROW = 1.0, 0.56
_MAIN, _SIDE, _PAPER = 250, 180, 150
_GAP, _PAD, _BETWEEN, _CHANNEL = 36, 10, 76, 14
_SIDE_GAP = 12


def width_of(text: str) -> float:
    """The width of a text in em: Chinese and full-width marks 1, everything else about half."""
    return sum(_WIDE if ord(c) > 0x2E7F or 0x2010 <= ord(c) <= 0x2027 else _NARROW for c in text)


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """A text in lines that fit into a width in pixels; closing marks do not begin a line."""
    room = width / SIZE
    lines: list[str] = [""]
    for character in text:
        if width_of(lines[-1] + character) > room and lines[-1] and character not in "，。；：、）〕”？！":
            lines.append("")
        lines[-1] += character
    return tuple(line.strip() for line in lines)


@dataclass(frozen=True, slots=True)
class _Box:
    """A shape with its text: place of the upper left corner, size, lines, and who acts (a smaller line)."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    who: str = ""

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class _Row:
    """A step with all that stands beside it; `sides` are in the order of those branches that leave the main way."""

    step: Step
    box: _Box
    paper: _Box | None
    sides: tuple[tuple[Branch, _Box | None], ...]


def chart_svg(chart: Chart, name: str) -> str:
    """The picture; its title is the name, its description all steps in one line."""
    rows = _layout(chart)
    jumps = [b for row in rows for b, _ in row.sides if b.target > 0]
    right = max(side.right for row in rows for side in (row.box, *(box for _, box in row.sides if box)))
    width = right + 2 + (_CHANNEL + 10 * len(jumps) if jumps else _PAD)
    height = max(_bottom(row) for row in rows) + _PAD
    parts = [*_lines(rows, right), *(part for row in rows for part in _shapes(row, rows))]
    told = "；".join(f"{n}. {step.text}" for n, step in enumerate(chart.steps, 1))
    return (
        f'<svg class="gk-flow__svg" role="img" aria-label="{escape(name)}" xmlns="http://www.w3.org/2000/svg" '
        f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}" font-size="{SIZE}">'
        f"<title>{escape(name)}</title><desc>{escape(told)}</desc>{''.join(parts)}</svg>"
    )


def _bottom(row: _Row) -> float:
    boxes = [row.box, *([row.paper] if row.paper else []), *(box for _, box in row.sides if box)]
    return max(box.bottom for box in boxes)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _layout(chart: Chart) -> list[_Row]:
    left = _PAPER + 30 if any(step.papers for step in chart.steps) else 2
    rows: list[_Row] = []
    top = _GAP / 2 + 4
    for step in chart.steps:
        row = _row(step, left, top)
        rows.append(row)
        top = _bottom(row) + _GAP
    return rows


def _height(lines: Sequence[str], who: str = "", more: int = 0) -> float:
    return len(lines) * LINE + 2 * _PAD + (16 if who else 0) + more


def _row(step: Step, left: float, top: float) -> _Row:
    inner = _MAIN - (70 if step.asks else 24)
    lines = wrapped(step.text, inner)
    own = _height(lines, step.who, 14 if step.asks else 0)
    leaving = [b for b in step.branches if b.target != NEXT]
    texts = [wrapped(b.text, _SIDE - 24) if b.text else () for b in leaving]
    heights = [_height(t) if t else 24 for t in texts]
    beside = sum(heights) + _SIDE_GAP * max(0, len(heights) - 1)
    papers = tuple(line for paper in step.papers for line in wrapped(paper, _PAPER - 24))
    paper_height = _height(papers) if papers else 0
    tall = max(own, beside, paper_height)
    box = _Box(left, top + (tall - own) / 2, _MAIN, own, lines, step.who)
    paper = _Box(2, top + (tall - paper_height) / 2, _PAPER, paper_height, papers) if papers else None
    sides: list[tuple[Branch, _Box | None]] = []
    y = top + (tall - beside) / 2
    for branch, text, height in zip(leaving, texts, heights, strict=True):
        side = _Box(left + _MAIN + _BETWEEN, y, _SIDE if text else 0, height, text)
        sides.append((branch, side))
        y += height + _SIDE_GAP
    return _Row(step, box, paper, tuple(sides))


def _shapes(row: _Row, rows: Sequence[_Row]) -> Iterator[str]:
    box, step = row.box, row.step
    if step.asks:
        tip, x, right, middle = 18, box.x, box.right, box.middle
        points = [(x, middle), (x + tip, box.y), (right - tip, box.y), (right, middle), (right - tip, box.bottom),
                  (x + tip, box.bottom)]  # fmt: skip
        listed = " ".join(f"{_n(a)},{_n(b)}" for a, b in points)
        yield f'<polygon class="gk-flow__choice" points="{listed}" fill="#fff8e6" stroke="#8a5a00"/>'
    else:
        ends = row is rows[0] or row is rows[-1]
        yield _rectangle(box, "gk-flow__end" if ends else "gk-flow__step", 16 if ends else 3)
    yield _text(box)
    if row.paper:
        yield _paper(row.paper)
        yield _text(row.paper)
    for branch, side in row.sides:
        if side and side.lines:
            ends = branch.target == END
            yield _rectangle(side, "gk-flow__end" if ends else "gk-flow__step", 16 if ends else 3)
            yield _text(side)


def _rectangle(box: _Box, kind: str, radius: int) -> str:
    fill = "#eaf1f9" if kind == "gk-flow__end" else "#ffffff"
    return (
        f'<rect class="{kind}" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" '
        f'rx="{radius}" fill="{fill}" stroke="#14498c"/>'
    )


def _paper(box: _Box) -> str:
    fold = 12
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    outline = f"M{_n(x)} {_n(y)}H{_n(right - fold)}L{_n(right)} {_n(y + fold)}V{_n(bottom)}H{_n(x)}Z"
    corner = f"M{_n(right - fold)} {_n(y)}V{_n(y + fold)}H{_n(right)}"
    return f'<path class="gk-flow__paper" d="{outline}{corner}" fill="#f4f6f9" stroke="#55606e"/>'


def _text(box: _Box) -> str:
    total = len(box.lines) * LINE + (16 if box.who else 0)
    y = box.middle - total / 2 + LINE * 0.72
    x = _n(box.x + box.width / 2)
    spans = [
        f'<text x="{x}" y="{_n(y + n * LINE)}" text-anchor="middle" fill="#1f2933">{escape(line)}</text>'
        for n, line in enumerate(box.lines)
    ]
    if box.who:
        below = _n(y + len(box.lines) * LINE - 2)
        spans.append(
            f'<text class="gk-flow__who" x="{x}" y="{below}" text-anchor="middle" font-size="12" fill="#55606e">'
            f"{escape(box.who)}</text>"
        )
    return "".join(spans)


def _lines(rows: Sequence[_Row], right: float) -> Iterator[str]:
    channel = right + _CHANNEL
    for number, row in enumerate(rows):
        if row.paper:
            yield _path(f"M{_n(row.paper.right)} {_n(row.box.middle)}H{_n(row.box.x)}", dashed=True)
        following = rows[number + 1] if number + 1 < len(rows) else None
        if following:
            yield from _down(row, following)
        for branch, side in row.sides:
            if side:
                yield from _aside(row, branch, side)
                if branch.target > 0:
                    yield from _back(side, rows[branch.target - 1].box, channel)
                    channel += 10


def _down(row: _Row, following: _Row) -> Iterator[str]:
    """The way to the next step, with the answer that leads there."""
    if row.step.asks and not following.step.label and all(b.target != NEXT for b in row.step.branches):
        return
    x, start, end = row.box.x + row.box.width / 2, row.box.bottom, following.box.y
    yield _path(f"M{_n(x)} {_n(start)}V{_n(end - 7)}") + _head(x, end, "down")
    label = following.step.label or next((b.label for b in row.step.branches if b.target == NEXT), "")
    if label:
        yield _label(x + 8, start + 16, label, "start")


def _aside(row: _Row, branch: Branch, side: _Box) -> Iterator[str]:
    start, bend, y = row.box.right, row.box.right + 16, side.middle
    end = side.x if side.lines else side.x - 8
    way = f"M{_n(start)} {_n(row.box.middle)}H{_n(bend)}V{_n(y)}H{_n(end - 7 if side.lines else end)}"
    yield _path(way) + (_head(end, y, "right") if side.lines else "")
    yield _label(bend + 4, y - 5, branch.label, "start")


def _back(side: _Box, target: _Box, channel: float) -> Iterator[str]:
    """From a box at the side to the gap above a step, where it joins the main way."""
    x, y = target.x + target.width / 2, target.y - 14
    start = side.right if side.lines else side.x - 8
    yield _path(f"M{_n(start)} {_n(side.middle)}H{_n(channel)}V{_n(y)}H{_n(x + 7)}") + _head(x, y, "left")


def _path(way: str, dashed: bool = False) -> str:
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    return f'<path class="gk-flow__line" d="{way}" fill="none" stroke="#55606e"{dashes}/>'


def _head(x: float, y: float, to: str) -> str:
    """An arrow's head with its tip at a point."""
    tips = {
        "down": ((x, y), (x - 5, y - 8), (x + 5, y - 8)),
        "right": ((x, y), (x - 8, y - 5), (x - 8, y + 5)),
        "left": ((x, y), (x + 8, y - 5), (x + 8, y + 5)),
    }
    points = " ".join(f"{_n(a)},{_n(b)}" for a, b in tips[to])
    return f'<polygon class="gk-flow__head" points="{points}" fill="#55606e"/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text class="gk-flow__label" x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" font-size="13" '
        f'fill="#8a5a00">{escape(text)}</text>'
    )


def chart_html(chart: Chart, name: str = "流程图") -> str:
    """The picture with its text: no script, no style, no number that another chart of the page could have too."""
    return (
        f'<figure class="gk-flow"><div class="gk-scroll" role="region" tabindex="0" '
        f'aria-label="{escape(name)}，宽时可左右滚动">{chart_svg(chart, name)}</div>'
        f'<details class="gk-flow__text"><summary>用文字看流程</summary>{steps_html(chart)}</details></figure>'
    )
