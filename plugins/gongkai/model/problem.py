"""Findings: what is wrong, where, and what to type instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How heavy a finding is; `BLOCK` is the only one that stops a build (阻断)."""

    BLOCK = "block"
    VETO = "veto"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is the heaviest."""
        return list(Level).index(self)


LEVEL_NAMES = {
    Level.BLOCK: "阻断",
    Level.VETO: "否决",
    Level.ERROR: "错误",
    Level.WARNING: "警告",
    Level.INFO: "提示",
}
"""How levels are called wherever clerks see them."""


class Concern(StrEnum):
    """What a blocking finding is about: it decides whether a last good version may stay public."""

    FORM = "form"  # syntax or typing: the former version may stay
    SECRECY = "secrecy"  # 密级、份号 …: never
    PRIVACY = "privacy"  # ID numbers, bank cards: never
    IDENTITY = "identity"  # two items with one number or one address


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, complete enough to be mended without asking anybody.

    `path` is relative to the site's root with `/`; `line` counts from 1, 0 means the file as a whole;
    `field` is the key as the clerk wrote it; `message` says what was found and what is expected;
    `hint` is what to type; `basis` names document and article where a regulation asks for it.
    """

    code: str
    level: Level
    path: str
    line: int
    field: str
    message: str
    hint: str = ""
    basis: str = ""
    concern: Concern = Concern.FORM

    @property
    def place(self) -> tuple[str, int, str, str, str]:
        """The order in which findings are reported."""
        return (self.path, self.line, self.code, self.field, self.message)


@dataclass(frozen=True, slots=True)
class Held:
    """An item that is left out of every output (暂不发布), or kept as its last good self."""

    path: str
    index_number: str
    reason: str


def in_order(problems: tuple[Problem, ...] | list[Problem]) -> tuple[Problem, ...]:
    """Sort by path and line and drop exact repetitions."""
    return tuple(sorted(set(problems), key=lambda problem: problem.place))
