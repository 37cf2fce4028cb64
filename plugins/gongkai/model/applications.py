"""Applications for government information (依申请公开) counted as the annual report counts them.

国办公开办函〔2021〕30号, tables 一 to 三: ten, 175 and fifteen cells. Nothing here is about a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
"""The six kinds of applicants; the seventh column is their total."""

OUTCOMES: Mapping[str, tuple[str, str]] = {
    "予以公开": ("（一）予以公开", ""),
    "部分公开": ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""),
    "国家秘密": ("（三）不予公开", "1.属于国家秘密"),
    "法律法规禁止": ("（三）不予公开", "2.其他法律行政法规禁止公开"),
    "三安全一稳定": ("（三）不予公开", "3.危及“三安全一稳定”"),
    "第三方合法权益": ("（三）不予公开", "4.保护第三方合法权益"),
    "内部事务信息": ("（三）不予公开", "5.属于三类内部事务信息"),
    "过程性信息": ("（三）不予公开", "6.属于四类过程性信息"),
    "行政执法案卷": ("（三）不予公开", "7.属于行政执法案卷"),
    "行政查询事项": ("（三）不予公开", "8.属于行政查询事项"),
    "不掌握": ("（四）无法提供", "1.本机关不掌握相关政府信息"),
    "没有现成信息": ("（四）无法提供", "2.没有现成信息需要另行制作"),
    "补正后仍不明确": ("（四）无法提供", "3.补正后申请内容仍不明确"),
    "信访举报投诉": ("（五）不予处理", "1.信访举报投诉类申请"),
    "重复申请": ("（五）不予处理", "2.重复申请"),
    "公开出版物": ("（五）不予处理", "3.要求提供公开出版物"),
    "大量反复申请": ("（五）不予处理", "4.无正当理由大量反复申请"),
    "确认或重新出具": ("（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
    "逾期不补正": ("（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    "逾期不缴费": ("（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    "其他处理": ("（六）其他处理", "3.其他"),
}  # fmt: skip
"""Short name → group and label of rows 3 to 23 of table 2."""

REVIEWS = ("行政复议", "未经复议直接起诉", "复议后起诉")
REVIEW_RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结")
INTAKES = ("当面", "邮寄", "网上", "电子邮件", "传真", "其他")
"""How applications come in."""

Counts = tuple[int, ...]
"""One number for each of the six kinds of applicants."""
NOTHING: Counts = (0,) * len(APPLICANTS)


@dataclass(frozen=True, slots=True)
class Fees:
    """信息处理费 (国办函〔2020〕109号): notices, the sum of what was to be paid, what was paid (yuan)."""

    notices: int = 0
    due: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Applications:
    """One year. `carried_in` None: not stated, so last year's report tells; other None: not stated at all.

    `decisions` are numbers of table 1 that no item of the site tells: 行政许可, 行政处罚, 行政强制,
    行政事业性收费 (万元), by their label.
    """

    year: int
    received: Counts = NOTHING
    carried_in: Counts | None = None
    outcomes: Mapping[str, Counts] = field(default_factory=dict)
    carried_on: Counts = NOTHING
    reviews: Mapping[str, Counts] = field(default_factory=dict)
    intakes: Mapping[str, int] = field(default_factory=dict)
    fees: Fees = Fees()
    decisions: Mapping[str, Decimal] = field(default_factory=dict)
    line: int = 0

    @property
    def handled(self) -> Counts:
        """Row 24: all outcomes together, by kind of applicant."""
        return added(self.outcomes.values())


def added(rows: Iterable[Counts]) -> Counts:
    """The sum of rows of six numbers, column by column."""
    total = [0] * len(APPLICANTS)
    for row in rows:
        total = [a + b for a, b in zip(total, row, strict=True)]
    return tuple(total)
