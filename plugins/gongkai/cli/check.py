"""`gongkai check`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from gongkai.checks.inspect import chosen_paths
from gongkai.checks.reports.html import html_report
from gongkai.checks.reports.ics import ics_report
from gongkai.checks.reports.json import json_report
from gongkai.checks.reports.sarif import sarif_report
from gongkai.checks.reports.text import text_report
from gongkai.checks.result import Result
from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.loading.collector import collector_off
from gongkai.mkdocs_plugins.engine import run_check
from gongkai.mkdocs_plugins.inspection import inspect_site
from gongkai.mkdocs_plugins.ledger_check import with_ledger
from gongkai.model.problem import Level

HELP = """检查信息文件夹和生成的网站：检查组会看到的问题，先由这里说出来。不生成网站，结果不上网。

\b
例：gongkai check
    gongkai check content/政策解读            只看一个文件夹
    gongkai check --changed                 只看上次提交以后改过的
    gongkai check --level warning           有警告也算不通过
    gongkai check --format html -o reports/自查报告.html
    gongkai check --format ics -o reports/到期提醒.ics
    gongkai check --fix-metadata            清除附件里的作者、GPS 等信息
"""

_FORMS: Mapping[str, Callable[[Result], str]] = {
    "text": text_report,
    "json": json_report,
    "sarif": sarif_report,
    "html": html_report,
    "ics": ics_report,
}


@click.command(cls=ChineseCommand, help=HELP, short_help="检查信息文件夹和网站")
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", help="输出的格式，缺省是文字"
)
@click.option("--output", "-o", metavar="文件", help="写到文件，不显示；放在 reports/ 里，不要放进网站")
@click.option(
    "--level",
    type=click.Choice([level.value for level in Level]),
    default="error",
    help="达到哪一级算不通过，缺省 error",
)
@click.option("--changed", is_flag=True, help="只检查上次提交以后改过的信息和与它们关联的信息")
@click.option("--no-site", is_flag=True, help="不检查生成的网页")
@click.option("--fix-metadata", is_flag=True, help="清除附件属性里的个人信息，逐个询问")
@common_options
@collector_off()
def check(
    paths: Sequence[str],
    form: str,
    output: str | None,
    level: str,
    changed: bool,
    no_site: bool,
    fix_metadata: bool,
    today: str | None,
    config_file: str | None,
) -> int:
    """Judge the folder; 1 when a finding is at or above the level."""
    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    root = context.settings.root
    wanted = _wanted(paths, root)
    if fix_metadata:
        from gongkai.cli.cleaning import clean_files  # pypdf and Pillow take long to load

        return clean_files(plan.loaded, context.settings.content, wanted)
    result = inspect_site(context, plan, changed, pages=not no_site)
    result = result if changed else with_ledger(context, result)
    result = chosen_paths(result, wanted) if wanted else result
    text = text_report(result, complete=not wanted) if form == "text" else _FORMS[form](result)
    _tell(text, output, context.settings.site_folder)
    return 1 if any(p.level.rank <= Level(level).rank for p in result.problems) else 0


def _tell(text: str, output: str | None, site: Path) -> None:
    if output is None:
        click.echo(text)
        return
    target = Path(output).resolve()
    if target.is_relative_to(site.resolve()):
        raise click.UsageError(f"检查结果是内部材料，不能写进网站文件夹 {site}。可以写到 reports/ 里。")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode("utf-8"))
    click.echo(f"已写到 {target}")


def _wanted(paths: Sequence[str], root: Path) -> frozenset[str]:
    wanted = set()
    for path in paths:
        full = Path(path).resolve()
        if not full.exists():
            raise click.UsageError(f"找不到 {path}。")
        if not full.is_relative_to(root.resolve()):
            raise click.UsageError(f"{path} 不在网站文件夹 {root} 里。")
        wanted.add(full.relative_to(root.resolve()).as_posix())
    return frozenset() if "." in wanted else frozenset(wanted)
