"""What Word and Excel packages (OOXML) have in common: members as text, core properties."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from gongkai.loading.bounded import Package

_TAGS = re.compile(r"<[^>]*>")
_CORE = {"creator": "作者", "lastModifiedBy": "最后编辑者"}
_APP = {"Manager": "管理者", "Company": "单位"}
HARMLESS = frozenset(
    {"", "python-docx", "openpyxl", "microsoft office user", "administrator", "admin", "user", "wps", "kingsoft",
     "lenovo", "pc", "windows 用户", "windows user", "微软用户", "微软中国", "apache poi", "unknown", "未定义", "dell"}
)  # fmt: skip
"""Names of programs and of nobody: they tell about no person."""


def plain(xml: str) -> str:
    """The text of a piece of XML."""
    return html.unescape(_TAGS.sub("", xml))


def attribute(tag: str, name: str) -> str:
    """The value of an attribute of a tag; empty if it has none."""
    match = re.search(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    return html.unescape(match[1] or match[2] or "") if match else ""


def properties(package: Package) -> Iterator[tuple[str, str]]:
    """Names of persons in a package's properties, as (wording, value)."""
    for member, wanted in (("docProps/core.xml", _CORE), ("docProps/app.xml", _APP)):
        if package.has(member):
            xml = package.text(member)
            for tag, name in wanted.items():
                match = re.search(rf"<(?:\w+:)?{tag}\b[^>]*>(.*?)</(?:\w+:)?{tag}>", xml, re.DOTALL)
                value = plain(match[1]).strip() if match else ""
                if value.lower() not in HARMLESS and name != "单位":
                    yield name, value
