"""The three tables of the annual report in the form of 国办公开办函〔2021〕30号: 10, 175 and 15 cells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gongkai.model.applications import APPLICANTS, OUTCOMES, REVIEW_RESULTS, REVIEWS
from gongkai.model.entered import number_text
from gongkai.reporting.annual_figures import AnnualFigures
from gongkai.typesetting.document import Cell, Table

BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
NEW, OVER, DONE, ON = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "三、本年度办理结果",
    "四、结转下年度继续办理",
)
TOTAL = "（七）总计"
_WIDE = {"（三）不予公开": 8, "（四）无法提供": 3, "（五）不予处理": 5, "（六）其他处理": 3}
_LAWSUITS = ("行政复议", "行政诉讼：未经复议直接起诉", "行政诉讼：复议后起诉")


def first_tables(figures: AnnualFigures) -> Iterator[Table]:
    """Table 一: four blocks, each headed by the article that it belongs to."""
    rules = figures.rules
    yield _block(
        "第二十条第（一）项",
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        (("规章", "0", "0", "0"), ("行政规范性文件", str(rules.made), str(rules.gone), str(rules.valid))),
    )
    yield _block("第二十条第（五）项", ("信息内容", "本年处理决定数量"), (_decision(figures, "行政许可"),))
    yield _block(
        "第二十条第（六）项",
        ("信息内容", "本年处理决定数量"),
        (_decision(figures, "行政处罚"), _decision(figures, "行政强制")),
    )
    yield _block(
        "第二十条第（八）项",
        ("信息内容", "本年收费金额（单位：万元）"),
        (_decision(figures, "行政事业性收费"),),
    )


def _decision(figures: AnnualFigures, name: str) -> tuple[str, str]:
    return name, number_text(figures.decisions.get(name, Decimal(0)))


def _block(title: str, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    width = len(heads)
    made = tuple(tuple(Cell(text) for text in row) for row in rows)
    return Table(
        rows=((Cell(title, columns=width),), tuple(Cell(text) for text in heads), *made),
        widths=(1.0,) * width,
        heads=2,
        small=True,
        plain=(heads, *rows),
        plain_title=title,
    )


def second_table(figures: AnnualFigures) -> Table:
    """Table 二: applications, 25 rows by seven columns."""
    numbers = [[str(n) for n in row] for row in figures.second]
    rows = list(_second_head())
    rows.append((Cell(NEW, columns=3, align="left"), *_cells(numbers[0])))
    rows.append((Cell(OVER, columns=3, align="left"), *_cells(numbers[1])))
    rows += _outcome_rows(numbers)
    rows.append((Cell(TOTAL, columns=2, align="left"), *_cells(numbers[23])))
    rows.append((Cell(ON, columns=3, align="left"), *_cells(numbers[24])))
    return Table(tuple(rows), (1.0, 1.5, 5, *(1.0,) * 7), heads=3, small=True, plain=_second_plain(numbers))


def _cells(numbers: list[str]) -> tuple[Cell, ...]:
    return tuple(Cell(n) for n in numbers)


def _second_head() -> Iterator[tuple[Cell, ...]]:
    yield Cell(BALANCE, columns=3, rows=3, align="left"), Cell("申请人情况", columns=7)
    yield Cell("自然人", rows=2), Cell("法人或其他组织", columns=5), Cell("总计", rows=2)
    yield tuple(Cell(name) for name in APPLICANTS[1:])


def _outcome_rows(numbers: list[list[str]]) -> Iterator[tuple[Cell, ...]]:
    first, group = True, ""
    for (above, label), row in zip(OUTCOMES.values(), numbers[2:23], strict=True):
        lead: list[Cell] = [Cell(DONE, rows=len(OUTCOMES) + 1)] if first else []
        if not label:
            lead.append(Cell(above, columns=2, align="left"))
        else:
            lead += [Cell(above, rows=_WIDE[above])] if above != group else []
            lead.append(Cell(label, align="left"))
        yield (*lead, *_cells(row))
        first, group = False, above


def _second_plain(numbers: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    names = [f"三、{above}{'：' if label else ''}{label}" for above, label in OUTCOMES.values()]
    labels = [NEW, OVER, *names, f"三、{TOTAL}", ON]
    head = (BALANCE, *APPLICANTS, "总计")
    return (head, *((label, *row) for label, row in zip(labels, numbers, strict=True)))


def third_table(figures: AnnualFigures) -> Table:
    """Table 三: reconsiderations and lawsuits, fifteen cells."""
    results = (*REVIEW_RESULTS, "总计")
    numbers = [[str(n) for n in row] for row in figures.third]
    plain = tuple((name, *row) for name, row in zip(_LAWSUITS, numbers, strict=True))
    return Table(
        rows=(
            (Cell("行政复议", columns=5, rows=2), Cell("行政诉讼", columns=10)),
            (Cell(REVIEWS[1], columns=5), Cell(REVIEWS[2], columns=5)),
            tuple(Cell(name) for _ in REVIEWS for name in results),
            tuple(Cell(n) for row in numbers for n in row),
        ),
        widths=(1.0,) * 15,
        heads=3,
        small=True,
        plain=(("类别", *results), *plain),
    )
