"""The home page: fixed numbers of rows, so that its size does not grow with the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.views.addresses import Addresses
from gongkai.views.consultations import consultation_columns, consultation_row
from gongkai.views.facets import FACETS
from gongkai.views.five import class_blocks
from gongkai.views.library import TITLE as LIBRARY
from gongkai.views.library import library_path
from gongkai.views.navigation import fixed_links
from gongkai.views.pages import HomeView
from gongkai.views.parts import Block, ConsultationRow, Head, Link, PolicyRow
from gongkai.views.policies import policy_files, policy_row
from gongkai.views.rows import column_link, make_rows, newest
from gongkai.views.structured import home_data
from gongkai.views.topics import topic_links

FIVE_ROWS, LATEST, NOTICES, POLICIES, CONSULTATIONS = 5, 8, 6, 6, 5
NOTICE_TYPE = "通知公告"


def home_view(catalog: Catalog, addresses: Addresses) -> HomeView:
    """The view of `/`."""
    return HomeView(
        head=Head(page="home", title="", path="/", feed=addresses.feed(), data=home_data(catalog, addresses)),
        five=tuple(class_blocks(catalog, addresses, FIVE_ROWS)),
        latest=make_rows(newest(_disclosure(catalog), catalog, LATEST), catalog, addresses),
        notices=_notices(catalog, addresses),
        policies=_policies(catalog, addresses),
        policies_all=Link("全部政策文件和解读", addresses.interpretations()),
        consultations=_consultations(catalog, addresses),
        consultations_all=_consultations_all(catalog, addresses),
        topics=topic_links(catalog, addresses),
        fixed=fixed_links(catalog, addresses),
        indices=_indices(catalog, addresses),
    )


def _disclosure(catalog: Catalog) -> Iterator[Column]:
    """Leaves of government information: 工作动态, 村务 and the like do not crowd it out."""
    return (leaf for leaf in catalog.tree.leaves() if leaf.counted)


def _notices(catalog: Catalog, addresses: Addresses) -> Block | None:
    leaves = [leaf for leaf in catalog.tree.leaves() if leaf.type == NOTICE_TYPE and leaf.is_filed]
    items = newest(leaves, catalog, NOTICES)
    if not items:
        return None
    opened = tuple(
        column_link(leaf.path, catalog, addresses) for leaf in leaves if addresses.column(leaf.path)
    )
    title = Link(NOTICE_TYPE, opened[0].path if opened else "")
    return Block(title, make_rows(items, catalog, addresses), children=opened if len(opened) > 1 else ())


def _policies(catalog: Catalog, addresses: Addresses) -> tuple[PolicyRow, ...]:
    # Without linkage a row could not say which interpretations there are.
    files = islice(policy_files(catalog), POLICIES) if addresses.interpretations() else ()
    return tuple(policy_row(item, catalog, addresses) for item in files)


def _consultations(catalog: Catalog, addresses: Addresses) -> tuple[ConsultationRow, ...]:
    items = newest(consultation_columns(catalog), catalog, CONSULTATIONS)
    rows = (consultation_row(item, catalog, addresses) for item in items)
    # In short the figures and the chain are not shown: a page must not change with what it does not show.
    return tuple(replace(row, received="", adopted="", chain="") for row in rows)


def _consultations_all(catalog: Catalog, addresses: Addresses) -> Link:
    gathering = [leaf for leaf in catalog.tree.leaves() if leaf.view == "consultations"]
    for leaf in (*gathering, *consultation_columns(catalog)):
        if addresses.column(leaf.path):
            return Link(f"全部{leaf.name}", addresses.column(leaf.path))
    return Link("")


def _indices(catalog: Catalog, addresses: Addresses) -> tuple[Link, ...]:
    facets = FACETS if addresses.index() else ()
    links = (Link(f"按{facet.name}查找", addresses.index(facet.slug)) for facet in facets)
    library = Link(LIBRARY, library_path(catalog, addresses))
    others = (library, Link("政府公报", addresses.gazette()), Link("公开统计", addresses.statistics()))
    return (*links, *(link for link in others if link.path))
