"""`gongkai pack`."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.exports.archive import write_archive
from gongkai.exports.manifest import NAME, ManifestError, read_manifest, verify
from gongkai.mkdocs_plugins.engine import run_check

HELP = """把生成好的网站打成一个压缩文件，交给网站管理单位。

先核对网站文件；同样的网站打出的压缩文件逐字节相同。

\b
例：gongkai pack
    gongkai pack -o 青山镇.zip
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="把网站打成压缩文件")
@click.option("-o", "--output", metavar="文件", type=click.Path(path_type=Path), help="缺省为 site.zip")
@common_options
def pack(output: Path | None, today: str | None, config_file: str | None) -> int:
    """Write the zip file beside the site, through a file of another name, so that none is ever half made."""
    with told():
        context, _ = run_check(config_file, {"GONGKAI_TODAY": today})
    site = context.settings.site_folder
    paths = _checked(site)
    target = output or site.with_name(f"{site.name}.zip")
    if target.resolve().is_relative_to(site.resolve()):
        raise click.UsageError(f"压缩文件不能放在网站文件夹 {site} 里面，请换一个地方。")
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as file:
            count = write_archive(site, paths, file)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.ClickException(f"压缩文件写不成（{error.strerror}）：{target}") from error
    click.echo(f"已打成 {target}，共 {count} 个文件，{target.stat().st_size / 1048576:.1f} MB。")
    return 0


def _checked(site: Path) -> tuple[str, ...]:
    """The site's files, if they are as its manifest says."""
    try:
        wrong = verify(site)
        paths = (*read_manifest(site), NAME)
    except ManifestError as error:
        raise click.ClickException(f"{error}\n请先运行 gongkai build。") from error
    if wrong:
        first = "\n".join(f"  {d.fault.value}：{d.path}" for d in wrong[:10])
        raise click.ClickException(
            f"网站文件和清单有 {len(wrong)} 处不一致，请先运行 gongkai build：\n{first}"
        )
    return paths
