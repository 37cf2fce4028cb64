"""M04 元数据不全."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("M04", "元数据不全", Level.ERROR, "《政府信息公开条例》第十二条；各地目录编制规范")
def missing(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: publisher, theme and (for documents) the date of writing; summaries may be derived from the text.

    Why: the directory consists of them.
    Bad: a document without 成文日期
    Good: all filled, by hand or by default
    """
    item = text.item
    values = {"publisher": ("发布机构", item.publisher), "title": ("标题", item.title)}
    if item.doc_number:
        values["written"] = ("成文日期", str(item.written or ""))
    for key, (name, value) in values.items():
        if not value:
            yield Finding(f"缺{name}。", f"{name}: …", key=key)
    if not item.theme and item.kind in ("normative", "file"):
        yield Finding("没有主题分类。", "主题分类: 综合政务", key="theme", level=Level.WARNING)
