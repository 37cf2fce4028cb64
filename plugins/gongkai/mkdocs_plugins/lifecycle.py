"""Plugin `gongkai/lifecycle`: the whole life of a policy file on one page, and as a strip on its steps' pages."""

from __future__ import annotations

from gongkai.mkdocs_plugins.feature_plugin import FeaturePlugin
from gongkai.views.features import LIFECYCLE


class LifecyclePlugin(FeaturePlugin):
    """Adds the feature `lifecycle`."""

    name = "gongkai/lifecycle"
    feature = LIFECYCLE
