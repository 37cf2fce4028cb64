"""Ordinary pages (关于 …): they stay MkDocs pages; everything else of `content/` is taken out of its hands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from gongkai.loading.spelling import spelled
from gongkai.mkdocs_plugins.environment import rooted_url, settle
from gongkai.mkdocs_plugins.sanitize import clean_ordinary
from gongkai.mkdocs_plugins.site_values import site_view
from gongkai.views.pages import MessageView
from gongkai.views.parts import Head, Link

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from gongkai.mkdocs_plugins.context import BuildContext

FOLDER = "页面/"
"""Ordinary pages may lie here or at the top of the content folder."""


def ascii_address(source: str) -> str:
    """`关于本站.md` → `guan-yu-ben-zhan/`: all addresses are ASCII and lower case."""
    stem = PurePosixPath(source.removeprefix(FOLDER)).with_suffix("")
    parts = [re.sub(r"[^a-z0-9]+", "-", "-".join(spelled(part)).lower()).strip("-") for part in stem.parts]
    return "/".join(parts) + "/"


def picture_address(source: str) -> str:
    """`页面/示意图.png` → `assets/pages/<16 hex digits>.png`: ASCII too, and the same wherever it is named."""
    name = hashlib.sha256(source.encode()).hexdigest()[:16]
    return f"assets/pages/{name}{PurePosixPath(source).suffix.lower()}"


def keep_ordinary(files: Files, ordinary: Collection[str], pictures: Collection[str]) -> Files:
    """Leave MkDocs only the ordinary pages and the pictures that they name, all under ASCII addresses."""
    for file in list(files):
        files.remove(file)
        if file.src_uri in ordinary:
            files.append(_renamed(file, ascii_address(file.src_uri) + "index.html"))
        elif file.src_uri in pictures:
            files.append(_renamed(file, picture_address(file.src_uri)))
    return files


def _renamed(file: File, address: str) -> File:
    return File(
        file.src_uri,
        src_dir=file.src_dir,
        dest_dir=file.dest_dir,
        use_directory_urls=file.use_directory_urls,
        dest_uri=address,
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


def ordinary_paths(ordinary: Iterable[str]) -> tuple[str, ...]:
    """Site-rooted addresses of the ordinary pages, in their order."""
    return tuple("/" + ascii_address(source) for source in ordinary)


def settle_page(output: str, page: Page) -> str:
    """The finished page of MkDocs with the way to the root in its addresses."""
    return settle(output, "/".join([".."] * page.file.dest_uri.count("/")) or ".")


def ordinary_context(page: Page, context: BuildContext) -> dict[str, object]:
    """What the bridging template gets: `view`, `site`, and the page's content, sanitised like every body."""
    links = context.planned().ordinary.of(page.file.src_uri)
    plain_files = context.settings.plain_files

    def address(path: str) -> str:
        return rooted_url(path, plain_files) if path else ""

    page.content = clean_ordinary(page.content or "", {written: address(to) for written, to in links.items()})
    return {"view": page_view(page), "site": site_view(context)}
