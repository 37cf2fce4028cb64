"""An item as plain data for collectors: the English keys of the front matter, names of people who signed never."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item, Value
from gongkai.model.moment import Moment
from gongkai.model.relation import RelationKind

Absolute = Callable[[str], str]
Record = Mapping[str, Any]

RELATION_KEYS: Mapping[RelationKind, tuple[str, str]] = {
    RelationKind.INTERPRETS: ("interprets", "interpreted_by"),
    RelationKind.FEEDBACK_ON: ("feedback_on", "feedback"),
    RelationKind.CONSULTED_IN: ("consulted_in", "final_document"),
    RelationKind.IMPLEMENTS: ("implements", "implemented_by"),
    RelationKind.REPORTS_ON: ("reports_on", "reported_by"),
    RelationKind.REPEALS: ("repeals", "repealed_by"),
    RelationKind.AMENDS: ("amends", "amended_by"),
    RelationKind.RELATED: ("related", "related"),
}
"""The key on the source's record and the key on the target's record."""

_INTERNAL = frozenset({"rank"})
"""Details that only order a list."""


def item_record(item: Item, catalog: Catalog, absolute: Absolute) -> Record:
    """A public item; what is empty is left out."""
    pairs = (
        *_identity(item, catalog, absolute),
        *_document(item, catalog),
        *_subject(item),
        *_process(item),
        ("details", dict(_details(item, catalog, absolute))),
        ("relations", relation_record(item, catalog)),
        ("attachments", attachment_records(item, absolute)),
        ("changes", [{"date": change.day.isoformat(), "text": change.text} for change in item.changes]),
    )
    return {key: value for key, value in pairs if value is not None and value not in ("", [], {})}


def withdrawn_record(item: Item, absolute: Absolute) -> Record:
    """What is left of a withdrawn item: number, address, day."""
    return {
        "index_number": item.index_number,
        "url": absolute(item.address),
        "withdrawn": iso(item.withdrawn),
    }


def relation_record(item: Item, catalog: Catalog) -> Record:
    """Index numbers of related public items by key, both directions."""
    found: dict[str, list[str]] = {}
    for kind, (forward, backward) in RELATION_KEYS.items():
        found[forward] = [other.index_number for other in catalog.targets(item, kind)]
        if backward != forward:
            found[backward] = [other.index_number for other in catalog.sources(item, kind)]
    return {key: numbers for key, numbers in found.items() if numbers}


def attachment_records(item: Item, absolute: Absolute) -> list[Record]:
    """The files offered with an item."""
    return [
        {"name": f.name, "title": f.title, "url": absolute(f.address), "size": f.size, "sha256": f.sha256}
        for f in item.attachments
    ]


def iso(day: date | None) -> str:
    """ISO date, or an empty text."""
    return day.isoformat() if day else ""


def moment_text(moment: Moment) -> str:
    """The day, or with a known minute the RFC 3339 timestamp."""
    return moment.timestamp if moment.clock else iso(moment.day)


def column_names(item: Item, catalog: Catalog) -> list[str]:
    """The columns an item stands in, as written in the front matter; its home first."""
    return [catalog.tree.columns[path].names for path in item.columns]


def validity_text(item: Item, catalog: Catalog) -> str:
    """有效性 of a policy file, empty for all others."""
    state = catalog.validity.get(item.index_number)
    return state.value if state else ""


def _identity(item: Item, catalog: Catalog, absolute: Absolute) -> Iterator[tuple[str, Any]]:
    yield "index_number", item.index_number
    yield "url", absolute(item.address)
    yield "title", item.title
    yield "kind", item.kind
    yield "column", column_names(item, catalog)
    yield "column_path", list(item.columns)
    yield "five_disclosure", catalog.tree.columns[item.column].five
    yield "category", item.category


def _document(item: Item, catalog: Catalog) -> Iterator[tuple[str, Any]]:
    yield "doc_number", item.doc_number
    yield "publisher", item.publisher
    yield "issuer", list(item.issuers)
    yield "department", item.department
    yield "written", iso(item.written)
    yield "published", moment_text(item.published)
    yield "effective", iso(item.effective)
    yield "expires", iso(item.expires)
    yield "valid_years", item.valid_years or None
    yield "repeal_date", iso(item.repeal_date)
    yield "document_nature", item.document_nature
    yield "registration", item.registration
    yield "validity", validity_text(item, catalog)
    yield "needs_interpretation", item.needs_interpretation


def _subject(item: Item) -> Iterator[tuple[str, Any]]:
    yield "theme", item.theme
    yield "genre", item.genre
    yield "audience", item.audience
    yield "topics", list(item.topics)
    yield "summary", item.summary
    yield "keywords", list(item.keywords)
    yield "source", item.source
    yield "source_url", item.source_url
    yield "author", item.author
    yield "level", item.level


def _process(item: Item) -> Iterator[tuple[str, Any]]:
    # Only what is disclosed on the unit's own initiative and to everybody is ever in the catalog.
    yield "disclosure", "主动公开"
    yield "scope", "面向社会"
    yield "time_limit", item.time_limit
    yield "notice_start", iso(item.notice_start)
    yield "notice_end", iso(item.notice_end)
    yield "after_notice", item.after_notice
    yield "form", list(item.forms)
    yield "channels", list(item.channels)
    yield "main_channel", item.main_channel


def _details(item: Item, catalog: Catalog, absolute: Absolute) -> Iterator[tuple[str, Any]]:
    """The fields of the item's kind; relations have a place of their own, file names become addresses."""
    for key in sorted(item.details):
        definition = catalog.tables.fields.get(key)
        if key in _INTERNAL or definition is None or definition.type == "relation":
            continue
        value = _plain(item.details[key])
        if definition.type == "file":
            value = _file_address(item, str(value), absolute)
        if value not in ("", []):
            yield key, value


def _plain(value: Value) -> Any:
    if isinstance(value, Moment):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _file_address(item: Item, name: str, absolute: Absolute) -> str:
    if name in item.pictures:
        return absolute(item.pictures[name].address)
    return next((absolute(file.address) for file in item.attachments if file.name == name), "")
