"""Ordinary pages (关于 …) lead outside as items do: through the notice, where a host is not the government's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from gongkai.loading.ordinary_pages import OrdinaryLinks
from gongkai.model.unit import Unit
from gongkai.views.leave import is_foreign, leave_path, notices
from gongkai.views.spec import PageSpec


def with_notices(
    ordinary: OrdinaryLinks, unit: Unit, site_url: str, known: Collection[PageSpec]
) -> tuple[OrdinaryLinks, tuple[PageSpec, ...]]:
    """The links with their foreign targets behind the notice, and the notices that `known` pages do not hold."""
    foreign = [(page, url) for page, url in ordinary.outside if is_foreign(url, unit, site_url)]
    if not foreign:
        return ordinary, ()
    links = {**ordinary.links, **{(page, url): leave_path(url) for page, url in foreign}}
    there = {spec.path for spec in known if spec.template == "leave"}
    made = (spec for spec in notices(url for _, url in foreign) if spec.path not in there)
    return replace(ordinary, links=links), tuple(made)
