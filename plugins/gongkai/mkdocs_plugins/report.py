"""What a build tells: figures, findings, and what changed for the public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai.model.problem import LEVEL_NAMES, Held, Level, Problem

SHOWN = 20
"""Longer lists are cut; `gongkai check` shows everything."""


@dataclass(frozen=True, slots=True)
class PublicChanges:
    """Items whose pages appeared, changed or went (新增, 修改, 撤下), as `title（address）`."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The result of one build; `folder` is where the site lies."""

    folder: str
    items: int
    pages: int
    rendered: int
    unchanged: int
    removed: int
    seconds: float
    problems: tuple[Problem, ...]
    held: tuple[Held, ...]
    kept: tuple[Held, ...]
    changes: PublicChanges
    first: bool
    """Whether there was no former site: then nothing is listed as new."""
    profile: tuple[str, ...] = ()
    """Where the time went, line by line (`--profile`)."""
    notes: tuple[str, ...] = ()
    """What the person who builds should know of this machine: a state that was thrown away, a folder not writable."""

    def as_json(self) -> dict[str, object]:
        """The object that `gongkai build --format json` prints."""
        return {
            "items": self.items,
            "pages": self.pages,
            "rendered": self.rendered,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "seconds": round(self.seconds, 2),
            "problems": counts(self.problems),
            "held": [held_json(h) for h in self.held],
            "kept": [held_json(h) for h in self.kept],
            "changes": {
                "added": list(self.changes.added),
                "changed": list(self.changes.changed),
                "removed": list(self.changes.removed),
            },
        }


def counts(problems: Sequence[Problem]) -> dict[str, int]:
    """Findings by level, each level named."""
    found = Counter(problem.level.value for problem in problems)
    return {level.value: found[level.value] for level in Level}


def held_json(held: Held) -> dict[str, str]:
    """One item that is left out or kept, as in `check --format json`."""
    return {"path": held.path, "index_number": held.index_number, "reason": held.reason}


def problem_lines(problem: Problem) -> list[str]:
    """A finding in two or three lines: place, what is wrong, what to type."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    named = not problem.field or f"“{problem.field}”" in problem.message
    field = "" if named else f"“{problem.field}” "
    lines = [f"{place} [{LEVEL_NAMES[problem.level]} {problem.code}] {field}{problem.message}"]
    if problem.hint:
        lines += [
            f"    请改：{line}" if n == 0 else f"          {line}"
            for n, line in enumerate(problem.hint.split("\n"))
        ]
    if problem.basis:
        lines.append(f"    依据：{problem.basis}")
    return lines


def summary(problems: Sequence[Problem]) -> str:
    """`阻断 1 · 错误 2 · 警告 3`, or that nothing was found."""
    found = counts(problems)
    parts = [f"{LEVEL_NAMES[Level(level)]} {n}" for level, n in found.items() if n]
    return " · ".join(parts) or "没有发现问题"


def _cut(title: str, lines: Sequence[str]) -> list[str]:
    shown = [f"  {line}" for line in lines[:SHOWN]]
    more = [f"  ……另有 {len(lines) - SHOWN} 条"] if len(lines) > SHOWN else []
    return [f"{title} {len(lines)} 条", *shown, *more] if lines else []


def report_lines(report: BuildReport) -> list[str]:
    """The end of every build, in Chinese."""
    lines = [
        f"已生成 {report.pages} 个页面，公开信息 {report.items} 条，用时 {report.seconds:.1f} 秒：{report.folder}"
    ]
    if report.first:
        lines.append("这是第一次生成，以后每次会列出新增、修改和撤下的信息。")
    else:
        lines += _cut("新增", report.changes.added)
        lines += _cut("修改", report.changes.changed)
        lines += _cut("撤下", report.changes.removed)
        if not (report.changes.added or report.changes.changed or report.changes.removed):
            lines.append("对公众没有变化。")
    lines += _cut("暂不发布", [f"{h.path}：{h.reason}" for h in report.held])
    lines += _cut("沿用上次版本（原文件有误，请尽快改正）", [f"{h.path}：{h.reason}" for h in report.kept])
    lines.append(
        f"检查结果：{summary(report.problems)}" + ("（详见 gongkai check）" if report.problems else "")
    )
    return [*lines, *report.notes]


def item_changes(
    added: Sequence[str],
    changed: Sequence[str],
    removed: Sequence[str],
    titles: Mapping[str, str],
    notices: Collection[str] = (),
) -> PublicChanges:
    """File paths of a publication → items; `titles` maps an item page's file to its wording.

    A page among `notices` (of withdrawn items) that was written counts as 撤下, although its address stays.
    """

    def name(paths: Iterable[str]) -> tuple[str, ...]:
        pages = (p for p in sorted(paths) if p.startswith("info/") and p.endswith("/index.html"))
        return tuple(titles.get(p, f"/{p.removesuffix('index.html')}") for p in pages)

    gone = (*removed, *(p for p in (*added, *changed) if p in notices))
    new, altered = (name(p for p in paths if p not in notices) for paths in (added, changed))
    return PublicChanges(new, altered, name(gone))
