"""Where things are on the site (design: addresses); an empty answer means that no such page exists."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Item


@dataclass(frozen=True, slots=True)
class Addresses:
    """Answers for one build: which features are on, and which columns are open (have a page)."""

    features: frozenset[str]
    open_columns: frozenset[str]
    site_url: str = ""

    def column(self, path: str) -> str:
        """A column's page, or empty when the column is not open."""
        return f"/{path}/" if path in self.open_columns else ""

    def item(self, item: Item) -> str:
        """An item's page."""
        return item.address

    def feed(self, column_path: str = "") -> str:
        """The Atom feed of the site or of an open column."""
        if "feeds" not in self.features:
            return ""
        if not column_path:
            return "/feed.xml"
        return f"/{column_path}/feed.xml" if column_path in self.open_columns else ""

    def catalog_json(self) -> str:
        """The open catalog."""
        return "/api/catalog.json" if "feeds" in self.features else ""

    def item_json(self, item: Item) -> str:
        """One item as JSON."""
        return f"/api/items/{item.slug}.json" if "feeds" in self.features else ""

    def index(self, facet: str = "", slug: str = "") -> str:
        """The index hub, the page of a facet, or the list of one of its values."""
        if "indices" not in self.features:
            return ""
        return "/" + "/".join(part for part in ("index", facet, slug) if part) + "/"

    def interpretations(self, year: str = "") -> str:
        """The linkage page: the newest, or a year's."""
        if "linkage" not in self.features:
            return ""
        return f"/interpretations/{year}/" if year else "/interpretations/"

    def five(self) -> str:
        """五公开."""
        return "/five/" if "columns" in self.features else ""

    def fields(self) -> str:
        """The 26 fields."""
        return "/fields/" if "columns" in self.features else ""

    def topics(self, slug: str = "") -> str:
        """The special topics, or one of them."""
        if "columns" not in self.features:
            return ""
        return f"/topics/{slug}/" if slug else "/topics/"

    def site_map(self) -> str:
        """The site map for readers."""
        return "/sitemap/" if "columns" in self.features else ""

    def absolute(self, path: str) -> str:
        """The full address of a site-rooted path; the path itself when the site's address is not set."""
        return self.site_url.rstrip("/") + path if self.site_url else path


def value_slug(name: str, slugs: Mapping[str, str]) -> str:
    """The address part of a facet value: the preset's slug, else 8 hex digits of the name's SHA-256."""
    return slugs.get(name) or hashlib.sha256(name.encode()).hexdigest()[:8]


def is_open(column: Column, catalog: Catalog) -> bool:
    """Whether a column has a page: shown always, computed, with content, or with an open column below."""
    if column.hidden:
        return False
    if not column.is_leaf:
        return any(is_open(catalog.tree.columns[child], catalog) for child in column.children)
    if catalog.in_column(column.path):
        return True
    if column.view == "topic":
        return any(catalog.below(p) for area in column.gather for p in area.columns)
    return column.empty == "show"


def make_addresses(catalog: Catalog, features: frozenset[str], site_url: str) -> Addresses:
    """The addresses of one build; without the columns feature no column is open."""
    columns = catalog.tree.columns.values() if "columns" in features else ()
    return Addresses(features, frozenset(c.path for c in columns if is_open(c, catalog)), site_url)
