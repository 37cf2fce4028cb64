"""Plugin `gongkai/columns`: column pages, 五公开, the 26 fields, special topics and the site map."""

from __future__ import annotations

from gongkai.mkdocs_plugins.feature_plugin import FeaturePlugin
from gongkai.views.features import COLUMNS


class ColumnsPlugin(FeaturePlugin):
    """Adds the feature `columns`."""

    name = "gongkai/columns"
    feature = COLUMNS
