"""Built pages, each parsed once into what the rules on pages ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongkai.checks.frame import framed_once
from gongkai.checks.material import BuiltSite, Link, Marks, Page

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FRAME = "header.gk-head, .gk-portal--top, footer, .gk-foot, .gk-portal--bottom"
_SKIPPED = frozenset({"api", "assets"})
_WANTED = "a,img,h1,h2,h3,h4,h5,h6,input,select,textarea,link,script,iframe,video,audio,[tabindex],[onclick]"


def read_site(folder: Path, url: str) -> BuiltSite | None:
    """The built site below a folder; None when nothing was built there. `url` is the configured address."""
    if not (folder / "manifest.json").is_file():
        return None
    files = dict(_files(folder))
    pages = dict(_pages(folder, files))
    parts = urlsplit(url)
    return framed_once(BuiltSite(pages, files, parts.hostname or "", parts.path or "/"))


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    for base, names, found in os.walk(folder):
        names.sort()
        for name in sorted(found):
            path = Path(base) / name
            yield "/" + path.relative_to(folder).as_posix(), path.stat().st_size


def _pages(folder: Path, files: dict[str, int]) -> Iterator[tuple[str, Page]]:
    for file in sorted(files):
        if file.endswith(".html") and file.split("/")[1] not in _SKIPPED:
            path = file.removesuffix("index.html") if file.endswith("/index.html") else file
            yield path, parse_page(path, (folder / file[1:]).read_bytes())


def parse_page(path: str, data: bytes) -> Page:
    """One page of HTML → what is looked at in it."""
    tree = LexborHTMLParser(data)
    root, body = tree.root, tree.body
    if root is None or body is None:
        return Page(path, "", len(data))
    nodes = tree.css(_WANTED)
    framed = _framed(tree)
    title = tree.css_first("title")
    item = tree.css_first("article[data-item]")
    return Page(
        path=path,
        kind=body.attributes.get("data-page") or "",
        size=len(data),
        lang=root.attributes.get("lang") or "",
        title=title.text().strip() if title else "",
        number=(item.attributes.get("data-item") or "") if item else "",
        metas=tuple(_metas(tree)),
        links=tuple(_link(n, framed) for n in nodes if n.tag == "a" and n.attributes.get("href")),
        sources=tuple(s for n in nodes if (s := _source(n))),
        frame_sources=tuple(s for n in nodes if n.mem_id in framed and (s := _source(n))),
        header=_text(tree, "header.gk-head, .gk-portal--top"),
        footer=_text(tree, "footer, .gk-foot, .gk-portal--bottom"),
        portal=" ".join(n.html or "" for n in tree.css("footer, .gk-portal--bottom")),
        text=_text(tree, "main"),
        times=tuple(n.text().strip() for n in tree.css(".gk-item__line time")),
        own=_marks(tree, [n for n in nodes if n.mem_id not in framed]),
        frame=_marks(tree, [n for n in nodes if n.mem_id in framed]),
        badges=tuple(n.text().strip() for n in tree.css("article .gk-badge, article .gk-banner")),
    )


def _metas(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta[name]"):
        yield node.attributes.get("name") or "", node.attributes.get("content") or ""


def _framed(tree: LexborHTMLParser) -> frozenset[int]:
    """The nodes that stand in head, header and footer."""
    parts = [*tree.css(_FRAME), *([tree.head] if tree.head is not None else [])]
    return frozenset(node.mem_id for part in parts for node in part.css(_WANTED))


def _link(node: LexborNode, framed: frozenset[int]) -> Link:
    values = node.attributes
    marked = values.get("target") == "_blank" or "external" in (values.get("rel") or "")
    away = marked or "data-external" in values
    return Link(values.get("href") or "", node.text().strip(), away, node.mem_id in framed)


def _marks(tree: LexborHTMLParser, nodes: list[LexborNode]) -> Marks:
    return Marks(
        images=tuple(
            (n.attributes.get("src") or "", n.attributes.get("alt")) for n in nodes if n.tag == "img"
        ),
        unlabelled=tuple(_unlabelled(tree, nodes)),
        headings=tuple(int(n.tag[1]) for n in nodes if n.tag in _HEADINGS),
        faults=frozenset(_faults(nodes)),
    )


def _source(node: LexborNode) -> str:
    if node.tag in ("img", "script", "iframe", "video", "audio"):
        return node.attributes.get("src") or ""
    if node.tag == "link" and (node.attributes.get("rel") or "") in ("stylesheet", "icon"):
        return node.attributes.get("href") or ""
    return ""


def _text(tree: LexborHTMLParser, selector: str) -> str:
    return " ".join(" ".join(n.text(separator=" ").split()) for n in tree.css(selector))


def _unlabelled(tree: LexborHTMLParser, nodes: list[LexborNode]) -> Iterator[str]:
    labelled = {n.attributes.get("for") for n in tree.css("label[for]")}
    for node in nodes:
        if node.tag not in ("input", "select", "textarea") or node.attributes.get("type") in _SILENT:
            continue
        values = node.attributes
        inside = node.parent is not None and node.parent.tag == "label"
        if not (values.get("aria-label") or values.get("title") or values.get("id") in labelled or inside):
            yield values.get("name") or node.tag


_SILENT = ("hidden", "submit", "button", "reset")


def _faults(nodes: list[LexborNode]) -> Iterator[str]:
    for node in nodes:
        values = node.attributes
        if (values.get("tabindex") or "0").lstrip("+").isdigit() and int(values.get("tabindex") or 0) > 0:
            yield "tabindex"
        if "onclick" in values and node.tag not in ("a", "button", "input"):
            yield "onclick"
        if node.tag in ("video", "audio") and "autoplay" in values:
            yield "autoplay"
        if node.tag == "iframe" and (values.get("src") or "").startswith(("//", "http")):
            yield "iframe"
