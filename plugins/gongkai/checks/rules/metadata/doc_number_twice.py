"""M08 发文字号重复."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule("M08", "发文字号重复", Level.WARNING, "GB/T 9704-2012；公文处理常规")
def doc_number_twice(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: two documents of the unit's own with one number; shared and relayed items do not count.

    Why: one of them is wrong.
    Bad: two files 青政发〔2026〕3号
    Good: each its own
    """
    for number, items in sorted(catalog.by_doc_number.items()):
        own = sorted((i for i in items if i.kind in ("normative", "file")), key=lambda i: i.index_number)
        for item in own[1:]:
            message = f"发文字号 {number} 还用在《{own[0].title}》（{own[0].index_number}）。"
            yield Finding(message, "核对文件原件；重复发布的撤下一条。", path=item.path, key="doc_number")
