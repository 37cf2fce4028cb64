"""W03 领导职务与领导信息不一致."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "W03", "领导职务与领导信息不一致", Level.WARNING, "国办秘函〔2019〕19号 领导信息", limits={"days": 90}
)
def leaders(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: in news of the last three months a leader's name stands beside another post than on the leaders' page.

    Why: the page or the news is out of date.
    Bad: 副镇长张某 in the news, 镇长 on the page
    Good: both alike
    """
    posts = {
        str(i.details.get("person_name", "")): str(i.details.get("post", ""))
        for i in catalog.items
        if i.kind == "leader"
    }
    for item in catalog.items:
        if item.kind not in ("article", "notice", "meeting") or (
            facts.today - item.published.day
        ).days > facts.days("days"):
            continue
        body = facts.body(item)
        for name, post in sorted(posts.items()):
            for match in (
                re.finditer(
                    rf"(副?(?:镇长|书记|主任|局长|县长|乡长))(?:、[^、，。]{{2,8}})?{re.escape(name)}(?![\u4e00-\u9fa5]某)",
                    body,
                )
                if len(name) >= 3
                else ()
            ):
                if match[1] not in re.split(
                    r"[、，,；\s]|党委|党工委|人大|政府|镇委|街道|办事处", post
                ) and not _within(match[1], post):
                    message = f"正文写“{match[1]}{name}”，领导信息里的职务是“{post}”。"
                    yield Finding(message, "核对后改正文，或更新领导信息。", path=item.path)


def _within(said: str, post: str) -> bool:
    return bool(
        re.search(rf"(?<!副){re.escape(said)}" if not said.startswith("副") else re.escape(said), post)
    )
