"""Applying for information (依申请公开): one page with the ways, the clock and the form, made from the unit's settings."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.catalog import Catalog
from gongkai.model.column import Column
from gongkai.model.unit import Unit
from gongkai.typesetting.form import application_form
from gongkai.views.addresses import Addresses
from gongkai.views.heads import page_head, trail
from gongkai.views.paper_views import ApplicationView
from gongkai.views.parts import Banner, Fact, Link
from gongkai.views.spec import ItemParts, PageSpec

COLUMN, GUIDE = "依申请公开", "政府信息公开指南"
TITLE = "政府信息公开申请"
PDF, DOCX = "sqb.pdf", "sqb.docx"

CLOCK = (
    ("登记", "收到当日", "当面提交的为提交之日，邮寄的为签收之日，网上、传真提交的为双方确认之日（《条例》第三十一条）"),
    ("补正", "7个工作日内", "内容不明确的，一次告知补正的事项和期限；无正当理由逾期不补正的，视为放弃申请（第三十条）"),
    ("征求意见", "15个工作日内", "涉及第三方权益或者多个机关的，由其在15个工作日内答复，这段时间不计入答复期限（第三十二、三十四条）"),
    ("答复", "20个工作日内", "能够当场答复的当场答复；补正的，自收到补正之日起算（第三十三条）"),
    ("延长", "最多再加20个工作日", "需要延长的，经工作机构负责人同意并告知申请人（第三十三条）"),
)  # fmt: skip
"""The clock of an application, step by step."""

FEES = (
    ("按件计收", "同一申请人一个自然月内：10件以下（含）不收费；11—30件部分每件100元；31件以上部分每增加10件，单价提高100元/件"),
    ("按量计收", "同一申请：30页以下（含）不收费；31—100页部分每页10元；101—200页部分每页20元；201页以上部分每页40元"),
)  # fmt: skip
"""国办函〔2020〕109号; one of both is chosen for an application."""


def apply_column(catalog: Catalog) -> Column | None:
    """The column 依申请公开, for units that have one."""
    columns = (c for c in catalog.tree.columns.values() if c.is_leaf and not c.hidden)
    return next((c for c in columns if COLUMN in (c.name, *c.aka)), None)


def apply_path(catalog: Catalog, addresses: Addresses) -> str:
    """The address of the page; empty for a unit that takes no applications."""
    column = apply_column(catalog)
    if column is None or "applications" not in addresses.features or not addresses.column(column.path):
        return ""
    return f"/{column.path}/form/"


def apply_pages(catalog: Catalog, addresses: Addresses) -> Iterator[PageSpec]:
    """The page, where there is one."""
    path = apply_path(catalog, addresses)
    if path:
        yield PageSpec(path, "application", "applications", ("form",))


def apply_view(_key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> ApplicationView:
    """Its view, from the unit's settings alone."""
    unit, path, column = catalog.unit, apply_path(catalog, addresses), apply_column(catalog)
    above = trail(column.path, catalog, addresses)[1:] if column else ()
    head = page_head(
        "application", TITLE, path, addresses, description=f"向{unit.name}申请公开政府信息：办法、期限和申请表", above=above
    )  # fmt: skip
    files = (Link("申请表（PDF，可以在电脑上填写）", path + PDF), Link("申请表（Word）", path + DOCX))
    return ApplicationView(
        head=head,
        heading=TITLE,
        office=tuple(_facts(_office(unit))),
        channels=tuple(_facts(_channels(unit))),
        clock=tuple(Fact("clock", f"{step}：{days}", text) for step, days, text in CLOCK),
        fees=tuple(_facts(FEES)),
        remedies=_remedies(unit),
        form=application_form(unit.name),
        files=files,
    )


def apply_parts(number: str, catalog: Catalog, addresses: Addresses) -> ItemParts:
    """On the pages of the guide and of 依申请公开: the way to the form."""
    column = catalog.tree.columns[catalog.by_number[number].column]
    return ItemParts(banners=apply_banners(column, catalog, addresses))


def apply_banners(column: Column, catalog: Catalog, addresses: Addresses) -> tuple[Banner, ...]:
    """The way to the form, for those two columns; nothing for a unit that takes no applications."""
    path = apply_path(catalog, addresses)
    if not path or not {COLUMN, GUIDE} & {column.name, *column.aka}:
        return ()
    text = "申请公开政府信息，可以直接填写和打印申请表："
    return (Banner("info", text, (Link("申请办法和申请表", path),)),)


def _facts(rows: tuple[tuple[str, str], ...]) -> Iterator[Fact]:
    return (
        Fact("", label, value, value if value.startswith("http") else "") for label, value in rows if value
    )


def _office(unit: Unit) -> tuple[tuple[str, str], ...]:
    """《条例》第十二条: name, address, hours, telephone, fax, internet contact; a fax that is not there is 无."""
    return (
        ("工作机构", unit.disclosure_office or unit.name),
        ("办公地址", unit.address),
        ("办公时间", unit.office_hours),
        ("联系电话", unit.phone),
        ("传真号码", unit.fax or "无"),
        ("电子邮箱", unit.email),
    )


def _channels(unit: Unit) -> tuple[tuple[str, str], ...]:
    office = unit.disclosure_office or unit.name
    mail = f"{unit.address}，{office}收，信封注明“政府信息公开申请”" if unit.address else ""
    code = f"（邮政编码 {unit.postcode}）" if unit.postcode and mail else ""
    return (
        ("网上", unit.application_url),
        ("当面", "，".join(text for text in (unit.address, unit.office_hours) if text)),
        ("邮寄", mail + code),
        ("电子邮件", f"{unit.email}，主题注明“政府信息公开申请”" if unit.email else ""),
        ("传真", unit.fax),
    )


def _remedies(unit: Unit) -> str:
    phone = f"（监督电话：{unit.complaint_phone}）" if unit.complaint_phone else ""
    return (
        f"认为本机关没有依法履行政府信息公开义务的，可以向上一级政府信息公开工作主管部门投诉、举报{phone}；"
        "认为公开工作中的行政行为侵犯自己合法权益的，可以自知道之日起60日内申请行政复议，或者6个月内提起行政诉讼。"
    )
