"""What a site says about an item in its metadata box (索引号：… 发布日期：…): labels → fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

_LABELS: Mapping[str, tuple[str, ...]] = {
    "索引号": ("索引号", "索引编号", "信息索引号", "索取号"),
    "标题": ("标题", "名称", "信息名称", "文件名称", "信息标题"),
    "发文字号": ("发文字号", "文号", "文件编号", "发文文号"),
    "发文机关": ("发文机关", "发文单位", "发文机构", "制发机关", "制发单位", "制发机构"),
    "发布机构": ("发布机构", "发布单位", "公开机构", "发布部门", "信息发布机构"),
    "公开责任部门": ("公开责任部门", "责任部门", "责任科室", "产生部门", "公开主体"),
    "成文日期": ("成文日期", "生成日期", "发文日期", "成文时间", "生成时间", "发文时间"),
    "发布日期": ("发布日期", "发布时间", "公开日期", "公开时间", "日期", "时间"),
    "施行日期": ("施行日期", "生效日期", "实施日期", "生效时间"),
    "失效日期": ("失效日期", "有效期至", "废止日期", "终止日期", "失效时间"),
    "有效性": ("有效性", "效力状态", "是否有效", "信息有效性"),
    "主题分类": ("主题分类", "主题类别"),
    "体裁分类": ("体裁分类", "体裁", "公文种类", "公文体裁"),
    "服务对象": ("服务对象", "服务对象分类"),
    "公开方式": ("公开方式", "公开属性", "公开形式"),
    "公开时限": ("公开时限",),
    "公开范围": ("公开范围",),
    "关键词": ("关键词", "主题词", "关键字"),
    "内容概述": ("内容概述", "内容概要", "摘要", "内容简介"),
    "信息来源": ("信息来源", "来源", "文章来源", "稿件来源"),
    "作者": ("作者", "责任编辑", "编辑", "录入"),
    "栏目": ("栏目", "所属栏目", "信息分类", "组配分类", "信息类别", "所属类别"),
    "": (
        "浏览次数",
        "点击数",
        "阅读次数",
        "浏览量",
        "访问次数",
        "点击率",
        "字体",
        "字号",
        "打印",
        "分享到",
        "分享",
        "审核",
        "语种",
        "信息状态",
    ),
}
"""Field → what sites call it; under the empty name what no field takes."""
_BY_LABEL = {label: name for name, labels in _LABELS.items() for label in labels}
_FOLDED = str.maketrans(
    "號發單關開機構題類稱佈時間產詞鍵責編輯來職門點擊數瀏覽錄狀態無廢實範圍屬語種據據體裝責對",
    "号发单关开机构题类称布时间产词键责编辑来职门点击数浏览录状态无废实范围属语种据据体装责对",
)
_READING = re.compile(r"(?<=[\u4e00-\u9fff])\([a-z\u00e0-\u01dc\u0251\u0261]{1,6}\)")
"""A reading that a scraper left behind a character: 號(hào)."""


def without_readings(text: str) -> tuple[str, int]:
    """A text without the readings in brackets behind its characters, and how many there were."""
    return _READING.subn("", text)


def plain_label(text: str) -> str:
    """A label as it is compared: no blanks, no colon, simplified."""
    bare = "".join(without_readings(text)[0].split()).strip("：:【】[]*·•")
    return unicodedata.normalize("NFKC", bare).translate(_FOLDED).strip(":[]")


def field_of(text: str) -> str | None:
    """The field that a label means; empty for a known label of no field, None for no label."""
    return _BY_LABEL.get(plain_label(text)) if len(text) <= 24 else None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = sorted(_BY_LABEL, key=lambda n: (-len(n), n))
    spread = "|".join(r"[\s\u3000]*".join(map(re.escape, name)) for name in names)
    return re.compile(rf"(?<![\u4e00-\u9fff])[\[【]?[\s\u3000]*({spread})[\s\u3000]*[\]】]?[\s\u3000]*[:：]")


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """(field, value) of every `label：value` in a text; a value ends at the next label or the line's end."""
    folded = without_readings(text)[0]
    for line in folded.split("\n"):
        found = list(_pattern().finditer(line.translate(_FOLDED)))
        for place, match in enumerate(found):
            end = found[place + 1].start() if place + 1 < len(found) else len(line)
            value = line[match.end() : end].strip(" \t\u3000\u00a0|｜【】[]")
            yield _BY_LABEL["".join(match[1].split())], value


def is_box(text: str) -> bool:
    """Whether a text is (a line of) a metadata box: two labels, and little besides."""
    found = list(pairs(text))
    return len(found) >= 2 and len(text) < 80 * len(found)


def merged(found: Iterator[tuple[str, str]]) -> dict[str, str]:
    """The first value that says something, by field."""
    values: dict[str, str] = {}
    for name, value in found:
        plain = value.strip()
        if name and plain not in ("", "无", "無", "-", "—", "/", "暂无") and name not in values:
            values[name] = plain
    return values
