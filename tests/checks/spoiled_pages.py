"""Faults put into built pages, as a template that was changed by hand or a page that somebody edited has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.checks.planting import Place

ALL = (
    (">政府信息公开</a>", ">信息公开</a>"),
    ('<meta name="SiteName"', '<meta name="SiteTitle"'),
    (
        '<div class="gk-tools"><button',
        '<div class="gk-tools"><img src="../x.png"><i onclick="x()">大</i><button',
    ),
)
"""What is altered on every page alike, and found once: P01 T01 A01 A03, and a picture that is not there (G18)."""
EVERYWHERE = ("T01", "A01", "A03", "G18")
HOME = (
    ("我为政府网站找错", "联系我们"),
    ("zfwzzc.www.gov.cn", "www.gov.cn"),
    ('name="SiteIDCode" content="99', 'name="SiteIDCode" content="88'),
)
"""G22, G12 (told at the unit's file), G15 (the other pages have another footer), G13."""
ITEMS: Mapping[str, tuple[str, str, str]] = {
    "一则要闻": ("G08", '<p class="gk-item__line">', '<p class="gk-item__line" hidden><s></s></p><p>'),
    "二则要闻": (
        "T04",
        '<meta name="PubDate" content="2026-11-05',
        '<meta name="PubDate" content="2026-11-04',
    ),
    "关于五的意见": ("G11 T04", '<meta name="ContentSource"', '<meta name="Source"'),
    "关于六的通知": ("T03", '<meta name="ColumnName"', '<meta name="Column"'),
    "关于七的通知": (
        "T06",
        '<meta name="PubDate"',
        '<meta name="ColumnType" content="甲"><meta name="PubDate"',
    ),
    "关于八的通知": ("A01 A01 A01", "</article>", '<h1>二</h1><h4>四</h4><img src="data:,x"></article>'),
    "关于九的通知": ("A03", "</article>", '<b tabindex="3">开</b></article>'),
    "关于十的通知": ("A04", "</article>", '<video autoplay src="data:,x"></video></article>'),
    "关于十一的通知": ("G19", "</article>", '<a href="https://www.gongsi.com.cn/">公司</a></article>'),
    "关于十二的通知": ("G20", "</article>", '<script src="https://hm.baidu.com/h.js"></script></article>'),
    "关于十三的通知": ("G18", "</article>", '<a href="gone.html">没有</a></article>'),
    "关于十六的通知": ("G17", "</article>", f"<!--{'x' * 600_000}--></article>"),
    "二十六办法": ("N06", "已失效", "过期"),
}
"""Item's title → what is found at its file, and what is put in the place of what."""


def spoil(site: Path, sources: Mapping[str, tuple[str, int]]) -> Iterator[Place]:
    """Alter the pages of a built site; `sources` leads from titles to files and lines. What must be found."""
    pages = {path: _alike(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    home = site / "index.html"
    for old, new in HOME:
        assert old in pages[home]
        pages[home] = pages[home].replace(old, new)
    yield from (
        ("G22", "content/单位.yml", 0, ""),
        ("G12", "content/单位.yml", 0, ""),
        ("G13", "content/单位.yml", 0, ""),
    )
    yield from (("G15", "site/", 0, ""), ("P01", "content/columns.yml", 0, ""))
    yield from ((code, "site/", 0, "") for code in EVERYWHERE)
    for title, (codes, old, new) in ITEMS.items():
        path = _page_of(title, pages)
        assert old in pages[path], title
        pages[path] = pages[path].replace(old, new)
        yield from ((code, *sources[title], "") for code in codes.split())
    news = site / "zwdt" / "yw" / "index.html"
    pages[news] = pages[news].replace('name="ColumnDescription"', 'name="Description2"')
    yield "T02", "site/zwdt/yw/", 0, ""
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    (_page_of("六十一", pages).parent / "1.pdf").unlink()
    yield "P04", "site/", 0, ""
    yield "G18", *sources["六十一"], ""


def _page_of(title: str, pages: Mapping[Path, str]) -> Path:
    return next(p for p, text in pages.items() if f"<title>{title} " in text and "data-item" in text)


def _alike(text: str) -> str:
    for old, new in ALL:
        text = text.replace(old, new)
    return text
