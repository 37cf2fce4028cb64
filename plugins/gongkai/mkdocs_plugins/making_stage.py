"""Stage two: render pages and write everything else into the build folder."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from markupsafe import Markup

from gongkai.exports.sitemap_xml import sitemap_exports
from gongkai.mkdocs_plugins.assets import read_asset
from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.environment import make_environment
from gongkai.mkdocs_plugins.ordinary import ordinary_paths
from gongkai.mkdocs_plugins.renderer import Renderer, render_all
from gongkai.mkdocs_plugins.site_values import site_view
from gongkai.model.item import Item
from gongkai.views.pages import BodyView


def make_renderer(context: BuildContext) -> Renderer:
    """The renderer of a build; a forked worker inherits it."""
    loaded = context.planned().loaded
    bodies = Bodies(lambda number: loaded.bodies.body(loaded.catalog.by_number[number]))
    environment = make_environment(
        context.settings.template_folders, bodies.html, context.settings.plain_files
    )
    return Renderer(environment, site_view(context), context.view, root_url(context.settings.url))


def no_body(_view: BodyView, _address: Callable[[str], str]) -> Markup:
    """The `body` filter on ordinary pages, whose content is MkDocs': nothing to make."""
    return Markup("")


def root_url(url: str) -> str:
    """The path of the site's address: `https://a.example/qs/` → `/qs/`."""
    return "/" + url.partition("://")[2].partition("/")[2] if "://" in url else "/"


def make_site(context: BuildContext) -> int:
    """Write pages, exports, assets, attachments and root files; returns the number of pages rendered."""
    folder = context.settings.build_folder
    copy_files(context, folder)
    for path, data in exports(context):
        write(folder / path.lstrip("/"), data)
    return render_all(make_renderer(context), context.planned().specs, folder, context.settings.jobs)


def exports(context: BuildContext) -> Iterator[tuple[str, bytes]]:
    """What is not a page: the features' files, the sitemap, style sheets."""
    plan = context.planned()
    for feature in context.in_order():
        yield from feature.exports(plan.loaded.catalog, plan.addresses)
    dated = [(s.path, s.day) for s in plan.specs if s.listed]
    dated += [(path, "") for path in ordinary_paths(plan.loaded.ordinary)]
    yield from sitemap_exports(dated, plan.addresses.absolute)
    for asset in context.assets.all:
        yield asset.path, read_asset(asset)


class AttachmentChanged(Exception):
    """A file is not what it was when the folder was read."""


def copy_files(context: BuildContext, folder: Path) -> None:
    """Attachments and pictures that public items name, and `content/_根目录/`; nothing else of `content/`."""
    loaded, content = context.planned().loaded, context.settings.content
    for item in loaded.catalog.items:
        for source, address, sha256 in _files_of(item):
            _copy(loaded.bodies.file(item, source), folder / address.lstrip("/"), sha256, source)
    for source, path in loaded.root_files:
        write(folder / path.lstrip("/"), (content / source).read_bytes())


def _files_of(item: Item) -> Iterator[tuple[str, str, str]]:
    for attachment in item.attachments:
        yield attachment.source, attachment.address, attachment.sha256
    for picture in item.pictures.values():
        yield picture.source, picture.address, picture.sha256


def _copy(source: Path, target: Path, sha256: str, name: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    with target.open("rb") as copied:
        if hashlib.file_digest(copied, "sha256").hexdigest() != sha256:
            raise AttachmentChanged(f"附件 {name} 在生成过程中被改动，请保存好以后再生成一次。")


def write(target: Path, data: bytes) -> None:
    """Write a file, making its folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
