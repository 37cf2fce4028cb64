"""What is wrong in what topics and the standard list name: items that do not exist, columns that do not."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.loading.codes import finding
from gongkai.model.areas import items_with, number_signs
from gongkai.model.catalog import Catalog
from gongkai.model.column import Area
from gongkai.model.problem import Problem
from gongkai.views.standard import cell_texts, column_named, standard_tables

FILE = "columns.yml"


def gathering_problems(catalog: Catalog) -> Iterator[Problem]:
    """Items that a topic names and that are not public; columns that the standard list names and that do not exist."""
    for owner, area in dict.fromkeys(_areas(catalog)):
        for number in area.items:
            if not any(True for sign in number_signs(number) for _ in items_with(sign, catalog)):
                message = f"“{owner}”的“{area.name}”指定的信息“{number}”不存在，或者还没有公开。"
                yield finding("S021", FILE, message, field=area.name, hint="写已公开信息的索引号或发文字号。")
    yield from _lost_columns(catalog)


def _areas(catalog: Catalog) -> Iterator[tuple[str, Area]]:
    for topic in catalog.tree.topics:
        yield from ((topic.name, area) for area in topic.areas)
    own = {area for topic in catalog.tree.topics for area in topic.areas}
    for column in catalog.tree.leaves():
        yield from ((column.name, area) for area in column.gather if area not in own)


def _lost_columns(catalog: Catalog) -> Iterator[Problem]:
    for table in (catalog.by_table[ident] for ident in standard_tables(catalog)):
        for row in table.rows:
            for text in cell_texts(table, row, "columns"):
                if not column_named(text, catalog.tree):
                    message = f"第{row.line}行“{row.title}”的对应栏目“{text}”不存在，或者不止一个。"
                    yield finding(
                        "S022",
                        table.source,
                        message,
                        line=row.line,
                        field="对应栏目",
                        hint="基层政务公开/社会救助",
                    )
