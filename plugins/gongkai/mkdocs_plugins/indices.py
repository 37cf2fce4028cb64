"""Plugin `gongkai/indices`: index pages by issuer, theme, genre, document number, date and validity."""

from __future__ import annotations

from gongkai.mkdocs_plugins.feature_plugin import FeaturePlugin
from gongkai.views.features import INDICES


class IndicesPlugin(FeaturePlugin):
    """Adds the feature `indices`."""

    name = "gongkai/indices"
    feature = INDICES
