"""M11 正文只有图片或扫描件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.markdown import plain
from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "M11",
    "正文只有图片或扫描件",
    Level.WARNING,
    "国办公开办函〔2019〕61号（检索、下载）",
    limits={"least": 10},
)
def text_only_picture(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: nearly no text in the body, and what is attached has no text either.

    Why: a scan can't be searched, copied or read aloud.
    Bad: a body that is one picture
    Good: the text, with the scan attached
    """
    files = facts.attachments.get(text.item.index_number, ())
    if len(text.body) > _LONG or not (text.item.pictures or any(a.extract.pages for a in files)):
        return
    bare = plain(re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text.body))
    fields = sum(len(v) for v in text.item.details.values() if isinstance(v, str))
    if len(bare) + fields < facts.days("least") and not any(a.text.strip() for a in files):
        yield Finding("正文没有文字，只有图片或扫描件，检索不到。", "把文字录进正文，图片或扫描件作附件。")


_LONG = 2000
"""A body of so many characters has words of its own: it need not be looked through."""
