"""S01 办事指南要素不全."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts
from gongkai.checks.rule import Finding, catalog_rule
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.problem import Level


@catalog_rule(
    "S01",
    "办事指南要素不全",
    Level.VETO,
    "国办秘函〔2019〕19号 单项否决“服务不实用”",
    limits={"classes": 4, "guides": 5},
    kinds=["guide"],
    at_items=True,
)
def guide_elements(catalog: Catalog, facts: Facts) -> Iterator[Finding]:
    """What: the eight elements of each guide; four missing in five guides (or in all, if there are fewer) are a veto.

    Why: citizens come with the wrong papers.
    Bad: a guide that only names the law
    Good: all eight fields filled
    """
    guides = [i for i in catalog.items if i.kind == "guide"]
    lacking = {i.index_number: _lacking(i) for i in guides}
    bad = [i for i in guides if len(lacking[i.index_number]) >= facts.days("classes")]
    veto = bool(bad) and len(bad) >= min(facts.days("guides"), len(guides))
    for item in guides:
        if names := lacking[item.index_number]:
            level = Level.VETO if veto and item in bad else Level.WARNING
            hint = "\n".join(f"{name}: …" for name in names)
            yield Finding(f"办事指南缺{'、'.join(names)}。", hint, path=item.path, level=level)


def _lacking(item: Item) -> list[str]:
    empty = ("", "无", "待定", "暂无", "略")
    return [name for key, name in _ELEMENTS.items() if str(item.details.get(key, "")).strip() in empty]


_ELEMENTS = {
    "service_name": "事项名称", "legal_basis": "设定依据", "conditions": "申请条件", "materials": "办理材料",
    "place": "办理地点", "service_hours": "办理时间", "contact_phone": "联系电话", "procedure": "办理流程",
}  # fmt: skip
