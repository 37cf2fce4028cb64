"""A line of a document with what is known of its looks; and the words by which lines are told apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from gongkai.model.numbers import parse_doc_number

_ORGAN = (
    "人民政府|政府|党委|委员会|办公室|办事处|管理局|分局|局|厅|部|院|中心|管委会|工委|人大|政协|法院|检察院|派出所|司法所|指挥部|"
    "领导小组|工作专班|专班|站|所|处|科|室|团委|妇联|工会|商会|协会|学校|小学|中学|幼儿园|医院|卫生院|公司|集团|村|社区|联社|银行|大队|支队"
)
ORGAN_END = re.compile(rf".*(?:{_ORGAN})(?:[（(][^（()）]{{1,12}}[)）])?")
"""A name that ends as organs' names do."""
ISSUER_MARK = re.compile(rf"[\u4e00-\u9fff（）()、·]*(?:{_ORGAN})(?:文件|令|公报|(?:办公)?会议纪要)?")
SPACED = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000\u00a0]+(?=[\u4e00-\u9fff])")
"""Blanks between Chinese characters, put there to spread a line."""
_NUMBER = re.compile(
    r"(?P<word>[\u4e00-\u9fffA-Za-z]{1,20})\s*[〔\[（(【﹝［]\s*(?P<year>(?:19|20)\d{2})\s*[〕\])）】﹞］]\s*第?\s*(?P<serial>\d{1,5})\s*号"
)
_ORDER = re.compile(r"第\s*\d{1,4}\s*号")
_BEHIND = re.compile(r"(?:\s*签\s*发\s*人\s*[:：].*)?")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text, `align` (`center`, `right` or empty), size in points (0 unknown), whether it is bold or
    red, whether it is called a title (`title`) or a heading (its level), whether it belongs to a table."""

    text: str
    align: str = ""
    size: float = 0
    bold: bool = False
    red: bool = False
    title: bool = False
    heading: int = 0
    table: bool = False


def squeezed(text: str) -> str:
    """A line without any white space, letters, figures and punctuation half width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def organ(text: str) -> str:
    """An organ's name as it is written: brackets full width."""
    return text.replace("(", "（").replace(")", "）")


def doc_number_in(text: str) -> str:
    """The document number that a line consists of, a signer behind it left out; empty for any other line."""
    line = text.strip()
    match = _NUMBER.match(line)
    if match and _BEHIND.fullmatch(line, match.end()):
        parsed = parse_doc_number(match[0])
        return parsed.text if parsed else ""
    return "".join(line.split()) if _ORDER.fullmatch(line) else ""


def unspread(text: str) -> str:
    """A text without the blanks that spread it: `通　　知` is `通知`; line ends are joined."""
    joined = re.sub(r"(?<=[A-Za-z0-9])\s*\n\s*(?=[A-Za-z0-9])", " ", text)
    return SPACED.sub("", re.sub(r"\s*\n\s*", "", joined)).strip(" \u3000\u00a0")
