"""The description of the search page for browsers."""

import xml.etree.ElementTree as ET

from gongkai.exports.opensearch import NAMESPACE, opensearch_exports
from tests.exports.make import SITE, absolute, files, rooted


def test_names_the_search_page_with_its_full_address() -> None:
    made = files(opensearch_exports("示例县青山镇人民政府党政综合办公室", "/search/", absolute))
    root = ET.fromstring(made["opensearch.xml"])
    url = root.find(f"{{{NAMESPACE}}}Url")
    assert url is not None
    assert url.get("template") == SITE.rstrip("/") + "/search/?q={searchTerms}"
    assert len(root.findtext(f"{{{NAMESPACE}}}ShortName") or "") <= 16


def test_without_an_address_of_the_site_there_is_none() -> None:
    assert files(opensearch_exports("某镇", "/search/", rooted)) == {}
