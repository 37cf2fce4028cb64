"""The draft of an annual report: figures, document, the item it will be, and what the check says of it."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from gongkai.checks.annual import HEADINGS, Report, read_report
from gongkai.checks.freshness import overdue_others
from gongkai.checks.material import Facts
from gongkai.checks.registry import all_rules
from gongkai.checks.reports_of import yearly_reports
from gongkai.checks.runner import Names, problems_of, run
from gongkai.model.applications import Applications
from gongkai.model.catalog import Catalog, build_catalog
from gongkai.model.item import Item
from gongkai.model.moment import Moment
from gongkai.model.problem import Problem
from gongkai.reporting import annual_text as text
from gongkai.reporting.annual_figures import AnnualFigures, annual_figures
from gongkai.reporting.annual_tables import first_tables, second_table, third_table
from gongkai.reporting.unlinked import unanswered_consultations, uninterpreted
from gongkai.typesetting.document import Block, Document, Heading, paragraph
from gongkai.typesetting.markdown import to_markdown

RULES = tuple(f"Y{n:02d}" for n in range(2, 12))
"""The rules on one report and on two that follow each other; Y01 asks whether there is one."""
_QUOTED = 60
_COLUMN = "政府信息公开年报"


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished draft. `problems` are what the check's own rules find in it; `path` is the item's."""

    year: int
    figures: AnnualFigures
    document: Document
    markdown: str
    path: str
    problems: tuple[Problem, ...]

    @property
    def gaps(self) -> int:
        """How many places are to be filled in by a person."""
        return self.markdown.count("〔请补充")


def former_report(catalog: Catalog, bodies: Mapping[str, str], year: int) -> str:
    """The body of the report on the year before; empty if there is none."""
    found = next((i for i in yearly_reports(catalog) if i.details.get("year") == year - 1), None)
    return bodies.get(found.index_number, "") if found else ""


def make_draft(facts: Facts, year: int, applications: Applications) -> Draft:
    """The draft of a year's report from the catalog and the year's applications."""
    catalog = facts.catalog
    before = former_report(catalog, facts.bodies, year)
    former: Report | None = read_report(before) if before else None
    figures = annual_figures(catalog, year, applications, former)
    document = annual_document(figures, catalog, tuple(_findings(catalog, facts)), promised(before))
    body = to_markdown(document)
    item = _item(catalog, year)
    return Draft(
        year,
        figures,
        document,
        front_matter(document.title, year) + body,
        item.path,
        _judged(facts, item, body),
    )


def annual_document(
    figures: AnnualFigures, catalog: Catalog, findings: tuple[str, ...] = (), former: str = ""
) -> Document:
    """The report as a document: six headings, three tables."""
    return Document(
        title=f"{catalog.unit.name}{figures.year}年政府信息公开工作年度报告",
        blocks=tuple(_blocks(figures, catalog, findings, former)),
        author=catalog.unit.name,
    )


def _blocks(
    figures: AnnualFigures, catalog: Catalog, findings: tuple[str, ...], former: str
) -> Iterator[Block]:
    yield paragraph(text.opening(figures, catalog))
    yield Heading(HEADINGS[0])
    for part in text.overview(figures, catalog):
        yield paragraph(part)
    yield Heading(HEADINGS[1])
    yield from first_tables(figures)
    yield Heading(HEADINGS[2])
    yield second_table(figures)
    yield Heading(HEADINGS[3])
    yield third_table(figures)
    yield Heading(HEADINGS[4])
    for part in text.shortcomings(findings, former):
        yield paragraph(part)
    yield Heading(HEADINGS[5])
    yield paragraph(text.other_matters(figures))


def _findings(catalog: Catalog, facts: Facts) -> Iterator[str]:
    """Shortcomings that the data show on the day of the draft."""
    late = [clock.column.name for clock in overdue_others(catalog, facts.today)]
    if late:
        yield f"{len(late)}个栏目没有按期更新（{'、'.join(late[:5])}{'等' if len(late) > 5 else ''}）"
    bare = uninterpreted(catalog)
    if bare:
        yield f"{len(bare)}件文件还没有解读"
    waiting = unanswered_consultations(catalog)
    if waiting:
        yield f"{len(waiting)}次意见征集还没有公布采纳情况"


def promised(body: str) -> str:
    """What the former report said in its fifth part, in short."""
    found = re.search(r"^#+ *五、[^\n]*\n(.*?)(?=^#+ *六、|\Z)", body, re.MULTILINE | re.DOTALL)
    words = re.sub(r"[*#>\s]+", "", found[1]) if found else ""
    return words if len(words) <= _QUOTED else words[:_QUOTED] + "……"


def front_matter(title: str, year: int) -> str:
    """The head of the item; what a person must decide is left to be written."""
    return "\n".join(
        (
            "---",
            f"标题: {title}",
            f"栏目: {_COLUMN}",
            f"年度: {year}",
            "# 定稿后写上下面几行（去掉行首的 #），再运行 gongkai fmt 编索引号：",
            f"# 发布日期: {year + 1}-01-20",
            f"# 审核: 姓名 {year + 1}-01-19",
            f"# 保密审查: 姓名 {year + 1}-01-19",
            "---",
            "",
            "",
        )
    )


def _item(catalog: Catalog, year: int) -> Item:
    """The draft as the item that it will be."""
    column = next(
        (c for c in catalog.tree.leaves() if c.name == _COLUMN or _COLUMN in c.aka),
        next(catalog.tree.leaves()),
    )
    title = f"{catalog.unit.name}{year}年政府信息公开工作年度报告"
    return Item(
        path=f"{column.names}/{year}年政府信息公开工作年度报告.md",
        sha256="",
        body_offset=0,
        body_line=10,
        index_number=f"年报草稿-{year}",
        slug=f"draft-{year}",
        title=title,
        kind="report",
        columns=(column.path,),
        published=Moment(date(year + 1, 1, 31)),
        publisher=catalog.unit.name,
        details={"year": year},
    )


def _judged(facts: Facts, item: Item, body: str) -> tuple[Problem, ...]:
    """What rules Y02 to Y11 find in the draft, beside the former report."""
    catalog = facts.catalog
    others = [i for i in yearly_reports(catalog) if i.details.get("year") != item.details["year"]]
    small = build_catalog(
        unit=catalog.unit, tree=catalog.tree, tables=catalog.tables, today=catalog.today,
        items=[*others, item], relations=(),
    )  # fmt: skip
    bodies = ChainMap({item.index_number: body}, dict(_known(facts, others)))
    seen = replace(facts, catalog=small, bodies=bodies)
    found = run([all_rules()[code] for code in RULES], seen, None, Names("", {}))
    return tuple(p for p in problems_of(found) if p.path == item.path)


def _known(facts: Facts, items: list[Item]) -> Iterator[tuple[str, str]]:
    return ((item.index_number, facts.body(item)) for item in items)
