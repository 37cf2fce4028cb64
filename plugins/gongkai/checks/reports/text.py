"""Text for a terminal, grouped by file, each finding with what to type."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gongkai.checks.result import LEVEL_NAMES, Result
from gongkai.model.problem import Level, Problem

SOON = 30
MUST_FIRST = 10


def text_report(result: Result, complete: bool = True) -> str:
    """The report; `complete` adds what is held, the score table and the forecast of the next weeks."""
    lines = [
        line
        for path, group in groupby(result.problems, key=lambda p: p.path)
        for line in _file(path, [*group])
    ]
    if complete:
        lines += [*_held(result), *_score(result), *_forecast(result)]
        lines += ["", f"公开信息 {result.items} 条。"]
    lines += [f"注意：{note}" for note in result.notes]
    if result.waived:
        lines.append(f"已豁免 {len(result.waived)} 处（见 content/waivers.yml）。")
    return "\n".join([*lines, f"检查结果：{result.summary()}", *_blocking(result)])


def _blocking(result: Result) -> list[str]:
    """The very last lines, always on the screen: what stops the next build, however much else was found."""
    places = list(dict.fromkeys((p.path, p.line) for p in result.problems if p.level is Level.BLOCK))
    listed = [f"  {path}" + (f" 第 {line} 行" if line else "") for path, line in places[:MUST_FIRST]]
    more = [f"  ……另有 {len(places) - MUST_FIRST} 处"] if len(places) > MUST_FIRST else []
    return ["必须先改，改了才能生成网站：", *listed, *more] if listed else []


def _file(path: str, problems: list[Problem]) -> Iterator[str]:
    yield path
    for problem in problems:
        place = f"第 {problem.line} 行 " if problem.line else ""
        named = not problem.field or f"“{problem.field}”" in problem.message
        field = "" if named else f"“{problem.field}” "
        yield f"  {place}[{LEVEL_NAMES[problem.level]} {problem.code}] {field}{problem.message}"
        for number, line in enumerate(problem.hint.split("\n") if problem.hint else ()):
            yield f"      {'请改：' if not number else '      '}{line}"
        if problem.basis:
            yield f"      依据：{problem.basis}"


def _held(result: Result) -> list[str]:
    listed = [f"  {h.path}：{h.reason}" for h in result.held]
    return ["", f"暂不发布 {len(listed)} 条：", *listed] if listed else []


def _score(result: Result) -> list[str]:
    rows = [f"  [{row.verdict}] {row.indicator}：{row.found}（要求 {row.threshold}）" for row in result.rows]
    return ["", "检查指标：", *rows] if rows else []


def _forecast(result: Result) -> list[str]:
    soon = [d for d in result.deadlines if 0 <= d.left(result.today) <= SOON]
    return ["", f"{SOON} 天内到期：", *(f"  {d.text(result.today)}" for d in soon)] if soon else []
