"""The site view of a build: the catalog's facts with the settings and the portal's sanitised snippets."""

from __future__ import annotations

from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.sanitize import clean_snippet
from gongkai.views.parts import Link
from gongkai.views.preview import preview_link
from gongkai.views.site import SiteView
from gongkai.views.site_view import SiteOptions, make_site_view

GENERATOR = "gongkai"
"""A constant: the version would change every page of every site with each release."""


def site_view(context: BuildContext) -> SiteView:
    """What all pages show of the site."""
    plan, settings = context.planned(), context.settings
    portal = plan.loaded.catalog.unit.portal
    options = SiteOptions(
        name=settings.name,
        url=settings.url,
        colour=settings.colour,
        header_html=clean_snippet(portal.header),
        footer_html=clean_snippet(portal.footer),
        stylesheets=tuple(a.path for a in context.assets.stylesheets),
        scripts=tuple(a.path for a in context.assets.scripts),
        generator=GENERATOR,
        preview=preview_link(plan.problems) if settings.preview else Link(""),
    )
    return make_site_view(plan.loaded.catalog, plan.addresses, options)
