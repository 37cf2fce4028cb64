"""`gongkai cleanup`."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told

HELP = """生成行政规范性文件清理目录草稿：继续有效、废止、失效、一年内到期、没有规定有效期的文件。

写到 reports/，不上网；核对以后放进 content 的相应栏目，补上日期和审核即可发布。

\b
例：gongkai cleanup
    gongkai cleanup --today 2026-12-31
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="生成规范性文件清理目录草稿")
@click.option(
    "--output", "-o", metavar="文件", help="写到哪个文件，缺省在 reports/ 里；不能写进网站或 content"
)
@common_options
def cleanup(output: str | None, today: str | None, config_file: str | None) -> int:
    """Write the draft."""
    from gongkai.cli.papers import FOLDER, refuse_public
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.reporting.cleanup import cleanup_draft

    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    found, text = cleanup_draft(plan.loaded.catalog)
    target = Path(output) if output else context.settings.root / FOLDER / "规范性文件清理目录.md"
    refuse_public(context, target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"文件写不成（{error.strerror}）：{target}") from error
    click.echo(f"共 {found.total} 件，已写入 {target}。")
    return 0
