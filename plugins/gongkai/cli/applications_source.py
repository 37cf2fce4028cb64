"""Where a year's applications come from: `content/applications.yml`, else the private ledger."""

from __future__ import annotations

from gongkai.loading.applications_file import read_applications
from gongkai.mkdocs_plugins.applications import ledger_of
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.model.applications import Applications
from gongkai.reporting.ledger_counts import count_year, differences


def applications_of(context: BuildContext, year: int) -> tuple[Applications, tuple[str, ...]]:
    """The numbers of a year, and sentences about what is doubtful in them."""
    content = context.settings.content
    file = read_applications(content, f"{content.name}/")
    doubts = [f"{p.path} 第 {p.line} 行：{p.message}" for p in file.problems]
    ledger, stated = ledger_of(context), file.years.get(year)
    if ledger is not None:
        doubts += [f"{p.path} 第 {p.line} 行：{p.message}" for p in ledger.problems]
    if ledger is None or ledger.path is None:
        if stated is None:
            doubts.append(
                f"没有 {year} 年的依申请公开数据，表二、表三先填 0：请写 {content.name}/applications.yml，或建台账（gongkai ledger init）。"
            )
        return stated or Applications(year), tuple(doubts)
    counted = count_year(ledger.entries, year)
    if stated is None:
        return counted, tuple(doubts)
    doubts += [
        f"{content.name}/applications.yml 和台账不一致：{text}。" for text in differences(stated, counted)
    ]
    return stated, tuple(doubts)
