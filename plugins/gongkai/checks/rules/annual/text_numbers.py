"""Y10 年报文字与表格数字不一致."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.annual import read_report
from gongkai.checks.material import Facts, ItemText
from gongkai.checks.reports_of import is_new_form
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("Y10", "年报文字与表格数字不一致", Level.WARNING, "国办公开办函〔2021〕30号", kinds=["report"])
def text_numbers(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: 新收, 上年结转, 结转下年度 and 行政复议 as told in the text are the table's numbers (I8).

    Why: both are read.
    Bad: 新收申请5件 over a table that says 6
    Good: 6 and 6
    """
    report = read_report(text.body) if is_new_form(text) else None
    if report is None:
        return
    prose = re.sub(r"^\|.*$", "", text.body, flags=re.MULTILINE)
    review = report.review("行政复议")
    told = (
        (r"(?:新收|收到)(?:到)?(?:政府信息公开)?申请(?:共)?\s*(\d+)\s*件", report.row(1), "新收"),
        (r"上年结转(?:政府信息公开申请)?\s*(\d+)\s*件", report.row(2), "上年结转"),
        (r"结转下年度?(?:继续办理)?\s*(\d+)\s*件", report.row(25), "结转下年度"),
        (r"(?<!行政诉讼)行政复议(?:案件|申请)?\s*(\d+)\s*件", review, "行政复议"),
    )
    for pattern, row, name in told:
        match = re.search(pattern, prose)
        if match and row and int(match[1]) != row[-1]:
            yield Finding(
                f"文字说{name} {match[1]} 件，表格是 {row[-1]} 件。", "改成一致。", line=_line(text, match[0])
            )


def _line(text: ItemText, said: str) -> int:
    return text.line(max(0, text.body.find(said)))
