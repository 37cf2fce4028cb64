"""Plugin `gongkai/gazette`: the pages of the gazette, for units that have issues in `content/gazette/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.loading.gazette_file import (
    Gazette,
    Resolved,
    has_gazette,
    read_gazette,
    resolve_issue,
    stale_pdf,
)
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.feature_plugin import OWNER, FeaturePlugin
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Problem
from gongkai.views.addresses import Addresses
from gongkai.views.gazette_pages import gazette_pages, gazette_view
from gongkai.views.spec import Feature, PageSpec

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NAME = "gazette"


@dataclass(frozen=True, slots=True)
class Build:
    """Reads the issues of one build; a process that makes pages finds all it needs in their keys."""

    context: BuildContext | None

    def __reduce__(self) -> tuple[type[Build], tuple[None]]:
        return Build, (None,)

    def _read(self, catalog: Catalog) -> tuple[Gazette, tuple[Resolved, ...]]:
        if self.context is None:
            return Gazette(), ()
        gazette = read_gazette(self.context.settings.content, catalog.unit.name)
        return gazette, tuple(resolve_issue(issue, catalog) for issue in gazette.issues)

    def pages(self, catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
        """The pages of all issues."""
        yield from gazette_pages([(each, self._size(each)) for each in self._read(catalog)[1]], addresses)

    def _size(self, resolved: Resolved) -> int:
        if self.context is None or not resolved.issue.pdf:
            return 0
        return (self.context.settings.content / resolved.issue.pdf).stat().st_size

    def exports(self, catalog: Catalog, _addresses: Addresses) -> Iterator[tuple[str, bytes]]:
        """The pdf files beside the issues."""
        if self.context is not None:
            for issue in self._read(catalog)[0].issues:
                if issue.pdf:
                    data = (self.context.settings.content / issue.pdf).read_bytes()
                    yield issue.pdf_address.lstrip("/"), data

    def problems(self, catalog: Catalog) -> Iterable[Problem]:
        """What is wrong in the files: entries that name nothing, lacking issues, a pdf of former contents."""
        if self.context is None:
            return
        gazette, resolved = self._read(catalog)
        yield from gazette.problems
        for each in resolved:
            yield from each.problems
            stale = stale_pdf(each, self.context.settings.content)
            yield from (stale,) if stale else ()


class GazettePlugin(FeaturePlugin):
    """Adds the feature `gazette` where there are issues: a unit without a gazette has no such pages."""

    name = "gongkai/gazette"
    feature = Feature(NAME)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Register the feature with what only this build's context knows."""
        owner = config.plugins.get(OWNER)
        context: BuildContext | None = getattr(owner, "context", None)
        if context is not None and not has_gazette(context.settings.content):
            return config
        config = super().on_config(config)
        if context is not None:
            build = Build(context)
            context.register(
                Feature(NAME, build.pages, gazette_view, exports=build.exports, problems=build.problems)
            )
        return config
