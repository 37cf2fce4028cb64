"""sitemap.xml by the protocol of sitemaps.org."""

import xml.etree.ElementTree as ET

from gongkai.exports.sitemap_xml import sitemap_exports
from tests.exports.make import SITE, absolute, files, rooted

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def places(data: bytes) -> list[tuple[str, str]]:
    return [
        (each.findtext(f"{NAMESPACE}loc") or "", each.findtext(f"{NAMESPACE}lastmod") or "")
        for each in ET.fromstring(data)
    ]


def test_addresses_and_days() -> None:
    made = files(sitemap_exports([("/info/1/", "2026-05-03"), ("/", "")], absolute))
    assert list(made) == ["sitemap.xml"]
    assert places(made["sitemap.xml"]) == [(f"{SITE}/", ""), (f"{SITE}/info/1/", "2026-05-03")]
    assert made["sitemap.xml"].count(b"<lastmod>") == 1


def test_addresses_outside_ascii_and_markup_are_encoded() -> None:
    made = files(sitemap_exports([("/关于/?a=1&b=2", "")], absolute))
    assert b"/%E5%85%B3%E4%BA%8E/?a=1&amp;b=2</loc>" in made["sitemap.xml"]


def test_parts_above_the_limit() -> None:
    entries = [(f"/{n}/", f"2026-05-0{n}" if n != 3 else "") for n in (3, 1, 2)]
    made = files(sitemap_exports(entries, absolute, limit=2))
    assert sorted(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert places(made["sitemap-1.xml"]) == [(f"{SITE}/1/", "2026-05-01"), (f"{SITE}/2/", "2026-05-02")]
    assert places(made["sitemap.xml"]) == [
        (f"{SITE}/sitemap-1.xml", "2026-05-02"),
        (f"{SITE}/sitemap-2.xml", ""),
    ]
    assert ET.fromstring(made["sitemap.xml"]).tag == f"{NAMESPACE}sitemapindex"


def test_at_the_limit_there_is_one_file() -> None:
    assert list(files(sitemap_exports([("/1/", ""), ("/2/", "")], absolute, limit=2))) == ["sitemap.xml"]


def test_order_and_repetition_do_not_matter() -> None:
    entries = [("/b/", ""), ("/a/", "2026-05-01"), ("/b/", "")]
    assert files(sitemap_exports(entries, absolute)) == files(sitemap_exports(entries[:0:-1], absolute))


def test_without_a_site_address_there_is_none() -> None:
    assert files(sitemap_exports([("/", "")], rooted)) == {}
