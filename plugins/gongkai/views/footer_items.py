"""The seven items of a site's own footer, each with its form (国办发〔2017〕47号附件《网页设计规范》).

党政机关网站标识、“我为政府网站找错”入口、网站标识码、主办单位及联系方式、ICP 备案编号、公安机关备案标识、站点地图. The last is
always made. A channel shows its portal's footer instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.model.catalog import Catalog
from gongkai.model.problem import Level, Problem
from gongkai.model.unit import Unit

BASIS = "国办发〔2017〕47号附件《网页设计规范》（底部功能区）"
FILE = "单位.yml"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


@dataclass(frozen=True, slots=True)
class FooterItem:
    """One item: code of its finding, name, the key in 单位.yml, its form, and what to type."""

    code: str
    name: str
    key: str
    form: str
    hint: str


ITEMS = (
    FooterItem("U031", "党政机关网站标识", "党政机关标识", r"https?://(?:bszs|dcs)\.conac\.cn/.+", "党政机关标识: https://bszs.conac.cn/sitename?method=show&id=…"),
    FooterItem("U032", "我为政府网站找错", "上级门户", r"https?://\S+", "上级门户:\n  找错入口: https://zfwzzc.www.gov.cn/check_web/errorInfo/…"),
    FooterItem("U033", "网站标识码", "网站标识码", r"\d{10}|bm\d{8}", "网站标识码: '9901210001'"),
    FooterItem("U034", "主办单位联系方式", "电话", r".*\d.*", "电话: 0990-5550001"),
    FooterItem("U035", "ICP备案编号", "ICP备案号", rf"[{_PROVINCES}]ICP备\d{{6,10}}号(?:-\d+)?", "ICP备案号: 京ICP备00000000号-1"),
    FooterItem("U036", "公安机关备案标识", "公安备案号", rf"[{_PROVINCES}]公网安备\s?\d{{13,14}}号", "公安备案号: 京公网安备00000000000000号"),
)  # fmt: skip


def _value(item: FooterItem, unit: Unit) -> str:
    return {
        "U031": unit.organ_mark_url,
        "U032": unit.portal.error_report_url,
        "U033": unit.site_id,
        "U034": unit.phone,
        "U035": unit.icp,
        "U036": unit.police,
    }[item.code]


def footer_problems(catalog: Catalog) -> Iterator[Problem]:
    """What is missing in the footer of a site of its own, or has not the form that the inspection looks for."""
    if catalog.tree.mode != "site":
        return
    for item in ITEMS:
        value = _value(item, catalog.unit)
        # A demonstration's numbers are void on purpose: only a missing one is a finding.
        wrong = value and not catalog.unit.demonstration and not re.fullmatch(item.form, value)
        if not value or wrong:
            found = f"“{value}”不是规定的样式" if value else "没有填写"
            message = f"网站页脚的“{item.name}”{found}，检查时要扣分。"
            yield Problem(item.code, Level.ERROR, FILE, 0, item.key, message, item.hint, BASIS)
