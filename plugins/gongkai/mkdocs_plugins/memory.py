"""The last good sources on their way from loading to the store of the planning room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai.loading.site import Loaded
from gongkai.planning.last_good import Good, GoodFile


def good_sources(loaded: Loaded) -> Iterator[Good]:
    """Every public item as it is to be remembered, kept ones among them, without the bytes of its source."""
    for item in loaded.catalog.items:
        files = tuple(GoodFile(f.source, f.address, f.sha256, f.size) for f in loaded.bodies.files_of(item))
        yield Good(item.path, item.index_number, item.sha256, b"", files)


def source_reader(loaded: Loaded) -> Callable[[Good], bytes]:
    """Reads the sources; loading reads them back as they are."""
    return lambda good: loaded.bodies.data(loaded.catalog.by_number[good.index_number])
