"""P03 没有依申请公开入口."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level


@catalog_rule(
    "P03",
    "没有依申请公开入口",
    Level.ERROR,
    "《政府信息公开条例》第二十八条",
    units=["township", "subdistrict", "county-department", "county", "city-department"],
)
def application_entry(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: a column 依申请公开 with its page, or an online entry.

    Why: an organ must have working channels.
    Bad: the column hidden
    Good: the column with 申请说明 and the form
    """
    columns = [c for c in catalog.tree.columns.values() if c.name == "依申请公开" and not c.hidden]
    if not columns:
        yield Finding("没有“依申请公开”栏目。", "columns.yml 里恢复“依申请公开”。")
    elif not catalog.unit.application_url and not any(catalog.in_column(c.path) for c in columns):
        message = "“依申请公开”里没有申请说明，也没有在线入口。"
        yield Finding(
            message, "发布申请说明并附申请表，或在 单位.yml 写“依申请在线入口”。", column=columns[0].path
        )
