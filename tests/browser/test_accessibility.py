"""WCAG 2.1 A and AA by axe-core on one page of each type, usual and elder-friendly, wide and on a phone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from scripts._look import largest_of_each, served
from tests.browser.conftest import PHONE, WIDE, open_context

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}

GAZETTE = {"gazette", "issue", "reading"}
_OVERLAPS = """() => {
  const over = [], rows = [...document.querySelectorAll('.gk-rows tbody tr')];
  let seen = 0;
  for (const row of rows) {
    const spans = [...row.cells].filter(cell => cell.textContent.trim()).map(cell => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect();
    });
    if (spans.length > 2) seen++;
    spans.forEach((a, n) => spans.slice(n + 1).forEach(b => {
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3) over.push(row.innerText);
    }));
  }
  return { seen, over };
}"""


@pytest.mark.parametrize("elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_violation(browser: Browser, base: str, site: Path, size: dict[str, int], elder: bool) -> None:
    # The checker brings its own script into the page, which the policy would refuse.
    context = open_context(browser, viewport=size, bypass_csp=True)
    if elder:
        context.add_init_script("localStorage.setItem('gongkai-elder', '1')")
    found = _violations(context.new_page(), base, largest_of_each(site))
    context.close()
    assert found == []


def _violations(tab: Page, base: str, pages: Mapping[str, str]) -> list[str]:
    found = []
    for name, path in pages.items():
        tab.goto(base + path)
        for violation in Axe().run(tab, options=RULES).response["violations"]:
            found += [f"{name} {violation['id']}: {node['html'][:120]}" for node in violation["nodes"][:3]]
    return found


@pytest.mark.parametrize("elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_violation_in_the_gazette(
    browser: Browser, county: Path, size: dict[str, int], elder: bool
) -> None:
    pages = {name: path for name, path in largest_of_each(county).items() if name in GAZETTE}
    assert set(pages) == GAZETTE
    context = open_context(browser, viewport=size, bypass_csp=True)
    if elder:
        context.add_init_script("localStorage.setItem('gongkai-elder', '1')")
    with served(county) as base:
        found = _violations(context.new_page(), base, pages)
    context.close()
    assert found == []


def test_each_type_that_the_demonstration_should_show_is_looked_at(site: Path) -> None:
    assert {"statistics", "table", "table-row", "table-changes", "application"} <= set(largest_of_each(site))


def test_the_parts_of_a_row_do_not_overlap_on_a_phone(browser: Browser, base: str) -> None:
    context = open_context(browser, viewport=PHONE)
    tab = context.new_page()
    tab.goto(base + "index/year/2026/")
    rows = tab.evaluate(_OVERLAPS)
    context.close()
    assert rows["seen"] > 0
    assert rows["over"] == []


def test_reading_order_is_that_of_the_source(browser: Browser, base: str) -> None:
    context = open_context(browser, viewport=PHONE)
    tab = context.new_page()
    tab.goto(base + "jcgk/")
    tops = tab.evaluate(
        "['.gk-head', '.gk-crumbs', 'main', '.gk-side', '.gk-foot'].map(s => document.querySelector(s).getBoundingClientRect().top)"
    )
    context.close()
    assert tops == sorted(tops)
