"""`gongkai report`: papers made from the folder; all of them internal until a person publishes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from gongkai.cli.chinese import ChineseGroup, common_options
from gongkai.cli.failures import told
from gongkai.cli.papers import one_page, output_options, pdf_bytes, report_folder, write_files, write_paper
from gongkai.typesetting.document import Document

HELP = """生成报告草稿：年度报告、通报、自查报告、台账、公开栏、公报。写到 reports/，不上网。

\b
例：gongkai report annual 2025
    gongkai report bulletin 2026-10
    gongkai report selfcheck
"""


@click.group(cls=ChineseGroup, help=HELP, short_help="生成年度报告、通报、自查报告等草稿")
def report() -> None:
    """The group of reports."""


ANNUAL = """政府信息公开工作年度报告草稿（国办公开办函〔2021〕30号的格式）：三张表按目录和申请数据填好，核对勾稽关系。

申请数据取自 content/applications.yml；没有写那一年的，从依申请公开台账统计。
〔请补充：……〕的地方由人填写；Markdown 放进 content 的“政府信息公开年报”栏目，写上日期和审核即可发布。

\b
例：gongkai report annual 2025
    gongkai report annual 2025 --format docx
"""


@report.command(help=ANNUAL, short_help="年度报告草稿")
@click.argument("year", type=click.IntRange(2021, 2099), metavar="年份")
@output_options
@common_options
def annual(
    year: int, output: str | None, forms: Sequence[str], today: str | None, config_file: str | None
) -> int:
    """Write the draft; 1 when its numbers do not agree with each other."""
    from gongkai.cli.applications_source import applications_of
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.mkdocs_plugins.paperwork import facts_of
    from gongkai.reporting.annual import make_draft

    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    _refuse_future(year, plan.loaded.catalog.today.year)
    folder = report_folder(context, output)
    applications, doubts = applications_of(context, year)
    draft = make_draft(facts_of(context, plan), year, applications)
    write_paper(draft.document, draft.markdown, f"{year}年政府信息公开工作年度报告", folder, context, forms)
    if draft.figures.carried_from == "report":
        click.echo(f"上年结转 {sum(draft.figures.carried_in)} 件，取自 {year - 1} 年年报的“结转下年度”。")
    for line in (*doubts, *(f"{p.code} {p.message} {p.hint}" for p in draft.problems)):
        click.echo(line)
    click.echo(f"还有 {draft.gaps} 处〔请补充〕要填写。" if draft.gaps else "没有要补充的地方。")
    return 1 if draft.problems or doubts else 0


def _refuse_future(year: int, this_year: int) -> None:
    if year > this_year:
        raise click.UsageError(f"{year} 年还没有到，没有可以统计的数字。要写上一年的，输入 {this_year - 1}。")


BULLETIN = """月度通报草稿：各单位（部门）、各栏目公开数量，更新不及时、空白、缺解读、缺反馈、公开超期的情况。

\b
例：gongkai report bulletin 2026-10
"""


@report.command(help=BULLETIN, short_help="月度通报草稿")
@click.argument("month", metavar="年-月")
@output_options
@common_options
def bulletin(
    month: str, output: str | None, forms: Sequence[str], today: str | None, config_file: str | None
) -> int:
    """Write the bulletin of a month."""
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.mkdocs_plugins.paperwork import facts_of
    from gongkai.reporting.bulletin import bulletin_document, make_bulletin
    from gongkai.typesetting.markdown import to_markdown

    match = re.fullmatch(r"(20\d\d)-(0?[1-9]|1[0-2])", month)
    if not match:
        raise click.UsageError(f"“{month}”不是月份，要写成 2026-10 这样。")
    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    folder = report_folder(context, output)
    try:
        found = make_bulletin(facts_of(context, plan), int(match[1]), int(match[2]))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    document = bulletin_document(found, plan.loaded.catalog.unit.name)
    text = f"# {document.title}\n\n{to_markdown(document)}"
    write_paper(document, text, f"{found.year}年{found.month:02d}月政务公开通报", folder, context, forms)
    return 0


SELFCHECK = """自查报告草稿：检查结果和统计数字。先运行 gongkai build，页面上的规则才查得到。

\b
例：gongkai report selfcheck
"""


@report.command(help=SELFCHECK, short_help="自查报告草稿")
@output_options
@common_options
def selfcheck(output: str | None, forms: Sequence[str], today: str | None, config_file: str | None) -> int:
    """Write the self-check report."""
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.mkdocs_plugins.inspection import inspect_site
    from gongkai.reporting.selfcheck import selfcheck_document
    from gongkai.typesetting.markdown import to_markdown

    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    folder = report_folder(context, output)
    document = selfcheck_document(inspect_site(context, plan), plan.loaded.catalog)
    text = f"# {document.title}\n\n{to_markdown(document)}"
    write_paper(document, text, f"{context.settings.today}自查报告", folder, context, forms)
    return 0


LEDGER = """主动公开台账（Excel）：每条信息一行，可以筛选；写了年份的附一张汇总表。

\b
例：gongkai report ledger
    gongkai report ledger --year 2026
"""


@report.command(help=LEDGER, short_help="主动公开台账（Excel）")
@click.option("--year", type=click.IntRange(1949, 2099), metavar="年份", help="只要这一年发布的")
@click.option("--output", "-o", metavar="文件夹", help="放在哪个文件夹，缺省为 reports")
@common_options
def ledger(year: int | None, output: str | None, today: str | None, config_file: str | None) -> int:
    """Write the workbook."""
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.mkdocs_plugins.paperwork import facts_of
    from gongkai.reporting.items_ledger import ledger_sheets
    from gongkai.typesetting.xlsx import to_xlsx

    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    folder = report_folder(context, output)
    calendar = facts_of(context, plan).calendar
    sheets = ledger_sheets(plan.loaded.catalog, calendar, plan.addresses.absolute, year)
    name = f"{year}年主动公开台账.xlsx" if year else "主动公开台账.xlsx"
    write_files({name: to_xlsx(sheets, sheets[0].title)}, folder)
    return 0


BOARD = """公开栏张贴页（PDF）：最新公开的信息，每条带二维码，手机一扫看全文。也可以放在电子屏上。

\b
例：gongkai report board
    gongkai report board --paper a3 --count 24
    gongkai report board --column 政务动态/公示
"""


@report.command(help=BOARD, short_help="公开栏张贴页（PDF，带二维码）")
@click.option("--paper", type=click.Choice(["a4", "a3"]), default="a4", help="纸张，缺省 a4")
@click.option("--count", type=click.IntRange(1, 200), metavar="条数", help="几条；缺省一页能放几条就几条")
@click.option("--column", "columns", multiple=True, metavar="栏目", help="只要这个栏目的，可以写几次")
@click.option("--output", "-o", metavar="文件夹", help="放在哪个文件夹，缺省为 reports")
@common_options
def board(
    paper: str,
    count: int | None,
    columns: Sequence[str],
    output: str | None,
    today: str | None,
    config_file: str | None,
) -> int:
    """Write the sheet."""
    from gongkai.cli.choosing import column_paths
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.reporting.board import FITTING, board_document, newest

    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    folder, catalog = report_folder(context, output), plan.loaded.catalog
    if not context.settings.url:
        raise click.UsageError("二维码要写网址：请先在 mkdocs.yml 写 site_url。")
    items = newest(catalog, count or FITTING[paper], column_paths(catalog, columns))

    def made(number: int) -> Document:
        chosen = items[:number]
        return board_document(chosen, catalog, plan.addresses.absolute, "a3" if paper == "a3" else "a4")

    document = made(count) if count else one_page(made, len(items), context)
    write_files({f"公开栏{context.settings.today}-{paper}.pdf": pdf_bytes(document, context)}, folder)
    return 0


GAZETTE = """政府公报的 PDF：封面、目录、页码。写在 content/gazette/ 这一期的旁边，下次生成网站时公布。

\b
例：gongkai report gazette 2026-01
"""


@report.command(help=GAZETTE, short_help="一期政府公报的 PDF")
@click.argument("number", metavar="期号")
@common_options
def gazette(number: str, today: str | None, config_file: str | None) -> int:
    """Write the pdf beside the issue: it is published, so it belongs to the content."""
    from gongkai.loading.gazette_file import FOLDER, read_gazette, resolve_issue
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.mkdocs_plugins.paperwork import body_blocks
    from gongkai.reporting.gazette import gazette_document

    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    catalog, content = plan.loaded.catalog, context.settings.content
    issues = {issue.slug: issue for issue in read_gazette(content, catalog.unit.name).issues}
    if number not in issues:
        known = f"有的期号：{'、'.join(issues)}。" if issues else f"{content.name}/{FOLDER}/ 里还没有公报。"
        raise click.UsageError(f"没有 {number} 这一期，或者它的文件有误（运行 gongkai check 看）。{known}")
    resolved = resolve_issue(issues[number], catalog)
    document = gazette_document(resolved, catalog.unit.name, body_blocks(plan))
    write_files({f"{number}.pdf": pdf_bytes(document, context)}, content / FOLDER)
    for problem in resolved.problems:
        click.echo(f"{problem.path} 第 {problem.line} 行：{problem.message}")
    return 1 if resolved.problems else 0


GUIDE = """政府信息公开指南草稿：条例第十二条、第二十九条要求的内容从 单位.yml 和栏目取来。

\b
例：gongkai report guide
"""


@report.command(help=GUIDE, short_help="政府信息公开指南草稿")
@output_options
@common_options
def guide(output: str | None, forms: Sequence[str], today: str | None, config_file: str | None) -> int:
    """Write the draft of the guide."""
    from gongkai.mkdocs_plugins.engine import run_check
    from gongkai.reporting.guide import guide_document, guide_front_matter
    from gongkai.typesetting.markdown import to_markdown

    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    folder = report_folder(context, output)
    document = guide_document(plan.loaded.catalog)
    text = guide_front_matter(document.title) + to_markdown(document)
    write_paper(document, text, "政府信息公开指南", folder, context, forms)
    return 0
