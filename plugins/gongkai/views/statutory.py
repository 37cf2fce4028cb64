"""法定主动公开内容: each matter of 条例 art. 20 and 21 with its columns, or why it does not concern the unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.vocabulary import Article
from gongkai.views.addresses import Addresses
from gongkai.views.heads import column_head
from gongkai.views.pages import StatutoryRow, StatutoryTable, StatutoryView
from gongkai.views.parts import CountLink, Fact
from gongkai.views.rows import count_links, distinct

TITLE_20 = "条例第二十条规定的主动公开内容"
TITLE_21 = "条例第二十一条规定的主动公开内容"
NOTHING_YET = "暂无此类信息"
NO_COLUMN = "本单位职责不包含此类事项"

DIGITS = ("", *"一二三四五六七八九")

Answers = Callable[[Column, Article], bool]


def statutory_view(column: Column, catalog: Catalog, addresses: Addresses) -> StatutoryView:
    """The page at a column of view `statutory`."""
    return StatutoryView(
        head=column_head(column, catalog, addresses),
        heading=column.name,
        description=column.description,
        tables=tuple(_tables(catalog, addresses)),
        statements=_statements(catalog),
    )


def _tables(catalog: Catalog, addresses: Addresses) -> Iterator[StatutoryTable]:
    tree, articles = catalog.tree, catalog.tables.statutory
    yield StatutoryTable(TITLE_20, _rows(articles.get("20", ()), _answers_20, catalog, addresses))
    if tree.article21:
        rows = _rows(articles.get(f"21-{tree.article21}", ()), _answers_21, catalog, addresses)
        yield StatutoryTable(TITLE_21, rows, tree.article21_note)
    elif tree.article21_note:
        yield StatutoryTable(TITLE_21, (), tree.article21_note)


def shown_number(no: str) -> str:
    """`20-12` → （十二）, as the article counts; `21-3` → 3, for art. 21 numbers nothing."""
    article, _, place = no.partition("-")
    if article != "20":
        return place
    tens, units = divmod(int(place), 10)
    return f"（{'十' * tens}{DIGITS[units]}）"


def _answers_20(column: Column, article: Article) -> bool:
    return article.no in column.articles


def _answers_21(column: Column, article: Article) -> bool:
    return article.short in column.article21


def _rows(
    articles: tuple[Article, ...], answers: Answers, catalog: Catalog, addresses: Addresses
) -> tuple[StatutoryRow, ...]:
    leaves = tuple(leaf for leaf in catalog.tree.leaves() if leaf.counted)
    return tuple(
        _row(article, tuple(leaf for leaf in leaves if answers(leaf, article)), catalog, addresses)
        for article in articles
    )


def _is_void(leaf: Column, catalog: Catalog) -> bool:
    """The unit says that it has nothing of the kind, and indeed nothing is filed."""
    return leaf.empty == "na" and not catalog.in_column(leaf.path)


def _reason(leaf: Column) -> str:
    return leaf.na_reason or NO_COLUMN


def _row(
    article: Article, leaves: tuple[Column, ...], catalog: Catalog, addresses: Addresses
) -> StatutoryRow:
    void = tuple(leaf for leaf in leaves if _is_void(leaf, catalog))
    none = len(void) == len(leaves)
    aside = () if none else tuple(CountLink(f.name, "", 0, f"不涉及：{_reason(f)}") for f in void)
    opened = count_links(leaves, catalog, addresses)
    return StatutoryRow(
        number=shown_number(article.no),
        short=article.short,
        text=article.text,
        columns=(*opened, *aside),
        count=distinct(leaves, catalog),
        not_concerned="；".join(dict.fromkeys(map(_reason, void))) or NO_COLUMN if none else "",
        note="" if none or opened else NOTHING_YET,
    )


def _statements(catalog: Catalog) -> tuple[Fact, ...]:
    said = (Fact("statement", statement.name, statement.text) for statement in catalog.tree.statements)
    elsewhere = (Fact("link", link.name, link.text) for link in catalog.tree.links)
    return (*said, *elsewhere)
