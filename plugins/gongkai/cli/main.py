"""The entry point: collects the commands, and turns failures into a message and an exit code."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module

import click

from gongkai.cli.chinese import ChineseGroup, chinese_message

FINE, PROBLEMS, USAGE = 0, 1, 2


COMMANDS = {
    "build": "生成网站",
    "serve": "在本机预览",
    "check": "检查信息文件夹和网站",
    "init": "新建网站文件夹",
    "new": "新建一条信息",
    "import": "把 Word、网页、文本、表格导入成草稿",
    "fmt": "整理信息头，编索引号",
    "withdraw": "撤下一条信息",
    "stats": "统计公开数量",
    "cleanup": "生成规范性文件清理目录草稿",
    "report": "生成年度报告、通报、自查报告等草稿",
    "ledger": "依申请公开台账：登记、期限、统计",
    "pack": "把网站打成压缩文件",
    "verify": "核对网站文件有没有被改动",
    "schema": "输出信息头的 JSON Schema",
}
"""Each is a function of the module of its name; what it does stands here too, so that the overview imports none."""
_MODULES = {"import": "importing"}  # a word of Python's own


class _Commands(Mapping[str, click.Command]):
    """The commands by name, each imported when it is asked for: a build does not wait for what others need."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in COMMANDS:
            raise KeyError(name)
        module = _MODULES.get(name, name)
        found: click.Command = getattr(import_module(f"gongkai.cli.{module}"), module)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


group = ChineseGroup(
    "gongkai",
    commands=_Commands(),
    overview=COMMANDS,
    help="公开：把一个文件夹的 Markdown 信息条目变成完整的政务公开栏目页面。",
)


def _prepare() -> None:
    # Importing makes thousands of objects that stay: looking through them again and again takes a twelfth of a start.
    gc.set_threshold(50_000, 20, 100)
    # At the end Python would look through all that a build made, and take it apart piece by piece. Files are closed
    # by those who open them, so nothing waits for that: the system takes the memory back at once.
    atexit.register(gc.freeze)
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
