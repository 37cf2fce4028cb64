"""`gongkai check`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.mkdocs_plugins.context import Plan
from gongkai.mkdocs_plugins.engine import run_check
from gongkai.mkdocs_plugins.report import counts, held_json, problem_lines, summary
from gongkai.model.problem import Level, Problem

HELP = """检查信息文件夹：读不懂的文件、对不上的关联、栏目的问题。不生成网站。

\b
例：gongkai check
    gongkai check content/政策解读      只看一个文件夹
    gongkai check --level warning     有警告也算不通过
    gongkai check --format json       给别的程序读
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="检查信息文件夹")
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出文字或 JSON")
@click.option(
    "--level",
    type=click.Choice([level.value for level in Level]),
    default="error",
    help="达到哪一级算不通过，缺省 error",
)
@common_options
def check(paths: Sequence[str], form: str, level: str, today: str | None, config_file: str | None) -> int:
    """Judge the folder; 1 when a finding is at or above the level."""
    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    chosen = _below(plan.problems, paths, context.settings.root)
    if form == "json":
        click.echo(
            json.dumps(
                _as_json(plan, chosen, context.settings.today.isoformat()), ensure_ascii=False, indent=1
            )
        )
    else:
        click.echo("\n".join(_as_text(plan, chosen, complete=not paths)))
    return 1 if any(p.level.rank <= Level(level).rank for p in chosen) else 0


def _below(problems: Sequence[Problem], paths: Sequence[str], root: Path) -> tuple[Problem, ...]:
    wanted = []
    for path in paths:
        full = Path(path).resolve()
        if not full.exists():
            raise click.UsageError(f"找不到 {path}。")
        if not full.is_relative_to(root.resolve()):
            raise click.UsageError(f"{path} 不在网站文件夹 {root} 里。")
        wanted.append(full.relative_to(root.resolve()).as_posix())
    if not wanted or "." in wanted:
        return tuple(problems)
    return tuple(p for p in problems if any(p.path == w or p.path.startswith(w + "/") for w in wanted))


def _as_json(plan: Plan, problems: Sequence[Problem], today: str) -> dict[str, object]:
    catalog = plan.loaded.catalog
    return {
        "today": today,
        "counts": counts(problems),
        "held": [held_json(h) for h in catalog.held],
        "kept": [held_json(h) for h in catalog.kept],
        "problems": [
            {
                "code": p.code,
                "level": p.level.value,
                "path": p.path,
                "line": p.line,
                "field": p.field,
                "message": p.message,
                "hint": p.hint,
                "basis": p.basis,
            }
            for p in problems
        ],
    }


def _as_text(plan: Plan, problems: Sequence[Problem], complete: bool) -> list[str]:
    lines: list[str] = []
    for problem in problems:
        lines += problem_lines(problem)
    if complete:
        catalog = plan.loaded.catalog
        if catalog.held:
            lines += [
                "",
                f"暂不发布 {len(catalog.held)} 条：",
                *(f"  {h.path}：{h.reason}" for h in catalog.held),
            ]
        lines += ["", f"公开信息 {len(catalog.items)} 条。"]
    return [*lines, f"检查结果：{summary(problems)}"]
