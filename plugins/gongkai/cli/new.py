"""`gongkai new`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.cli.finding import the_item
from gongkai.loading.new_item import NewItem, new_text
from gongkai.loading.numbers_file import NUMBERS_FILE, highest, next_number, numbers_text, read_numbers
from gongkai.loading.placing import column_names, place
from gongkai.loading.schema import make_schema
from gongkai.loading.site import Loaded
from gongkai.mkdocs_plugins.context import Settings
from gongkai.mkdocs_plugins.engine import run_check
from gongkai.model.column import Column
from gongkai.model.item import Item
from gongkai.views.texts import quoted_title

HELP = """新建一条信息：放进栏目的文件夹，编好索引号，列出这个栏目要写的字段。

新建的信息是草稿，只在预览里看得到；写好、审完以后删去“草稿”一行。

\b
例：gongkai new --column 通知公告 --title 关于停水检修的通知
    gongkai new --interprets 青政发〔2026〕12号      给这个文件写解读
"""


NO_CODE = "content/单位.yml 里还没有“统一社会信用代码”。写好以后运行 gongkai fmt 编号。"
"""Without the unit's code there is no index number."""


@click.command(cls=ChineseCommand, help=HELP, short_help="新建一条信息")
@click.option("--column", metavar="栏目", help="栏目的名称或全路径，例如 通知公告")
@click.option("--title", metavar="标题", help="信息的标题")
@click.option("--interprets", metavar="文件", help="要解读的文件：发文字号、索引号或文件路径")
@common_options
def new(
    column: str | None, title: str | None, interprets: str | None, today: str | None, config_file: str | None
) -> int:
    """Write the file of a new item and record its number."""
    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    settings, loaded = context.settings, plan.loaded
    policy = _policy(loaded, interprets, settings.content.name) if interprets else None
    home = _column(loaded, column, bool(policy))
    title = title or (f"{quoted_title(policy.title)}解读" if policy else _asked("标题", "--title"))
    number, numbers = _number(settings, loaded)
    item = NewItem(title.strip(), home, number, settings.today, policy)
    target = settings.content / item.path
    if target.exists():
        raise click.UsageError(f"{target} 已经有了，请换一个标题，或直接改那个文件。")
    target.parent.mkdir(parents=True, exist_ok=True)
    tables = loaded.catalog.tables
    target.write_text(new_text(item, make_schema(tables), tables), encoding="utf-8", newline="\n")
    if numbers:
        (settings.content / NUMBERS_FILE).write_text(numbers, encoding="utf-8", newline="\n")
    click.echo(f"已新建 {target}" + (f"，索引号 {number}。" if number else "。"))
    if not number:
        click.echo(f"没有编索引号：{NO_CODE}")
    click.echo("写好内容以后用 gongkai serve 预览；审完后删去“草稿”一行。")
    return 0


def _policy(loaded: Loaded, text: str, content: str) -> Item:
    """The public document that is to be explained; one that is still a draft has to be named by hand."""
    try:
        return the_item(loaded.catalog, text, content)
    except click.UsageError as error:
        way = "文件还没有公开的，先用 gongkai new --column 本级政策解读 新建解读，再写“政策原文: 发文字号”。"
        raise click.UsageError(f"{error.message}\n{way}") from None


def _asked(name: str, option: str) -> str:
    """Ask a person at a terminal; elsewhere the option must be given."""
    if not sys.stdin.isatty():
        raise click.UsageError(
            f"请写明{name}，例如 {option} {'通知公告' if name == '栏目' else '关于……的通知'}"
        )
    return str(click.prompt(name))


def _column(loaded: Loaded, written: str | None, interpretation: bool) -> Column:
    tree = loaded.catalog.tree
    if not written and interpretation:
        readings = [leaf for leaf in tree.leaves() if leaf.kind == "interpretation" and leaf.is_filed]
        if readings:
            return next((leaf for leaf in readings if leaf.level == "本级"), readings[0])
    placed = place((written or _asked("栏目", "--column"),), "", "", 0, column_names(tree))
    if placed.problem:
        raise click.UsageError(f"{placed.problem.message}\n请改：{placed.problem.hint}")
    return tree.columns[placed.columns[0]]


def _number(settings: Settings, loaded: Loaded) -> tuple[str, str]:
    """The next free index number and the text of 索引号.yml that records it; empty without a unit code."""
    code = loaded.catalog.unit.code
    if not code:
        return "", ""
    recorded, _ = read_numbers(settings.content, f"{settings.content.name}/")
    known = highest(recorded, _used(loaded))
    number = next_number(code, f"{settings.today:%Y%m}", known)
    return number, numbers_text(highest(known, (number,)))


def _used(loaded: Loaded) -> Iterator[str]:
    yield from loaded.catalog.by_number
    yield from (held.index_number for held in loaded.held)
    yield from (broken.index_number for broken in loaded.broken)
