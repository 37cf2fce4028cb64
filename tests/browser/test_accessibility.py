"""WCAG 2.1 A and AA by axe-core on one page of each type, usual and elder-friendly, wide and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from scripts._look import largest_of_each
from tests.browser.conftest import PHONE, WIDE, open_context

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


@pytest.mark.parametrize("elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_violation(browser: Browser, base: str, site: Path, size: dict[str, int], elder: bool) -> None:
    # The checker brings its own script into the page, which the policy would refuse.
    context = open_context(browser, viewport=size, bypass_csp=True)
    if elder:
        context.add_init_script("localStorage.setItem('gongkai-elder', '1')")
    tab = context.new_page()
    found = []
    for name, path in largest_of_each(site).items():
        tab.goto(base + path)
        for violation in Axe().run(tab, options=RULES).response["violations"]:
            found += [f"{name} {violation['id']}: {node['html'][:120]}" for node in violation["nodes"][:3]]
    context.close()
    assert found == []


def test_reading_order_is_that_of_the_source(browser: Browser, base: str) -> None:
    context = open_context(browser, viewport=PHONE)
    tab = context.new_page()
    tab.goto(base + "jcgk/")
    tops = tab.evaluate(
        "['.gk-head', '.gk-crumbs', 'main', '.gk-side', '.gk-foot'].map(s => document.querySelector(s).getBoundingClientRect().top)"
    )
    context.close()
    assert tops == sorted(tops)
