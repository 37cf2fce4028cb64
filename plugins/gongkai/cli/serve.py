"""`gongkai serve`."""

from __future__ import annotations

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.mkdocs_plugins.preview.run import run_preview

HELP = """在本机预览网站，保存文件后自动刷新；按 Ctrl+C 结束。

草稿也会显示，只有您自己看得到。有误的信息显示成一页说明。

\b
例：gongkai serve
    gongkai serve --port 8080
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="在本机预览")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, metavar="端口", help="端口，缺省 8000")
@click.option("--open", "open_browser", is_flag=True, help="打开浏览器")
@common_options
def serve(port: int, open_browser: bool, today: str | None, config_file: str | None) -> None:
    """Preview until interrupted."""
    with told():
        run_preview(config_file, port, open_browser, {"GONGKAI_TODAY": today}, click.echo)
