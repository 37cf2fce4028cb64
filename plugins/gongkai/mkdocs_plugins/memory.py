"""The last good sources on their way from loading to the store of the planning room."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.loading.site import Loaded
from gongkai.planning.last_good import Good, GoodFile


def good_sources(loaded: Loaded) -> Iterator[Good]:
    """Every public item as it is to be remembered, kept ones among them; loading reads them back as they are."""
    for good in loaded.good_sources():
        files = tuple(GoodFile(f.source, f.address, f.sha256, f.size) for f in good.files)
        yield Good(good.path, good.index_number, good.sha256, good.data, files)
