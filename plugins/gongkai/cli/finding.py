"""Items that are named on the command line: by index number, document number or path."""

from __future__ import annotations

import click

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.numbers import doc_number_key, index_number_key


def find_items(catalog: Catalog, text: str, content: str) -> tuple[Item, ...]:
    """The public items that a text may mean; `content` is the name of the content folder."""
    by_number = tuple(i for i in catalog.items if index_number_key(i.index_number) == index_number_key(text))
    path = text.replace("\\", "/").removeprefix("./").removeprefix(content + "/")
    by_path = tuple(i for i in catalog.items if i.path == path)
    return by_number or by_path or catalog.by_doc_number.get(doc_number_key(text), ())


def the_item(catalog: Catalog, text: str, content: str) -> Item:
    """The one public item that a text means; click.UsageError when there is none or more than one."""
    found = find_items(catalog, text, content)
    if not found:
        raise click.UsageError(f"已公开的信息里没有“{text}”。请写索引号、发文字号或文件路径。")
    if len(found) > 1:
        names = "\n".join(f"  {i.index_number}  {i.title}  {i.path}" for i in found)
        raise click.UsageError(f"“{text}”对得上 {len(found)} 条信息，请改用索引号：\n{names}")
    return found[0]
