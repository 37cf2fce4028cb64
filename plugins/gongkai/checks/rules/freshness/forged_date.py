"""G10 发布日期不合情理."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("G10", "发布日期不合情理", Level.ERROR, "国办秘函〔2019〕19号 单项否决“弄虚作假”")
def forged_date(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: published before it was written; or (a warning) long before the file first came into the folder.

    Why: forged publication dates are a veto.
    Bad: 成文日期 2026-05-20 with 发布日期 2026-05-08
    Good: the day on which it really went public
    """
    item = text.item
    if item.written and item.published.day < item.written:
        message = f"发布日期 {item.published.day} 早于成文日期 {item.written}。"
        yield Finding(message, f"发布日期: {item.written}", key="published")
    first = facts.history.get(item.path)
    if first and item.published.day < first and not item.kept:
        message = f"发布日期 {item.published.day} 早于文件第一次提交的 {first}，会被看作倒填日期。"
        hint = "以实际公开的日期为准；确是旧网站迁移来的，在 waivers.yml 里写明豁免。"
        yield Finding(message, hint, key="published", level=Level.WARNING)
