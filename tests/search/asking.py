"""Asking the search page and reading its answer."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Page


def ask(page: Page, query: str, more: str = "") -> int:
    page.goto(f"{page.base}/search/index.html?q={quote(query, errors='replace')}{more}")  # type: ignore[attr-defined]
    page.wait_for_selector("#gk-found[data-total]", state="attached")
    return int(page.locator("#gk-found").get_attribute("data-total") or -1)


def titles(page: Page) -> list[str]:
    return page.locator(".gk-hit__title a").all_text_contents()
