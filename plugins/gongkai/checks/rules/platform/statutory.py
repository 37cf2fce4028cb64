"""P07 法定公开内容没有对应栏目."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "P07",
    "法定公开内容没有对应栏目",
    Level.ERROR,
    "《政府信息公开条例》第二十条",
    units=["township", "subdistrict", "county-department", "county", "city-department"],
)
def statutory(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: each of the 15 matters of article 20 has a column, or a sentence that says why not.

    Why: the list is the law's.
    Bad: a tree from which 行政事业性收费 was removed
    Good: the column kept, or `na` with its reason
    """
    mapped = {a for c in catalog.tree.columns.values() if not c.hidden for a in c.articles}
    stated = " ".join(f"{s.name}{s.text}" for s in catalog.tree.statements)
    for article in catalog.tables.statutory.get("20", ()):
        if article.no not in mapped and article.short not in stated:
            message = (
                f"《条例》第二十条第（{article.no.partition('-')[2]}）项“{article.short}”没有对应的栏目。"
            )
            yield Finding(message, "columns.yml 里恢复这个栏目；确不涉及的写“空栏目: 不涉及”和“不涉及原因”。")
