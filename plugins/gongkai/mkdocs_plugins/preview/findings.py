"""The bar that tells, on an item's page in preview, what is wrong with it and what to type. Never in a build."""

from __future__ import annotations

from html import escape

from gongkai.checks.inspect import Inspection, item_problems
from gongkai.checks.result import LEVEL_NAMES
from gongkai.mkdocs_plugins.checks import ChecksFeature
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.preview.live import BEGIN, END
from gongkai.model.problem import Problem
from gongkai.views.spec import PageSpec


def with_findings(page: str, spec: PageSpec, context: BuildContext) -> str:
    """An item's page with the bar after `<body …>`; other pages, and sites without `gongkai/checks`, as they are."""
    feature = context.features.get("checks")
    if spec.template != "item" or not isinstance(feature, ChecksFeature) or not spec.key:
        return page
    settings, plan = context.settings, context.planned()
    what = Inspection(settings.content, None, settings.state, settings.url, feature.settings)
    found = item_problems(plan.loaded, plan.problems, what, spec.key[-1])
    at = page.find(">", page.find("<body")) + 1
    return page[:at] + _bar(found) + page[at:] if found and at else page


def _bar(found: tuple[Problem, ...]) -> str:
    """One line of HTML (the marks are looked for line by line)."""
    lines = "".join(f"<li>{_line(problem)}</li>" for problem in found)
    head = f"<strong>预览检查：这一页有 {len(found)} 处要改</strong>"
    return f'{BEGIN}<div class="gk-demo" role="status">{head}<ul>{lines}</ul></div>{END}'


def _line(problem: Problem) -> str:
    place = f"第 {problem.line} 行 " if problem.line else ""
    hint = f" 请改：{' '.join(problem.hint.split())}" if problem.hint else ""
    return escape(f"[{LEVEL_NAMES[problem.level]} {problem.code}] {place}{problem.message}{hint}")
