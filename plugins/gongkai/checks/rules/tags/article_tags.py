"""T04 内容页标签不对."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, Page
from gongkai.checks.rule import Finding, page_rule
from gongkai.model.problem import Level


@page_rule("T04", "内容页标签不对", Level.ERROR, "国办发〔2017〕47号附件 网页标签规范")
def article_tags(page: Page, facts: Facts) -> Iterator[Finding]:
    """What: ArticleTitle, PubDate, ContentSource; PubDate is a date and the one that is shown.

    Why: dates in tags that differ from those shown look forged.
    Bad: PubDate 2026-05-08 over a visible 2026-05-09
    Good: equal
    """
    if page.kind != "item":
        return
    lacking = [n for n in ("ArticleTitle", "PubDate", "ContentSource") if not page.meta(n)]
    if lacking:
        yield Finding(f"缺标签 {'、'.join(lacking)}。", "模板里恢复内容页标签。", shared=True)
    said = page.meta("PubDate")
    if said and not re.fullmatch(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?", said):
        yield Finding(f"的 PubDate“{said}”不是日期。", "写成 2026-05-08 09:30。")
    elif said and page.times and said[:10] != page.times[0][:10]:
        yield Finding(f"的 PubDate {said[:10]} 与显示的 {page.times[0][:10]} 不同。", "两处改成一致。")
