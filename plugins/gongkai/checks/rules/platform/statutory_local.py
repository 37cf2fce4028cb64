"""P08 第二十一条内容没有对应栏目."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule("P08", "第二十一条内容没有对应栏目", Level.WARNING, "《政府信息公开条例》第二十一条")
def statutory_local(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the matters of article 21 for this level (county 7, township 8) have columns.

    Why: the law names them by level.
    Bad: a township's tree without 土地征收
    Good: the preset's columns kept
    """
    listed = (
        catalog.tables.statutory.get(f"21-{catalog.tree.article21}", ()) if catalog.tree.article21 else ()
    )
    mapped = {a for c in catalog.tree.columns.values() if not c.hidden for a in c.article21}
    for article in listed:
        if article.short not in mapped:
            yield Finding(
                f"《条例》第二十一条的“{article.short}”没有对应的栏目。", "columns.yml 里恢复这个栏目。"
            )
