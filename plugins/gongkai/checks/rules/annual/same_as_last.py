"""Y14 年报与上年雷同."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.reports_of import pairs
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.checks.similarity import alike
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "Y14",
    "年报与上年雷同",
    Level.WARNING,
    "国办公开办函〔2021〕30号",
    limits={"most": 0.9},
    kinds=["report"],
    at_items=True,
)
def same_as_last(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the prose of a report (without tables) is nine tenths last year's.

    Why: reports copied from last year are criticised.
    Bad: only the year was changed
    Good: this year's work
    """
    for former, item in pairs(catalog):
        share = alike(_prose(facts.body(item)), _prose(facts.body(former)))
        if share > facts.number("most"):
            message = f"正文与 {former.details.get('year')} 年报有 {share:.0%} 相同。"
            yield Finding(message, "写明本年度的做法、数字、问题和改进。", path=item.path)


def _prose(body: str) -> str:
    return "\n".join(line for line in body.splitlines() if not line.lstrip().startswith("|"))
