"""`/opensearch.xml`: how a browser may search this site from its address bar (OpenSearch 1.1)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from gongkai.exports.files import xml_file

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
LONGEST_NAME = 16
"""The standard allows no longer short name."""


def opensearch_exports(name: str, search: str, absolute: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """Yield the description of the search page `search`; nothing when the site's address is not set."""
    if "://" not in absolute("/"):
        return
    root = ET.Element("OpenSearchDescription", {"xmlns": NAMESPACE})
    ET.SubElement(root, "ShortName").text = name[:LONGEST_NAME]
    ET.SubElement(root, "Description").text = f"查找{name}的政府信息"
    ET.SubElement(root, "InputEncoding").text = "UTF-8"
    ET.SubElement(root, "Url", {"type": "text/html", "template": f"{absolute(search)}?q={{searchTerms}}"})
    yield "opensearch.xml", xml_file(root)
