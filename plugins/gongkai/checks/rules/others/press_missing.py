"""K07 新闻发布计划写的信息找不到."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.loading.codes import shortened
from gongkai.loading.field_types import nearest
from gongkai.loading.press_file import FILE
from gongkai.model.catalog import Catalog
from gongkai.model.numbers import index_number_key
from gongkai.model.problem import Level
from gongkai.statistics.press import PRESS, press_year


@catalog_rule("K07", "新闻发布计划写的信息找不到", Level.ERROR, "新闻发布计划管理（本系统自定）")
def press_missing(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: an event of a plan names an item by 信息 or 实录, and no public item answers to it.

    Why: the page of the plan shows the event without its record, or as overdue.
    Bad: `信息: 青政发〔2026〕99号`, a number that no item has
    Good: the index number of the published record
    """
    for year in sorted(catalog.press):
        for line in press_year(catalog, int(year)).lines:
            for reference in line.missing:
                name = _nearest(reference, catalog)
                guess = "" if _state(reference, catalog) or not name else f"最接近的是“{name}”。"
                yield Finding(
                    f"“{line.event.topic}”写的信息“{shortened(reference)}”"
                    f"{_state(reference, catalog) or '找不到'}，计划页上连不到它。{guess}",
                    f"信息: {name or '实录的索引号或发文字号'}；还没有实录的，先删去这一行。",
                    path=FILE,
                    line=line.event.line,
                )


def _state(reference: str, catalog: Catalog) -> str:
    """Why an item that there is cannot be linked to."""
    key = index_number_key(reference)
    if any(index_number_key(item.index_number) == key for item in catalog.tombstones):
        return "已经撤下"
    held = next((h for h in catalog.held if h.index_number and index_number_key(h.index_number) == key), None)
    return f"还没有公开（{held.reason}）" if held else ""


def _nearest(reference: str, catalog: Catalog) -> str:
    """The number of a record of a press conference, or of any item, that is written most like it."""
    events = tuple(i.index_number for i in catalog.items if i.kind == PRESS)
    every = tuple(n for i in catalog.items for n in (i.index_number, i.doc_number) if n)
    return nearest(reference, events) or nearest(reference, every)
