"""Z03 双随机检查公开不全."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.freshness import leaves
from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule("Z03", "双随机检查公开不全", Level.WARNING, "国办发〔2018〕118号", limits={"grace": 90})
def random_checks(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: last year's random inspections have list, plan and result in their column (if the site has one with items).

    Why: all three are asked for each year.
    Bad: a plan without results
    Good: 事项清单, 抽查计划, 抽查结果
    """
    columns = [c for c in leaves(catalog) if "双随机" in c.name]
    items = [i for c in columns for i in catalog.in_column(c.path)]
    year = facts.today.year - 1
    titles = " ".join(i.title + i.category for i in items if i.published.day.year >= year)
    lacking = [name for name in ("清单", "计划", "结果") if name not in titles]
    if items and lacking:
        message = f"双随机一公开近两年缺：{'、'.join(lacking)}。"
        yield Finding(message, "发布抽查事项清单、年度抽查计划、抽查结果。", column=columns[0].path)
