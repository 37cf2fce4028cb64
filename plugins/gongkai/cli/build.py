"""`gongkai build`."""

from __future__ import annotations

import json

import click

from gongkai.cli.chinese import ChineseCommand, common_options, flag_value
from gongkai.cli.failures import told
from gongkai.mkdocs_plugins.building import build_site
from gongkai.mkdocs_plugins.report import report_lines

HELP = """生成网站。

有必须先改的问题（阻断）时不生成，原来的网站不动。

\b
例：gongkai build
    gongkai build --skip-broken        先发布没有问题的信息
    gongkai build --today 2026-12-31   看某一天的样子
    gongkai build --full --profile     看时间用在哪里
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="生成网站")
@click.option("--full", is_flag=True, help="全部重新生成，不用上次的结果")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="数", help="同时用几个进程，缺省与处理器核数相同")
@click.option("--site-dir", metavar="文件夹", help="网站放在哪里，缺省为 site")
@click.option("--skip-broken", is_flag=True, help="跳过有误的信息，先发布其余的；以前公开过的沿用上次版本")
@click.option("--strict", is_flag=True, help="有警告以上的问题也不生成")
@click.option("--force", is_flag=True, help="输出文件夹不是本程序生成的也写入")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出文字或 JSON")
@click.option("--profile", is_flag=True, help="列出各阶段用时和最慢的十个页面")
@common_options
def build(
    full: bool,
    jobs: int | None,
    site_dir: str | None,
    skip_broken: bool,
    strict: bool,
    force: bool,
    form: str,
    profile: bool,
    today: str | None,
    config_file: str | None,
) -> None:
    """Build the site and say what changed for the public."""
    values = {
        "GONGKAI_TODAY": today,
        "GONGKAI_FULL": flag_value(full),
        "GONGKAI_JOBS": str(jobs) if jobs else None,
        "GONGKAI_SKIP_BROKEN": flag_value(skip_broken),
        "GONGKAI_STRICT": flag_value(strict),
        "GONGKAI_FORCE": flag_value(force),
    }
    with told():
        report = build_site(config_file, site_dir, values)
    if profile:
        click.echo("\n".join(report.profile or ("没有要生成的，没有用时可列。",)), err=form == "json")
    if form == "json":
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
        for note in report.notes:
            click.echo(note, err=True)
    else:
        click.echo("\n".join(report_lines(report)))
