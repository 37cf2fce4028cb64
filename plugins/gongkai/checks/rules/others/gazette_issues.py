"""K01 政府公报缺期."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule("K01", "政府公报缺期", Level.WARNING, "国办发〔2018〕22号", units=["county"])
def gazette_issues(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: within a year the gazette's issues (第×期 in the title) have no gap; counties that print one.

    Why: the database of issues must be whole.
    Bad: issues 1, 2, 4
    Good: issues 1, 2, 3, 4
    """
    found: dict[str, set[int]] = {}
    for item in catalog.items:
        match = re.search(
            r"公报.{0,6}?((?:19|20)\d{2})年第(\d{1,2})期|((?:19|20)\d{2})年第(\d{1,2})期.{0,4}公报",
            item.title,
        )
        if match:
            found.setdefault(match[1] or match[3], set()).add(int(match[2] or match[4]))
    for year, numbers in sorted(found.items()):
        lacking = sorted(set(range(1, max(numbers) + 1)) - numbers)
        if lacking:
            yield Finding(
                f"{year} 年政府公报缺第 {'、'.join(str(n) for n in lacking)} 期。", "补上缺的各期。"
            )
