"""X05 公示期满未撤下."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "X05",
    "公示期满未撤下",
    Level.WARNING,
    "《个人信息保护法》第十九条（保存期限）",
    kinds=["notice", "roster", "enforcement"],
    limits={"grace": 0},
)
def notice_over(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a list of persons whose notice period is over, and nothing says what becomes of it.

    Why: personal data may be kept no longer than its purpose needs.
    Bad: `公示截止: 2026-03-01` on a roster in November without 到期处理, or with 隐名: names in a text are changed by hand
    Good: `到期处理: 撤下` (a build takes it down from the day after), or 保留 once the names are changed
    """
    item = text.item
    if (
        item.notice_end is None
        or item.after_notice == "保留"
        or (item.kind != "roster" and not item.after_notice)
    ):
        return
    if (facts.today - item.notice_end).days <= facts.days("grace"):
        return
    if item.after_notice == "隐名":
        message = f"公示期已满（{item.notice_end} 截止），请把名字改为“张某”这样的写法。程序不改正文和附件里的名字。"
        yield Finding(message, "到期处理: 保留", key="after_notice")
        return
    message = f"公示期已在 {item.notice_end} 结束，名单还在网上。"
    yield Finding(message, "到期处理: 撤下", key="notice_end")
