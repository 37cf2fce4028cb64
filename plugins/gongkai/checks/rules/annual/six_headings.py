"""Y02 年报六部分标题不对."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.annual import HEADINGS, read_report
from gongkai.checks.markdown import squeezed
from gongkai.checks.material import Facts, ItemText
from gongkai.checks.reports_of import is_new_form
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule("Y02", "年报六部分标题不对", Level.ERROR, "国办公开办函〔2021〕30号", kinds=["report"])
def six_headings(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: the six headings, exactly and in order, from report year 2021 on.

    Why: the format is unified.
    Bad: 一、基本情况
    Good: 一、总体情况
    """
    if not is_new_form(text):
        return
    found = [squeezed(h) for h in read_report(text.body).headings]
    wanted = [squeezed(h) for h in HEADINGS]
    lacking = [h for h in HEADINGS if squeezed(h) not in found]
    if lacking:
        yield Finding(f"年报缺标题：{'；'.join(lacking)}。", "\n".join(f"## {h}" for h in lacking))
    elif [h for h in found if h in wanted] != wanted:
        yield Finding("年报六个部分的顺序不对。", "按一至六的顺序排列。")
