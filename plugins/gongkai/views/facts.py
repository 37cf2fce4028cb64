"""The metadata box of an item (standards: the superset of the boxes in use) and its kind's own fields.

Those who reviewed an item are in no output; they are not even in the catalog.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.model.validity import Validity, last_day, takes_effect
from gongkai.statistics.responses import RESPONSE, days_taken, days_text
from gongkai.views.addresses import Addresses
from gongkai.views.facets import doc_number_slug, issuer_slug, term_slug, theme_slug
from gongkai.views.parts import Fact
from gongkai.views.rows import validity_of
from gongkai.views.texts import iso, time_limit, value_text


def facts_of(item: Item, catalog: Catalog, addresses: Addresses) -> tuple[Fact, ...]:
    """The rows of the metadata box in their order; what is not given is left out."""
    return (
        *_identity(item, addresses),
        *_dates(item),
        *_classes(item, catalog, addresses),
        *_disclosure(item, catalog),
        *(_force(item, catalog, addresses) if item.is_policy or _has_force(item) else ()),
        *_content(item),
    )


def _identity(item: Item, addresses: Addresses) -> Iterator[Fact]:
    yield Fact("index_number", "索引号", item.index_number)
    # The index by issuer files an item without one under its publisher.
    own = "" if item.issuers else addresses.index("issuer", issuer_slug(item.publisher))
    yield from _given("publisher", "发布机构", item.publisher, own)
    for place, issuer in enumerate(item.issuers):
        label = "联合发文机关" if place else "发文机关"
        yield from _given("issuer", label, issuer, addresses.index("issuer", issuer_slug(issuer)))
    if item.doc_number:
        slug = doc_number_slug(item.doc_number)
        path = addresses.index("doc-number", slug) if slug else ""
        yield Fact("doc_number", "发文字号", item.doc_number, path)
    yield from _given("title", "名称", item.title)


def _given(key: str, label: str, value: str, path: str = "") -> tuple[Fact, ...]:
    return (Fact(key, label, value, path),) if value else ()


def _dates(item: Item) -> Iterator[Fact]:
    if item.written:
        yield Fact("written", "成文日期" if item.doc_number else "生成日期", iso(item.written))
    yield Fact("published", "发布日期", item.published.full)


def _classes(item: Item, catalog: Catalog, addresses: Addresses) -> Iterator[Fact]:
    tables = catalog.tables
    if item.theme:
        yield Fact("theme", "主题分类", item.theme, addresses.index("theme", theme_slug(item.theme, tables)))
    if item.genre:
        yield Fact(
            "genre", "体裁分类", item.genre, addresses.index("genre", term_slug(item.genre, tables.genres))
        )
    for place, path in enumerate(item.columns):
        label = "共享栏目" if place else "目录分类"
        yield from _given("column", label, catalog.tree.columns[path].names, addresses.column(path))
    yield from _given("category", "信息类别", item.category)
    yield from _given("audience", "服务对象", item.audience)


def _disclosure(item: Item, catalog: Catalog) -> Iterator[Fact]:
    # Only what is disclosed on the unit's own initiative is ever in the catalog.
    yield Fact("disclosure", "公开方式", "主动公开")
    yield from _given("time_limit", "公开时限", time_limit(item, catalog.tree.columns[item.column].within))
    yield from _given("department", "公开责任部门", item.department)


def _has_force(item: Item) -> bool:
    """Whether an item that is no policy file says something of this kind all the same."""
    return bool(item.effective or item.repeal_date or item.valid_years or item.registration)


def _force(item: Item, catalog: Catalog, addresses: Addresses) -> Iterator[Fact]:
    state = validity_of(item, catalog)
    if state:
        slug = term_slug(state, catalog.tables.validities)
        yield Fact("validity", "有效性", state, addresses.index("validity", slug))
    yield from _given("effective", "施行日期", iso(item.effective))
    yield from _given("expires", "废止（失效）日期", _end_of_force(item, catalog))
    yield from _given("valid_years", "有效期", f"{item.valid_years}年" if item.valid_years else "")
    yield from _given("registration", "登记号", item.registration)


def _end_of_force(item: Item, catalog: Catalog) -> str:
    if item.repeal_date:
        return iso(item.repeal_date)
    if not item.is_policy:
        return ""
    if catalog.validity.get(item.index_number) is Validity.REPEALED:
        days = [takes_effect(other) for other in catalog.sources(item, RelationKind.REPEALS)]
        return iso(min(days)) if days else ""
    return iso(last_day(item))


def _content(item: Item) -> Iterator[Fact]:
    yield from _given("keywords", "关键词", "、".join(item.keywords))
    yield from _given("summary", "内容概述", item.summary)
    yield from _given("source", "信息来源", item.source)
    yield from _given("source_url", "原文链接", item.source_url, item.source_url)


HIDDEN_DETAILS = frozenset({"rank"})
"""Fields that only order a list."""


def _detail_path(item: Item, kind_of_value: str, text: str) -> str:
    if kind_of_value == "url":
        return text
    offered = (file.address for file in item.attachments if file.name == text)
    shown = (picture.address for written, picture in item.pictures.items() if written == text)
    return next(chain(offered, shown), "") if text else ""


def details_of(item: Item, catalog: Catalog) -> tuple[Fact, ...]:
    """The fields of the item's kind under their Chinese names; relations have blocks of their own."""
    kind = catalog.tables.kinds[item.kind]
    found = []
    for key in dict.fromkeys((*kind.required, *kind.optional, *item.details)):
        field = catalog.tables.fields.get(key)
        value = item.details.get(key)
        if field is None or value is None or field.type == "relation" or key in HIDDEN_DETAILS:
            continue
        text = value_text(value)
        if text:
            found.append(Fact(key, field.name, text, _detail_path(item, field.type, text)))
    taken = days_text(days_taken(item)) if item.kind == RESPONSE else ""
    return (*found, *_given("days_taken", "答复用时", taken))
