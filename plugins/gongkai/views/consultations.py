"""征集与反馈: each consultation with its feedback (design: 意见征集 and 意见反馈 correspond one to one)."""

from __future__ import annotations

from datetime import date

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.item import Item
from gongkai.model.relation import RelationKind
from gongkai.statistics.participation import consultation_days
from gongkai.views.addresses import Addresses
from gongkai.views.chains import chain_address
from gongkai.views.heads import column_head
from gongkai.views.pages import ConsultationsView
from gongkai.views.paging import front_page
from gongkai.views.parts import ConsultationRow, Link, Period
from gongkai.views.periods import NOT_YET, RUNNING, state_on
from gongkai.views.rows import make_row, merged
from gongkai.views.texts import iso, value_text

OPEN, ANSWERED, AWAITING = "征集中", "已反馈", "已结束，待反馈"


def consultation_columns(catalog: Catalog) -> tuple[Column, ...]:
    """The leaves in which consultations are filed."""
    return tuple(leaf for leaf in catalog.tree.leaves() if leaf.kind == "consultation")


def consultation_items(catalog: Catalog) -> tuple[Item, ...]:
    """All public consultations, newest first."""
    return tuple(merged(catalog.in_column(leaf.path) for leaf in consultation_columns(catalog)))


def state_of(period: Period, feedback: Item | None) -> str:
    """Where a consultation stands: open until its last day is over, then with or without feedback."""
    if period.state == NOT_YET:
        return NOT_YET
    if period.state == RUNNING:
        return OPEN
    return ANSWERED if feedback else AWAITING


def _figure(feedback: Item | None, key: str) -> str:
    value = feedback.details.get(key) if feedback else None
    return "" if value is None else value_text(value)


def consultation_row(item: Item, catalog: Catalog, addresses: Addresses) -> ConsultationRow:
    """One consultation with its period, state, newest feedback and that feedback's figures."""
    start, end = consultation_days(item)
    period = _period(start, end, catalog.today)
    feedback = next(iter(catalog.sources(item, RelationKind.FEEDBACK_ON)), None)
    return ConsultationRow(
        consultation=make_row(item, catalog, addresses),
        period=period,
        state=state_of(period, feedback),
        feedback=Link(feedback.title, addresses.item(feedback)) if feedback else Link(""),
        received=_figure(feedback, "received"),
        adopted=_figure(feedback, "adopted"),
        chain=chain_address(item, catalog, addresses),
    )


def _period(start: date, end: date | None, today: date) -> Period:
    return Period(iso(start), iso(end), state_on(start, end, today))


def consultations_view(column: Column, catalog: Catalog, addresses: Addresses) -> ConsultationsView:
    """The newest consultations; the column of consultations itself has them all."""
    opened = (leaf for leaf in consultation_columns(catalog) if addresses.column(leaf.path))
    links = (Link(f"全部{leaf.name}", addresses.column(leaf.path)) for leaf in opened)
    items = front_page(consultation_items(catalog))
    return ConsultationsView(
        head=column_head(column, catalog, addresses),
        heading=column.name,
        description=column.description,
        rows=tuple(consultation_row(item, catalog, addresses) for item in items),
        complete=next(links, None),
    )
