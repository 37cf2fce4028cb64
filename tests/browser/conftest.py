"""The demonstration, built once and served as it should be: under its sub-path, with a strict policy."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from gongkai.mkdocs_plugins.engine import run_build
from scripts._debian import chromium

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-23"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serves the site below `/qingshan/` and nothing else."""

    def translate_path(self, path: str) -> str:
        """`/qingshan/x` is the file x; anything else is not there."""
        inside = path.startswith("/qingshan/")
        return super().translate_path(path.removeprefix("/qingshan") if inside else "/not-there")

    def do_GET(self) -> None:
        """The portal's own icon is not this site's business."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Every answer carries the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's built site."""
    folder = tmp_path_factory.mktemp("demonstration") / "site"
    run_build(str(ROOT / "mkdocs.yml"), str(folder), {"GONGKAI_TODAY": TODAY, "GONGKAI_JOBS": "1"})
    return folder


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county's built site: it has a gazette."""
    folder = tmp_path_factory.mktemp("county") / "site"
    configuration = str(ROOT / "examples" / "county" / "mkdocs.yml")
    run_build(configuration, str(folder), {"GONGKAI_TODAY": TODAY, "GONGKAI_JOBS": "1"})
    return folder


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the served site, with a closing slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Strict, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/qingshan/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; in CI a missing one is a failure."""
    path = os.environ.get("GONGKAI_CHROMIUM") or chromium()
    if not path and not os.environ.get("CI"):
        pytest.skip("没有 Chromium：sudo apt install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path or None, args=["--no-sandbox"])
        yield opened
        opened.close()


class Watched:
    """What a tab did that it should not: asked other hosts, broke the policy, failed in a script."""

    def __init__(self, page: Page, base: str) -> None:
        self.found: list[str] = []
        self.base = base
        page.on("request", self._request)
        page.on("console", lambda m: self.found.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.found.append(str(error)))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.found.append(request.url)


def open_context(browser: Browser, **options: object) -> BrowserContext:
    """A fresh visitor."""
    return browser.new_context(**{"viewport": WIDE, "locale": "zh-CN", **options})  # type: ignore[arg-type]


@pytest.fixture
def tab(browser: Browser, base: str) -> Iterator[Page]:
    """A wide tab that may not ask anything of other hosts nor break the policy."""
    context = open_context(browser)
    page = context.new_page()
    watched = Watched(page, base)
    yield page
    context.close()
    assert watched.found == []


@pytest.fixture
def phone(browser: Browser, base: str) -> Iterator[Page]:
    """The same on a phone."""
    context = open_context(browser, viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    watched = Watched(page, base)
    yield page
    context.close()
    assert watched.found == []


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A phone without JavaScript."""
    context = open_context(browser, viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()
