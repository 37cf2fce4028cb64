"""The score table as inspectors use it: indicator, threshold, found, verdict (国办秘函〔2019〕19号)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.checks.freshness import blank, clock, first_level, is_news, leaves, overdue_others
from gongkai.checks.material import Facts
from gongkai.model.problem import Level, Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator. `verdict` is 合格, 不合格 or 预警; `names` are the columns or files behind the count."""

    indicator: str
    threshold: str
    found: str
    verdict: str
    names: tuple[str, ...] = ()


def overdue_news(facts: Facts) -> tuple[str, ...]:
    """Names of news columns (14 days) and first-level notice and policy columns (183 days) that are overdue."""
    news = [c for c in leaves(facts.catalog) if is_news(c) and c.level == "本级"]
    late = [c for c in (*news, *first_level(facts.catalog)) if clock(c, facts.catalog).overdue(facts.today)]
    return tuple(c.names for c in late)


def score(facts: Facts, problems: Sequence[Problem]) -> tuple[Row, ...]:
    """The rows of single vetoes, then one row per family of the other findings."""
    news = overdue_news(facts)
    late = (*news, *(c.column.names for c in overdue_others(facts.catalog, facts.today)))
    empty = tuple(c.names for c in blank(facts.catalog))
    newest = max((i.published.day for i in facts.catalog.items), default=None)
    age = (facts.today - newest).days if newest else -1
    codes = {
        ("X", "L061", "L062"): "泄露个人隐私", ("M12", "L060"): "涉密和内部标志", ("W01",): "严重表述错误",
        ("Y",): "政府信息公开年报",
    }  # fmt: skip
    rows = [
        Row(
            "首页不更新",
            "2 周内有更新",
            f"{age} 天前" if newest else "没有信息",
            _verdict(not 0 <= age <= 14),
        ),
        Row(
            "动态、通知公告、政策文件不更新",
            "不满 5 个",
            f"{len(news)} 个",
            _verdict(len(news) >= 5, bool(news)),
            news,
        ),
        Row(
            "应更新未更新的栏目",
            "不满 10 个",
            f"{len(late)} 个",
            _verdict(len(late) >= 10, len(late) >= 5),
            late,
        ),
        Row("空白栏目", "不满 5 个", f"{len(empty)} 个", _verdict(len(empty) >= 5, bool(empty)), empty),
    ]
    for start, name in codes.items():
        found = [p for p in problems if p.code.startswith(start) and p.level.rank <= Level.ERROR.rank]
        paths = tuple(dict.fromkeys(p.path for p in found))
        rows.append(Row(name, "0 处", f"{len(found)} 处", _verdict(bool(found)), paths))
    return tuple(rows)


def _verdict(failed: bool, near: bool = False) -> str:
    return "不合格" if failed else "预警" if near else "合格"
