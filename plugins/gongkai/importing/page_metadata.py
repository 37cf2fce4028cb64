"""What a saved page says of its item: meta tags (国办发〔2017〕47号 附件), metadata box, breadcrumb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from gongkai.importing.labels import field_of, is_box, merged, pairs
from gongkai.importing.texts import breadcrumb

_META = {
    "articletitle": "标题", "pubdate": "发布日期", "contentsource": "信息来源", "keywords": "关键词", "author": "作者",
    "description": "内容概述", "columnname": "栏目", "publishdate": "发布日期", "source": "信息来源",
}  # fmt: skip
_SHORT, _LARGEST = 300, 1500
_BOXES = ("table", "ul", "dl", "div", "p", "section", "header", "span", "h5", "h6")
_ENDS = re.compile(r"\s*(?:_|\||｜|—|－|–| - |-{1,2})\s*[^_|｜—－–-]{2,40}$")
_TITLE_CLASS = re.compile(r"(?:^|[-_])(?:title|tit|bt)(?:$|[-_])", re.IGNORECASE)
Fields = dict[str, str]


def metadata(soup: BeautifulSoup) -> tuple[Fields, tuple[str, ...], list[Tag]]:
    """Fields, names of columns, and the boxes that held them (they are no part of the body)."""
    boxes = _boxes(soup)
    boxed = [pair for box in boxes for pair in _pairs_of(box)]
    fields = merged(iter([*boxed, *_meta(soup)]))
    named = fields.pop("栏目", "")
    columns = tuple(
        dict.fromkeys(name.strip() for name in (named, *re.split(r"[/／>、]", named)) if name.strip())
    )
    return fields, (*columns, *_path(soup)), boxes


def _meta(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The meta tags that the State Council's guide asks for."""
    for tag in soup.find_all("meta"):
        name = _META.get(str(tag.get("name") or "").lower())
        if name and name not in ("内容概述", "关键词"):
            yield name, str(tag.get("content") or "")


def _text(node: Any) -> str:
    return re.sub(r"[ \t\r\n\u00a0]+", " ", str(node.get_text(" "))).strip()


def _boxes(soup: BeautifulSoup) -> list[Tag]:
    """The innermost elements that hold at least two labels with their values and hardly anything else."""
    found: list[Tag] = []
    around: set[int] = set()
    for tag in reversed(soup.find_all(_BOXES)):  # the inner ones before those around them
        if id(tag) not in around and 4 <= len(_text(tag)) <= _LARGEST and _is_box(tag):
            found.append(tag)
            around.update(id(up) for up in tag.parents)
    return found[::-1]


def _is_box(tag: Tag) -> bool:
    text = _text(tag)
    if tag.name == "table":
        return sum(1 for name, _ in _cells(tag) if name is not None) >= 3
    return len(text) <= 1200 and is_box(text)


def _pairs_of(box: Tag) -> Iterator[tuple[str, str]]:
    if box.name == "table":
        yield from ((name, value) for name, value in _cells(box) if name)
    elif box.name == "dl":
        names, values = box.find_all("dt"), box.find_all("dd")
        yield from ((field_of(_text(n)) or "", _text(v)) for n, v in zip(names, values, strict=False))
    else:
        leaves = [
            leaf
            for leaf in box.find_all(["li", "p", "div", "span"])
            if not leaf.find(["li", "p", "div", "span"])
        ]
        lines = [_text(leaf) for leaf in leaves] or [_text(box)]
        labelled = [line for line in lines if any(True for _ in pairs(line))]
        whole = _text(box)
        # A label and its value may be elements of their own.
        found = [pair for line in labelled for pair in pairs(line)]
        yield from found if all(value for _, value in found) else pairs(whole)


def _cells(table: Tag) -> Iterator[tuple[str | None, str]]:
    """Label and value in neighbouring cells, or both in one."""
    for row in table.find_all("tr"):
        texts = [_text(cell) for cell in row.find_all(["td", "th"]) if cell.find("table") is None]
        place = 0
        while place < len(texts):
            inside = list(pairs(texts[place])) if len(texts[place]) < _SHORT else []
            if inside and any(value for _, value in inside):
                yield from inside
            elif (name := field_of(texts[place])) is not None:
                yield name, texts[place + 1] if place + 1 < len(texts) else ""
                place += 1
            place += 1


def _path(soup: BeautifulSoup) -> tuple[str, ...]:
    """The columns of the breadcrumb, the innermost first."""
    for tag in soup.find_all(["div", "p", "span", "td", "ul", "nav", "ol"]):
        text = _text(tag)
        if len(text) < 160 and "首页" in text.replace(" ", "") and (found := breadcrumb(_arrows(text))):
            return found
    return ()


def _arrows(text: str) -> str:
    return text.replace("->", ">").replace(">>", ">")


def page_title(soup: BeautifulSoup, article: Tag | None) -> str:
    """The title: the page's one large heading, else what the browser shows, without the site's name."""
    heads = [h for h in soup.find_all(["h1", "h2"]) if 4 <= len(_text(h)) <= 120]
    tag = soup.find("title")
    shown = _text(tag) if tag is not None else ""
    for head in heads:
        if article is not None and (head.find_parent(["nav", "header", "footer"]) is None):
            text = _text(head)
            if not shown or text[:10] in shown or head.name == "h1":
                return text
    titled = soup.find(class_=_TITLE_CLASS)
    text = _text(titled) if titled is not None else ""
    if text and shown.startswith(text[:12]) and len(text) <= 120:
        return text
    while (cut := _ENDS.sub("", shown)) != shown and len(cut) >= 4:
        shown = cut
    return shown
