"""All that a check found, before it is written down in one form or another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gongkai.checks.forecast import Deadline
from gongkai.checks.score import Row
from gongkai.model.problem import Held, Level, Problem

LEVEL_NAMES = {
    Level.BLOCK: "阻断",
    Level.VETO: "否决",
    Level.ERROR: "错误",
    Level.WARNING: "警告",
    Level.INFO: "提示",
}


@dataclass(frozen=True, slots=True)
class Result:
    """One check. `waived` are findings with the reason why they are waived; `notes` are remarks on the check itself."""

    unit: str
    today: date
    items: int
    problems: tuple[Problem, ...]
    held: tuple[Held, ...] = ()
    kept: tuple[Held, ...] = ()
    waived: tuple[tuple[Problem, str], ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    """Code → the rule's Chinese name."""

    def counts(self) -> dict[str, int]:
        """Findings by level, each level named."""
        return {level.value: sum(1 for p in self.problems if p.level is level) for level in Level}

    def summary(self) -> str:
        """`阻断 1 · 错误 2`, or that nothing was found."""
        found = [f"{LEVEL_NAMES[Level(level)]} {n}" for level, n in self.counts().items() if n]
        return " · ".join(found) or "没有发现问题"
