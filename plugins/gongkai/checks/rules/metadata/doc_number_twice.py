"""M08 发文字号重复."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.numbers import doc_number_key
from gongkai.model.problem import Level


@item_rule("M08", "发文字号重复", Level.WARNING, "GB/T 9704-2012；公文处理常规", kinds=["normative", "file"])
def doc_number_twice(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: two documents of the unit's own with one number; shared and relayed items do not count.

    Why: one of them is wrong.
    Bad: two files 青政发〔2026〕3号
    Good: each its own
    """
    number = doc_number_key(text.item.doc_number) if text.item.doc_number else ""
    items = facts.catalog.by_doc_number.get(number, ())
    own = sorted((i for i in items if i.kind in ("normative", "file")), key=lambda i: i.index_number)
    if own and text.item.index_number != own[0].index_number:
        message = f"发文字号 {number} 还用在《{own[0].title}》（{own[0].index_number}）。"
        yield Finding(message, "核对文件原件；重复发布的撤下一条。", key="doc_number")
