"""N01 规范性文件没有有效性."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "N01", "规范性文件没有有效性", Level.ERROR, "国办发〔2017〕47号；国办发〔2022〕8号", kinds=["normative"]
)
def no_validity(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a normative document for which no validity can be derived: neither effective date nor a stated one.

    Why: citizens must see whether a document still holds.
    Bad: a normative document without 施行日期 and without 有效性
    Good: `施行日期: 2026-06-01` and `有效期: 5年`
    """
    item = text.item
    if not (item.effective or item.stated_validity or item.repeal_date):
        yield Finding("规范性文件没有施行日期，推算不出有效性。", "施行日期: 2026-01-01", key="effective")
