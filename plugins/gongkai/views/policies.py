"""Policy files and their interpretations: which need one, which have one, in which forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.views.addresses import Addresses
from gongkai.views.parts import FormGroup, Link, PolicyRow
from gongkai.views.rows import make_row, merged

PLAIN_FORM = "解读"
"""The group of interpretations that name no form."""


def is_own(item: Item) -> bool:
    """Not relayed from above: only the unit's own files count in its coverage."""
    return item.level != "上级"


def interpretations_of(item: Item, catalog: Catalog) -> tuple[Item, ...]:
    """Public interpretations of a policy file, newest first."""
    return catalog.sources(item, RelationKind.INTERPRETS)


def needs_interpretation(item: Item, catalog: Catalog) -> bool:
    """Whether a file of the unit's own needs an interpretation: as it says itself, else as its column asks."""
    if not item.is_policy or not is_own(item):
        return False
    if item.needs_interpretation is not None:
        return item.needs_interpretation
    return catalog.tree.columns[item.column].interpret == "required"


def is_listed(item: Item, catalog: Catalog) -> bool:
    """Whether the linkage pages have a line for it: own policy files; relayed ones when something interprets them."""
    return item.is_policy and (is_own(item) or bool(interpretations_of(item, catalog)))


def policy_files(catalog: Catalog) -> Iterator[Item]:
    """All listed policy files, newest first."""
    return (item for item in merged(catalog.by_validity.values()) if is_listed(item, catalog))


def policies_of_year(year: str, catalog: Catalog) -> tuple[Item, ...]:
    """The same, of those published in a year."""
    return tuple(item for item in catalog.by_year.get(year, ()) if is_listed(item, catalog))


def coverage(files: Iterable[Item], catalog: Catalog) -> tuple[int, int]:
    """How many files need an interpretation, and how many of these have one."""
    needing = [item for item in files if needs_interpretation(item, catalog)]
    return len(needing), sum(1 for item in needing if interpretations_of(item, catalog))


def form_groups(item: Item, catalog: Catalog, addresses: Addresses) -> tuple[FormGroup, ...]:
    """The interpretations of a file by form, forms in the preset's order; one in two forms stands in both."""
    found: dict[str, list[Link]] = {}
    for other in interpretations_of(item, catalog):
        for form in other.forms or (PLAIN_FORM,):
            found.setdefault(form, []).append(Link(other.title, addresses.item(other)))
    rank = {term.name: place for place, term in enumerate(catalog.tables.forms)}
    names = sorted(found, key=lambda name: (rank.get(name, len(rank)), name))
    return tuple(FormGroup(name, tuple(found[name])) for name in names)


def policy_row(item: Item, catalog: Catalog, addresses: Addresses) -> PolicyRow:
    """One line of the linkage pages."""
    groups = form_groups(item, catalog, addresses)
    missing = not groups and needs_interpretation(item, catalog)
    return PolicyRow(make_row(item, catalog, addresses), groups, missing)
