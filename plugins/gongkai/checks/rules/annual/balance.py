"""Y04 年报表二勾稽不平."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual import COLUMNS, read_report
from gongkai.checks.material import Facts, ItemText
from gongkai.checks.reports_of import is_new_form
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "Y04",
    "年报表二勾稽不平",
    Level.ERROR,
    "国办公开办函〔2021〕30号（第一项加第二项等于第三项加第四项）",
    kinds=["report"],
)
def balance(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: new + carried over = dealt with + carried on, in each of the seven columns (I1).

    Why: the form says so itself.
    Bad: 6 + 1 = 6 + 0
    Good: 6 + 1 = 7 + 0
    """
    report = read_report(text.body) if is_new_form(text) else None
    rows = [report.row(n) for n in (1, 2, 24, 25)] if report else []
    if len(rows) == 4 and all(rows):
        for name, new, over, done, on in zip(COLUMNS, *(r or () for r in rows), strict=True):
            if new + over != done + on:
                yield Finding(
                    f"表二“{name}”列：新收 {new} + 结转 {over} ≠ 办理 {done} + 结转下年 {on}。",
                    "核对这一列的四个数。",
                )
