"""K05 惠企惠民政策的原文已失效."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level
from gongkai.model.relation import RelationKind


@item_rule("K05", "惠企惠民政策的原文已失效", Level.WARNING, "政策动态管理（本系统自定）")
def policy_source(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: an item of the policies' column rests on a document that is repealed or has lapsed.

    Why: what no longer holds must not be offered.
    Bad: `落实文件:` a repealed one
    Good: one that is valid
    """
    if not re.search(r"惠企|惠民|惠农|政策超市", text.column.name):
        return
    for kind in (RelationKind.IMPLEMENTS, RelationKind.RELATED):
        for other in facts.catalog.targets(text.item, kind):
            state = facts.catalog.validity.get(other.index_number)
            if state and state.is_dead:
                message = f"所依据的《{other.title}》{state.value}。"
                yield Finding(message, "换成现行有效的文件，或撤下这条政策。", key="related")
