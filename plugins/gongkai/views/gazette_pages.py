"""`/gazette/`: the issues, the catalogue of each, and its items to be read one after the other.

An issue's file is no part of the catalog; what a page shows of it stands in the page's key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from gongkai.loading.gazette_file import Resolved
from gongkai.model.catalog import Catalog
from gongkai.views.addresses import Addresses
from gongkai.views.heads import page_head
from gongkai.views.item_page import item_view
from gongkai.views.pages import PageView
from gongkai.views.paper_views import GazetteRow, GazetteView, IssueEntry, IssuePlace, IssueView
from gongkai.views.parts import NOWHERE, Link
from gongkai.views.spec import PageSpec
from gongkai.views.texts import file_size

TITLE = "政府公报"


def gazette_pages(issues: Sequence[tuple[Resolved, int]], addresses: Addresses) -> Iterator[PageSpec]:
    """The pages of all issues, oldest first; each comes with the size of its pdf."""
    told = [_told(resolved, size) for resolved, size in issues]
    if not told:
        return
    yield PageSpec(addresses.gazette(), "gazette", "gazette", ("issues", _text(told)), told[-1]["day"])
    for at, (issue, (resolved, _)) in enumerate(zip(told, issues, strict=True)):
        older, newer = (told[n] if 0 <= n < len(told) else {} for n in (at - 1, at + 1))
        sections = [[name, [i.index_number for i in items]] for name, items in resolved.sections]
        key = ("issue", _text([issue, sections, _link(older), _link(newer)]))
        yield PageSpec(addresses.gazette(issue["slug"]), "issue", "gazette", key, issue["day"])
        numbers = [item.index_number for item in resolved.items]
        for place, number in enumerate(numbers, 1):
            near = [numbers[place - 2] if place > 1 else "", numbers[place] if place < len(numbers) else ""]
            key = ("reading", _text([_link(issue), place, number, near]))
            yield PageSpec(addresses.gazette(issue["slug"], place), "reading", "gazette", key)


def _told(resolved: Resolved, size: int) -> dict[str, Any]:
    """What pages say of an issue."""
    issue = resolved.issue
    return {
        "slug": issue.slug, "year": issue.year, "name": issue.name, "title": issue.title, "day": issue.day.isoformat(),
        "count": len(resolved.items), "pdf": issue.pdf_address, "size": size, "note": issue.gap_note,
    }  # fmt: skip


def _link(issue: Mapping[str, Any]) -> list[str]:
    return [issue["slug"], f"{issue['name']}{issue['title']}"] if issue else []


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def gazette_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> PageView:
    """The view of one of these pages."""
    told = json.loads(key[1])
    match key[0]:
        case "issues":
            return _issues(told, addresses)
        case "issue":
            return _issue(*told, catalog=catalog, addresses=addresses)
        case _:
            return _reading(*told, catalog=catalog, addresses=addresses)


def _issues(told: list[dict[str, Any]], addresses: Addresses) -> GazetteView:
    name = told[-1]["name"]
    years = tuple(
        (f"{year}年", tuple(_row(issue, addresses) for issue in group))
        for year, group in groupby(reversed(told), key=lambda issue: issue["year"])
    )
    head = page_head(
        "gazette", TITLE, addresses.gazette(), addresses, description=f"{name}各期目录、全文和PDF"
    )
    return GazetteView(head, name, years)


def _row(issue: Mapping[str, Any], addresses: Addresses) -> GazetteRow:
    return GazetteRow(
        Link(issue["title"], addresses.gazette(issue["slug"])), issue["day"], issue["count"], issue["pdf"]
    )


def _neighbour(link: list[str], addresses: Addresses) -> Link:
    return Link(link[1], addresses.gazette(link[0])) if link else NOWHERE


def _issue(
    issue: Mapping[str, Any],
    sections: list[Any],
    older: list[str],
    newer: list[str],
    *,
    catalog: Catalog,
    addresses: Addresses,
) -> IssueView:
    title = f"{issue['name']}{issue['title']}"
    head = page_head(
        "issue", title, addresses.gazette(issue["slug"]), addresses, description=f"{title}目录",
        above=(Link(TITLE, addresses.gazette()),),
    )  # fmt: skip
    made, number = [], 0
    for name, numbers in sections:
        entries = []
        for index_number in numbers:
            number += 1
            item = catalog.by_number[index_number]
            path = addresses.gazette(issue["slug"], number)
            entries.append(IssueEntry(number, item.title, path, item.doc_number))
        made.append((name, tuple(entries)))
    return IssueView(
        head=head, heading=title, day=issue["day"], sections=tuple(made), newer=_neighbour(newer, addresses),
        older=_neighbour(older, addresses), pdf=issue["pdf"], pdf_size=file_size(issue["size"]) if issue["pdf"] else "",
        gap_note=issue["note"],
    )  # fmt: skip


def _reading(
    issue: list[str],
    place: int,
    number: str,
    near: list[str],
    *,
    catalog: Catalog,
    addresses: Addresses,
) -> PageView:
    slug, name = issue
    item = catalog.by_number[number]
    catalogue = Link(name, addresses.gazette(slug))
    head = page_head(
        "reading", item.title, addresses.gazette(slug, place), addresses, description=f"{name}：{item.title}",
        above=(Link(TITLE, addresses.gazette()), catalogue),
    )  # fmt: skip
    before, after = (
        Link(catalog.by_number[each].title, addresses.gazette(slug, place + step)) if each else NOWHERE
        for each, step in zip(near, (-1, 1), strict=True)
    )
    stands = IssuePlace(catalogue, f"第{place}件", before, after, Link("本件的信息页", addresses.item(item)))
    view = item_view(item, catalog, addresses)
    return replace(
        view, head=head, facts=(), details=(), relations=(), json="", url="", citation="", issue=stands
    )
