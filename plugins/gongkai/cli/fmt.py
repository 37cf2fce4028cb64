"""`gongkai fmt`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.loading.decode import BOM
from gongkai.loading.numbers_file import NUMBERS_FILE
from gongkai.loading.tidy import Tidied, Tidying, tidy
from gongkai.mkdocs_plugins.context import Settings
from gongkai.mkdocs_plugins.engine import run_check
from gongkai.mkdocs_plugins.planning_stage import load_options
from gongkai.mkdocs_plugins.report import problem_lines
from gongkai.planning.last_good import LastGood

HELP = """整理信息头：给没有索引号的编号，日期写成 2026-05-03，发文字号写成〔2026〕。

正文不动。编到几号记在 content/索引号.yml，用过的号不再用。

\b
例：gongkai fmt
    gongkai fmt content/政务动态      只整理一个文件夹
    gongkai fmt --check            只看要改什么，不写文件
    gongkai fmt --fix              两条没公开的信息索引号重复时，给后一条换号
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="整理信息头，编索引号")
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option("--check", "only_check", is_flag=True, help="只看不改；有要改的，退出码为 1")
@click.option("--fix", is_flag=True, help="索引号重复时，给没公开的后一条换号")
@common_options
def fmt(paths: Sequence[str], only_check: bool, fix: bool, today: str | None, config_file: str | None) -> int:
    """Write what `tidy` says, or only show it; 1 when something is left to do."""
    with told():
        context, _ = run_check(config_file, {"GONGKAI_TODAY": today})
    settings = context.settings
    found = _tidy(settings, fix)
    if found.problems:
        raise click.ClickException("\n".join(line for p in found.problems for line in problem_lines(p)))
    files = [file for file in found.files if _chosen(file, paths, settings.root)]
    for file in files:
        click.echo(f"{file.path}：{'；'.join(file.notes)}")
        if not only_check:
            _write(file.file, file.text)
    if found.numbers and not only_check:
        (settings.content / NUMBERS_FILE).write_text(found.numbers, encoding="utf-8", newline="\n")
    for line in found.left:
        click.echo(f"要人工处理：{line}")
    click.echo(_summary(len(files), only_check))
    return 1 if found.left or (only_check and files) else 0


def _tidy(settings: Settings, fix: bool) -> Tidying:
    with LastGood(settings.state) as store:

        def was_public(path: str, number: str) -> bool:
            good = store.get(path)
            return good is not None and good.index_number == number

        shown = f"{settings.content.name}/"
        return tidy(settings.content, shown, load_options(settings), was_public, fix)


def _chosen(file: Tidied, paths: Sequence[str], root: Path) -> bool:
    full = (root / file.path).resolve()
    return not paths or any(full.is_relative_to(Path(path).resolve()) for path in paths)


def _write(file: Path, text: str) -> None:
    """Keep a BOM that was there; every other byte is in the text."""
    mark = BOM if file.read_bytes().startswith(BOM) else b""
    file.write_bytes(mark + text.encode())


def _summary(count: int, only_check: bool) -> str:
    if not count:
        return "不用整理。"
    return f"{count} 个文件要整理，运行 gongkai fmt 写入。" if only_check else f"已整理 {count} 个文件。"
