"""What only a browser can tell: no sideways scroll on a phone, targets for a thumb, states on the reader's day."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts._debian import chromium
from tests.look import sample, sample_views

pytestmark = pytest.mark.browser

# Height of the smallest target, a link in running text left out; the whole row counts where it is the target.
TARGETS = """() => [...document.querySelectorAll('a, button, summary, input[type=search]')].filter(node => {
  let box = node.getBoundingClientRect();
  if (box.width < 2 || node.closest('.gk-text, .gk-banner')) return false;
  if (getComputedStyle(node, '::after').position === 'absolute') {
    let row = node.parentElement;
    while (getComputedStyle(row).position === 'static') row = row.parentElement;
    box = row.getBoundingClientRect();
  }
  return box.height < 42;
}).map(node => node.className + ' ' + node.textContent)"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All sample pages with the style sheets that the demonstration has."""
    made = tmp_path_factory.mktemp("look")
    (made / "assets/material").mkdir(parents=True)
    sheets = Path(material.__file__).parent / "templates/assets/stylesheets"
    shutil.copyfile(next(sheets.glob("main.*.min.css")), made / "assets/material/main.css")
    for asset in sorted((sample.OVERRIDES / "assets").iterdir()):
        shutil.copyfile(asset, made / "assets" / asset.name)
    for template, view in sample_views.full().items():
        text = sample.render(view, template, sample.site())
        (made / template).write_text(text, encoding="utf-8", newline="\n")
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("GONGKAI_CHROMIUM") or chromium()
    if not path and not os.environ.get("CI"):
        pytest.skip("没有 Chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path or None, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    yield page
    page.close()


@pytest.mark.parametrize("template", sorted(sample_views.full()))
def test_a_phone_needs_no_sideways_scroll_and_no_thin_finger(folder: Path, tab: Page, template: str) -> None:
    tab.goto((folder / template).as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert tab.evaluate(TARGETS) == []


@pytest.mark.parametrize("width", [320, 640, 768, 960, 1280, 1920])
def test_no_width_and_no_zoom_needs_sideways_scroll(folder: Path, tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    for template in ("home.html", "item.html", "list.html", "statutory.html"):
        tab.goto((folder / template).as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_menu_opens_without_a_script(folder: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    page.goto((folder / "home.html").as_uri())
    assert not page.locator(".gk-nav").is_visible()
    page.locator(".gk-menu__box").focus()
    page.keyboard.press("Space")
    assert page.locator(".gk-nav").is_visible()
    page.close()


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-11-02T15:59:00Z", "未开始"),
        ("2026-11-02T16:01:00Z", "进行中，还有29天"),
        ("2026-12-02T15:59:00Z", "进行中，今天截止"),
        ("2026-12-02T16:01:00Z", "已结束"),
    ],
)
def test_a_state_is_that_of_the_readers_day_in_beijing(folder: Path, tab: Page, now: str, state: str) -> None:
    tab.clock.set_fixed_time(now)
    tab.goto((folder / "item.html").as_uri())
    assert tab.locator(".gk-state").first.text_content() == state


def test_the_title_and_the_text_are_large_enough(folder: Path, tab: Page) -> None:
    tab.goto((folder / "item.html").as_uri())
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    assert tab.locator(".gk-text p").first.evaluate(size) >= 17
    assert tab.locator("body").evaluate(size) >= 17


@pytest.mark.parametrize("unit", ["", "示例县青山镇人民政府"])
def test_the_menu_button_stands_clear_of_the_search(folder: Path, tab: Page, unit: str) -> None:
    site = replace(sample.site(), unit=unit)
    page = folder / f"unit-{bool(unit)}.html"
    text = sample.render(sample_views.full()["list.html"], "list.html", site)
    page.write_text(text, encoding="utf-8", newline="\n")
    tab.goto(page.as_uri())
    menu, find = tab.locator(".gk-menu").bounding_box(), tab.locator(".gk-find").bounding_box()
    assert menu
    assert find
    assert menu["y"] + menu["height"] <= find["y"]
