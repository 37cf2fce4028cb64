"""Plugin `gongkai/feeds`: Atom feeds, the open catalog as JSON and CSV, every item as JSON, the search's description."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.exports.catalog_csv import PATH as CSV
from gongkai.exports.catalog_csv import catalog_csv
from gongkai.exports.catalog_json import catalog_json_exports
from gongkai.exports.feeds import feed_files
from gongkai.exports.opensearch import opensearch_exports
from gongkai.mkdocs_plugins.feature_plugin import FeaturePlugin
from gongkai.model.catalog import Catalog
from gongkai.model.unchanged import Unchanged
from gongkai.views.addresses import Addresses
from gongkai.views.spec import Feature


def _exports(catalog: Catalog, addresses: Addresses) -> Iterator[tuple[str, bytes]]:
    yield from feed_files(catalog, addresses.open_columns, addresses.absolute, addresses.table)
    if "search" in addresses.features:
        yield from opensearch_exports(catalog.unit.name, "/search/", addresses.absolute)


def _json(catalog: Catalog, addresses: Addresses, unchanged: Unchanged) -> Iterator[tuple[str, bytes | None]]:
    return catalog_json_exports(catalog, addresses.absolute, unchanged=unchanged)


def _csv(catalog: Catalog, addresses: Addresses, unchanged: Unchanged) -> Iterator[tuple[str, bytes | None]]:
    yield CSV, catalog_csv(catalog, addresses.absolute, unchanged)


class FeedsPlugin(FeaturePlugin):
    """Adds the feature `feeds`."""

    name = "gongkai/feeds"
    feature = Feature(name="feeds", exports=_exports, exports_apart=(_json, _csv))
