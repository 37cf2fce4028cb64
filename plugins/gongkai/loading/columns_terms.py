"""The words of a columns file: keys in English and Chinese, coded values with their wording, codes of findings."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.loading.codes import Code
from gongkai.model.problem import Level

SECTIONS: Mapping[str, str] = {
    "继承": "extends", "名称": "name", "模式": "mode", "用语": "words", "改名": "rename", "隐藏": "hide", "删去": "remove",
    "修改": "change", "增加": "add", "专题": "special", "排序": "order", "导航": "nav",
}  # fmt: skip
"""The parts of `content/columns.yml`: Chinese key → English key."""

NAV: Mapping[str, str] = {"首行": "primary", "第一行": "primary", "五公开": "five", "专题": "special"}

TEXTS: Mapping[str, str] = {
    "代号": "slug", "名称": "name", "说明": "desc", "栏目类别": "type", "类型": "kind", "信息类型": "kind", "五公开": "five",
    "专题": "topic", "主题分类": "theme", "更新要求": "update", "公开时限": "within", "空栏目": "empty", "不涉及原因": "na",
    "层级": "level", "公开范围": "scope", "需要解读": "interpret", "分组字段": "facet_by", "汇集方式": "view",
    "按名单生成": "per_unit", "计入统计": "counted", "备注": "note",
}  # fmt: skip
"""Keys of a column that hold one text."""

LISTS: Mapping[str, str] = {
    "其他名称": "aka", "别名": "aka", "关键词": "keywords", "条款": "art", "法定条款": "art", "第二十一条事项": "article21",
    "试点领域": "f26", "必填": "req", "信息类别": "facet",
}  # fmt: skip
"""Keys of a column that hold a list."""

PLACING: Mapping[str, str] = {
    "上级": "under",
    "排在后面": "after",
    "下级栏目": "children",
    "子栏目": "children",
}
GATHER: Mapping[str, str] = {"汇集": "gather"}
RULES: Mapping[str, str] = {
    "栏目": "columns", "信息类别": "category", "主题分类": "themes", "关键词": "keywords", "信息": "items", "指定信息": "items",
}  # fmt: skip
"""By what a sub-area gathers."""

TOPIC: Mapping[str, str] = {"代号": "slug", "名称": "name", "依据": "document", "说明": "desc", **GATHER}
"""What a topic of the site's own says."""

ATTRIBUTES: Mapping[str, str] = {**TEXTS, **LISTS, **GATHER}
"""What `change` may set."""

UPDATES: Mapping[str, str] = {
    "14d": "两周", "183d": "半年", "365d": "一年", "month": "每月", "quarter": "每季度", "year": "每年", "event": "有则公开",
    "review": "每年核对",
}  # fmt: skip
WITHINS: Mapping[str, str] = {
    "20wd": "20个工作日", "7wd": "7个工作日", "3wd": "3个工作日", "20d": "20日", "now": "即时", "none": "不适用",
}  # fmt: skip
EMPTIES: Mapping[str, str] = {"show": "必设", "auto": "自动", "na": "不涉及"}
INTERPRETS: Mapping[str, str] = {"required": "必须", "optional": "可以", "none": "不需要"}
MODES: Mapping[str, str] = {"channel": "频道", "site": "网站"}
VIEWS: Mapping[str, str] = {"statutory": "法定主动公开内容", "consultations": "征集与反馈", "topic": "专题"}
PER_UNIT: Mapping[str, str] = {"villages": "村（社区）"}
YESNO: Mapping[str, str] = {"yes": "是", "no": "否"}
LEVELS = ("本级", "上级")
SCOPES = ("面向社会", "特定群体", "本村（社区）")
COLUMN_TYPES = (
    "概况信息", "机构职能", "负责人信息", "工作动态", "政策文件", "政策解读", "信息公开", "通知公告", "办事服务", "互动交流",
    "规划计划", "人事信息", "回应关切",
)  # fmt: skip
"""ColumnType of 《政府网站发展指引》附件 网页标签规范, as used on portals."""

_PLATFORM = "国办公开办函〔2019〕61号（规范政府信息公开平台）"

COLUMN_CODES: Mapping[str, Code] = {
    code.code: code
    for code in (
        Code("U101", "没有这个栏目", Level.BLOCK),
        Code("U102", "栏目文件里不认识的项目", Level.BLOCK),
        Code("U103", "栏目代号重复", Level.BLOCK),
        Code("U104", "栏目代号是保留字", Level.BLOCK),
        Code("U105", "栏目代号写法不对", Level.BLOCK),
        Code("U106", "没有这个信息类型", Level.BLOCK),
        Code("U107", "栏目的值不在可选范围", Level.BLOCK),
        Code("U108", "条款不在对照表里", Level.BLOCK, basis="《政府信息公开条例》第二十条、第二十一条"),
        Code("U109", "五公开写法不对", Level.BLOCK, basis="中办发〔2016〕8号"),
        Code("U110", "试点领域不在名单里", Level.BLOCK, basis="国办发〔2019〕54号"),
        Code("U111", "汇集页设置不对", Level.BLOCK),
        Code("U112", "栏目文件格式不对", Level.BLOCK),
        Code("U113", "栏目缺少必写的项目", Level.BLOCK),
        Code("U114", "栏目文件里同一项写了两次", Level.BLOCK),
        Code("U115", "固定栏目不能改", Level.ERROR, basis=_PLATFORM),
        Code("U116", "不能在这里增加栏目", Level.BLOCK),
        Code("U117", "栏目的值不在分类表里", Level.BLOCK),
        Code("U118", "必填的字段不认识", Level.BLOCK),
    )
}
"""All findings that a columns file can give."""


def with_english(names: Mapping[str, str]) -> dict[str, str]:
    """Chinese and English keys → English key."""
    return {**names, **{english: english for english in names.values()}}


def label(english: str, names: Mapping[str, str]) -> str:
    """The Chinese key of an English one."""
    return next((chinese for chinese, key in names.items() if key == english), english)
