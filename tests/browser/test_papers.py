"""The form and the gazette in a browser: accessible, filled in by keyboard, printed without what stands around it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from gongkai.mkdocs_plugins.engine import run_build
from tests.browser.conftest import PHONE, ROOT, TODAY, WIDE, Strict, open_context
from tests.browser.test_accessibility import RULES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("zfxxgk/ysqgk/form/", "gazette/", "gazette/2026-02/", "gazette/2026-02/2/")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small county, built and served."""
    folder = tmp_path_factory.mktemp("county") / "site"
    config = str(ROOT / "examples" / "county" / "mkdocs.yml")
    run_build(config, str(folder), {"GONGKAI_TODAY": TODAY, "GONGKAI_JOBS": "1"})
    handler = functools.partial(Strict, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/qingshan/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_violation(browser: Browser, county: str, size: dict[str, int], elder: bool) -> None:
    context = open_context(browser, viewport=size, bypass_csp=True)
    if elder:
        context.add_init_script("localStorage.setItem('gongkai-elder', '1')")
    tab = context.new_page()
    found = []
    for path in PAGES:
        tab.goto(county + path)
        for violation in Axe().run(tab, options=RULES).response["violations"]:
            found += [f"{path} {violation['id']}: {node['html'][:120]}" for node in violation["nodes"][:3]]
        assert tab.evaluate("document.documentElement.scrollWidth") <= size["width"], path
    context.close()
    assert found == []


def test_the_form_is_filled_in_by_its_labels_and_sends_nothing(browser: Browser, county: str) -> None:
    context = open_context(browser, viewport=WIDE)
    tab = context.new_page()
    sent: list[str] = []
    tab.goto(county + PAGES[0])
    tab.on("request", lambda request: sent.append(request.url))
    tab.get_by_label("姓名").fill("张某")
    tab.get_by_label("名称、文号或者便于查询的其他特征性描述").fill("示政发〔2026〕3号\n第二行")
    tab.get_by_label("邮寄").check()
    tab.get_by_label("姓名").press("Enter")
    assert tab.get_by_label("姓名").input_value() == "张某"
    assert "张" not in tab.url
    assert sent == []
    context.close()


def test_only_the_form_is_printed(browser: Browser, county: str) -> None:
    context = open_context(browser, viewport=WIDE)
    tab = context.new_page()
    tab.goto(county + PAGES[0])
    tab.emulate_media(media="print")
    assert tab.get_by_label("姓名").is_visible()
    assert not tab.get_by_text("怎样提交").is_visible()
    assert not tab.locator(".gk-nav").is_visible()
    context.close()
