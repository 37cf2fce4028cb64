"""M05 主题分类不在目录内."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("M05", "主题分类不在目录内", Level.WARNING, "国务院公文主题分类（22类）")
def theme(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the class is one of the 22, the sub-class one of its own.

    Why: the directory by theme needs them.
    Bad: `主题分类: 农业`
    Good: `主题分类: 农业、林业、水利`
    """
    first, _, second = text.item.theme.partition("\\")
    known = {t.name: t for t in facts.catalog.tables.themes}
    aka = {name for t in facts.catalog.tables.themes for name in t.aka}
    if first and known and first not in known and first not in aka:
        yield Finding(f"主题分类“{first}”不在 22 类里。", f"主题分类: {next(iter(known))}", key="theme")
    elif second and first in known and known[first].children and second not in known[first].children:
        yield Finding(
            f"“{first}”下没有“{second}”。", f"主题分类: {first}\\{known[first].children[0]}", key="theme"
        )
