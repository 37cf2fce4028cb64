"""A page before it is made: where it goes, which template, and the key from which its view is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gongkai.model.catalog import Catalog
from gongkai.model.problem import Problem
from gongkai.model.quick import quick
from gongkai.model.unchanged import Unchanged
from gongkai.views.addresses import Addresses
from gongkai.views.pages import PageView
from gongkai.views.parts import Banner, LifecycleStrip, RelationBlock

NOTICES = frozenset({"leave", "message", "problems", "tombstone"})
"""Templates of pages that hold no information themselves."""


@quick
@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page. `path` is site-rooted (`/jcgk/zcwj/` or `/404.html`); `key` belongs to the feature.

    `day` is the date (ISO) for sitemap.xml, empty for a page without a date of its own.
    """

    path: str
    template: str
    feature: str
    key: tuple[str, ...]
    day: str = ""

    @property
    def listed(self) -> bool:
        """Whether sitemap.xml names it: notices (404, withdrawn items …) ask not to be indexed."""
        return self.template not in NOTICES

    @property
    def file(self) -> str:
        """The output file below the site's folder."""
        return self.path.lstrip("/") + "index.html" if self.path.endswith("/") else self.path.lstrip("/")


@quick
@dataclass(frozen=True, slots=True)
class ItemParts:
    """What a feature adds to an item's page."""

    banners: tuple[Banner, ...] = ()
    relations: tuple[RelationBlock, ...] = ()
    lifecycle: tuple[LifecycleStrip, ...] = ()


def _none(*_given: object) -> tuple[()]:
    """What a feature contributes that has nothing of a kind; named, so that features can be sent to processes."""
    return ()


@dataclass(frozen=True, slots=True)
class Feature:
    """What one plugin contributes; all functions are pure.

    `pages` lists its pages, `view` computes the view of one of them from its key, `item_parts` adds to an
    item's page, `exports` yields (path below the site, bytes), `problems` finds what is wrong in its field.
    `exports_apart` are further exports, long ones: another process may make them at the same time. They are told
    what is unchanged, and yield no bytes for a file that stays as it stands.
    """

    name: str
    pages: Callable[[Catalog, Addresses], Iterable[PageSpec]] = _none
    view: Callable[[tuple[str, ...], Catalog, Addresses], PageView] | None = None
    item_parts: Callable[[str, Catalog, Addresses], ItemParts] | None = None
    exports: Callable[[Catalog, Addresses], Iterable[tuple[str, bytes]]] = _none
    problems: Callable[[Catalog], Iterable[Problem]] = _none
    exports_apart: tuple[
        Callable[[Catalog, Addresses, Unchanged], Iterable[tuple[str, bytes | None]]], ...
    ] = ()

    def for_pages(self) -> Feature:
        """The part that pages are computed by: all that a process that makes pages needs to be sent."""
        return Feature(self.name, view=self.view, item_parts=self.item_parts)
