"""N05 两年没有公布清理结果."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.moment import add_years
from gongkai.model.problem import Level


@catalog_rule(
    "N05",
    "两年没有公布清理结果",
    Level.WARNING,
    "国发〔2010〕33号（规范性文件每两年清理）",
    limits={"years": 2},
)
def clean_up_list(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the site has normative documents and the last list of a clean-up is older than two years.

    Why: what is not on the list of valid documents must not be relied on.
    Bad: the last 清理结果 of 2022
    Good: one every two years
    """
    own = [i for i in catalog.items if i.kind == "normative" and i.level == "本级"]
    lists = [
        i
        for i in catalog.items
        if "清理" in i.title and ("规范性文件" in i.title or "清理" in facts.column(i).name)
    ]
    newest = max((i.published.day for i in lists), default=None)
    if own and (newest is None or add_years(newest, facts.days("years")) < facts.today):
        found = f"最近一次是 {newest}" if newest else "还没有公布过"
        yield Finding(
            f"两年内没有公布规范性文件清理结果（{found}）。",
            "公布继续有效、废止、失效的文件目录，标题写明“清理结果”。",
        )
