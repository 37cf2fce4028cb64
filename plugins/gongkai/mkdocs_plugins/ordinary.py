"""Ordinary pages (关于 …): they stay MkDocs pages; everything else of `content/` is taken out of its hands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File
from pypinyin import lazy_pinyin

from gongkai.mkdocs_plugins.environment import settle
from gongkai.mkdocs_plugins.sanitize import clean_ordinary
from gongkai.mkdocs_plugins.site_values import site_view
from gongkai.views.pages import MessageView
from gongkai.views.parts import Head, Link

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from gongkai.mkdocs_plugins.context import BuildContext

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
FOLDER = "页面/"
"""Pictures of ordinary pages lie here; anywhere else only what a public item names is copied."""


def ascii_address(source: str) -> str:
    """`关于本站.md` → `guan-yu-ben-zhan/`: all addresses are ASCII and lower case."""
    stem = PurePosixPath(source.removeprefix(FOLDER)).with_suffix("")
    parts = [
        re.sub(r"[^a-z0-9]+", "-", "-".join(lazy_pinyin(part)).lower()).strip("-") for part in stem.parts
    ]
    return "/".join(parts) + "/"


def keep_ordinary(files: Files, ordinary: Collection[str]) -> Files:
    """Leave MkDocs only the ordinary pages and their pictures; give the pages ASCII addresses."""
    for file in list(files):
        if file.src_uri in ordinary:
            files.remove(file)
            files.append(_renamed(file))
        elif not (file.src_uri.startswith(FOLDER) and file.src_uri.lower().endswith(PICTURES)):
            files.remove(file)
    return files


def _renamed(file: File) -> File:
    return File(
        file.src_uri,
        src_dir=file.src_dir,
        dest_dir=file.dest_dir,
        use_directory_urls=file.use_directory_urls,
        dest_uri=ascii_address(file.src_uri) + "index.html",
    )


def page_view(page: Page, home: str = "首页") -> MessageView:
    """The view of an ordinary page for our layout; its content is MkDocs'."""
    path = "/" + page.file.dest_uri.removesuffix("index.html")
    title = str(page.meta.get("标题") or page.title or "")
    head = Head(
        page="page",
        title=title,
        path=path,
        description=str(page.meta.get("description", page.meta.get("描述", "")) or ""),
        breadcrumbs=(Link(home, "/"), Link(title)),
    )
    return MessageView(head, title, (), ())


def ordinary_paths(ordinary: Iterable[str]) -> dict[str, str]:
    """Site-rooted address → source of each ordinary page."""
    return {"/" + ascii_address(source): source for source in ordinary}


def settle_page(output: str, page: Page) -> str:
    """The finished page of MkDocs with the way to the root in its addresses."""
    return settle(output, "/".join([".."] * page.file.dest_uri.count("/")) or ".")


def ordinary_context(page: Page, context: BuildContext) -> dict[str, object]:
    """What the bridging template gets: `view`, `site`, and the page's content, sanitised like every body."""
    page.content = clean_ordinary(page.content or "")
    return {"view": page_view(page), "site": site_view(context)}
