"""What a build makes besides its pages, in parts that do not wait for each other: any of its processes takes one."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from gongkai.exports.sitemap_xml import sitemap_exports
from gongkai.mkdocs_plugins.assets import read_asset
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.item_marks import unchanged_items
from gongkai.mkdocs_plugins.memory import good_sources, source_reader
from gongkai.mkdocs_plugins.ordinary import ordinary_paths
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.workers import Errand
from gongkai.model.item import Item
from gongkai.planning.last_good import LastGood

ITEMS_TO_A_PAGE = 50
"""An export goes through so many items while one page is rendered."""

Export = Callable[[], Iterable[tuple[str, bytes | None]]]

FILES, DATA, REMEMBER = "　其中附件", "　其中数据文件", "　其中记下读到的内容"
"""How the errands are called where a build says what took its time."""


class AttachmentChanged(Exception):
    """A file is not what it was when the folder was read."""


def errands(context: BuildContext) -> tuple[Errand, ...]:
    """The errands of a build, the longest first."""
    weight = len(context.planned().loaded.catalog.items) // ITEMS_TO_A_PAGE
    found = [Errand(DATA, partial(_write, export), weight) for export in _exports(context)]
    found.append(Errand(FILES, partial(copy_files, context)))
    if not context.settings.preview:
        found.append(Errand(REMEMBER, partial(_remember_public, context)))
        found.append(Errand(REMEMBER, partial(_remember_lines, context)))
    return tuple(found)


def _exports(context: BuildContext) -> Iterator[Export]:
    """What is not a page: the features' files, the sitemap, style sheets."""
    plan = context.planned()
    catalog, addresses = plan.loaded.catalog, plan.addresses
    features, unchanged = context.in_order(), unchanged_items(context)
    for feature in features:
        yield from (partial(export, catalog, addresses, unchanged) for export in feature.exports_apart)
    for feature in features:
        yield partial(feature.exports, catalog, addresses)
    yield partial(_sitemap_and_assets, context)


def _sitemap_and_assets(context: BuildContext) -> Iterator[tuple[str, bytes]]:
    plan = context.planned()
    dated = [(s.path, s.day) for s in plan.specs if s.listed]
    dated += [(path, "") for path in ordinary_paths(plan.loaded.ordinary)]
    yield from sitemap_exports(dated, plan.addresses.absolute)
    for asset in context.assets.all:
        yield asset.path, read_asset(asset)


def _write(export: Export, output: Output) -> None:
    for path, data in export():
        if data is None:
            output.keep(path)
        else:
            output.write(path, data)


def _remember_public(context: BuildContext, output: Output) -> None:
    """Remember every public item's source, before the site is replaced: what was taken off is forgotten first,
    so that no build that is killed on its way leaves a way back for it."""
    loaded = context.planned().loaded
    with LastGood(context.settings.state) as store:
        store.record(good_sources(loaded), source_reader(loaded))
        output.say(store.note)


def _remember_lines(context: BuildContext, output: Output) -> None:
    """What was read is known by the stamps of the files: it may be remembered whether or not the build succeeds."""
    if context.lines is not None:
        output.say(context.lines.save())


def copy_files(context: BuildContext, output: Output) -> None:
    """Attachments and pictures that public items name, and `content/_根目录/`; nothing else of `content/`."""
    loaded, content = context.planned().loaded, context.settings.content
    for item in loaded.catalog.items:
        for source, address, sha256 in _files_of(item):
            if not output.keep(address, sha256):
                _copy(loaded.bodies.file(item, source), output.place(address), sha256, source)
                output.copied(address, sha256)
    for source, path in loaded.root_files:
        output.write(path, (content / source).read_bytes())


def _files_of(item: Item) -> Iterator[tuple[str, str, str]]:
    for attachment in item.attachments:
        yield attachment.source, attachment.address, attachment.sha256
    for picture in item.pictures.values():
        yield picture.source, picture.address, picture.sha256


def _copy(source: Path, target: Path, sha256: str, name: str) -> None:
    shutil.copyfile(source, target)
    with target.open("rb") as copied:
        if hashlib.file_digest(copied, "sha256").hexdigest() != sha256:
            raise AttachmentChanged(f"附件 {name} 在生成过程中被改动，请保存好以后再生成一次。")
