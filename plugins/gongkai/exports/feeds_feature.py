"""All files of the feeds feature: Atom feeds, the open catalog as JSON and CSV, every item as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.exports.catalog_csv import catalog_csv
from gongkai.exports.catalog_json import PARTS_FROM, catalog_json_exports
from gongkai.exports.feeds import feed_files
from gongkai.exports.records import Absolute
from gongkai.model.catalog import Catalog


def feed_exports(
    catalog: Catalog, open_columns: frozenset[str], absolute: Absolute, parts_from: int = PARTS_FROM
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site without a leading `/`, bytes), made one by one.

    `open_columns` are the paths of the columns that have a page; `absolute` turns a site-rooted path into a
    full address, or gives it back when the site's address is not known.
    """
    yield from feed_files(catalog, open_columns, absolute)
    yield from catalog_json_exports(catalog, absolute, parts_from)
    yield "api/catalog.csv", catalog_csv(catalog, absolute)
