"""The score table as inspectors use it: indicator, threshold, found, verdict (国办秘函〔2019〕19号)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.checks.freshness import Clock, blank, first_level, inspected, news, overdue_others
from gongkai.checks.material import Facts
from gongkai.checks.registry import threshold
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
    return tuple(c.column.names for c in watched(facts) if c.overdue(facts.today))


def watched(facts: Facts) -> tuple[Clock, ...]:
    """The clocks that G02 and G03 watch, by their thresholds."""
    catalog, days = facts.catalog, {code: threshold(facts.settings, code, "days") for code in ("G02", "G03")}
    return (
        *(inspected(column, catalog, days["G02"]) for column in news(catalog)),
        *(inspected(column, catalog, days["G03"]) for column in first_level(catalog)),
    )


def score(facts: Facts, problems: Sequence[Problem]) -> tuple[Row, ...]:
    """The rows of single vetoes, then one row per family of the other findings."""
    overdue = overdue_news(facts)
    late = (*overdue, *(c.column.names for c in overdue_others(facts.catalog, facts.today)))
    empty = tuple(c.names for c in blank(facts.catalog))
    codes = {
        ("X", "L061", "L062"): "泄露个人隐私", ("M12", "L060"): "涉密和内部标志", ("W01",): "严重表述错误",
        ("Y",): "政府信息公开年报",
    }  # fmt: skip
    limits = {code: threshold(facts.settings, code, name) for code, name in _VETOES.items()}
    rows = [
        _home(facts, threshold(facts.settings, "G01", "days")),
        _counted("动态、通知公告、政策文件不更新", overdue, limits["G04"], 1),
        _counted("应更新未更新的栏目", late, limits["G06"], threshold(facts.settings, "G06", "warn")),
        _counted("空白栏目", empty, limits["G07"], threshold(facts.settings, "G07", "warn")),
    ]
    for start, name in codes.items():
        found = [p for p in problems if p.code.startswith(start) and p.level.rank <= Level.ERROR.rank]
        paths = tuple(dict.fromkeys(p.path for p in found))
        rows.append(Row(name, "0 处", f"{len(found)} 处", _verdict(bool(found)), paths))
    return tuple(rows)


_VETOES = {"G04": "count", "G06": "veto", "G07": "veto"}
"""Rules that count columns → their threshold of a veto."""


def _home(facts: Facts, days: int) -> Row:
    newest = max((i.published.day for i in facts.catalog.items), default=None)
    age = (facts.today - newest).days if newest else -1
    wanted = "2 周内有更新" if days == 14 else f"{days} 天内有更新"
    return Row("首页不更新", wanted, f"{age} 天前" if newest else "没有信息", _verdict(not 0 <= age <= days))


def _counted(name: str, found: tuple[str, ...], veto: int, warn: int) -> Row:
    return Row(
        name, f"不满 {veto} 个", f"{len(found)} 个", _verdict(len(found) >= veto, len(found) >= warn), found
    )


def _verdict(failed: bool, near: bool = False) -> str:
    return "不合格" if failed else "预警" if near else "合格"
