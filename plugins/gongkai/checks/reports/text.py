"""Text for a terminal, grouped by file, each finding with what to type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.checks.reports.groups import PAGES, Group, blocks
from gongkai.checks.result import LEVEL_NAMES, Result
from gongkai.model.problem import Level

SOON = 30
MUST_FIRST = 10
SHOWN = 24
"""Places of one finding that a terminal is given; the other reports have all."""


def text_report(result: Result, complete: bool = True) -> str:
    """The report; `complete` adds what is held, the score table and the forecast of the next weeks."""
    lines = [line for path, groups in blocks(result.problems) for line in _file(path, groups)]
    if complete:
        lines += [*_held(result), *_score(result), *_forecast(result)]
        lines += ["", f"公开信息 {result.items} 条。"]
    lines += [f"注意：{note}" for note in result.notes]
    if result.waived:
        lines.append(f"已豁免 {len(result.waived)} 处（见 content/waivers.yml）。")
    return "\n".join([*lines, f"检查结果：{result.summary()}", *_blocking(result)]).lstrip("\n")


def _blocking(result: Result) -> list[str]:
    """The very last lines, always on the screen: what stops the next build, however much else was found."""
    places = list(dict.fromkeys((p.path, p.line) for p in result.problems if p.level is Level.BLOCK))
    listed = [f"  {path}" + (f" 第 {line} 行" if line else "") for path, line in places[:MUST_FIRST]]
    more = [f"  ……另有 {len(places) - MUST_FIRST} 处"] if len(places) > MUST_FIRST else []
    return ["必须先改，改了才能生成网站：", *listed, *more] if listed else []


def _file(path: str, groups: Sequence[Group]) -> Iterator[str]:
    yield path
    for group in groups:
        problem = group.first
        named = problem.field in problem.message  # an empty one too
        field = "" if named else f"“{problem.field}” "
        yield f"  {_where(path, group)}[{LEVEL_NAMES[problem.level]} {problem.code}] {field}{group.message}"
        yield from _hint(group)
        if problem.basis:
            yield f"      依据：{problem.basis}"


def _where(path: str, group: Group) -> str:
    """Where a finding of a file stands: its line, its page, or how many there are."""
    if len(group.problems) > 1:
        return f"{len(group.problems)} 处 "
    line = f"第 {group.first.line} 行 " if group.first.line else ""
    return f"{group.first.path} " if path == PAGES else line


def _hint(group: Group) -> Iterator[str]:
    places = group.places() if len(group.problems) > 1 else ()
    if places:
        more = f"……另有 {len(places) - SHOWN} 处，全部见 --format html" if len(places) > SHOWN else ""
        yield f"      这些：{'、'.join(places[:SHOWN])}{more}"
    same = len({p.hint for p in group.problems}) == 1
    for number, line in enumerate(group.first.hint.split("\n") if group.first.hint else ()):
        start = "请改：" if same else "例如第一处，请改："
        yield f"      {start if not number else '      '}{line}"


def _held(result: Result) -> list[str]:
    listed = [f"  {h.path}：{h.reason}" for h in result.held]
    return ["", f"暂不发布 {len(listed)} 条：", *listed] if listed else []


def _score(result: Result) -> list[str]:
    rows = []
    for row in result.rows:
        rows.append(f"  [{row.verdict}] {row.indicator}：{row.found}（要求 {row.threshold}）")
        rows += [f"      {'、'.join(row.names)}"] if row.names else []
    return ["", "检查指标：", *rows] if rows else []


def _forecast(result: Result) -> list[str]:
    soon = [d for d in result.deadlines if 0 <= d.left(result.today) <= SOON]
    return ["", f"{SOON} 天内到期：", *(f"  {d.text(result.today)}" for d in soon)] if soon else []
