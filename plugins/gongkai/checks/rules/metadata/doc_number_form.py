"""M07 发文字号不规范."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import Facts, ItemText
from gongkai.checks.rule import Finding, item_rule
from gongkai.model.numbers import parse_doc_number
from gongkai.model.problem import Level

_ORDERS = ("令", "公告", "通告", "公报", "决定", "决议")
"""Numbers without a year: 主席令第×号, 公告第×号."""


@item_rule("M07", "发文字号不规范", Level.ERROR, "GB/T 9704-2012 7.2.5")
def doc_number_form(text: ItemText, facts: Facts) -> Iterator[Finding]:
    """What: 〔〕, a year of four digits, no 第, no leading zero. Other brackets are shown right and only noted.

    Why: the form is a standard.
    Bad: `发文字号: 青政发〔2026〕012号`
    Good: `发文字号: 青政发〔2026〕12号`
    """
    said = text.item.doc_number
    parsed = parse_doc_number(said) if said else None
    if said and parsed is None:
        yield Finding(
            f"发文字号“{said}”看不出机关代字、年份和序号。", "发文字号: 青政发〔2026〕12号", key="doc_number"
        )
    elif parsed and not parsed.year and parsed.word and not parsed.word.endswith(_ORDERS):
        message = f"发文字号“{said}”没有年份。"
        hint = f"发文字号: {parsed.word}〔{_year(text)}〕{parsed.number}号"
        yield Finding(message, hint, key="doc_number")
    elif parsed and parsed.year and said.replace(" ", "") != parsed.text:
        message = f"发文字号“{said}”不规范，应为“{parsed.text}”。"
        yield Finding(message, f"发文字号: {parsed.text}", key="doc_number", level=Level.WARNING)


def _year(text: ItemText) -> int:
    """The year that the number most likely has: that of the document."""
    return (text.item.written or text.item.published.day).year
