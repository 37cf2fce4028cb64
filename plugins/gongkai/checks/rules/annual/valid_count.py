"""Y09 规范性文件现行有效数不连续."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.annual import read_report
from gongkai.checks.material import Facts
from gongkai.checks.reports_of import pairs
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "Y09",
    "规范性文件现行有效数不连续",
    Level.WARNING,
    "国办公开办函〔2021〕30号；算术关系",
    limits={"slack": 0},
    kinds=["report"],
    at_items=True,
)
def valid_count(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: valid this year = valid last year + made − repealed (I7), for rules and normative documents; text that explains it exempts.

    Why: the numbers are compared.
    Bad: 4 + 1 − 0 = 7
    Good: 4 + 1 − 0 = 5
    """
    for former, item in pairs(catalog):
        then, now = read_report(facts.body(former)).first, read_report(facts.body(item)).first
        explained = re.search(r"失效|到期|清理", facts.body(item))
        for label in ("规章", "行政规范性文件") if not explained else ():
            before, cells = _counts(then.get(label)), _counts(now.get(label))
            if before and cells and abs(before[2] + cells[0] - cells[1] - cells[2]) > facts.number("slack"):
                message = f"{label}：上年有效 {before[2]} + 制发 {cells[0]} − 废止 {cells[1]} ≠ 现行有效 {cells[2]}。"
                yield Finding(message, "核对，或在正文说明到期失效、清理的件数。", path=item.path)


def _counts(cells: tuple[str, ...] | None) -> tuple[int, ...] | None:
    return (
        tuple(int(c) for c in cells)
        if cells and len(cells) == 3 and all(c.isdigit() for c in cells)
        else None
    )
