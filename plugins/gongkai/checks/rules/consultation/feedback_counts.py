"""C04 反馈没有写清采纳情况."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level

_REASON = re.compile(
    r"(?:未|不|没有|不予|未予)采纳(?!(?:的?(?:意见|建议))?[数共为：:]*\s*[\d一二三四五六七八九十两]+\s*[条件个项]?[，。；、\s）)]*$)"
    r"[^\n]{4,}",
    re.MULTILINE,
)
"""Words that go on after 未采纳; its number alone is no reason."""


@item_rule("C04", "反馈没有写清采纳情况", Level.WARNING, "国办发〔2016〕80号", kinds=["feedback"])
def feedback_counts(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: opinions received = adopted + partly + not adopted (else an error), and a reason where some were not.

    Why: the numbers are what feedback is about.
    Bad: 收到 12, 采纳 5, nothing else
    Good: 收到 12, 采纳 5, 未采纳 7 and the reason
    """
    values = text.item.details
    received, adopted = _count(values.get("received")), _count(values.get("adopted"))
    partly, refused = _count(values.get("partly_adopted")), _count(values.get("not_adopted"))
    rest = received - adopted - partly
    if rest < 0 or ("not_adopted" in values and refused != rest):
        message = f"收到 {received} 条，采纳、部分采纳、未采纳合计 {adopted + partly + refused} 条，对不上。"
        yield Finding(
            message, "核对收到意见数、采纳数、部分采纳数、未采纳数。", key="received", level=Level.ERROR
        )
    if rest > 0 and not values.get("not_adopted_reason") and not _REASON.search(text.body):
        yield Finding(f"有 {rest} 条意见没有采纳，没有写理由。", "未采纳理由: …", key="adopted")


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
