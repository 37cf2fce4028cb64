"""C01 征集公告要素不全."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "C01",
    "征集公告要素不全",
    Level.ERROR,
    "《重大行政决策程序暂行条例》第十五条；国办发〔2018〕37号",
    kinds=["consultation"],
)
def elements(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: start, end, ways to answer, the draft (in the text or attached) and its explanation.

    Why: without them nobody can comment.
    Bad: a consultation without its draft
    Good: all five fields, the draft attached
    """
    names = {
        "consult_start": "征集开始",
        "consult_end": "征集截止",
        "submit_ways": "提交方式",
        "drafting_note": "起草说明",
    }
    lacking = [name for key, name in names.items() if not text.item.details.get(key)]
    if lacking:
        yield Finding(f"征集公告缺{'、'.join(lacking)}。", "\n".join(f"{name}: …" for name in lacking))
    if not text.item.attachments and len(text.body.strip()) < 60:
        yield Finding(
            "征集公告没有征求意见稿：正文很短，也没有附件。", "附件: [征求意见稿.docx]", key="attachments"
        )
