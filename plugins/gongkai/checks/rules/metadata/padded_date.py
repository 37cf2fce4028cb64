"""M09 成文日期写法不规范."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "M09",
    "成文日期写法不规范",
    Level.WARNING,
    "GB/T 9704-2012 7.3.5.4",
    kinds=["normative", "file"],
    own=True,
)
def padded_date(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a line that is a date with padded zeros or in Chinese numerals.

    Why: dates are Arabic, without padding.
    Bad: `2026年05月08日` or `二〇二六年五月八日` under the text
    Good: `2026年5月8日`
    """
    for match in _DATE.finditer(text.body):
        if text.item.published.day.year >= 2013:
            yield Finding(
                f"日期“{match[0].strip()}”应用阿拉伯数字、不补零。",
                "写成 2026年5月8日。",
                line=text.line(match.start(1)),
            )


_DATE = re.compile(
    r"^[ \u3000]*((?:19|20)\d{2}年(?:0\d月\d{1,2}日|\d{1,2}月0\d日)"
    r"|[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,4}日)[ \u3000]*$",
    re.MULTILINE,
)
