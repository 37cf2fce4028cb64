"""M06 体裁与标题不符."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "M06", "体裁与标题不符", Level.WARNING, "《党政机关公文处理工作条例》第八条", kinds=["normative", "file"]
)
def genre(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the genre is that of the title's last word.

    Why: the directory by genre must be right.
    Bad: 体裁分类 通知 on 关于……的意见
    Good: both 意见
    """
    match = _GENRE.search(text.item.title)
    said = text.item.genre
    if match and said and said != "其他" and match[1] not in said and said not in match[1]:
        yield Finding(f"标题以“{match[1]}”结尾，体裁写的是“{said}”。", f"体裁分类: {match[1]}", key="genre")


_GENRE = re.compile(
    r"(命令|令|决议|决定|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[(（][^)）]*[)）])?$"
)
