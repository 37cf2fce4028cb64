"""The last good sources, between the store of the planning room and what loading asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai.loading.former import GoodFile as FormerFile
from gongkai.loading.former import GoodSource
from gongkai.loading.site import Loaded
from gongkai.model.item import Item
from gongkai.planning.last_good import Good, GoodFile, LastGood


@dataclass(frozen=True, slots=True)
class Memory:
    """Answers loading from the store; the bytes of published files still lie in the former site."""

    store: LastGood
    site: Path

    def get(self, path: str) -> GoodSource | None:
        """The last good source of a path, if its item was public in the last build."""
        good = self.store.get(path)
        if good is None:
            return None
        files = tuple(
            FormerFile(each.source, each.sha256, each.size, self.site / each.address.lstrip("/"))
            for each in good.files
        )
        return GoodSource(good.path, good.index_number, good.data, files)


def good_sources(loaded: Loaded) -> Iterator[Good]:
    """Every public item as it is to be remembered, kept ones and tombstones among them."""
    for item in (*loaded.catalog.items, *loaded.catalog.tombstones):
        data = loaded.bodies.source(item)
        yield Good(item.path, item.index_number, item.sha256, data, _files(item))


def _files(item: Item) -> tuple[GoodFile, ...]:
    attachments = [GoodFile(a.source, a.address, a.sha256, a.size) for a in item.attachments]
    pictures = [GoodFile(p.source, p.address, p.sha256, 0) for p in item.pictures.values()]
    return tuple(attachments + pictures)
