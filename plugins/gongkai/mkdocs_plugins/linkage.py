"""Plugin `gongkai/linkage`: policy files with their interpretations, and relations on item pages."""

from __future__ import annotations

from gongkai.mkdocs_plugins.feature_plugin import FeaturePlugin
from gongkai.views.features import LINKAGE


class LinkagePlugin(FeaturePlugin):
    """Adds the feature `linkage`."""

    name = "gongkai/linkage"
    feature = LINKAGE
