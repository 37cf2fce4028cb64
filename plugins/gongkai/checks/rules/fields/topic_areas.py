"""B03 重点领域分类不全."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "B03", "重点领域分类不全", Level.WARNING, "国办发〔2017〕94号、97号；国办发〔2018〕10号", units=["county"]
)
def topic_areas(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: each sub-area of the special topics has columns (8 for projects, 7 for welfare, 5 for resources) with items; counties.

    Why: the documents list the classes.
    Bad: 重大建设项目 without 竣工有关信息
    Good: every class mapped and filled
    """
    for topic in catalog.tree.topics:
        empty = [
            area.name
            for area in topic.areas
            if not any(
                not area.category or i.category == area.category
                for path in area.columns
                for i in catalog.below(path)
            )
        ]
        if empty:
            yield Finding(
                f"专题“{topic.name}”的{'、'.join(empty)}还没有信息。", "在对应栏目发布信息，写好“信息类别”。"
            )
