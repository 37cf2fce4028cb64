"""One page's view from its spec, with what every feature adds to the item that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gongkai.model.catalog import Catalog
from gongkai.views.addresses import Addresses
from gongkai.views.item_page import with_parts
from gongkai.views.pages import ItemView, ListView, PageView
from gongkai.views.spec import Feature, ItemParts, PageSpec


def page_view(
    spec: PageSpec, features: Mapping[str, Feature], catalog: Catalog, addresses: Addresses
) -> PageView:
    """The view of a page; parts are added in the order of the features' names, whatever their registration.

    Raises KeyError for a feature that is not there, ValueError for one that computes no views.
    """
    compute = features[spec.feature].view
    if compute is None:
        raise ValueError(f"feature {spec.feature} lists pages but computes no views")
    view = compute(spec.key, catalog, addresses)
    if isinstance(view, ItemView):
        return _whole(view, features, catalog, addresses)
    if isinstance(view, ListView) and view.single:
        return replace(view, single=_whole(view.single, features, catalog, addresses))
    return view


def _whole(
    view: ItemView, features: Mapping[str, Feature], catalog: Catalog, addresses: Addresses
) -> ItemView:
    return with_parts(view, _parts(view.index_number, features, catalog, addresses))


def _parts(
    number: str, features: Mapping[str, Feature], catalog: Catalog, addresses: Addresses
) -> Iterable[ItemParts]:
    for name in sorted(features):
        add = features[name].item_parts
        if add is not None:
            yield add(number, catalog, addresses)
