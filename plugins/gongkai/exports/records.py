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


class Records:
    """The records of a catalog's public items; what is empty is left out."""

    def __init__(self, catalog: Catalog, absolute: Absolute) -> None:
        self._catalog = catalog
        self._absolute = absolute
        # Most items have no relation: asking for eight kinds in both directions costs more than all the rest.
        self._related = {number for number, _ in (*catalog.outgoing, *catalog.incoming)}

    def of(self, item: Item) -> Record:
        """A public item."""
        catalog, absolute = self._catalog, self._absolute
        record = (
            _identity(item, catalog, absolute) | _document(item, catalog) | _subject(item) | _process(item)
        )
        if item.details:
            record["details"] = dict(_details(item, catalog, absolute))
        if item.index_number in self._related:
            record["relations"] = relation_record(item, catalog)
        record["attachments"] = attachment_records(item, absolute)
        record["changes"] = [{"date": change.day.isoformat(), "text": change.text} for change in item.changes]
        return {key: value for key, value in record.items() if value or value is False}


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


def _identity(item: Item, catalog: Catalog, absolute: Absolute) -> dict[str, Any]:
    return {
        "index_number": item.index_number,
        "url": absolute(item.address),
        "title": item.title,
        "kind": item.kind,
        "column": column_names(item, catalog),
        "column_path": list(item.columns),
        "five_disclosure": catalog.tree.columns[item.column].five,
        "category": item.category,
    }


def _document(item: Item, catalog: Catalog) -> dict[str, Any]:
    return {
        "doc_number": item.doc_number,
        "publisher": item.publisher,
        "issuer": list(item.issuers),
        "department": item.department,
        "written": iso(item.written),
        "published": moment_text(item.published),
        "effective": iso(item.effective),
        "expires": iso(item.expires),
        "valid_years": item.valid_years or None,
        "repeal_date": iso(item.repeal_date),
        "document_nature": item.document_nature,
        "registration": item.registration,
        "validity": validity_text(item, catalog),
        "needs_interpretation": item.needs_interpretation,
    }


def _subject(item: Item) -> dict[str, Any]:
    return {
        "theme": item.theme,
        "genre": item.genre,
        "audience": item.audience,
        "topics": list(item.topics),
        "summary": item.gist,
        "keywords": list(item.keywords),
        "source": item.source,
        "source_url": item.source_url,
        "author": item.author,
        "level": item.level,
    }


def _process(item: Item) -> dict[str, Any]:
    # Only what is disclosed on the unit's own initiative and to everybody is ever in the catalog.
    return {
        "disclosure": "主动公开",
        "scope": "面向社会",
        "time_limit": item.time_limit,
        "notice_start": iso(item.notice_start),
        "notice_end": iso(item.notice_end),
        "after_notice": item.after_notice,
        "form": list(item.forms),
        "channels": list(item.channels),
        "main_channel": item.main_channel,
    }


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
