"""Filters of a table as a reader uses them: by keyboard, without a script, read out, kept in the address."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, WIDE, open_context
from tests.browser.test_accessibility import RULES

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TABLE = "jczwgk/bzml/bzml/"


def choose(page: Page, group: str, value: str) -> None:
    """Follow a value of a filter, which may be folded."""
    box = page.locator(".gk-sift details", has=page.locator("summary", has_text=group))
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    box.locator("a", has_text=value).click()


def rows(page: Page) -> int:
    return page.locator(".gk-data tbody tr").count()


def test_two_values_together_without_a_script(plain: Page, base: str) -> None:
    plain.goto(base + TABLE)
    whole = rows(plain)
    choose(plain, "按公开对象", "全社会")
    some = rows(plain)
    choose(plain, "按公开层级", "乡级")
    both = rows(plain)
    assert 0 < both <= some < whole
    assert plain.locator("#sift").inner_text().count("×") == 2
    assert f"共{both}项" in plain.locator("#sift").inner_text()
    address = plain.url
    plain.goto(base)
    plain.goto(address)
    assert rows(plain) == both
    plain.locator("#sift a").first.click()
    assert plain.locator("#sift").inner_text().count("×") == 1


def test_the_keyboard_goes_on_from_what_was_chosen(tab: Page, base: str) -> None:
    tab.goto(base + TABLE)
    tab.locator(".gk-sift details a").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#sift")
    assert "共" in tab.locator("#sift[role=status]").inner_text()
    tab.keyboard.press("Tab")
    # The first stop is the way back, right after what is chosen.
    assert tab.evaluate("document.activeElement.closest('#sift') !== null")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_choice_of_several_values_has_no_violation(
    browser: Browser, base: str, size: dict[str, int]
) -> None:
    context = open_context(browser, viewport=size, bypass_csp=True)
    page = context.new_page()
    page.goto(base + TABLE)
    choose(page, "按公开对象", "全社会")
    choose(page, "按公开层级", "乡级")
    found = Axe().run(page, options=RULES).response["violations"]
    context.close()
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
