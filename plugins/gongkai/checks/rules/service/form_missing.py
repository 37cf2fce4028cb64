"""S02 办事表格没有附上."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("S02", "办事表格没有附上", Level.WARNING, "国办秘函〔2019〕19号 表格样表", kinds=["guide"])
def form_missing(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: a guide asks for a form that has to be fetched, and nothing is attached.

    Why: forms must be there to download.
    Bad: `办理材料: [《临时救助申请表》（附后）]` with no attachment
    Good: `附件: [临时救助申请表.docx]`
    """
    asked = re.search(
        r"(?:见附件|附后|下载).{0,12}(?:表|书)|(?:申请表|登记表|承诺书)[^、，。；\n]{0,8}(?:见附件|附后|可下载)",
        text.body + text.detail("materials"),
    )
    if asked and not text.item.attachments:
        yield Finding(f"提到“{asked[0][:16]}”，但没有附件。", "附件: [申请表.docx]", key="materials")
