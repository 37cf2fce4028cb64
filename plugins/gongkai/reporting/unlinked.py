"""What should be linked and is not: policy files without interpretation, consultations without feedback."""

from __future__ import annotations

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.statistics.participation import Standing, feedback_on, standing


def uninterpreted(catalog: Catalog) -> tuple[Item, ...]:
    """Files in force of the unit's own that need an interpretation and have none."""
    return tuple(
        item
        for item in catalog.items
        if item.is_policy
        and item.level == "本级"
        and _needs(item, catalog)
        and not catalog.validity[item.index_number].is_dead
        and not catalog.sources(item, RelationKind.INTERPRETS)
    )


def _needs(item: Item, catalog: Catalog) -> bool:
    if item.needs_interpretation is not None:
        return item.needs_interpretation
    return catalog.tree.columns[item.column].interpret == "required"


def unanswered_consultations(catalog: Catalog) -> tuple[Item, ...]:
    """Consultations of the unit's own that are over and have no feedback."""
    return tuple(
        item
        for item in catalog.items
        if item.kind == "consultation"
        and item.level == "本级"
        and standing(item, bool(feedback_on(item, catalog)), catalog.today) is Standing.AWAITING
    )
