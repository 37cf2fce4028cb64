"""Plugin `gongkai/statistics`: what was published, counted, as pages and as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gongkai.exports.statistics_files import statistics_exports
from gongkai.mkdocs_plugins.feature_plugin import FeaturePlugin
from gongkai.model.catalog import Catalog
from gongkai.views.addresses import Addresses
from gongkai.views.figures_pages import STATISTICS, all_years


def _exports(catalog: Catalog, _addresses: Addresses) -> Iterator[tuple[str, bytes]]:
    yield from statistics_exports(catalog, all_years(catalog))


class StatisticsPlugin(FeaturePlugin):
    """Adds the feature `statistics`."""

    name = "gongkai/statistics"
    feature = replace(STATISTICS, exports=_exports)
