"""The entry point: collects the commands, and turns failures into a message and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from gongkai.cli.build import build
from gongkai.cli.check import check
from gongkai.cli.chinese import ChineseGroup, chinese_message
from gongkai.cli.fmt import fmt
from gongkai.cli.init import init
from gongkai.cli.new import new
from gongkai.cli.pack import pack
from gongkai.cli.serve import serve
from gongkai.cli.verify import verify
from gongkai.cli.withdraw import withdraw

FINE, PROBLEMS, USAGE = 0, 1, 2


@click.group(cls=ChineseGroup, help="公开：把一个文件夹的 Markdown 信息条目变成完整的政务公开栏目页面。")
def group() -> None:
    """Nothing of its own."""


for command in (build, serve, check, init, new, fmt, withdraw, pack, verify):
    group.add_command(command)


def _prepare() -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; exit code 0 fine, 1 problems found, 2 wrong usage."""
    _prepare()
    try:
        result = group.main(args=arguments, prog_name="gongkai", standalone_mode=False)
    except click.Abort:
        click.echo("已中断。", err=True)
        sys.exit(PROBLEMS)
    except click.UsageError as error:
        click.echo(chinese_message(error), err=True)
        if error.ctx is not None:
            click.echo(f"看说明：{error.ctx.command_path} --help", err=True)
        sys.exit(USAGE)
    except click.ClickException as error:
        click.echo(error.message, err=True)
        sys.exit(error.exit_code)
    sys.exit(result if isinstance(result, int) else FINE)
