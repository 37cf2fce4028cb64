"""政策解读: policy files with their interpretations, the newest and year by year, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.problem import Level, Problem
from gongkai.model.relation import RelationKind
from gongkai.views.addresses import Addresses
from gongkai.views.banners import relation_banners
from gongkai.views.heads import page_head
from gongkai.views.lists import newest_day
from gongkai.views.pages import InterpretationsView, PageView
from gongkai.views.paging import front_page
from gongkai.views.parts import Link
from gongkai.views.policies import (
    coverage,
    interpretations_of,
    is_listed,
    needs_interpretation,
    policies_of_year,
    policy_files,
    policy_row,
)
from gongkai.views.relations import relation_blocks
from gongkai.views.rows import make_rows, newest
from gongkai.views.spec import ItemParts, PageSpec
from gongkai.views.texts import quoted_title

TITLE = "政策文件和解读"
DESCRIPTION = "政策文件和它的各种形式的解读"
LOOSE = 20
"""Interpretations of files that are not on this site, on the front page."""


def interpretation_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """The page of the newest, and one page for each year that has policy files or loose interpretations."""
    yield PageSpec(
        addresses.interpretations(),
        "interpretations",
        "linkage",
        ("newest",),
        newest_day(tuple(islice(policy_files(catalog), 1))),
    )
    for year in _years(catalog):
        day = newest_day(tuple(islice(_of_year(year, catalog), 1)))
        yield PageSpec(addresses.interpretations(year), "interpretations", "linkage", ("year", year), day)


def interpretation_view(key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> PageView:
    """The view of a linkage page from its key."""
    return _year(key[1], catalog, addresses) if key[0] == "year" else _newest(catalog, addresses)


def _of_year(year: str, catalog: Catalog) -> Iterator[Item]:
    """What a year's page lists, read lazily, newest first."""
    return (item for item in catalog.by_year[year] if is_listed(item, catalog) or _is_loose(item, catalog))


def _years(catalog: Catalog) -> list[str]:
    return sorted((year for year in catalog.by_year if any(_of_year(year, catalog))), reverse=True)


def _is_loose(item: Item, catalog: Catalog) -> bool:
    """An interpretation (own or relayed) whose policy file is not on this site."""
    if item.kind != "interpretation" and catalog.tree.columns[item.column].type != "政策解读":
        return False
    return not catalog.targets(item, RelationKind.INTERPRETS)


def _year_links(years: Iterable[str], addresses: Addresses, here: str = "") -> tuple[Link, ...]:
    return tuple(Link(f"{year}年", "" if year == here else addresses.interpretations(year)) for year in years)


def _newest(catalog: Catalog, addresses: Addresses) -> InterpretationsView:
    files = tuple(policy_files(catalog))
    needed, covered = coverage(files, catalog)
    homes = [c for c in catalog.tree.leaves() if c.kind == "interpretation" or c.type == "政策解读"]
    loose = newest(homes, catalog, LOOSE, lambda item: _is_loose(item, catalog))
    return InterpretationsView(
        head=page_head("linkage", TITLE, addresses.interpretations(), addresses, description=DESCRIPTION),
        heading=TITLE,
        needed=needed,
        covered=covered,
        rows=tuple(policy_row(item, catalog, addresses) for item in front_page(files)),
        years=_year_links(_years(catalog), addresses),
        loose=make_rows(loose, catalog, addresses),
    )


def _year(year: str, catalog: Catalog, addresses: Addresses) -> InterpretationsView:
    files = policies_of_year(year, catalog)
    needed, covered = coverage(files, catalog)
    title = f"{year}年{TITLE}"
    above = (Link(TITLE, addresses.interpretations()),)
    path = addresses.interpretations(year)
    loose = (item for item in catalog.by_year[year] if _is_loose(item, catalog))
    return InterpretationsView(
        head=page_head("linkage", title, path, addresses, description=DESCRIPTION, above=above),
        heading=title,
        needed=needed,
        covered=covered,
        rows=tuple(policy_row(item, catalog, addresses) for item in files),
        years=(Link("最新", addresses.interpretations()), *_year_links(_years(catalog), addresses, year)),
        year=year,
        loose=make_rows(loose, catalog, addresses),
    )


def linkage_parts(number: str, catalog: Catalog, addresses: Addresses) -> ItemParts:
    """What linkage adds to an item's page."""
    item = catalog.by_number[number]
    return ItemParts(relation_banners(item, catalog, addresses), relation_blocks(item, catalog, addresses))


def linkage_problems(catalog: Catalog) -> Iterator[Problem]:
    """Policy files that lack an interpretation (R301), interpretations that interpret nothing (R302)."""
    for item in catalog.items:
        if _lacks_interpretation(item, catalog):
            yield _missing(item)
        elif item.kind == "interpretation" and _aims_at_nothing(item, catalog):
            yield _aimless(item)


def _aims_at_nothing(item: Item, catalog: Catalog) -> bool:
    # A 政策原文 that leads nowhere has a finding of its own, which names the nearest match.
    written = any(reference.field == "interprets" for reference in item.references)
    return not written and not catalog.targets(item, RelationKind.INTERPRETS)


def _lacks_interpretation(item: Item, catalog: Catalog) -> bool:
    # Nobody is helped by an interpretation of a file that no longer holds.
    dead = item.index_number in catalog.validity and catalog.validity[item.index_number].is_dead
    return not dead and needs_interpretation(item, catalog) and not interpretations_of(item, catalog)


def _missing(item: Item) -> Problem:
    return Problem(
        code="R301",
        level=Level.WARNING,
        path=item.path,
        line=item.lines.get("needs_interpretation", 0),
        field="需要解读",
        message=f"{quoted_title(item.title)}需要解读，但没有公开的解读。",
        hint=f"发布解读并写“政策原文: {item.doc_number or item.index_number}”；确实不需要的写“需要解读: 否，理由”",
        basis="国办发〔2016〕80号（政策性文件与解读方案、解读材料同步组织、同步审签、同步部署）",
    )


def _aimless(item: Item) -> Problem:
    return Problem(
        code="R302",
        level=Level.WARNING,
        path=item.path,
        line=item.lines.get("interprets", 0),
        field="政策原文",
        message=f"{quoted_title(item.title)}没有对应的政策原文，读者无法从解读找到文件。",
        hint="政策原文: 文件的发文字号或索引号",
        basis="国办发〔2017〕47号（政策文件与解读互相关联）",
    )
