"""What stands in every page's head: title, breadcrumb and the tags of 网页标签规范 (国办发〔2017〕47号, 附件)."""

from __future__ import annotations

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Item
from gongkai.views.addresses import Addresses
from gongkai.views.parts import Head, Link
from gongkai.views.rows import column_link
from gongkai.views.structured import item_data, page_data

HOME = Link("首页", "/")

Meta = tuple[tuple[str, str], ...]


def trail(path: str, catalog: Catalog, addresses: Addresses) -> tuple[Link, ...]:
    """Breadcrumb from the home page down to a column, all of them links."""
    known = addresses.trails.get(path)
    if known is None or known[0] is not catalog.tree:
        above = (column_link(column.path, catalog, addresses) for column in catalog.tree.ancestry(path))
        known = addresses.trails[path] = (catalog.tree, (HOME, *above))
    return known[1]


def column_meta(name: str, description: str, keywords: tuple[str, ...], kind: str) -> Meta:
    """The four column tags, all required on column pages; what is not given is made from the name."""
    return (
        ("ColumnName", name),
        ("ColumnDescription", description or name),
        ("ColumnKeywords", ";".join(keywords or (name,))),
        ("ColumnType", kind or "信息公开"),
    )


def column_head(column: Column, catalog: Catalog, addresses: Addresses, number: int = 0) -> Head:
    """Head of a column's front page (0) or of one of its archive pages."""
    path = f"/{column.path}/"
    here = Link(f"第{number}页") if number else Link(column.name)
    above = trail(column.path, catalog, addresses)
    crumbs = (*above, here) if number else (*above[:-1], here)
    return Head(
        page="archive" if number else "column",
        title=f"{column.name}（第{number}页）" if number else column.name,
        path=f"{path}archive/{number}/" if number else path,
        description=column.description,
        breadcrumbs=crumbs,
        meta=column_meta(column.name, column.description, column.keywords, column.type),
        feed=addresses.feed(column.path),
        section=column.path,
        data=page_data(crumbs, addresses),
    )


def page_head(
    page: str,
    title: str,
    path: str,
    addresses: Addresses,
    *,
    description: str = "",
    keywords: tuple[str, ...] = (),
    above: tuple[Link, ...] = (),
    section: str = "",
) -> Head:
    """Head of a page that is computed across columns: it gets the column tags too.

    `section` is the path of the column to which it belongs all the same, as a table's pages do.
    """
    crumbs = (HOME, *above, Link(title))
    return Head(
        page=page,
        title=title,
        path=path,
        description=description,
        breadcrumbs=crumbs,
        meta=column_meta(title, description, keywords, "信息公开"),
        feed=addresses.feed(section),
        section=section,
        data=page_data(crumbs, addresses),
    )


def _picture(item: Item, addresses: Addresses) -> str:
    """The full address of an item's first picture, empty without one."""
    picture = next(iter(item.pictures.values()), None)
    return addresses.absolute(picture.address) if picture else ""


def _item_meta(item: Item, column: Column, addresses: Addresses) -> Meta:
    tags = (
        ("ColumnName", column.name),
        ("ColumnType", column.type),
        ("ArticleTitle", item.title),
        ("PubDate", item.published.full),
        ("ContentSource", item.source or item.publisher),
        ("Keywords", ";".join(item.keywords)),
        ("Author", item.author),
        ("Description", item.gist),
        ("Image", _picture(item, addresses)),
        ("Url", addresses.absolute(item.address)),
    )
    return tuple(tag for tag in tags if tag[1])


def item_head(item: Item, catalog: Catalog, addresses: Addresses) -> Head:
    """Head of an item's page."""
    column = catalog.tree.columns[item.column]
    crumbs = (*trail(item.column, catalog, addresses), Link("正文"))
    return Head(
        page="item",
        title=item.title,
        path=addresses.item(item),
        description=item.gist,
        breadcrumbs=crumbs,
        meta=_item_meta(item, column, addresses),
        feed=addresses.feed(item.column),
        section=item.column,
        data=item_data(item, crumbs, catalog, addresses),
        image=_picture(item, addresses) if addresses.site_url else "",
    )
