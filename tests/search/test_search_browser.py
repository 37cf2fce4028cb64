"""The search page in Chromium, served and from a disk: what is found, in which order, and whatever is typed."""

from __future__ import annotations

import io
import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import docx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts._debian import chromium
from tests.site import small

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLUGINS = (*small.PLUGINS, "gongkai/search")
FILES = f"content/{small.FILE_COLUMN}"


def _attachment() -> bytes:
    document = docx.Document()
    document.add_paragraph("附件里才有的词：户口簿复印件")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(site: small.Site) -> None:
    def policy(name: str, number: int, day: str, title: str, body: str = "正文。", **fields: str) -> None:
        text = small.policy(title, number, f"青政发〔{day[:4]}〕{number}号", day, **fields)
        site.write(f"{FILES}/{name}.md", text.replace("正文。", body))

    policy("旧", 12, "2018-03-01", "残疾人两项补贴办法", 废止日期="2024-01-01")
    policy("新", 7, "2026-03-02", "残疾人两项补贴实施细则")
    policy("文", 8, "2026-04-02", "关于社会救助的通知", "发放残疾人两项补贴，做好最低生活保障工作。")
    policy("散", 9, "2026-04-03", "关于补贴残疾人的两项通知", "残疾人有两项。\n\n项补贴另行通知。")
    site.write(f"{FILES}/材料.docx", _attachment())
    policy("附", 10, "2026-04-04", "关于材料的通知", 附件="材料.docx")
    site.write(
        f"content/{small.INTERPRETATION_COLUMN}/解.md",
        small.item("细则解读", 30, "问答。", 政策原文="青政发〔2026〕7号", 解读形式="文字"),
    )
    for number in range(40, 55):
        site.write(
            f"content/{small.NOTICE_COLUMN}/{number}.md", small.item(f"停水通知{number}", number, "停水。")
        )
    site.write("content/search.yml", "同义词:\n  - 低保 = 最低生活保障\n")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> small.Site:
    made = small.make_site(tmp_path_factory.mktemp("search"))
    made.configure(PLUGINS)
    _write(made)
    made.build()
    return made


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass

    def end_headers(self) -> None:
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
        self.send_header("Content-Security-Policy", policy)
        super().end_headers()


def serve(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def served(site: small.Site) -> Iterator[str]:
    server = serve(site.out)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("GONGKAI_CHROMIUM") or chromium()
    if not path and not os.environ.get("CI"):
        pytest.skip("没有 Chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path or None, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=["served", "disk"])
def page(request: pytest.FixtureRequest, browser: Browser, site: small.Site) -> Iterator[Page]:
    base = request.getfixturevalue("served") if request.param == "served" else site.out.as_uri()
    with_base = browser.new_page(viewport={"width": 360, "height": 780})
    faults: list[str] = []
    with_base.on(
        "console",
        lambda said: (
            faults.append(said.text)
            if said.type == "error" and "favicon" not in said.location["url"]
            else None
        ),
    )
    with_base.on("pageerror", lambda error: faults.append(str(error)))
    with_base.base = base  # type: ignore[attr-defined]
    yield with_base
    assert faults == []
    with_base.close()


def ask(page: Page, query: str, more: str = "") -> int:
    page.goto(f"{page.base}/search/index.html?q={quote(query, errors='replace')}{more}")  # type: ignore[attr-defined]
    page.wait_for_selector("#gk-found[data-total]", state="attached")
    return int(page.locator("#gk-found").get_attribute("data-total") or -1)


def titles(page: Page) -> list[str]:
    return page.locator(".gk-hit__title a").all_text_contents()


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
        pytest.param("\ud83d", id="lone-surrogate"),
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


@pytest.mark.parametrize("lost", ["search/index.json", "d", "t"])
def test_a_half_copied_index_says_so(browser: Browser, site: small.Site, tmp_path: Path, lost: str) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site.out, copy)
    if lost == "search/index.json":
        (copy / lost).write_bytes(b'{"version":1,"sha')
    else:
        for folder in (copy / "search").glob(f"2026-*/{lost}"):
            shutil.rmtree(folder)
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
    assert page.locator("noscript, .gk-message").first.is_visible()
    assert page.locator("#gk-search-else a", has_text="按文号").is_visible()
    page.close()


def test_every_page_has_the_box(site: small.Site) -> None:
    assert 'action="../../search/"' in site.page("/info/119901210000000000-202605-00054/")
    assert 'id="gk-q"' in site.page("/")
