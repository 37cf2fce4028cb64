"""What a citizen does: from the home page to a file, its interpretation and what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts._look import largest_of_each
from tests.browser.pages import item_with

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def journey(tab: Page, base: str) -> None:
    """Home → column → archive → item → interpretation → policy → lifecycle."""
    tab.goto(base)
    tab.locator(".gk-fixed a").first.click()
    assert tab.locator("body").get_attribute("data-page") == "column"
    tab.goto(base + "zwdt/gzdt/")
    tab.locator("a[rel=next]").click()
    assert tab.locator("body").get_attribute("data-page") == "archive"
    tab.locator("tr[data-item] a").first.click()
    assert tab.locator("body").get_attribute("data-page") == "item"
    tab.goto(base + "interpretations/")
    tab.locator(".gk-policies [data-form] a").first.click()
    assert tab.locator("body").get_attribute("data-page") == "item"
    tab.locator(".gk-part--related", has=tab.locator("text=政策原文")).locator("a").first.click()
    tab.locator(".gk-strip__title a").click()
    assert tab.locator("body").get_attribute("data-page") == "lifecycle"
    assert tab.locator(".gk-life__name").count() >= 2


def test_the_way_through_the_site_wide(tab: Page, base: str) -> None:
    journey(tab, base)


def test_the_way_through_the_site_on_a_phone(phone: Page, base: str) -> None:
    journey(phone, base)


def test_the_way_through_the_site_without_javascript(plain: Page, base: str) -> None:
    journey(plain, base)


def test_nothing_that_needs_a_script_is_shown_without_one(plain: Page, base: str, site: Path) -> None:
    for path in largest_of_each(site).values():
        plain.goto(base + path)
        assert plain.locator("button:visible").count() == plain.locator("form button:visible").count(), path


def test_no_page_scrolls_sideways_at_any_size_or_zoom(tab: Page, base: str, site: Path) -> None:
    # 200 % zoom of a 1280 px window is a window of 640 px; 400 % one of 320 px.
    wide = {}
    for name, path in largest_of_each(site).items():
        tab.goto(base + path)
        for width in (1280, 640, 390, 320):
            tab.set_viewport_size({"width": width, "height": 800})
            if tab.evaluate("document.documentElement.scrollWidth") > width:
                wide[name] = width
    assert wide == {}


def test_the_keyboard_alone_reaches_content_and_menu(tab: Page, base: str) -> None:
    tab.goto(base + "jcgk/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "gk-skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('main') !== null")
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_keyboard_walks_the_header_in_reading_order(tab: Page, base: str) -> None:
    tab.goto(base + "jcgk/")
    seen = []
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.closest('.gk-head') !== null"):
            seen.append(tab.evaluate("document.activeElement.textContent.trim()"))
    order = [seen.index(text) for text in ("适老模式", "首页", "政府信息公开", "决策公开", "结果公开")]
    assert order == sorted(order)


def test_a_filter_shows_rows_of_one_form_and_all_again(tab: Page, base: str) -> None:
    tab.goto(base + "interpretations/")
    rows = tab.locator(".gk-policies tbody tr")
    everything = rows.count()
    tab.locator(".gk-filter button", has_text="图解").click()
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < everything
    assert all(row.locator('[data-form="图解"]').count() for row in shown)
    tab.locator(".gk-filter button").first.click()
    assert all(row.is_visible() for row in rows.all())


def test_elder_mode_is_larger_and_remembered_on_every_page(tab: Page, base: str) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('main a, main p')).fontSize)"
    tab.goto(base)
    usual = tab.evaluate(size)
    tab.locator("[data-do=elder]").click()
    assert tab.evaluate(size) >= max(18, usual * 1.2)
    tab.goto(base + "jcgk/")
    assert tab.locator("html.gk-elder").count() == 1
    assert tab.locator("[data-do=elder]").get_attribute("aria-pressed") == "true"
    assert not tab.locator(".gk-side").is_visible()
    for width in (1280, 390, 320):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.locator("[data-do=elder]").click()
    assert tab.locator("html.gk-elder").count() == 0


def test_large_print_and_quoting(tab: Page, base: str, site: Path) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(base + item_with(site, "gk-text--document"))
    size = "parseFloat(getComputedStyle(document.querySelector('.gk-text p')).fontSize)"
    usual = tab.evaluate(size)
    tab.locator("[data-do=large]").click()
    assert tab.evaluate(size) > usual * 1.2
    tab.locator("[data-do=cite]").click()
    tab.locator("[role=status]", has_text="已复制").wait_for()
    quoted = tab.evaluate("navigator.clipboard.readText()")
    assert quoted.startswith("《")
    assert "https://www.shili.example/qingshan/info/" in quoted


def test_reading_aloud_starts_and_stops(tab: Page, base: str, site: Path) -> None:
    tab.goto(base + item_with(site, "gk-text--document"))
    button = tab.locator("[data-do=speak]")
    if not button.is_visible():
        pytest.skip("this browser has no voice")
    button.click()
    assert (button.text_content(), button.get_attribute("aria-pressed")) == ("停止朗读", "true")
    button.click()
    assert (button.text_content(), button.get_attribute("aria-pressed")) == ("朗读", "false")


def test_an_outside_link_opens_through_the_notice_even_without_javascript(
    plain: Page, base: str, site: Path
) -> None:
    plain.goto(base + item_with(site, 'href="[^"]*/leave/'))
    plain.locator('.gk-text a[href*="/leave/"]').click()
    assert plain.locator("body").get_attribute("data-page") == "leave"
    leaving = plain.locator("main a.gk-button")
    assert str(leaving.get_attribute("href")).startswith("https://")
    assert "external" in str(leaving.get_attribute("rel"))


def test_a_short_notice_prints_on_one_page_with_its_code(tab: Page, base: str, site: Path) -> None:
    tab.goto(base + item_with(site, r"<h1[^>]*>[^<]*停水公告"))
    tab.emulate_media(media="print")
    assert tab.locator(".gk-qr img").is_visible()
    assert not tab.locator(".gk-nav").is_visible()
    assert not tab.locator(".gk-tools--item").is_visible()
    pdf = tab.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 1


def test_the_code_is_there_and_is_square(tab: Page, base: str, site: Path) -> None:
    tab.goto(base + item_with(site, "gk-qr"))
    natural = tab.locator(".gk-qr img").evaluate("node => [node.naturalWidth, node.naturalHeight]")
    assert natural[0] == natural[1] > 20


def test_figures_stay_in_elder_mode_and_on_paper(tab: Page, base: str) -> None:
    """The charts of a column are left out there; on the page of figures they are what the page is about."""
    tab.goto(base + "statistics/2026/")
    tables = tab.locator(".gk-figure").count()
    assert tables > 3
    tab.locator("[data-do=elder]").click()
    assert (
        tab.locator(".gk-figure:visible").count()
        == tab.locator("section > .gk-scroll .gk-figure").count()
        > 2
    )
    tab.locator("[data-do=elder]").click()
    tab.emulate_media(media="print")
    assert tab.locator(".gk-figure:visible").count() > 2


def test_before_and_now_stand_side_by_side_on_a_phone(phone: Page, base: str) -> None:
    phone.goto(base + "glgk/qzqd/qzqd/changes/")
    tops = phone.locator(".gk-changes .gk-facts tr").evaluate_all(
        "rows => rows.map(row => new Set([...row.cells].map(cell => Math.round(cell.getBoundingClientRect().top))).size)"
    )
    assert len(tops) > 1
    assert set(tops) == {1}


@pytest.mark.parametrize("page", ["", "search/", "jcgk/"])
def test_the_head_is_two_rows_at_most_on_a_phone(phone: Page, base: str, page: str) -> None:
    phone.goto(base + page)
    head = phone.locator(".gk-head").bounding_box()
    assert head
    assert head["height"] <= 140
    for button in (phone.locator("[data-do=elder]"), phone.locator("label.gk-menu")):
        box = button.bounding_box()
        assert box
        assert box["height"] >= 43
        assert box["x"] + box["width"] <= 390


def test_no_name_of_a_fact_runs_into_its_value(tab: Page, base: str, site: Path) -> None:
    tab.goto(base + item_with(site, "废止（失效）日期"))
    for elder in (False, True):
        if elder:
            tab.locator("[data-do=elder]").click()
        over = tab.locator(".gk-facts th").evaluate_all(
            "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent)"
        )
        assert over == []
