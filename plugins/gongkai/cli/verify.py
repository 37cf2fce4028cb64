"""`gongkai verify`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand
from gongkai.cli.remote import Read, RemoteSite, Unreachable, WrongAddress, is_address, remote_site
from gongkai.exports.manifest import NAME, Difference, FileFact, ManifestError, differences
from gongkai.exports.manifest import verify as compare

SHOWN = 50
_STEP = 500
_DOWN = 8
"""After so many failures in a row the server is taken to be down."""

HELP = """核对网站：每个文件和 manifest.json 里的校验值是否一致，有没有缺少、被改动或多出的文件。

写文件夹，核对那个文件夹；写网址，从网上逐个读回来核对（多出的文件从网上看不出来，要在服务器上核对文件夹）。

\b
例：gongkai verify site
    gongkai verify /var/www/qingshan
    gongkai verify https://www.qingshan.example/zwgk/
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="核对网站文件有没有被改动")
@click.argument("site", metavar="网站文件夹或网址")
@click.option(
    "--timeout", type=click.IntRange(1, 600), default=20, metavar="秒", help="等服务器回答多少秒，缺省 20"
)
def verify(site: str, timeout: int) -> int:
    """Compare a folder or a published site with its manifest; 1 when something differs."""
    if is_address(site):
        return _remote(site, timeout)
    folder = Path(site)
    if not folder.is_dir():
        raise click.UsageError(f"找不到文件夹 {folder}。网址要以 https:// 或 http:// 开头。")
    try:
        found = compare(folder)
    except ManifestError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"读文件失败（{error.strerror}）：{error.filename}") from error
    _tell(found)
    click.echo(f"核对结果：{_summary(found)}。" if found else "核对结果：全部一致。")
    return 1 if found else 0


def _tell(found: list[Difference]) -> None:
    for difference in found[:SHOWN]:
        click.echo(f"{difference.fault.value}：{difference.path}")
    if len(found) > SHOWN:
        click.echo(f"……另有 {len(found) - SHOWN} 个")


def _summary(found: list[Difference]) -> str:
    counts = Counter(difference.fault.value for difference in found)
    return "，".join(f"{name} {count} 个" for name, count in sorted(counts.items()))


def _remote(address: str, timeout: int) -> int:
    try:
        site = remote_site(address, timeout)
        expected = site.manifest()
    except (WrongAddress, ManifestError) as error:
        raise click.UsageError(str(error)) from error
    except Unreachable as error:
        missing = (
            f"那里没有 {NAME}，不是 gongkai 生成的网站，或者网址不是网站的首页" if error.gone else str(error)
        )
        raise click.ClickException(f"{address}：{missing}。") from error
    read = list(_progress(_until_down(site, expected), len(expected)))
    troubles = [each for each in read if each.trouble]
    unread = {each.path for each in troubles} | (expected.keys() - {each.path for each in read})
    there = {each.path: each.fact for each in read if each.fact is not None}
    found = differences({path: fact for path, fact in expected.items() if path not in unread}, there)
    _tell(found)
    for each in troubles[:SHOWN]:
        click.echo(f"读不到：{each.path}：{each.trouble}")
    if len(read) < len(expected):
        click.echo(f"连续 {_DOWN} 个文件读不到，停止核对。")
    parts = [_summary(found)] if found else []
    parts += [f"没有核对 {len(unread)} 个"] if unread else []
    told = "，".join(parts) or "全部一致"
    click.echo(f"核对结果：清单里 {len(expected)} 个文件，{told}。网上看不出有没有多出的文件。")
    return 1 if found or unread else 0


def _until_down(site: RemoteSite, expected: dict[str, FileFact]) -> Iterator[Read]:
    """The files, until the server fails too often in a row."""
    failed = 0
    files = site.files(expected)
    for each in files:
        yield each
        failed = failed + 1 if each.trouble else 0
        if failed >= _DOWN:
            files.close()  # type: ignore[attr-defined] # it is a generator
            return


def _progress(files: Iterator[Read], count: int) -> Iterator[Read]:
    """A bar on a terminal, a line now and then elsewhere."""
    if sys.stderr.isatty():
        with click.progressbar(files, length=count, label="核对", file=sys.stderr) as bar:
            yield from bar
        return
    for number, each in enumerate(files, 1):
        yield each
        if number % _STEP == 0:
            click.echo(f"已核对 {number}/{count} 个文件", err=True)
