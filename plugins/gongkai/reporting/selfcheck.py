"""The draft of a self-check report (自查报告): what was done, what the check found, what will fall due."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gongkai.checks.result import Result
from gongkai.model.catalog import Catalog
from gongkai.model.problem import LEVEL_NAMES, Level, Problem
from gongkai.reporting.annual_text import fill_in
from gongkai.statistics.years import year_figures
from gongkai.typesetting.document import Block, Document, Heading, paragraph, simple_table

_PLACES = 3
_DEADLINES = 20


def selfcheck_document(result: Result, catalog: Catalog) -> Document:
    """The report on the day of the check."""
    return Document(
        title=f"{catalog.unit.name}政务公开自查报告",
        blocks=tuple(_blocks(result, catalog)),
        author=catalog.unit.name,
    )


def _blocks(result: Result, catalog: Catalog) -> Iterator[Block]:
    today = result.today
    yield paragraph(
        f"按照国务院办公厅政府网站与政务新媒体检查指标、监管工作年度考核指标（国办秘函〔2019〕19号）和有关规定，"
        f"对本单位的政府信息公开栏目进行了自查，情况截至{today.year}年{today.month}月{today.day}日。"
    )
    yield Heading("一、工作情况")
    yield paragraph(_done(catalog))
    yield Heading("二、自查结果")
    yield paragraph(f"共检查公开信息{result.items}条，{_counts(result)}。")
    groups = list(_groups(result))
    if groups:
        yield simple_table(
            ("规则", "问题", "级别", "处数"), [g[:4] for g in groups], (0.9, 4, 1, 1), numbers=(0, 2, 3)
        )
    yield Heading("三、问题和整改")
    if not groups:
        yield paragraph("没有发现问题。")
    for number, (code, name, _, count, problems) in enumerate(groups, 1):
        yield Heading(f"{number}．{name}（{code}，{count}处）", 2)
        yield from _group(problems)
    yield Heading("四、即将到期的事项")
    yield from _deadlines(result)
    yield Heading("五、下一步措施")
    yield paragraph(fill_in("责任人、整改时限和长效措施"))


def _done(catalog: Catalog) -> str:
    year = year_figures(catalog, catalog.today.year)
    five = "、".join(f"{line.name}{line.count}条" for line in year.tallies["five"] if line.count)
    compared = f"，上年同期{year.before}条" if year.before else ""
    return f"今年以来主动公开政府信息{year.own}条{compared}{f'，其中{five}' if five else ''}；转载上级信息{year.relayed}条。"


def _counts(result: Result) -> str:
    counts = result.counts()
    found = [f"{LEVEL_NAMES[level]}{counts[level.value]}处" for level in Level if counts[level.value]]
    return f"发现{'、'.join(found)}" if found else "没有发现问题"


def _groups(result: Result) -> Iterator[tuple[str, str, str, int, tuple[Problem, ...]]]:
    """Findings by rule, the heaviest first."""
    names = dict(result.names)
    ordered = sorted(result.problems, key=lambda p: (p.level.rank, p.code, p.place))
    for (_, code), group in groupby(ordered, key=lambda p: (p.level.rank, p.code)):
        found = tuple(group)
        name = names.get(code, "") or found[0].message.partition("：")[0][:20]
        yield code, name, LEVEL_NAMES[found[0].level], len(found), found


def _group(problems: tuple[Problem, ...]) -> Iterator[Block]:
    for problem in problems[:_PLACES]:
        place = f"{problem.path}{f' 第{problem.line}行' if problem.line else ''}"
        yield paragraph(f"{place}：{problem.message}")
    if len(problems) > _PLACES:
        yield paragraph(f"另有{len(problems) - _PLACES}处，见检查结果（gongkai check）。")
    if problems[0].basis:
        yield paragraph(f"依据：{problems[0].basis}。", "note")
    if problems[0].hint:
        yield paragraph(f"整改：{problems[0].hint}")


def _deadlines(result: Result) -> Iterator[Block]:
    near = [d for d in result.deadlines if 0 <= d.left(result.today) <= 60][:_DEADLINES]
    if not near:
        yield paragraph("60天内没有到期的事项。")
        return
    rows = [(d.day, d.subject, d.what, f"{d.left(result.today)}天") for d in near]
    yield simple_table(("日期", "对象", "事项", "还有"), rows, (1.4, 3, 2.4, 0.9), numbers=(0, 3))
