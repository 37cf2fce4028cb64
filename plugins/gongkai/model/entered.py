"""What is entered by hand because no item says it: the year's work off the site, and the plan of press conferences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

MONTHS = 12


@dataclass(frozen=True, slots=True)
class WorkFigure:
    """One figure of a year: `months` is empty, or has twelve places of which some may be None.

    `value` is what was written as the whole year's, else the sum of the months; None where neither tells
    (percentages by month have no sum). `line` is the line in the file.
    """

    group: str
    name: str
    unit: str
    value: Decimal | None
    months: tuple[Decimal | None, ...] = ()
    note: str = ""
    line: int = 0

    @property
    def text(self) -> str:
        """The value as people write it, without its unit; a dash where there is none."""
        return number_text(self.value)


@dataclass(frozen=True, slots=True)
class WorkYear:
    """`content/工作数据/2026.yml`: the figures in the order of the file; `path` below the content folder."""

    year: int
    figures: tuple[WorkFigure, ...]
    path: str = ""

    def find(self, name: str) -> WorkFigure | None:
        """The figure of a name."""
        return next((figure for figure in self.figures if figure.name == name), None)

    def value(self, name: str) -> Decimal | None:
        """The value of a name; None when it was not entered."""
        found = self.find(name)
        return found.value if found else None


@dataclass(frozen=True, slots=True)
class PressEvent:
    """A planned press conference or interview.

    `planned` is the time as written, `first` and `last` the days it means. `items` names the items on it, as
    written (index or document numbers); `dropped` is the reason why it will not take place.
    """

    topic: str
    planned: str
    first: date
    last: date
    form: str = "新闻发布会"
    handler: str = ""
    speaker: str = ""
    items: tuple[str, ...] = ()
    dropped: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class PressPlan:
    """The plan of one year; `path` below the content folder."""

    year: int
    events: tuple[PressEvent, ...]
    path: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """Both, by year as text."""

    work: Mapping[str, WorkYear]
    press: Mapping[str, PressPlan]


def number_text(value: Decimal | None) -> str:
    """A number as people write it: no exponent, no zeros behind the point; a dash for none."""
    if value is None:
        return "—"
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
