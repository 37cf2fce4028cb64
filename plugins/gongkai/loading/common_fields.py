"""The one definition of the fields that every item may have: key, Chinese names, type, explanation.

JSON Schema, messages, the handbook's table and the new-item form are all made from this model.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from gongkai.loading import field_types as read
from gongkai.loading.amounts import amount
from gongkai.model.item import Change, SignOff
from gongkai.model.moment import Moment

_STRING = {"type": "string"}
_STRINGS = {"anyOf": [_STRING, {"type": "array", "items": _STRING}]}
_DATE = {"type": "string", "examples": ["2026-05-03"]}
_ATTACHED = {
    "type": "object",
    "properties": {"文件": _STRING, "标题": _STRING},
    "required": ["文件"],
    "additionalProperties": False,
}

Line = Annotated[str, PlainValidator(read.line), WithJsonSchema(_STRING)]
Text = Annotated[str, PlainValidator(read.text), WithJsonSchema(_STRINGS)]
Day = Annotated[date | None, PlainValidator(read.day), WithJsonSchema(_DATE)]
When = Annotated[Moment | None, PlainValidator(read.moment), WithJsonSchema(_DATE)]
YesNo = Annotated[bool | None, PlainValidator(read.yesno), WithJsonSchema({"enum": ["是", "否"]})]
YesNoReason = Annotated[tuple[bool, str] | None, PlainValidator(read.yesno_reason), WithJsonSchema(_STRING)]
Names = Annotated[tuple[str, ...], PlainValidator(read.names), WithJsonSchema(_STRINGS)]
Targets = Annotated[tuple[str, ...], PlainValidator(read.whole_names), WithJsonSchema(_STRINGS)]
Files = Annotated[
    tuple[tuple[str, str], ...],
    PlainValidator(read.attachments),
    WithJsonSchema({"anyOf": [_STRING, {"type": "array", "items": {"anyOf": [_STRING, _ATTACHED]}}]}),
]
Changes = Annotated[tuple[Change, ...], PlainValidator(read.changes), WithJsonSchema(_STRINGS)]
Signed = Annotated[SignOff | None, PlainValidator(read.sign_off), WithJsonSchema(_STRING)]
Years = Annotated[int, PlainValidator(read.years), WithJsonSchema(_STRING)]
Count = Annotated[int | None, PlainValidator(read.count), WithJsonSchema(_STRING)]
Number = Annotated[float | None, PlainValidator(read.number), WithJsonSchema(_STRING)]
Amount = Annotated[float | None, PlainValidator(amount), WithJsonSchema(_STRING)]
Url = Annotated[str, PlainValidator(read.url), WithJsonSchema({"type": "string", "format": "uri"})]
Phone = Annotated[str, PlainValidator(read.phone), WithJsonSchema(_STRING)]

TYPES: dict[str, Any] = {
    "text": Text, "line": Line, "date": Day, "moment": When, "yesno": YesNo, "yesno_reason": YesNoReason,
    "list": Names, "relation": Targets, "attachments": Files, "changes": Changes, "sign_off": Signed,
    "years": Years, "count": Count, "number": Number, "amount": Amount, "url": Url, "phone": Phone,
    "file": Line, "choice": Line, "choices": Names,
}  # fmt: skip
"""Type name → how it is read; `choice` and `choices` get their values from the presets."""


def given(names: str, kind: str, explanation: str, *choices: str) -> Any:
    """A field's metadata: Chinese names (the first is its label), type name, one sentence with an example."""
    listed = tuple(names.split())
    extra = {"names": listed, "kind": kind, "choices": choices}
    return Field(default=None, title=listed[0], description=explanation, json_schema_extra=extra)  # type: ignore[arg-type]


class CommonFields(BaseModel):
    """The fields of design §5. A clerk must write few of them; columns, unit and title give the rest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Line = given("标题 名称 信息名称", "line", "信息的标题，如：关于印发青山镇防汛工作方案的通知")
    column: Names = given(
        "栏目", "list", "栏目的全路径或末级名称，缺省按所在文件夹；如：决策公开/政策文件/镇政府文件"
    )
    category: Line = given("信息类别", "line", "栏目内的类别，从栏目规定的几类里选一个，如：年度工作计划")
    kind: Line = given("类型", "line", "信息类型，一般由栏目给定，不用写；如：公文")
    index_number: Line = given("索引号", "line", "由程序编，全站唯一；如：119901210000000000/202605-00012")
    doc_number: Line = given("发文字号 文号", "line", "文件的发文字号，如：青政发〔2026〕12号")
    publisher: Line = given("发布机构", "line", "发布这条信息的机构，缺省为本单位，如：青山镇人民政府")
    issuer: Names = given(
        "发文机关 发文单位 制发机关",
        "list",
        "制发文件的机关，联合发文写几个；如：青山镇人民政府、青山镇派出所",
    )
    department: Line = given(
        "公开责任部门 责任部门 责任科室", "line", "对内容负责的部门，如：镇农业农村办公室"
    )
    written: Day = given("成文日期 生成日期 发文日期", "date", "文件落款的日期，如：2026-05-03")
    published: When = given("发布日期 发布时间", "moment", "在网站公开的日期，可带时间，如：2026-05-06 09:30")
    effective: Day = given("施行日期 生效日期", "date", "文件开始施行的日期，如：2026-06-01")
    expires: Day = given("失效日期 有效期至", "date", "文件有效的最后一天，如：2031-05-31")
    valid_years: Years = given("有效期", "years", "自施行之日起有效几年，如：5年")
    repeal_date: Day = given("废止日期", "date", "文件被废止的日期，如：2026-10-01")
    document_nature: Line = given(
        "文件性质", "choice", "缺省由栏目给定，如：行政规范性文件", "行政规范性文件", "其他政策文件", "其他"
    )
    registration: Line = given("登记号", "line", "规范性文件统一登记号，如：QSZ-2026-004")
    validity: Line = given(
        "有效性",
        "choice",
        "日期和关联推算不出时才写，如：有效",
        "尚未施行",
        "有效",
        "已修改",
        "已废止",
        "已失效",
    )
    theme: Line = given("主题分类", "choice", "缺省由栏目给定；写大类，或“大类\\小类”，如：农业、林业、水利")
    genre: Line = given("体裁分类 体裁", "choice", "缺省由标题判断，如：通知")
    audience: Names = given("服务对象", "choices", "面向哪些人，如：农民")
    topics: Names = given("专题", "list", "另外列入的专题，如：优化营商环境")
    summary: Text = given("内容概述", "text", "一两句话的概要，缺省取正文开头，如：明确防汛责任和物资储备点")
    keywords: Names = given("关键词", "list", "几个关键词，如：防汛、应急预案")
    source: Line = given("信息来源", "line", "转载信息的来源，如：示例县人民政府")
    source_url: Url = given("原文链接", "url", "转载信息的原文网址，如：https://www.shili.example/a/1.html")
    author: Line = given("作者 责任编辑", "line", "作者或责任编辑，如：王某")
    level: Line = given("层级", "choice", "转载上级的信息写“上级”，缺省为本级", "本级", "上级")
    disclosure: Line = given(
        "公开方式 公开属性",
        "choice",
        "缺省为主动公开；其余不上网，如：依申请公开",
        "主动公开",
        "依申请公开",
        "不予公开",
    )
    scope: Line = given(
        "公开范围",
        "choice",
        "缺省面向社会；其余不上网，只在公开栏张贴，如：本村（社区）",
        "面向社会",
        "特定群体",
        "本村（社区）",
    )
    time_limit: Line = given("公开时限", "line", "缺省由栏目给定，如：20个工作日")
    notice_start: Day = given("公示开始", "date", "公示的第一天，如：2026-05-06")
    notice_end: Day = given("公示截止", "date", "公示的最后一天，如：2026-05-12")
    after_notice: Line = given(
        "到期处理",
        "choice",
        "公示截止以后：撤下是次日起自动撤下，隐名是提醒把姓名改掉，如：隐名",
        "撤下",
        "隐名",
        "保留",
    )
    form: Names = given("解读形式", "choices", "解读的形式，可写几个，如：图解")
    interprets: Targets = given(
        "政策原文", "relation", "所解读文件的发文字号、索引号或路径，如：青政发〔2026〕12号"
    )
    interpreted_by: Targets = given(
        "相关解读", "relation", "解读这份文件的信息，写索引号或路径，几个时一行一个，如：解读/图解.md"
    )
    needs_interpretation: YesNoReason = given(
        "需要解读", "yesno_reason", "不需要解读时写“否”和理由，如：否，通告已逐条写明做法"
    )
    feedback_on: Targets = given(
        "对应征集", "relation", "反馈的是哪次征集，写索引号或路径，如：../意见征集/养犬办法.md"
    )
    consulted_in: Targets = given(
        "征求意见公告", "relation", "文件征求意见时的公告，写索引号或路径，如：../意见征集/养犬办法.md"
    )
    implements: Targets = given("落实文件", "relation", "落实的是哪份文件，如：青政发〔2026〕12号")
    reports_on: Targets = given(
        "对应任务", "relation", "报告的是哪项任务或文件的结果，如：青政发〔2026〕12号"
    )
    repeals: Targets = given("废止文件", "relation", "被本文件废止的文件，如：青政发〔2019〕6号")
    repealed_by: Targets = given("废止依据", "relation", "废止本文件的文件，如：青政发〔2026〕12号")
    amends: Targets = given("修改文件", "relation", "被本文件修改的文件，如：青政发〔2021〕3号")
    related: Targets = given("相关信息", "relation", "其他相关的信息，几个时一行一个，如：青政发〔2021〕3号")
    attachments: Files = given("附件", "attachments", "放在条目旁边的文件名，一行一个，如：申请表.docx")
    review: Signed = given("审核", "sign_off", "审核人和日期合写，如：张某 2026-05-03")
    reviewer: Line = given("审核人", "line", "审核人姓名，不在网上显示，如：张某")
    review_date: Day = given("审核日期", "date", "审核的日期，如：2026-05-03")
    secrecy_review: Signed = given("保密审查", "sign_off", "保密审查人和日期合写，如：李某 2026-05-03")
    secrecy_reviewer: Line = given("保密审查人", "line", "保密审查人姓名，不在网上显示，如：李某")
    secrecy_date: Day = given("保密审查日期", "date", "保密审查的日期，如：2026-05-03")
    channels: Names = given("发布渠道", "choices", "还在哪里发布，缺省为网站，如：网站、公开栏、广播")
    main_channel: Line = given("首发渠道", "choice", "最先发布的一个渠道，如：网站")
    changes: Changes = given("更正记录", "changes", "对外说明的更正，一行一条，如：2026-05-03 附件2金额更正")
    withdrawn: Day = given("撤下日期", "date", "撤下的日期，由 gongkai withdraw 写入，如：2026-09-01")
    withdrawn_reason: Text = given("撤下原因", "text", "撤下的原因，对外显示，如：内容有误，已重新发布")
    draft: YesNo = given("草稿", "yesno", "是：只在预览里看得到，如：是")
