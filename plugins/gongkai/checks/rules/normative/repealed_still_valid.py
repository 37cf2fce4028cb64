"""N03 被废止的文件仍有效."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.numbers import doc_number_key
from gongkai.model.problem import Level


@item_rule(
    "N03",
    "被废止的文件仍有效",
    Level.ERROR,
    "国办发〔2017〕47号（修改、废止、失效的及时标明）",
    kinds=["normative", "file"],
)
def repealed_still_valid(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a body says that a document with a number is repealed, the document is on the site and shown as valid.

    Why: a repealed file shown as valid is the most frequent finding.
    Bad: “《……通知》（青政发〔2020〕3号）同时废止” without 废止文件
    Good: `废止文件: 青政发〔2020〕3号`
    """
    if not any(word in text.body for word in ("废止", "停止执行", "同时失效")):
        return
    item = text.item
    begins = item.effective or item.written or item.published.day
    for match in _REPEALED.finditer(text.body):
        for number in _NUMBER.findall(match[0]):
            for other in facts.catalog.by_doc_number.get(doc_number_key(number), ()):
                state = facts.catalog.validity.get(other.index_number)
                if other is not item and state and not state.is_dead and begins <= facts.today:
                    message = f"正文说废止 {number}，但那份文件在网上仍显示“{state.value}”。"
                    yield Finding(
                        message, f"废止文件: {number}", line=text.line(match.start()), key="repeals"
                    )


_REPEALED = re.compile(r"[^。；\n]{0,120}(?:同时废止|予以废止|即行废止|停止执行|同时失效)")
_NUMBER = re.compile(r"[\u4e00-\u9fa5]{2,10}[〔\[(（](?:19|20)\d{2}[〕\])）]\d{1,4}号")
