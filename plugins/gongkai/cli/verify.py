"""`gongkai verify`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand
from gongkai.exports.manifest import ManifestError
from gongkai.exports.manifest import verify as compare

SHOWN = 50

HELP = """核对网站文件夹：每个文件和 manifest.json 里的校验值是否一致，有没有缺少、被改动或多出的文件。

\b
例：gongkai verify site
    gongkai verify /var/www/qingshan
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="核对网站文件有没有被改动")
@click.argument("folder", metavar="网站文件夹", type=click.Path(path_type=Path))
def verify(folder: Path) -> int:
    """Compare a folder with its manifest; 1 when something differs."""
    if not folder.is_dir():
        raise click.UsageError(f"找不到文件夹 {folder}。")
    try:
        found = compare(folder)
    except ManifestError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"读文件失败（{error.strerror}）：{error.filename}") from error
    for difference in found[:SHOWN]:
        click.echo(f"{difference.fault.value}：{difference.path}")
    if len(found) > SHOWN:
        click.echo(f"……另有 {len(found) - SHOWN} 个")
    counts = Counter(difference.fault.value for difference in found)
    summary = "，".join(f"{name} {count} 个" for name, count in sorted(counts.items()))
    click.echo(f"核对结果：{summary}。" if found else "核对结果：全部一致。")
    return 1 if found else 0
