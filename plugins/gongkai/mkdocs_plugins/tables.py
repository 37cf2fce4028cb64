"""Plugin `gongkai/tables`: lists that are data, with filters, rows, changes and downloads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gongkai.exports.table_files import table_exports
from gongkai.mkdocs_plugins.feature_plugin import FeaturePlugin
from gongkai.model.catalog import Catalog
from gongkai.views.addresses import Addresses
from gongkai.views.table_pages import TABLES


def _exports(catalog: Catalog, addresses: Addresses) -> Iterator[tuple[str, bytes]]:
    yield from table_exports(catalog, addresses.table, addresses.absolute)


class TablesPlugin(FeaturePlugin):
    """Adds the feature `tables`."""

    name = "gongkai/tables"
    feature = replace(TABLES, exports=_exports)
