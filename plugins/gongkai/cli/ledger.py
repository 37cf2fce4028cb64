"""`gongkai ledger`: the private ledger of applications, which lies outside the folder that git keeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from gongkai.cli.chinese import ChineseGroup, common_options
from gongkai.cli.failures import told
from gongkai.loading.dates import read_moment
from gongkai.loading.ledger_file import ENDINGS, HEADS, NAME, Ledger, find_ledger, ledger_line, read_ledger
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.model.applications import APPLICANTS, INTAKES, OUTCOMES

HELP = """依申请公开台账：登记、期限、办结、按年统计。台账有申请人的信息，放在网站资料外面的 ../台账/，不进 git、不上网。

\b
例：gongkai ledger init
    gongkai ledger add --channel 网上 --kind 自然人 --applicant 张某 --wanted 集体资产清查结果
    gongkai ledger list
    gongkai ledger close 2026-003 --outcome 予以公开
    gongkai ledger count 2026
"""
BOM = "\ufeff"


@click.group(cls=ChineseGroup, help=HELP, short_help="依申请公开台账：登记、期限、统计")
def ledger() -> None:
    """The group of commands on the ledger."""


def _open(config_file: str | None, today: str | None) -> tuple[BuildContext, Path, Ledger]:
    """The site's settings, the ledger's folder, and what stands in it."""
    from gongkai.mkdocs_plugins.applications import ledger_folder, ledger_of
    from gongkai.mkdocs_plugins.engine import run_check

    with told():
        context, _ = run_check(config_file, {"GONGKAI_TODAY": today})
    folder, found = ledger_folder(context), ledger_of(context)
    if folder is None or found is None:
        raise click.UsageError(
            "没有台账的位置：在 mkdocs.yml 的 plugins 下加“- gongkai/applications”；网站文件夹在 git 里面的，"
            "再写 ledger: 一个外面的文件夹。"
        )
    return context, folder, found


def _day(text: str | None, default: date) -> date:
    if not text:
        return default
    found = read_moment(text)
    if isinstance(found, str):
        raise click.UsageError(f"“{text}”不是日期，要写成 2026-05-03 这样。")
    return found.day


def _csv(found: Ledger) -> Path:
    """The ledger as a csv that may be written; one in Excel is edited there."""
    if found.path is None:
        raise click.UsageError("还没有台账。先运行：gongkai ledger init")
    if found.path.suffix != ENDINGS[0]:
        raise click.UsageError(f"台账是 Excel 文件，请直接在表里改：{found.path}")
    if found.problems:
        first = found.problems[0]
        raise click.UsageError(f"台账有 {len(found.problems)} 处有误，先改好再登记。{first.message}")
    return found.path


@ledger.command(help="建一个空台账。\n\n\b\n例：gongkai ledger init\n", short_help="建一个空台账")
@common_options
def init(today: str | None, config_file: str | None) -> int:
    """Write the heads, if there is no ledger yet."""
    _, folder, _ = _open(config_file, today)
    there = find_ledger(folder)
    if there is not None:
        raise click.UsageError(f"已经有台账了：{there}")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / (NAME + ENDINGS[0])
    target.write_bytes((BOM + ",".join(HEADS) + "\r\n").encode())
    click.echo(f"已建好 {target}，用 WPS 表格打开填写，或用 gongkai ledger add 登记。")
    return 0


@ledger.command(
    help="登记一件申请。\n\n\b\n例：gongkai ledger add --channel 网上 --kind 自然人 --applicant 张某 --wanted 集体资产清查结果\n",
    short_help="登记一件申请",
)
@click.option("--channel", type=click.Choice(INTAKES), required=True, help="接收渠道")
@click.option("--kind", type=click.Choice(APPLICANTS), required=True, help="申请人类型")
@click.option("--received", metavar="日期", help="收到日期，缺省为今天")
@click.option("--applicant", metavar="姓名或名称", default="", help="申请人")
@click.option("--wanted", metavar="内容", default="", help="申请内容")
@common_options
def add(
    channel: str,
    kind: str,
    received: str | None,
    applicant: str,
    wanted: str,
    today: str | None,
    config_file: str | None,
) -> int:
    """Add a row with the next number of the year."""
    from gongkai.checks.ledger import due
    from gongkai.checks.workdays import read_holidays

    context, folder, found = _open(config_file, today)
    path, day = _csv(found), _day(received, context.settings.today)
    used = [
        int(e.number[5:]) for e in found.entries if e.number[:5] == f"{day.year}-" and e.number[5:].isdigit()
    ]
    number = f"{day.year}-{max(used, default=0) + 1:03d}"
    values = {"登记号": number, "收到日期": day.isoformat(), "接收渠道": channel, "申请人类型": kind, "申请人": applicant, "申请内容": wanted}  # fmt: skip
    text = path.read_bytes()
    path.write_bytes(text + (b"" if text.endswith(b"\n") else b"\r\n") + _encoded(ledger_line(values), text))
    entry = next(e for e in read_ledger(folder, "").entries if e.number == number)
    last = due(entry, read_holidays(context.settings.content)[0], context.settings.today)
    click.echo(f"已登记 {number}，应在 {last} 前答复。")
    return 0


def _encoded(line: str, before: bytes) -> bytes:
    """A line in the encoding that the file has."""
    try:
        before.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.encode("gb18030")
    return line.encode()


@ledger.command(
    help="登记答复：办理结果和答复日期。\n\n\b\n例：gongkai ledger close 2026-003 --outcome 予以公开\n",
    short_help="登记答复",
)
@click.argument("number", metavar="登记号")
@click.option("--outcome", type=click.Choice(list(OUTCOMES)), required=True, help="办理结果")
@click.option("--answered", metavar="日期", help="答复日期，缺省为今天")
@common_options
def close(number: str, outcome: str, answered: str | None, today: str | None, config_file: str | None) -> int:
    """Write outcome and day into an open row."""
    context, folder, found = _open(config_file, today)
    path = _csv(found)
    entry = next((e for e in found.entries if e.number == number), None)
    if entry is None:
        opened = "、".join(e.number for e in found.entries if e.is_open) or "没有"
        raise click.UsageError(f"台账里没有登记号“{number}”。还没有答复的：{opened}。")
    if not entry.is_open:
        raise click.UsageError(f"{number} 已经在 {entry.answered} 答复（{entry.outcome}）。")
    day = _day(answered, context.settings.today)
    if day < entry.received:
        raise click.UsageError(f"答复日期 {day} 早于收到日期 {entry.received}。")
    _set(path, number, {"办理结果": outcome, "答复日期": day.isoformat()})
    after = next(e for e in read_ledger(folder, "").entries if e.number == number)
    click.echo(f"{number} 已办结：{after.outcome}，{after.answered}。")
    return 0


def _set(path: Path, number: str, values: Mapping[str, str]) -> None:
    """Change cells of the row with a number, and nothing else of the file."""
    import csv
    import io

    data = path.read_bytes()
    marked = data.startswith(BOM.encode())
    try:
        text, code = data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, code = data.decode("gb18030"), "gb18030"
    rows = list(csv.reader(io.StringIO(text, newline="")))
    heads = [head.strip() for head in rows[0]]
    heads += [name for name in values if name not in heads]
    for row in rows[1:]:
        if row and row[heads.index("登记号")].strip() == number:
            row.extend([""] * (len(heads) - len(row)))
            for name, value in values.items():
                row[heads.index(name)] = value
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\r\n").writerows([heads, *rows[1:]])
    beside = path.with_name(path.name + ".new")
    beside.write_bytes((BOM if marked else "").encode() + made.getvalue().encode(code))
    beside.replace(path)


@ledger.command(
    "list",
    help="没有答复的申请和答复期限。\n\n\b\n例：gongkai ledger list\n",
    short_help="没有答复的申请和期限",
)
@common_options
def list_open(today: str | None, config_file: str | None) -> int:
    """Open applications with their last days; 1 when the ledger has mistakes or something is late."""
    from gongkai.checks.ledger import ledger_deadlines, ledger_problems, waits
    from gongkai.checks.workdays import read_holidays

    context, _, found = _open(config_file, today)
    calendar, day = read_holidays(context.settings.content)[0], context.settings.today
    for deadline in sorted(ledger_deadlines(found.entries, calendar, day), key=lambda d: d.day):
        click.echo(deadline.text(day))
    for entry in found.entries:
        if waits(entry):
            click.echo(f"申请 {entry.number}：等申请人补正（{entry.correction_asked} 告知）")
    problems = list(ledger_problems(found, calendar, day))
    for problem in problems:
        click.echo(f"{problem.code} {problem.message} {problem.hint}")
    if not any(e.is_open for e in found.entries):
        click.echo("没有等待答复的申请。")
    return 1 if any(p.level.rank <= 2 for p in problems) else 0


@ledger.command(
    help="按年统计，写成 content/applications.yml 的样子；没有申请人的信息。\n\n\b\n例：gongkai ledger count 2026\n",
    short_help="按年统计，供年报使用",
)
@click.argument("year", type=click.IntRange(2008, 2099), metavar="年份")
@common_options
def count(year: int, today: str | None, config_file: str | None) -> int:
    """Print the year's numbers."""
    from gongkai.reporting.ledger_counts import applications_text, count_year

    _, _, found = _open(config_file, today)
    if found.path is None:
        raise click.UsageError("还没有台账。先运行：gongkai ledger init")
    click.echo(applications_text(count_year(found.entries, year)), nl=False)
    for problem in found.problems:
        click.echo(f"{problem.message} {problem.hint}", err=True)
    return 1 if found.problems else 0
