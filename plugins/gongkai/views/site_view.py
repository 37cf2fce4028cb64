"""What every page shows of the site: names, navigation, footer. Nothing in it changes with a new item,
unless the item opens its column."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from gongkai.model.catalog import Catalog
from gongkai.model.unit import Unit
from gongkai.views.addresses import Addresses
from gongkai.views.navigation import fixed_links, open_links, side
from gongkai.views.parts import NOWHERE, Fact, Link
from gongkai.views.site import FooterView, SiteView


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What the settings say; the portal's snippets are sanitised already."""

    name: str
    url: str = ""
    colour: str = "blue"
    header_html: str = ""
    footer_html: str = ""
    stylesheets: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    generator: str = ""
    preview: Link = NOWHERE


def make_site_view(catalog: Catalog, addresses: Addresses, options: SiteOptions) -> SiteView:
    """The one value that all pages of a build share."""
    unit, tree = catalog.unit, catalog.tree
    search = "/search/" if "search" in addresses.features else ""
    return SiteView(
        name=options.name,
        unit=unit.name,
        mode=tree.mode,
        url=options.url.rstrip("/") + "/" if options.url else "",
        colour=options.colour,
        demonstration=unit.demonstration,
        noindex=unit.demonstration,
        nav_primary=open_links(tree.nav_primary, catalog, addresses),
        nav_five=open_links(tree.nav_five, catalog, addresses),
        nav_special=open_links(tree.nav_special, catalog, addresses),
        fixed=fixed_links(catalog, addresses),
        side=side(catalog, addresses),
        footer=_footer(unit, tree.mode, addresses),
        portal=Link(unit.portal.name, unit.portal.url) if tree.mode == "channel" else Link(""),
        header_html=options.header_html,
        footer_html=options.footer_html,
        meta=_meta(unit, tree.mode, options),
        feed=addresses.feed(),
        catalog_json=addresses.catalog_json(),
        find=_find(search, addresses),
        search=search,
        links=_outside(unit),
        stylesheets=options.stylesheets,
        scripts=options.scripts,
        generator=options.generator,
        preview=options.preview,
    )


def _find(search: str, addresses: Addresses) -> Link:
    if search:
        return Link("查找政府信息", search)
    return (
        Link("信息索引", addresses.index()) if addresses.index() else Link("站点地图", addresses.site_map())
    )


def _outside(unit: Unit) -> tuple[Link, ...]:
    links = (Link("依申请公开在线申请", unit.application_url), Link("互动交流", unit.interaction_url))
    return tuple(link for link in links if link.path)


def _meta(unit: Unit, mode: str, options: SiteOptions) -> tuple[tuple[str, str], ...]:
    """SiteName, SiteDomain and SiteIDCode (网页标签规范): a channel carries those of its portal."""
    channel = mode == "channel" and bool(unit.portal.name)
    tags = (
        ("SiteName", unit.portal.name if channel else options.name),
        ("SiteDomain", urlsplit(unit.portal.url if channel else options.url).hostname or ""),
        ("SiteIDCode", unit.portal.site_id if channel else unit.site_id),
    )
    return tuple(tag for tag in tags if tag[1])


def _footer(unit: Unit, mode: str, addresses: Addresses) -> FooterView:
    own = mode == "site"
    facts = (
        Fact("address", "地址", unit.address),
        Fact("office_hours", "办公时间", unit.office_hours),
        Fact("phone", "电话", unit.phone),
        Fact("fax", "传真", unit.fax),
        Fact("email", "邮箱", unit.email),
        Fact("postcode", "邮编", unit.postcode),
        Fact("disclosure_office", "公开工作机构", unit.disclosure_office),
        Fact("complaint_phone", "监督电话", unit.complaint_phone),
    )
    return FooterView(
        sponsor=unit.name,
        facts=tuple(fact for fact in facts if fact.value),
        site_map=Link("站点地图", addresses.site_map()),
        site_id=unit.site_id if own else unit.portal.site_id,
        icp=unit.icp if own else "",
        police=unit.police if own else "",
        organ_mark_url=unit.organ_mark_url if own else "",
        error_report_url=unit.portal.error_report_url,
    )
