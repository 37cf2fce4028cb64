"""`gongkai stats`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.cli.papers import refuse_public

HELP = """统计公开数量：总数、各月、栏目、五公开、主题、渠道、解读形式、意见征集、回应关切、新闻发布和工作数据。

只数本单位主动公开的政府信息，每条计一次；转载上级的、工作动态、村务和党务、已撤下的不计入。

\b
例：gongkai stats                       各年总数和今年的统计
    gongkai stats --year 2025
    gongkai stats --year 2025 --format csv -o reports/2025年统计.csv
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="统计公开数量")
@click.option("--year", type=click.IntRange(1949, 2099), metavar="年份", help="哪一年，缺省是今年")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="输出的格式，缺省是文字",
)
@click.option("--output", "-o", metavar="文件", help="写到文件，不显示")
@common_options
def stats(year: int | None, form: str, output: str | None, today: str | None, config_file: str | None) -> int:
    """Print or write the figures of a year."""
    from gongkai.exports.statistics_files import lines_csv
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.statistics.records import year_lines, year_record
    from gongkai.statistics.years import yearly

    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    if output is not None:
        refuse_public(context, Path(output))
    catalog = plan.loaded.catalog
    wanted = year or catalog.today.year
    if form == "json":
        data = (json.dumps(year_record(catalog, wanted), ensure_ascii=False, indent=1) + "\n").encode()
    elif form == "csv":
        data = lines_csv(year_lines(catalog, wanted))
    else:
        series = "，".join(f"{line.name}{line.count}条" for line in yearly(catalog))
        lines = text_lines(year_lines(catalog, wanted))
        data = "\n".join([f"各年：{series or '没有'}", f"{wanted}年：", *lines, ""]).encode()
    return _tell(data, output)


def text_lines(lines: Sequence[Sequence[str]]) -> list[str]:
    """Figures for reading: one heading for each way of counting, one line for each figure."""
    shown: list[str] = []
    former = ""
    for _, way, name, count, unit, share, before, change in lines:
        if way != former:
            shown.append(f"【{way}】")
            former = way
        more = "，".join(
            text
            for text in (
                f"占{share}" if share and share != "—" else "",
                f"上年{before}，{change}" if before not in ("", "0") else "",
            )
            if text
        )
        shown.append(f"  {name}：{count}{unit}{f'（{more}）' if more else ''}")
    return shown


def _tell(data: bytes, output: str | None) -> int:
    if output is None:
        click.echo(data.decode("utf-8").removeprefix("\ufeff"), nl=False)
        return 0
    target = Path(output)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"文件写不成（{error.strerror}）：{output}") from error
    click.echo(f"已写入 {output}。")
    return 0
