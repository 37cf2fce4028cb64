"""T06 单值标签重复."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("T06", "单值标签重复", Level.WARNING, "国办发〔2017〕47号附件 网页标签规范")
def repeated_tags(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: a tag that may stand once stands twice.

    Why: readers take the first, or none.
    Bad: two PubDate
    Good: one
    """
    counted = Counter(name for name, _ in page.metas if name in _SINGLE)
    twice = sorted(name for name, count in counted.items() if count > 1)
    if twice:
        yield Finding(f"的标签重复：{'、'.join(twice)}。", "模板里删去重复的标签。", shared=True)


_SINGLE = frozenset(
    "SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnType ArticleTitle PubDate ContentSource".split()
)
