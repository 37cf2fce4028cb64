"""Reading a built site as a browser would: which addresses a page names, and whether they exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from lxml import html

BASE = "https://www.shili.example/qs/"
_ATTRIBUTES = ("href", "src", "action", "poster")


def pages(folder: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """(address below the site, parsed page) of every page."""
    for file in sorted(folder.rglob("*.html")):
        yield file.relative_to(folder).as_posix(), html.fromstring(file.read_bytes().decode())


def dead_links(folder: Path, base: str = BASE) -> list[str]:
    """Internal addresses that lead to no file, as `page → address`; fragments must exist in their page."""
    ids = {page: {e.get("id") for e in tree.iter() if e.get("id")} for page, tree in pages(folder)}
    return sorted(
        f"{page} → {address}"
        for page, tree in pages(folder)
        for address in _addresses(tree)
        if not _exists(folder, ids, page, address, base)
    )


def _addresses(tree: html.HtmlElement) -> set[str]:
    found = {
        e.get(name) for e in tree.iter() if isinstance(e.tag, str) for name in _ATTRIBUTES if e.get(name)
    }
    return {a for a in found if a and not a.startswith(("mailto:", "tel:", "data:"))}


def _exists(folder: Path, ids: dict[str, set[str | None]], page: str, address: str, base: str) -> bool:
    full, fragment = urldefrag(urljoin(base + page, address))
    if not full.startswith(base):
        return full.startswith("http")
    path = unquote(full.removeprefix(base))
    file = path + "index.html" if not path or path.endswith("/") else path
    if not (folder / file).is_file():
        return False
    return not fragment or file not in ids or unquote(fragment) in ids[file]
