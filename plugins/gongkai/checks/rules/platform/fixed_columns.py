"""P02 固定栏目不全."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level
from gongkai.model.vocabulary import FIXED_COLUMNS


@catalog_rule(
    "P02",
    "固定栏目不全",
    Level.ERROR,
    "国办公开办函〔2019〕61号",
    units=["township", "subdistrict", "county-department", "county", "city-department"],
)
def fixed_columns(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: 指南, 制度, 法定主动公开内容, 年报, by their exact names; public institutions have columns of their own.

    Why: name and form are unified.
    Bad: 公开指南 in place of 政府信息公开指南
    Good: the preset's names kept
    """
    names = {c.name for c in catalog.tree.columns.values() if not c.hidden}
    for name in FIXED_COLUMNS[:4]:
        if name not in names:
            yield Finding(f"没有固定栏目“{name}”。", f"columns.yml 里恢复“{name}”，名称一字不改。")
