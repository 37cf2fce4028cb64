"""J07 解读没有写解读机关和电话."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.problem import Level


@item_rule(
    "J07",
    "解读没有写解读机关和电话",
    Level.INFO,
    "安徽省政策解读实践",
    kinds=["interpretation"],
    own=True,
    on=False,
)
def who_explains(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: an interpretation that names neither unit, person nor telephone. Off by default.

    Why: citizens want to ask.
    Bad: no 解读单位, 解读人, 咨询电话
    Good: `解读单位: 镇农业农村办公室`, `咨询电话: 0990-5551234`
    """
    lacking = [name for key, name in _WHO.items() if not text.item.details.get(key)]
    if lacking:
        yield Finding(f"没有写{'、'.join(lacking)}。", "\n".join(f"{name}: …" for name in lacking))


_WHO = {"interpreting_unit": "解读单位", "interpreter": "解读人", "inquiry_phone": "咨询电话"}
