"""Y03 年报表格不完整."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual import empty_cells, read_report
from gongkai.checks.material import Facts, ItemText
from gongkai.checks.reports_of import is_new_form
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "Y03",
    "年报表格不完整",
    Level.ERROR,
    "国办公开办函〔2021〕30号（10、175、15格，没有的填0）",
    kinds=["report"],
    limits={"shown": 5},
)
def cells_filled(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: all 10 + 175 + 15 cells are there and hold numbers.

    Why: nothing may be left blank.
    Bad: an empty cell
    Good: 0
    """
    if is_new_form(text):
        empty = list(empty_cells(read_report(text.body)))
        if empty:
            listed = "、".join(empty[: facts.days("shown")])
            yield Finding(
                f"年报表格有 {len(empty)} 行缺数或不是数字：{listed}。",
                "没有的填 0，数字后不带单位。",
            )
