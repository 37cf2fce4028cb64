"""A small site with a search, and a page of Chromium that may not complain: served, and opened from a disk."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts._debian import chromium
from tests.site import small

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
