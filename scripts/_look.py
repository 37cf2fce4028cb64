"""What pages weigh on the wire, when their largest part is painted, and whether anything jumps.

Measured in the system's Chromium on a local server, with the processor slowed down four times. Weights are
those of gzip, as every static server sends them.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import re
import sys
import threading
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from playwright.sync_api import Browser, Page, sync_playwright

from scripts._bench_page import table_of
from scripts._debian import chromium

KILOBYTE = 1024
SLOW_DOWN = 4

_TYPE = re.compile(r'<body[^>]* data-page="([a-z-]+)"')
_WATCH = """() => {
  window.seen = { shift: 0, paint: 0 };
  new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.seen.shift += e.value; })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver(list => { for (const e of list.getEntries()) window.seen.paint = e.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
}"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One page: bytes with everything it loads, bytes on the next page of its kind, layout shift, largest paint in ms."""

    name: str
    first: int
    next: int
    shift: float
    paint: float

    @property
    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        sizes = (f"{self.first / KILOBYTE:.1f}", f"{self.next / KILOBYTE:.1f}")
        return (self.name, *sizes, f"{self.shift:.3f}", f"{self.paint:.0f}")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a built site, with a closing slash, while it is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def largest_of_each(site: Path) -> dict[str, str]:
    """`data-page` → the largest page of that type in a built site, as a path below it."""
    found: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        match = _TYPE.search(text)
        if match:
            path = file.relative_to(site).as_posix().removesuffix("index.html")
            found[match[1]] = max(found.get(match[1], (0, "")), (len(text), path))
    return {name: path for name, (_, path) in sorted(found.items())}


def measure(browser: Browser, site: Path, pages: Sequence[tuple[str, str]]) -> list[Figure]:
    """Figures of some pages (name, path below the site), each by a visitor who was never here."""
    with served(site) as base:
        return [_one(browser, site, base, name, path) for name, path in pages]


def _one(browser: Browser, site: Path, base: str, name: str, path: str) -> Figure:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOW_DOWN})
    tab.add_init_script(f"({_WATCH})()")
    tab.goto(base + path, wait_until="load")
    tab.wait_for_timeout(500)
    shift, paint = _seen(tab)
    context.close()
    sizes = [_weight(site, url) for url in dict.fromkeys(asked) if url.startswith(base)]
    return Figure(name, sum(sizes), sizes[0], shift, paint)


def _seen(tab: Page) -> tuple[float, float]:
    return float(tab.evaluate("window.seen.shift")), float(tab.evaluate("window.seen.paint"))


def _weight(site: Path, url: str) -> int:
    """Bytes of an answer as sent with gzip."""
    path = unquote(urlsplit(url).path).lstrip("/")
    file = site / path
    file = file / "index.html" if file.is_dir() else file
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0


HEAD = ("页面类型", "首次访问（KB）", "再次访问（KB）", "布局偏移", "最大内容绘制（毫秒）")


def main(sites: Sequence[Path]) -> str:
    """The table for some built sites: of the later ones, the types of page that no earlier one has."""
    path = os.environ.get("GONGKAI_CHROMIUM") or chromium()
    figures: dict[str, Figure] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path or None, args=["--no-sandbox"])
        for site in sites:
            for figure in measure(browser, site, new_types(site, figures)):
                figures[figure.name] = figure
        browser.close()
    return table_of(HEAD, [figures[name].cells for name in sorted(figures)])


def new_types(site: Path, known: Container[str]) -> list[tuple[str, str]]:
    """The largest page of each type that is not known yet. The page for what is not there is never among them:
    it is asked for at any depth, and here its style sheets would be missing.
    """
    return [page for page in largest_of_each(site).items() if page[0] != "message" and page[0] not in known]


if __name__ == "__main__":
    print(main([Path(name) for name in sys.argv[1:]]))
