"""K06 新闻发布计划逾期未举行."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.loading.press_file import FILE
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level
from gongkai.statistics.press import PressState, press_year


@catalog_rule("K06", "新闻发布计划逾期未举行", Level.WARNING, "新闻发布计划管理（本系统自定）")
def press_overdue(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: an event of this or last year's plan whose time is over, without an item on it and without a reason.

    Why: the page of the plan shows it as overdue to everybody.
    Bad: planned for the third quarter, nothing in November
    Good: the record of the event is published, or the plan says `取消:` and why
    """
    for year in (facts.today.year - 1, facts.today.year):
        if str(year) not in catalog.press:
            continue
        for line in press_year(catalog, year).lines:
            if line.state is PressState.OVERDUE:
                event = line.event
                yield Finding(
                    f"“{event.topic}”计划{event.planned}举行，{event.last} 已过，没有发布实录，也没有写取消原因。",
                    "发布实录（发布主题与计划一致，或在计划里写“信息: 索引号”）；不开了的写“取消: 原因”。",
                    path=FILE,
                    line=event.line,
                )
