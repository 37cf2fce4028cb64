"""`gongkai check` looks at the private ledger too: what is late, what is due, rows that cannot be read."""

from __future__ import annotations

from dataclasses import replace

from gongkai.checks.ledger import ledger_deadlines, ledger_problems
from gongkai.checks.result import Result
from gongkai.checks.workdays import read_holidays
from gongkai.mkdocs_plugins.applications import ledger_of
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.model.problem import in_order


def with_ledger(context: BuildContext, result: Result) -> Result:
    """The result with what the ledger adds; nobody is named in it. Without a ledger it stays as it is."""
    ledger = ledger_of(context)
    if ledger is None or ledger.path is None:
        return result
    calendar, today = read_holidays(context.settings.content)[0], result.today
    deadlines = (*result.deadlines, *ledger_deadlines(ledger.entries, calendar, today))
    return replace(
        result,
        problems=in_order((*result.problems, *ledger_problems(ledger, calendar, today))),
        deadlines=tuple(sorted(deadlines, key=lambda d: (d.day, d.subject, d.what))),
    )
