"""W03 领导职务与领导信息不一致."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@item_rule(
    "W03",
    "领导职务与领导信息不一致",
    Level.WARNING,
    "国办秘函〔2019〕19号 领导信息",
    kinds=["article", "notice", "meeting"],
    limits={"days": 90},
)
def leaders(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: in news of the last three months a leader's name stands beside another post than on the leaders' page.

    Why: the page or the news is out of date.
    Bad: 副镇长张某 in the news, 镇长 on the page
    Good: both alike
    """
    if (facts.today - text.item.published.day).days > facts.days("days"):
        return
    for name, post in sorted(_posts(facts.catalog).items()):
        for match in re.finditer(rf"{_POST}{re.escape(name)}(?![\u4e00-\u9fa5]某)", text.body):
            if match[1] not in _PARTS.split(post) and not _within(match[1], post):
                message = f"正文写“{match[1]}{name}”，领导信息里的职务是“{post}”。"
                yield Finding(message, "核对后改正文，或更新领导信息。", line=text.line(match.start()))


_POST = r"(副?(?:镇长|书记|主任|局长|县长|乡长))(?:、[^、，。]{2,8})?"
_PARTS = re.compile(r"[、，,；\s]|党委|党工委|人大|政府|镇委|街道|办事处")
_SHORTEST = 3
"""Names of two characters are words of every day too often."""


def _posts(catalog: Catalog) -> dict[str, str]:
    """Name → post on the leaders' pages."""
    columns = (c for c in catalog.tree.leaves() if c.kind == "leader")
    leading = (i.details for c in columns for i in catalog.in_column(c.path))
    found = {str(d.get("person_name", "")): str(d.get("post", "")) for d in leading}
    return {name: post for name, post in found.items() if len(name) >= _SHORTEST}


def _within(said: str, post: str) -> bool:
    return bool(
        re.search(rf"(?<!副){re.escape(said)}" if not said.startswith("副") else re.escape(said), post)
    )
