"""Pictures of one page of each type, for looking: `screenshots/`, which git leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts._look import largest_of_each
from tests.browser.conftest import PHONE, ROOT, WIDE, open_context

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(("name", "size"), [("wide", WIDE), ("phone", PHONE)])
def test_every_type_of_page_can_be_looked_at(
    browser: Browser, base: str, site: Path, name: str, size: dict[str, int]
) -> None:
    out = ROOT / "screenshots"
    out.mkdir(exist_ok=True)
    context = open_context(browser, viewport=size)
    tab = context.new_page()
    for kind, path in largest_of_each(site).items():
        tab.goto(base + path)
        picture = tab.screenshot(path=out / f"{kind}-{name}.png", full_page=True)
        assert len(picture) > 5_000, kind
    context.close()
