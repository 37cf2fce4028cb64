"""Figures: lines of a table with their share and their change, exact and without rounding until they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NONE = "—"
"""What stands where a share or a change means nothing."""

_TENTH = Decimal("0.1")


def percent(part: int, whole: int) -> Decimal | None:
    """`part` of `whole` in per cent with one decimal, half up (GB/T 8170 leaves half up for unsigned counts); None of nothing."""
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(_TENTH, ROUND_HALF_UP)


def percent_text(value: Decimal | None) -> str:
    """`81.8%`, or a dash."""
    return NONE if value is None else f"{value}%"


def change_of(count: int, before: int) -> Decimal | None:
    """How much more than before, in per cent with one decimal; None where there was nothing before."""
    return percent(count - before, before)


def change_text(count: int, before: int) -> str:
    """`增长12.5%`, `下降3.0%`, `持平`; `—` where there was nothing before."""
    change = change_of(count, before)
    if change is None:
        return NONE
    if not change:
        return "持平"
    return f"{'增长' if change > 0 else '下降'}{abs(change)}%"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a tally. `key` is what the catalog calls it (a column's path, `2026/05`), `before` the count of
    the period that is compared with (0 when nothing is)."""

    key: str
    name: str
    count: int
    before: int = 0

    @property
    def change(self) -> str:
        """The change against before, in words."""
        return change_text(self.count, self.before)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of the same items by one of their properties.

    `key` and `name` say which property. `total` counts each item once. `exclusive` says that every item stands in
    exactly one line, so that the lines add up to the total; where an item may stand in several lines or in none
    (topics, all channels, forms of interpretation) their sum is another figure and must not be called a total.
    `compared` says that `before` figures mean something.
    """

    key: str
    name: str
    total: int
    lines: tuple[Line, ...]
    exclusive: bool = True
    before: int = 0
    compared: bool = False

    @property
    def sum(self) -> int:
        """What the lines add up to."""
        return sum(line.count for line in self.lines)

    def share(self, line: Line) -> Decimal | None:
        """A line's part of the total in per cent."""
        return percent(line.count, self.total)

    def share_text(self, line: Line) -> str:
        """A line's part of the total: `4.4%`."""
        return percent_text(self.share(line))

    @property
    def change(self) -> str:
        """The change of the total against before, in words."""
        return change_text(self.total, self.before)

    def count(self, key: str) -> int:
        """The count of a key, or of a name; 0 for one that has no line."""
        return next((line.count for line in self.lines if key in (line.key, line.name)), 0)

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)
