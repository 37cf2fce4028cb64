"""Take pictures of a built site's pages with the system's Chromium, wide and narrow, for looking and for the README.

    python scripts/screenshots.py [--site site] [--out screenshots] [PAGE …]
    python scripts/screenshots.py --readme      # the README's three pictures, into docs/images

A page is its site-rooted path (`/jcgk/`); without any, one page of each type is taken. A page that scrolls
sideways on a phone is reported, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Playwright, sync_playwright

from scripts._debian import chromium

ROOT = Path(__file__).resolve().parent.parent
SIZES = {"wide": (1280, 900), "phone": (360, 780)}
POLICY = "/info/119901210000000000-202604-00012/"
README_PICTURES = {
    "home": ("/", (1280, 900)),
    "item": (POLICY, (1280, 900)),
    "phone": (POLICY, (390, 844)),
}
"""Name of a picture in docs/images → the page and the size of its window."""
_TYPE = re.compile(r'<body[^>]* data-page="([a-z-]+)"')


def page_type(page: Path) -> str:
    """The `data-page` of a built page, empty where there is none."""
    found = _TYPE.search(page.read_text(encoding="utf-8"))
    return found.group(1) if found else ""


def one_of_each(site: Path) -> dict[str, Path]:
    """Name → the first page of each type in the order of paths."""
    found: dict[str, Path] = {}
    for page in sorted(site.rglob("*.html")):
        kind = page_type(page)
        if kind:
            found.setdefault(kind, page)
    return found


def chosen(site: Path, paths: Sequence[str]) -> dict[str, Path]:
    """Name → file for the paths that were asked for; raises SystemExit for a page that does not exist."""
    found = {}
    for path in paths:
        file = site / path.strip("/") / "index.html" if path.endswith("/") else site / path.lstrip("/")
        if not file.is_file():
            raise SystemExit(f"没有这个页面：{path}（在 {site} 里找不到 {file.relative_to(site)}）")
        found[path.strip("/").replace("/", "-") or "home"] = file
    return found


def take(browser: Browser, name: str, page: Path, out: Path) -> Iterator[str]:
    """Pictures of one page in all sizes; yields a line for each size in which it scrolls sideways."""
    for size, (width, height) in SIZES.items():
        tab = browser.new_page(viewport={"width": width, "height": height})
        tab.goto(page.resolve().as_uri())
        tab.screenshot(path=out / f"{name}-{size}.png", full_page=True)
        needed = int(tab.evaluate("document.documentElement.scrollWidth"))
        tab.close()
        if needed > width:
            yield f"{name}：{width} 像素宽时横向滚动（需要 {needed} 像素）"


def take_for_readme(browser: Browser, site: Path, out: Path) -> None:
    """The three pictures of the README: what is seen without scrolling."""
    for name, (path, (width, height)) in README_PICTURES.items():
        page = chosen(site, [path])
        tab = browser.new_page(viewport={"width": width, "height": height})
        tab.goto(next(iter(page.values())).resolve().as_uri())
        tab.screenshot(path=out / f"{name}.png")
        tab.close()


def readme_pictures(site: Path) -> int:
    """Take them and say how large they are; returns the exit code."""
    out = ROOT / "docs" / "images"
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        take_for_readme(browser, site, out)
        browser.close()
    for name in README_PICTURES:
        print(f"{out / name}.png  {(out / f'{name}.png').stat().st_size // 1024} KB")
    return 0


def open_browser(playwright: Playwright) -> Browser:
    """The system's Chromium, or Playwright's own."""
    return playwright.chromium.launch(
        executable_path=chromium() or None, args=["--no-sandbox", "--disable-gpu"]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="给建好的站点截图（宽屏和手机）")
    parser.add_argument(
        "pages", nargs="*", metavar="PAGE", help="页面路径，如 /jcgk/；不写则每类页面各取一页"
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="站点目录，默认 site/")
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots", help="图片目录，默认 screenshots/")
    parser.add_argument("--readme", action="store_true", help="只拍 README 的三张图片，存到 docs/images/")
    options = parser.parse_args(arguments)
    if options.readme:
        return readme_pictures(options.site)
    pages = chosen(options.site, options.pages) if options.pages else one_of_each(options.site)
    if not pages:
        raise SystemExit(f"{options.site} 里没有页面，请先运行 python3 scripts/site.py build")
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        wide = [line for name, page in pages.items() for line in take(browser, name, page, options.out)]
        browser.close()
    print("\n".join([f"截图 {len(pages) * len(SIZES)} 张：{options.out}", *wide]))
    return 1 if wide else 0


if __name__ == "__main__":
    sys.exit(main())
