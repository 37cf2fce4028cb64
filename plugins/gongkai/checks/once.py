"""What two parts of the program find in their own ways is said once: by the one that says better what to type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gongkai.model.problem import Problem

_TOLD_BETTER = {"R301": "J01", "R302": "J03"}
"""Findings of features that a rule tells better, at the same path."""
_BLANK, _BLANKS = "U020", "G07"
"""One finding for each blank column, and the veto that counts and names them all."""
_FOOTER = {
    "U031": "党政机关网站标识", "U032": "我为政府网站找错", "U033": "网站标识码", "U034": "主办单位",
    "U035": "ICP备案", "U036": "公安机关备案",
}  # fmt: skip
"""An absent setting of a site of its own → the footer's item that is absent from all pages because of it."""
_GATE = {"X01": "L061", "X03": "L062", "M12": "L060"}
"""Rules on texts → what the gate says of the same number or mark, with the words that both begin with."""
_GATE_WORDS = ("有身份证号", "有银行账号", "有密级标志")
_NO_UNIT = frozenset({"U001", "U002", "U004"})
"""The unit's settings cannot be read at all: then its name is absent from every item."""
_ONLY_THE_CODE = "缺标签 SiteIDCode。"


def said_once(
    former: Iterable[Problem], own: Sequence[Problem], found: Sequence[Problem]
) -> tuple[list[Problem], list[Problem]]:
    """Findings of loading and features, and those of the rules, less what both say.

    `found` are the rules' findings before waivers: what is waived is not to come back in other words.
    """
    former = tuple(former)
    better = {(p.code, p.path) for p in found}
    blank = "".join(p.message for p in found if p.code == _BLANKS)
    settings = {p.code for p in former if p.code in _FOOTER or p.code in _NO_UNIT}
    stopped = {(p.code, p.path) for p in former if p.code in _GATE.values()}
    return (
        [p for p in former if not _told(p, better, blank)],
        [p for p in own if not (_follows(p, settings) or _stopped(p, stopped))],
    )


def _told(problem: Problem, better: set[tuple[str, str]], blank: str) -> bool:
    if problem.code == _BLANK:
        name = problem.message.partition("“")[2].partition("”")[0]
        return bool(name) and name in blank
    return (_TOLD_BETTER.get(problem.code), problem.path) in better


def _stopped(problem: Problem, stopped: set[tuple[str, str]]) -> bool:
    """Whether the gate already stops the build for what a rule on texts found."""
    known = (_GATE.get(problem.code, ""), problem.path) in stopped
    return known and problem.message.startswith(_GATE_WORDS)


def _follows(problem: Problem, settings: set[str]) -> bool:
    """Whether a finding on pages only follows from a setting that is reported where it is to be typed."""
    if problem.code == "M04":
        return problem.message.startswith("缺发布机构") and bool(_NO_UNIT & settings)
    if problem.code == "G12":
        return any(f"“{_FOOTER[code]}" in problem.message for code in settings & _FOOTER.keys())
    if problem.code == "G22":
        return "U032" in settings
    return problem.code == "T01" and "U033" in settings and _ONLY_THE_CODE in problem.message
