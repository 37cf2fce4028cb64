"""Relations between items, each stored once, with its wording from either side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RelationKind(StrEnum):
    """From the item that says it (source) to the one it is about (target)."""

    INTERPRETS = "interprets"  # interpretation → policy file
    FEEDBACK_ON = "feedback_on"  # feedback → consultation
    CONSULTED_IN = "consulted_in"  # policy file → consultation
    IMPLEMENTS = "implements"  # execution → policy file
    REPORTS_ON = "reports_on"  # result → task or policy file
    REPEALS = "repeals"  # new file → repealed file
    AMENDS = "amends"  # amending file → amended file
    RELATED = "related"  # symmetric

    # That of its text, which is C; an enumeration's own is Python, and every look at a relation hashes its kind.
    __hash__ = str.__hash__


WORDING: dict[RelationKind, tuple[str, str]] = {
    RelationKind.INTERPRETS: ("政策原文", "相关解读"),
    RelationKind.FEEDBACK_ON: ("对应征集", "意见反馈"),
    RelationKind.CONSULTED_IN: ("征求意见公告", "正式文件"),
    RelationKind.IMPLEMENTS: ("落实文件", "执行情况"),
    RelationKind.REPORTS_ON: ("对应任务", "落实结果"),
    RelationKind.REPEALS: ("废止文件", "被以下文件废止"),
    RelationKind.AMENDS: ("修改文件", "被以下文件修改"),
    RelationKind.RELATED: ("相关信息", "相关信息"),
}
"""The heading on the source's page and the heading on the target's page."""

FIELDS: dict[str, tuple[RelationKind, bool]] = {
    "interprets": (RelationKind.INTERPRETS, False),
    "interpreted_by": (RelationKind.INTERPRETS, True),
    "feedback_on": (RelationKind.FEEDBACK_ON, False),
    "consulted_in": (RelationKind.CONSULTED_IN, False),
    "implements": (RelationKind.IMPLEMENTS, False),
    "reports_on": (RelationKind.REPORTS_ON, False),
    "repeals": (RelationKind.REPEALS, False),
    "repealed_by": (RelationKind.REPEALS, True),
    "amends": (RelationKind.AMENDS, False),
    "related": (RelationKind.RELATED, False),
}
"""Front-matter key → relation, and whether the key is written on the target's side."""


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """One relation between two public items, by index number."""

    kind: RelationKind
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A relation as written: the text that names the target, with its place in the file."""

    field: str
    key: str
    text: str
    line: int
