"""`gongkai withdraw`."""

from __future__ import annotations

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.cli.finding import find_withdrawn, the_item
from gongkai.loading.edit import set_fields
from gongkai.loading.schema import make_schema
from gongkai.mkdocs_plugins.engine import run_check
from gongkai.views.texts import quoted_title

HELP = """撤下一条已公开的信息：网页换成撤下说明，索引号和地址保留。

“条目”可以是索引号、发文字号或文件路径。只在文件头写入撤下日期和撤下原因，正文不动；
下次生成网站时生效。请注意：git 的历史里仍有原文。

\b
例：gongkai withdraw 青政发〔2026〕3号 --reason 内容有误，重新发布
"""


@click.command(cls=ChineseCommand, help=HELP, short_help="撤下一条信息")
@click.argument("item", metavar="条目")
@click.option("--reason", required=True, metavar="原因", help="向公众说明的原因")
@common_options
def withdraw(item: str, reason: str, today: str | None, config_file: str | None) -> int:
    """Write 撤下日期 and 撤下原因 into the item's front matter."""
    if not reason.strip():
        raise click.UsageError("请写明撤下原因，例如 --reason 内容有误，重新发布。")
    with told():
        context, plan = run_check(config_file, {"GONGKAI_TODAY": today})
    content = context.settings.content.name
    gone = find_withdrawn(plan.loaded.catalog, item, content)
    if gone is not None:
        raise click.UsageError(f"{quoted_title(gone.title)}已经在 {gone.withdrawn} 撤下，不用再撤。")
    target = the_item(plan.loaded.catalog, item, content)
    path = context.settings.content / target.path
    text = path.read_bytes().decode("utf-8-sig")
    day = context.settings.today.isoformat()
    schema = make_schema(plan.loaded.catalog.tables)
    changed = set_fields(
        text, {"撤下日期": day, "撤下原因": reason.strip()}, lambda name: schema.key_of(name, target.kind)
    )
    path.write_bytes(changed.encode())
    click.echo(
        f"已在 {path} 写入撤下日期 {day}。{quoted_title(target.title)}下次生成网站时撤下，地址 {target.address} 保留。"
    )
    return 0
