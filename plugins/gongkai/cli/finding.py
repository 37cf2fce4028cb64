"""Items that are named on the command line: by index number, document number or path."""

from __future__ import annotations

import click

from gongkai.loading.field_types import nearest
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.numbers import doc_number_key, index_number_key
from gongkai.views.texts import quoted_title


def find_items(catalog: Catalog, text: str, content: str) -> tuple[Item, ...]:
    """The public items that a text may mean; `content` is the name of the content folder."""
    by_number = tuple(i for i in catalog.items if index_number_key(i.index_number) == index_number_key(text))
    path = text.replace("\\", "/").removeprefix("./").removeprefix(content + "/")
    by_path = tuple(i for i in catalog.items if i.path == path)
    return by_number or by_path or catalog.by_doc_number.get(doc_number_key(text), ())


def find_withdrawn(catalog: Catalog, text: str, content: str) -> Item | None:
    """The item that was withdrawn already, if a text means one and no public one."""
    if find_items(catalog, text, content):
        return None
    path = text.replace("\\", "/").removeprefix("./").removeprefix(content + "/")
    number, doc_number = index_number_key(text), doc_number_key(text)
    for item in catalog.tombstones:
        own = doc_number_key(item.doc_number) if item.doc_number else None
        if path == item.path or number == index_number_key(item.index_number) or doc_number == own:
            return item
    return None


def _nearest(catalog: Catalog, text: str) -> str:
    known = {
        name: i for i in catalog.items for name in (i.doc_number, i.index_number, i.title, i.path) if name
    }
    near = known.get(nearest(text, tuple(known)))
    if near is None:
        return ""
    return f"最接近的是 {near.doc_number or near.index_number}{quoted_title(near.title)}。"


def the_item(catalog: Catalog, text: str, content: str) -> Item:
    """The one public item that a text means; click.UsageError when there is none or more than one."""
    found = find_items(catalog, text, content)
    if not found:
        raise click.UsageError(
            f"已公开的信息里没有“{text}”。{_nearest(catalog, text)}请写索引号、发文字号或文件路径。"
        )
    if len(found) > 1:
        names = "\n".join(f"  {i.index_number}  {i.title}  {i.path}" for i in found)
        raise click.UsageError(f"“{text}”对得上 {len(found)} 条信息，请改用索引号：\n{names}")
    return found[0]
