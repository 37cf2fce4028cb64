"""Work off the site (工作数据) by year, against the year before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gongkai.model.catalog import Catalog
from gongkai.model.entered import WorkFigure, number_text
from gongkai.statistics.figures import NONE


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A figure of a year with that of the year before; None where it was not entered."""

    group: str
    name: str
    unit: str
    value: Decimal | None
    before: Decimal | None
    months: tuple[Decimal | None, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """The value, as people write it."""
        return number_text(self.value)

    @property
    def before_text(self) -> str:
        """The value of the year before."""
        return number_text(self.before)

    @property
    def change(self) -> str:
        """The change in words; a dash where one of both is not known, or there was nothing."""
        if self.value is None or self.before is None or not self.before:
            return NONE
        change = ((self.value - self.before) * 100 / self.before).quantize(Decimal("0.1"), ROUND_HALF_UP)
        if not change:
            return "持平"
        return f"{'增长' if change > 0 else '下降'}{abs(change)}%"


def year_work(catalog: Catalog, year: int) -> tuple[WorkLine, ...]:
    """What was entered for a year, in the order of the file, each with the year before; empty without a file."""
    now, then = catalog.work.get(str(year)), catalog.work.get(str(year - 1))
    if now is None:
        return ()
    return tuple(_line(figure, then.find(figure.name) if then else None) for figure in now.figures)


def _line(figure: WorkFigure, before: WorkFigure | None) -> WorkLine:
    same = before if before and before.unit == figure.unit else None
    return WorkLine(
        figure.group,
        figure.name,
        figure.unit,
        figure.value,
        same.value if same else None,
        figure.months,
        figure.note,
    )


def work_years(catalog: Catalog) -> tuple[int, ...]:
    """The years with a file that says anything, newest first."""
    return tuple(sorted((w.year for w in catalog.work.values() if w.figures), reverse=True))


def grouped(lines: tuple[WorkLine, ...]) -> Iterator[tuple[str, tuple[WorkLine, ...]]]:
    """The lines by group, in order."""
    for group in dict.fromkeys(line.group for line in lines):
        yield group, tuple(line for line in lines if line.group == group)
