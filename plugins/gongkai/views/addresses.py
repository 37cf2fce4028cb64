"""Where things are on the site (design: addresses); an empty answer means that no such page exists."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai.model.areas import has_items
from gongkai.model.catalog import Catalog
from gongkai.model.column import Area, Column, ColumnTree, Topic
from gongkai.model.item import Item
from gongkai.model.table import DataTable
from gongkai.views.parts import Link, Row


@dataclass(frozen=True, slots=True)
class Addresses:
    """Answers for one build: which features are on, and which columns are open (have a page).

    `absent` names the computed pages (five, fields, topics) that would be empty for this unit.
    """

    features: frozenset[str]
    open_columns: frozenset[str]
    site_url: str = ""
    absent: frozenset[str] = frozenset()
    ordinary: tuple[Link, ...] = field(default=(), repr=False, compare=False)
    """Pages that are no items (关于 …), in their order: only the list of pages may look here, not a view."""
    trails: dict[str, tuple[ColumnTree, tuple[Link, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """The way down to each column that was asked for, and the tree that it was found in: pages share it."""
    rows: dict[str, tuple[Item, Row]] = field(default_factory=dict, repr=False, compare=False)
    """Rows of lists by index number, each with the item that it was made from."""

    def _computed(self, name: str) -> str:
        return f"/{name}/" if "columns" in self.features and name not in self.absent else ""

    def column(self, path: str) -> str:
        """A column's page, or empty when the column is not open."""
        return f"/{path}/" if path in self.open_columns else ""

    def item(self, item: Item) -> str:
        """An item's page."""
        return item.address

    def table(self, table: DataTable) -> str:
        """A table's page, below that of its column."""
        return f"/{table.ident}/" if "tables" in self.features and table.column in self.open_columns else ""

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

    def lifecycle(self, item: Item) -> str:
        """A policy file with everything that came before and after it."""
        return f"/lifecycle/{item.slug}/" if "lifecycle" in self.features else ""

    def five(self) -> str:
        """五公开."""
        return self._computed("five")

    def fields(self, slug: str = "") -> str:
        """The 26 fields, or one of them."""
        base = self._computed("fields")
        return f"{base}{slug}/" if base and slug else base

    def topics(self, slug: str = "") -> str:
        """The special topics, or one of them."""
        base = self._computed("topics")
        return f"{base}{slug}/" if base and slug else base

    def statistics(self, below: str = "") -> str:
        """The figures of all years, of one (`2026`), or a page below it (`2026/press`)."""
        if "statistics" not in self.features:
            return ""
        return f"/statistics/{below}/" if below else "/statistics/"

    def statistics_file(self, name: str, form: str) -> str:
        """The same as data: of a year, or of `all`."""
        return f"/api/statistics/{name}.{form}" if "statistics" in self.features else ""

    def site_map(self) -> str:
        """The site map for readers."""
        return self._computed("sitemap")

    def gazette(self, slug: str = "", number: int = 0) -> str:
        """The issues of the gazette, one of them, or one of its pages."""
        if "gazette" not in self.features:
            return ""
        return "/" + "/".join(part for part in ("gazette", slug, str(number or "")) if part) + "/"

    def absolute(self, path: str) -> str:
        """The full address of a site-rooted path; the path itself when the site's address is not set."""
        return self.site_url.rstrip("/") + path if self.site_url else path


def value_slug(name: str, slugs: Mapping[str, str]) -> str:
    """The address part of a facet value: the preset's slug, else 8 hex digits of the name's SHA-256."""
    return slugs.get(name) or hashlib.sha256(name.encode()).hexdigest()[:8]


def gathered(column: Column, tree: ColumnTree) -> tuple[Area, ...]:
    """The areas of a gathering column: its own, or those of the topic that it shows."""
    return column.gather or next((t.areas for t in tree.topics if t.slug == column.topic), ())


def is_open(column: Column, catalog: Catalog) -> bool:
    """Whether a column has a page: shown always, computed, with content, or with an open column below."""
    if column.hidden:
        return False
    if not column.is_leaf:
        return any(is_open(catalog.tree.columns[child], catalog) for child in column.children)
    if catalog.in_column(column.path) or catalog.tables_in.get(column.path):
        return True
    if column.view == "topic":
        return has_items(gathered(column, catalog.tree), catalog)
    return column.empty == "show"


def _absent(catalog: Catalog) -> frozenset[str]:
    tree = catalog.tree
    leaves = tuple(tree.leaves())
    there = {
        "five": any(leaf.five and leaf.counted for leaf in leaves),
        "fields": bool(catalog.unit.fields26 or tree.fields26 or any(leaf.fields26 for leaf in leaves)),
        "topics": any(
            has_items(topic.areas, catalog) or topic_items(topic, catalog) for topic in tree.topics
        ),
    }
    return frozenset(name for name, present in there.items() if not present)


def topic_items(topic: Topic, catalog: Catalog) -> tuple[Item, ...]:
    """Items that name the topic themselves (专题), by its name or its slug."""
    return catalog.by_topic.get(topic.name) or catalog.by_topic.get(topic.slug, ())


def make_addresses(catalog: Catalog, features: frozenset[str], site_url: str) -> Addresses:
    """The addresses of one build; without the columns feature no column is open."""
    columns = catalog.tree.columns.values() if "columns" in features else ()
    opened = frozenset(c.path for c in columns if is_open(c, catalog))
    return Addresses(features, opened, site_url, _absent(catalog))
