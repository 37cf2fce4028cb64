"""The search page in Chromium, served and from a disk: what is found, in which order, and whatever is typed."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.search.asking import ask, titles
from tests.search.conftest import serve
from tests.site import small

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_what_is_found_and_in_which_order(page: Page) -> None:
    assert ask(page, "残疾人两项补贴") == 3
    assert titles(page) == ["残疾人两项补贴实施细则", "关于社会救助的通知", "残疾人两项补贴办法"]
    assert page.locator(".gk-hit").nth(2).locator(".gk-badge").text_content() == "已废止"
    assert page.locator(".gk-hit mark").first.text_content() == "残疾人两项补贴"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    "query",
    [
        "青政发〔2018〕12号",
        "青政发[2018]12号",
        "青政发2018 12",
        "青政发（２０１８）１２号",
        "119901210000000000/201803-00012",
        "残疾人两项补贴办法",
    ],
)
def test_a_number_or_a_whole_title_comes_first(page: Page, query: str) -> None:
    assert ask(page, query) >= 1
    assert titles(page)[0] == "残疾人两项补贴办法"


@pytest.mark.parametrize("query", ["最低生活保障", "低保", "dibao", "低保工作"])
def test_synonyms_and_pinyin(page: Page, query: str) -> None:
    assert ask(page, query) == 1
    assert titles(page) == ["关于社会救助的通知"]


def test_the_text_of_an_attachment_is_found_and_named(page: Page) -> None:
    assert ask(page, "户口簿复印件") == 1
    assert page.locator(".gk-hit .gk-tag").text_content() == "附件《材料》" or "材料" in (
        page.locator(".gk-hit .gk-tag").text_content() or ""
    )


def test_filters_and_order(page: Page) -> None:
    assert ask(page, "残疾人", "&year=2018") == 1
    assert ask(page, "残疾人", "&validity=" + quote("有效")) == 3
    assert ask(page, "细则", "&interpreted=1") == 1
    assert ask(page, "残疾人", "&issuer=" + quote("示例县青山镇人民政府")) == 4
    assert ask(page, "停水", "&five=" + quote("决策公开")) == 0
    ask(page, "残疾人两项补贴", "&sort=date")
    assert titles(page)[0] == "关于社会救助的通知"


@pytest.mark.parametrize(
    ("query", "total"), [("停水通知4", 0), ("停水通知41", 1), ("41", 1), ("1", 0), ("停水通知", 15)]
)
def test_numbers_are_found_whole_or_not_at_all(page: Page, query: str, total: int) -> None:
    assert ask(page, query) == total


def test_pages_of_results(page: Page) -> None:
    assert ask(page, "停水") == 15
    assert len(titles(page)) == 10
    page.locator(".gk-pager a").click()
    page.wait_for_selector("#gk-found[data-total]", state="attached")
    assert len(titles(page)) == 5


def test_on_a_phone_the_results_come_before_the_filters(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    ask(page, "残疾人两项补贴")
    assert not page.locator("#gk-search-more select").first.is_visible()
    box = page.locator(".gk-hit").first.bounding_box()
    assert box
    assert box["y"] < 844
    page.locator("#gk-search-more summary").click()
    assert page.locator("#gk-search-more select").first.is_visible()
    ask(page, "残疾人", "&year=2018")
    assert page.locator("#gk-search-more select").first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    ask(page, "残疾人两项补贴")
    assert page.locator("#gk-search-more select").first.is_visible()


def test_keyboard_alone(page: Page) -> None:
    ask(page, "")
    page.locator("#gk-search-q").focus()
    page.keyboard.type("停水通知41")
    page.keyboard.press("Enter")
    page.wait_for_selector(".gk-hit")
    assert "q=" in page.url
    assert titles(page) == ["停水通知41"]
    assert page.locator("#gk-search-status").get_attribute("aria-live") == "polite"


def test_the_interface_for_others(page: Page) -> None:
    ask(page, "")
    answer = page.evaluate("gongkai.search('停水')")
    assert answer["total"] == len(answer["items"]) == 15
    assert answer["items"][0]["index_number"] == "119901210000000000/202605-00054"
    assert "/info/119901210000000000-202605-00054/" in answer["items"][0]["url"]


def test_nothing_found_says_so_and_helps(page: Page) -> None:
    assert ask(page, "残疾人飞机票") == 0
    page.wait_for_selector("text=换短一些的词")
    assert page.locator("#gk-found a", has_text="残疾人").count() >= 1
    assert page.locator("#gk-search-else").is_visible()
    assert ask(page, "青政发〔2018〕13号") == 0
    page.wait_for_selector("text=相近的文号")
    assert "青政发〔2018〕12号" in (page.locator("#gk-found").text_content() or "")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "字" * 500,
        '"',
        '"""',
        "（）[]{}",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "🙂",
        "�",
        "，。！",
        "%",
        "a" * 300,
        "__proto__ constructor",
    ],
    ids=lambda query: f"{len(query)}-{query[:4]!a}",
)
def test_whatever_is_typed_is_answered(page: Page, query: str) -> None:
    ask(page, query)
    assert page.locator("#gk-search-status").text_content()
    assert page.locator("#gk-found script, #gk-found img").count() == 0


@pytest.mark.parametrize("lost", ["search/index.json", "2026-*/d", "2026-*/t", "keys-*", "states-*.bin"])
def test_a_half_copied_index_says_so(browser: Browser, site: small.Site, tmp_path: Path, lost: str) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site.out, copy)
    if lost == "search/index.json":
        (copy / lost).write_bytes(b'{"version":1,"sha')
    else:
        found = list((copy / "search").glob(lost))
        assert found
        for path in found:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    server = serve(copy)
    page = browser.new_page()
    page.base = f"http://127.0.0.1:{server.server_port}"  # type: ignore[attr-defined]
    assert ask(page, "残疾人两项补贴") == 0
    assert "没有读到" in (page.locator("#gk-found").text_content() or "")
    assert page.locator("#gk-search-else a").first.is_visible()
    page.close()
    server.shutdown()
    server.server_close()


def test_without_a_script_there_are_the_indices(browser: Browser, site: small.Site) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site.out.as_uri()}/search/index.html")
    assert "全文查找需要浏览器运行脚本" in page.locator(".gk-message").inner_text()
    assert page.locator("#gk-search-else a", has_text="按文号").is_visible()
    page.close()


def test_every_page_has_the_box(site: small.Site) -> None:
    assert 'action="../../search/"' in site.page("/info/119901210000000000-202605-00054/")
    assert 'id="gk-q"' in site.page("/")
