"""The search page as a reader uses it: its box and filters, the way back, what is announced, hostile input."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.search.asking import ask, titles
from tests.site import small

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTE = """() => {
  const status = document.getElementById('gk-search-status'), place = document.getElementById('gk-found');
  window.said = [];
  const note = () => window.said.push([status.textContent, place.getAttribute('aria-busy')]);
  new MutationObserver(note).observe(status, {childList: true, characterData: true, subtree: true});
}"""


def answered(page: Page) -> None:
    """Wait until the page has its answer."""
    page.wait_for_selector("#gk-found[data-total]", state="attached")


def test_the_box_of_every_page_leads_to_the_results(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}/{small_item()}")
    page.locator("#gk-q").fill("残疾人两项补贴")
    page.keyboard.press("Enter")
    answered(page)
    assert page.url.split("?")[0] == f"{served}/search/"
    assert len(titles(page)) == 3
    page.close()


def small_item() -> str:
    """The address of one item of the small site."""
    return "info/119901210000000000-202603-00007/"


def test_every_filter_is_chosen_by_hand_and_stands_in_the_address(page: Page) -> None:
    ask(page, "残疾人")
    page.set_viewport_size({"width": 1280, "height": 800})
    everything = int(page.locator("#gk-found").get_attribute("data-total") or 0)
    for name in page.locator("#gk-search select").evaluate_all("all => all.map(each => each.name)"):
        ask(page, "残疾人")
        choices = page.locator(f"select[name={name}] option").evaluate_all(
            "all => all.map(each => each.value)"
        )
        totals = [ask(page, "残疾人", f"&{name}={quote(choice)}") for choice in choices if choice]
        assert totals, name
        assert all(total <= everything for total in totals), name
        assert any(totals), name
        page.locator(f"select[name={name}]").select_option(choices[-1])
        page.wait_for_url(f"**{name}=*")
        answered(page)


@pytest.mark.parametrize(
    ("query", "more", "total"),
    [
        ("残疾人两项补贴", "&year=2018&validity=" + quote("已废止"), 1),
        ("残疾人两项补贴", "&year=2018&validity=" + quote("有效"), 0),
        ("残疾人两项补贴实施细则", "&interpreted=1&year=2026", 1),
    ],
)
def test_filters_are_joined(page: Page, query: str, more: str, total: int) -> None:
    assert ask(page, query, more) == total


def test_the_way_back_leads_to_the_former_answer(page: Page) -> None:
    ask(page, "残疾人两项补贴")
    page.locator("#gk-search-q").fill("停水通知41")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=停水通知41")
    page.go_back()
    page.locator(".gk-hit").nth(2).wait_for()
    assert len(titles(page)) == 3
    assert page.locator("#gk-search-q").input_value() == "残疾人两项补贴"


def test_what_is_said_aloud(page: Page) -> None:
    """A screen reader is told that the search goes on, then how many there are; the page says when it is busy."""
    ask(page, "")
    status, place = page.locator("#gk-search-status"), page.locator("#gk-found")
    assert (status.get_attribute("role"), status.get_attribute("aria-live")) == ("status", "polite")
    assert status.text_content() == "请在上面写要找的字词、文号或索引号。"
    page.evaluate(NOTE)
    page.locator("#gk-search-q").fill("停水")
    page.keyboard.press("Enter")
    status.filter(has_text="找到").wait_for()
    assert page.evaluate("window.said[0]") == ["正在查找……", "true"]
    assert status.text_content() == "找到 15 条信息。"
    assert place.get_attribute("aria-busy") is None
    page.locator("#gk-search-q").fill("飞机票")
    page.keyboard.press("Enter")
    status.filter(has_text="没有找到").wait_for()
    assert place.get_attribute("data-total") == "0"


def test_results_are_reached_and_opened_by_keyboard(page: Page) -> None:
    ask(page, "停水")
    page.locator("#gk-search-q").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.gk-hit') !== null"):
            break
    assert page.evaluate("document.activeElement.textContent") == titles(page)[0]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.locator(".gk-pager a").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=第 2 页")
    assert len(titles(page)) == 5


def test_half_a_character_and_too_many_are_answered(page: Page) -> None:
    """Half of a pair of surrogates can't stand in an address, but a script may hand it over."""
    ask(page, "")
    assert page.evaluate("gongkai.search('\\ud83d').then(found => found.total)") == 0
    assert page.evaluate("gongkai.search('残疾人\\udc00').then(found => found.total)") == 0
    page.evaluate("document.getElementById('gk-search-q').value = '\\ud83d停水'")
    page.evaluate("document.getElementById('gk-search').requestSubmit()")
    answered(page)
    assert ask(page, "停水通知" * 125) == 0
    assert "只用了前 200 个字" in (page.locator("#gk-search-status").text_content() or "")


@pytest.mark.parametrize(
    "more",
    [
        "&page=99999999",
        "&page=-1",
        "&page=abc",
        f"&year={quote('<img src=x onerror=alert(1)>')}",
        f"&column={quote('没有的栏目')}",
        "&sort=__proto__&five=constructor",
        "&%E0%A4%A",
    ],
)
def test_a_mangled_address_is_answered(page: Page, more: str) -> None:
    ask(page, "停水", more)
    assert page.locator("#gk-search-status").text_content()
    assert page.locator("#gk-found img, #gk-found script").count() == 0


def test_near_numbers_of_the_same_year_and_of_others(page: Page) -> None:
    assert ask(page, "青政发〔2026〕6号") == 0
    page.wait_for_selector("text=相近的文号")
    offered = page.locator("#gk-found .gk-lines a").all_text_contents()
    assert [text.split(" ")[0] for text in offered] == [f"青政发〔2026〕{n}号" for n in (7, 8, 9, 10)]
    ask(page, "青政发〔2018〕7号")
    page.wait_for_selector("text=相近的文号")
    offered = page.locator("#gk-found .gk-lines a").all_text_contents()
    assert [text.split(" ")[0] for text in offered] == ["青政发〔2018〕12号", "青政发〔2026〕7号"]
    page.locator("#gk-found .gk-lines a").first.click()
    page.wait_for_url("**/info/119901210000000000-201803-00012/**")


def test_a_large_site_on_a_disk_says_that_it_can_not(
    browser: Browser, site: small.Site, tmp_path: Path
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site.out, copy)
    (copy / "search" / "all.js").unlink()
    page = browser.new_page()
    page.goto(f"{copy.as_uri()}/search/index.html?q={quote('停水')}")
    answered(page)
    assert "离线时不能全文查找" in page.locator("#gk-found").inner_text()
    assert page.locator("#gk-search-else a").first.is_visible()
    page.close()
