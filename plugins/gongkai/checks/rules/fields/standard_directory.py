"""B01 26个领域公开不全."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "B01",
    "26个领域公开不全",
    Level.ERROR,
    "国办发〔2019〕54号",
    units=["county", "township", "subdistrict"],
    limits={"shown": 8},
)
def standard_directory(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: each field that this kind of unit answers for has items in its columns; a county all 26 (an error), a town its own (a warning).

    Why: the 26 fields are the standard of grass-roots disclosure.
    Bad: 养老服务 listed and nothing in it
    Good: at least one item a field
    """
    missing = []
    for name in catalog.tree.fields26:
        columns = [c for c in catalog.tree.leaves() if name in c.fields26]
        if columns and all(c.empty == "na" for c in columns):
            continue
        if not any(catalog.in_column(c.path) for c in columns):
            missing.append(name)
    if missing:
        listed = "、".join(missing[: facts.days("shown")]) + (
            "等" if len(missing) > facts.days("shown") else ""
        )
        level = Level.ERROR if catalog.tree.preset == "county" else Level.WARNING
        yield Finding(
            f"{len(missing)} 个基层政务公开领域还没有信息：{listed}。",
            "在对应栏目发布信息；不涉及的在 columns.yml 写“空栏目: 不涉及”和“不涉及原因”。",
            level=level,
        )
