"""A draft of the guide (政府信息公开指南) with the elements of art. 12 and 29 from the unit's settings."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.unit import Unit
from gongkai.reporting.annual_text import fill_in, place_of
from gongkai.typesetting.document import Block, Document, Heading, Listing, paragraph, simple_table, spans


def guide_document(catalog: Catalog) -> Document:
    """The guide: classes, arrangement, ways, the office with all it takes to reach it, remedies."""
    unit = catalog.unit
    return Document(f"{unit.name}政府信息公开指南", tuple(_blocks(catalog, unit)), author=unit.name)


def guide_front_matter(title: str) -> str:
    """The head of the item; dates and signatures are left to be written."""
    return "\n".join(
        (
            "---",
            f"标题: {title}",
            "栏目: 政府信息公开指南",
            "# 定稿后写上：发布日期、审核、保密审查，再运行 gongkai fmt 编索引号",
            "---",
            "",
            "",
        )
    )


def _blocks(catalog: Catalog, unit: Unit) -> Iterator[Block]:
    yield paragraph(
        "为方便公民、法人和其他组织获取本机关的政府信息，依照《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本指南，"
        "内容变化时随时更新。"
    )
    yield Heading("一、政府信息的分类")
    yield paragraph("本机关主动公开的政府信息分为以下各类：")
    yield Listing(tuple(spans(text) for text in _classes(catalog)), numbered=True)
    yield Heading("二、编排体系")
    yield paragraph(
        "每条信息有一个唯一的索引号，由本机关代码、发布年月和五位顺序号组成。信息按栏目编排，并可以按发文机关、主题、体裁、文号、"
        "年月、有效性检索。目录标明每条信息的索引、名称、内容概述和生成日期。"
    )
    yield Heading("三、获取方式")
    yield Heading("（一）主动公开", 2)
    yield paragraph(
        f"网上：{place_of(catalog)}“政府信息公开”栏目。{fill_in('查阅场所：政务服务中心、档案馆、图书馆、公开栏')}"
        "自信息形成或者变更之日起20个工作日内公开；法律、法规另有规定的，从其规定。"
    )
    yield Heading("（二）依申请公开", 2)
    yield from _on_request(unit)
    yield Heading("四、政府信息公开工作机构")
    yield simple_table(("项目", "内容"), office_rows(unit), (1, 3), small=False)
    yield Heading("五、监督和救济")
    phone = f"，电话{unit.complaint_phone}" if unit.complaint_phone else ""
    yield paragraph(
        f"认为本机关未依法履行公开义务的，可以向上一级政府信息公开工作主管部门投诉、举报{phone}；认为公开工作中的行政行为侵犯其"
        "合法权益的，可以依法申请行政复议或者提起行政诉讼。"
    )


def _classes(catalog: Catalog) -> Iterator[str]:
    for path in catalog.tree.roots:
        column = catalog.tree.columns[path]
        if column.hidden or not column.counted:
            continue
        below = [catalog.tree.columns[child].name for child in column.children]
        yield "：".join(part for part in (column.name, "、".join(below)) if part)


def _on_request(unit: Unit) -> Iterator[Block]:
    yield paragraph(
        "除主动公开的信息外，公民、法人或者其他组织可以向本机关申请获取政府信息。申请应当采用书面形式（包括信件、数据电文）；"
        "书写确有困难的，可以口头提出，由工作人员代为填写。申请包括：申请人的姓名或者名称、身份证明、联系方式；"
        "申请公开的政府信息的名称、文号或者便于查询的其他特征性描述；形式要求，包括获取信息的方式、途径。"
    )
    yield simple_table(("方式", "怎样提交"), channel_rows(unit), (1, 3), small=False)
    yield paragraph(
        "能够当场答复的当场答复；不能当场答复的，自收到申请之日起20个工作日内答复；需要延长的，经工作机构负责人同意并告知申请人，"
        "延长最多不超过20个工作日。征求第三方和其他机关意见所需时间不计算在内。"
    )


def office_rows(unit: Unit) -> tuple[tuple[str, str], ...]:
    """The office with its six elements (art. 12); what is not set is to be filled in, a fax that is not there is 无."""
    return (
        ("机构名称", unit.disclosure_office or fill_in("单位.yml 的“公开工作机构”")),
        ("办公地址", unit.address or fill_in("单位.yml 的“地址”")),
        ("办公时间", unit.office_hours or fill_in("单位.yml 的“办公时间”")),
        ("联系电话", unit.phone or fill_in("单位.yml 的“电话”")),
        ("传真号码", unit.fax or "无"),
        ("互联网联系方式", unit.email or unit.application_url or fill_in("单位.yml 的“邮箱”")),
    )


def channel_rows(unit: Unit) -> tuple[tuple[str, str], ...]:
    """The ways of handing in an application."""
    rows = (
        ("网上", unit.application_url),
        ("当面", f"{unit.address}，{unit.office_hours}" if unit.address and unit.office_hours else unit.address),
        ("邮寄", f"{unit.address}，{unit.disclosure_office or unit.name}收，信封注明“政府信息公开申请”" if unit.address else ""),
        ("电子邮件", unit.email),
        ("传真", unit.fax),
    )  # fmt: skip
    return tuple(row for row in rows if row[1])
