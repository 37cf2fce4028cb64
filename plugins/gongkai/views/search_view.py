"""The view of the search page."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.views.parts import Head, Link


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """A choice that narrows the results: `name` in the address, `options` as text with the value as `path`."""

    name: str
    label: str
    options: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """Template `search.html`. `script` is the site-rooted path of the search script.

    `indices` are the pages that serve without a script, `columns` the ways in when nothing is found.
    """

    head: Head
    heading: str
    script: str
    filters: tuple[SearchFilter, ...]
    indices: tuple[Link, ...]
    columns: tuple[Link, ...]
