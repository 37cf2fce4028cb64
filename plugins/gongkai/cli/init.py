"""`gongkai init`."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand
from gongkai.loading.presets import PRESETS, read_preset, read_tables
from gongkai.loading.skeleton import skeleton

HELP = """建一个新的网站文件夹：配置、单位信息、栏目文件和说明。

已有的文件不会被覆盖。

\b
例：gongkai init 青山镇 --name 示例县青山镇人民政府
    gongkai init 民政局 --preset county-department
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="新建网站文件夹")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--preset", type=click.Choice(PRESETS), default="township", help="单位种类，决定栏目")
@click.option("--name", metavar="名称", help="单位全称，缺省用文件夹的名字")
def init(folder: Path, preset: str, name: str | None) -> int:
    """Write the skeleton; an existing file is left as it is and said so."""
    tree = read_preset(preset, read_tables())
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} 是一个文件，请换一个文件夹名。")
    written = 0
    for path, text in skeleton(name or folder.resolve().name, preset, tree):
        target = folder / path
        if target.exists():
            click.echo(f"已有，不动：{target}")
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        written += 1
    click.echo(
        f"已在 {folder} 建好 {written} 个文件（{tree.name}，{sum(1 for _ in tree.leaves())} 个末级栏目）。"
    )
    click.echo(f"下一步：先改 {folder / 'content' / '单位.yml'} 和 {folder / 'mkdocs.yml'} 里的网址；")
    click.echo(f"再进入文件夹（cd {folder}），运行 check 检查、serve 预览、build 生成。")
    return 0
