"""A form to fill in as a value; and that of 依申请公开 (《政府信息公开条例》第二十九条)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gongkai.typesetting.document import Block, Cell, Document, Table, paragraph

Kind = Literal["text", "long", "choice"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field. A `text` is a line, a `long` several lines, a `choice` boxes to tick. `wide` takes the whole row."""

    key: str
    label: str
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    hint: str = ""
    wide: bool = False
    autocomplete: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form; `addressee` is the organ that it goes to."""

    title: str
    addressee: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...]


def application_form(unit: str) -> Form:
    """The form for an application: art. 29 asks for nothing more, so there is no field for a purpose."""
    return Form("政府信息公开申请表", f"受理机关：{unit}", (_PERSON, _BODY, _WANTED), _NOTES)


_PERSON = Section(
    "申请人是公民的，填这一栏",
    (
        Field("person_name", "姓名", autocomplete="name"),
        Field("person_phone", "联系电话", autocomplete="tel"),
        Field("person_proof", "身份证件名称", hint="如：居民身份证"),
        Field("person_number", "身份证件号码"),
        Field("person_address", "联系地址", wide=True, autocomplete="address-line1"),
        Field("person_email", "电子邮箱", autocomplete="email"),
        Field("person_postcode", "邮政编码", autocomplete="postal-code"),
    ),
)
_BODY = Section(
    "申请人是法人或者其他组织的，填这一栏",
    (
        Field("body_name", "名称", autocomplete="organization"),
        Field("body_code", "统一社会信用代码"),
        Field("body_head", "法定代表人"),
        Field("body_contact", "联系人"),
        Field("body_phone", "联系电话"),
        Field("body_email", "电子邮箱"),
        Field("body_address", "联系地址", wide=True),
    ),
)
_WANTED = Section(
    "申请公开的政府信息",
    (
        Field(
            "wanted", "名称、文号或者便于查询的其他特征性描述", "long", hint="一份申请写一件事，越具体越容易找到", wide=True
        ),
        Field("form", "提供形式", "choice", ("纸质", "电子文件"), wide=True),
        Field("way", "获取方式", "choice", ("当面领取", "邮寄", "电子邮件", "当场阅读、抄录"), wide=True),
        Field("signature", "申请人签名（盖章）"),
        Field("day", "申请日期"),
    ),
)  # fmt: skip
_NOTES = (
    "1．请附身份证明：公民附身份证件复印件，法人或者其他组织附营业执照等复印件；委托他人申请的，附委托书。",
    "2．不需要说明申请的用途。书写确有困难的，可以口头提出，由工作人员代为填写。",
    "3．内容不明确的，本机关自收到申请之日起7个工作日内一次告知补正；无正当理由逾期不补正的，视为放弃申请。",
    "4．本机关自收到申请之日起20个工作日内答复；需要延长的，书面告知，延长最多不超过20个工作日。",
    "5．提供政府信息不收取费用；申请的数量、频次明显超过合理范围的，可以依照国家规定收取信息处理费。",
)


def form_document(form: Form) -> Document:
    """The form as a document with blank cells, for those who fill it in with a word processor or a pen."""
    return Document(form.title, tuple(_blocks(form)), subtitle=form.addressee, size=12, numbered=False)


def _blocks(form: Form) -> Iterator[Block]:
    rows = tuple(row for section in form.sections for row in _rows(section))
    yield Table(rows, (1.3, 1.9, 1.3, 1.9), heads=0)
    yield from (paragraph(note, "note") for note in form.notes)


def _rows(section: Section) -> Iterator[tuple[Cell, ...]]:
    yield (Cell(section.title, columns=4, bold=True),)
    waiting: Field | None = None
    for field in section.fields:
        if field.wide:
            yield Cell(field.label), Cell(_blank(field), columns=3, align="left")
        elif waiting is None:
            waiting = field
        else:
            yield Cell(waiting.label), Cell(_blank(waiting)), Cell(field.label), Cell(_blank(field))
            waiting = None
    if waiting is not None:
        yield Cell(waiting.label), Cell(_blank(waiting), columns=3)


def _blank(field: Field) -> str:
    if field.kind == "choice":
        return "　".join(f"□ {choice}" for choice in field.choices)
    return "\n\n\n\n" if field.kind == "long" else ""
