"""What every page shows of the site as a whole: no counts, no lists of the latest, no dates."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.views.parts import NOWHERE, Fact, Link, NavNode


@dataclass(frozen=True, slots=True)
class FooterView:
    """The footer: in site mode the seven items of 《政府网站发展指引》附件, in channel mode the unit's own facts."""

    sponsor: str
    facts: tuple[Fact, ...]
    """Address, office hours, phone, fax, e-mail; only those that are given."""
    site_map: Link
    site_id: str = ""
    icp: str = ""
    police: str = ""
    organ_mark_url: str = ""
    error_report_url: str = ""


@dataclass(frozen=True, slots=True)
class SiteView:
    """The same value for all pages of a build.

    `home` is the channel's home path; `url` the absolute address with a closing `/`, empty when not set.
    `header_html` and `footer_html` are the portal's snippets, already sanitised. `meta` holds SiteName,
    SiteDomain and SiteIDCode. `side` maps the path of a top-level column to its navigation branch.
    """

    name: str
    unit: str
    mode: str
    url: str
    colour: str
    demonstration: bool
    noindex: bool
    nav_primary: tuple[Link, ...]
    nav_five: tuple[Link, ...]
    nav_special: tuple[Link, ...]
    fixed: tuple[Link, ...]
    side: dict[str, NavNode]
    footer: FooterView
    portal: Link
    header_html: str
    footer_html: str
    meta: tuple[tuple[str, str], ...]
    feed: str
    catalog_json: str
    find: Link
    """The page where a reader looks something up: search, or else the index pages."""
    search: str
    """Path of the search page, empty without one."""
    links: tuple[Link, ...]
    """Entries that lie outside: the portal's application and interaction pages."""
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    generator: str
    preview: Link = NOWHERE
    """In preview: how many findings there are, and the page that lists them; nothing of it in a build."""
