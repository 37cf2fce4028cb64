"""`gongkai withdraw`."""

from __future__ import annotations

import click

from gongkai.cli.chinese import ChineseCommand, common_options
from gongkai.cli.failures import told
from gongkai.loading.edit import set_fields
from gongkai.mkdocs_plugins.engine import run_check
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.numbers import doc_number_key, index_number_key

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
    found = _find(plan.loaded.catalog, item, context.settings.content.name)
    if not found:
        raise click.UsageError(f"已公开的信息里没有“{item}”。请写索引号、发文字号或文件路径。")
    if len(found) > 1:
        names = "\n".join(f"  {i.index_number}  {i.title}  {i.path}" for i in found)
        raise click.UsageError(f"“{item}”对得上 {len(found)} 条信息，请改用索引号：\n{names}")
    target = found[0]
    path = context.settings.content / target.path
    text = path.read_bytes().decode("utf-8-sig")
    day = context.settings.today.isoformat()
    changed = set_fields(text, {"撤下日期": day, "撤下原因": reason.strip()})
    path.write_bytes(changed.encode())
    click.echo(
        f"已在 {path} 写入撤下日期 {day}。《{target.title}》下次生成网站时撤下，地址 {target.address} 保留。"
    )
    return 0


def _find(catalog: Catalog, text: str, content: str) -> list[Item]:
    by_number = [i for i in catalog.items if index_number_key(i.index_number) == index_number_key(text)]
    by_doc = list(catalog.by_doc_number.get(doc_number_key(text), ()))
    path = text.replace("\\", "/").removeprefix("./").removeprefix(content + "/")
    by_path = [i for i in catalog.items if i.path == path]
    return by_number or by_path or by_doc
