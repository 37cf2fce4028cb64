"""Which address leads to what: everything by dictionary, so that no address can name a file by its path."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from gongkai.exports.sitemap_xml import sitemap_exports
from gongkai.mkdocs_plugins.assets import read_asset
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.ordinary import ascii_address
from gongkai.model.item import Item
from gongkai.model.unchanged import NOTHING

Made = Iterator[tuple[str, bytes]]


@dataclass(slots=True)
class LazyFiles:
    """Files that are made one after the other: only as many as are needed to find the one that is asked for."""

    coming: Made
    made: dict[str, bytes] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, path: str) -> bytes | None:
        """The bytes of a path, None when no file has it."""
        with self.lock:
            if path in self.made:
                return self.made[path]
            for name, data in self.coming:
                self.made[name.lstrip("/")] = data
                if name.lstrip("/") == path:
                    return data
        return None


def export_files(context: BuildContext) -> LazyFiles:
    """The features' files and the sitemap, which is quick and comes first."""

    def coming() -> Made:
        yield from _sitemap(context)
        plan = context.planned()
        for feature in context.in_order():
            yield from feature.exports(plan.loaded.catalog, plan.addresses)
            for export in feature.exports_apart:
                made = export(plan.loaded.catalog, plan.addresses, NOTHING)
                yield from ((path, data) for path, data in made if data is not None)

    return LazyFiles(coming())


def _sitemap(context: BuildContext) -> Made:
    plan = context.planned()
    dated = [(s.path, s.day) for s in plan.specs if s.listed]
    dated += [("/" + ascii_address(source), "") for source in plan.loaded.ordinary]
    return sitemap_exports(dated, plan.addresses.absolute)


def lying_files(context: BuildContext) -> Mapping[str, Callable[[], bytes]]:
    """Files whose bytes lie somewhere: the look, attachments, pictures, `_根目录/`; path below the site → reader."""
    return dict(_lying(context))


def _lying(context: BuildContext) -> Iterable[tuple[str, Callable[[], bytes]]]:
    loaded = context.planned().loaded
    for source, path in loaded.root_files:
        yield path.lstrip("/"), (context.settings.content / source).read_bytes
    for item in loaded.catalog.items:
        for source, address in _files_of(item):
            yield address.lstrip("/"), loaded.bodies.file(item, source).read_bytes
    for asset in context.assets.all:
        yield asset.path.lstrip("/"), partial(read_asset, asset)


def _files_of(item: Item) -> Iterator[tuple[str, str]]:
    if item.attachments or item.pictures:
        yield from ((each.source, each.address) for each in item.attachments)
        yield from ((each.source, each.address) for each in item.pictures.values())
