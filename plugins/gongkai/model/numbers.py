"""Document numbers (发文字号), index numbers (索引号) and the addresses made from them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from gongkai.model.quick import quick

_BRACKETS = str.maketrans(
    dict.fromkeys("[({【﹝〔［（｛<《", "〔") | dict.fromkeys("])}】﹞〕］）｝>》", "〕")
)
_DOC_NUMBER = re.compile(
    r"^(?P<word>[^\d〔〕]{1,30}?)〔?(?P<year>(?:19|20)\d{2})〕?第?0*(?P<number>\d{1,6})号?$"
)
INDEX_NUMBER = re.compile(r"^[0-9A-Z\u4e00-\u9fff][0-9A-Z\u4e00-\u9fff/_.〔〕-]{3,60}$")
"""The form of an index number where a site sets none of its own: squeezed, in capitals; imported old forms too."""
_PLAIN = re.compile(r"[0-9A-Za-z/._-]*\Z")
_DASHED = str.maketrans(dict.fromkeys("/._-", "-"))
_ORDER_NUMBER = re.compile(r"^(?P<word>[^\d〔〕]{0,30}?)第?0*(?P<number>\d{1,6})号$")


@quick
@dataclass(frozen=True, slots=True)
class DocNumber:
    """A document number in its parts: 代字, year (0 for 令第×号) and serial number."""

    word: str
    year: int
    number: int

    @property
    def text(self) -> str:
        """The form of GB/T 9704-2012: 六角括号, no leading zero, no 第 before the serial number."""
        return f"{self.word}〔{self.year}〕{self.number}号" if self.year else f"{self.word}第{self.number}号"


def squeeze(text: str) -> str:
    """Full-width letters, digits and punctuation to half width, and all white space taken out."""
    if _PLAIN.match(text):
        return text
    return "".join(unicodedata.normalize("NFKC", text.translate(_BRACKETS)).split()).translate(_BRACKETS)


def parse_doc_number(text: str) -> DocNumber | None:
    """Read a document number in any accepted form (`青政发[2026] 12号`, full-width digits …), or None."""
    plain = squeeze(text)
    if match := _DOC_NUMBER.match(plain):
        return DocNumber(match["word"], int(match["year"]), int(match["number"]))
    if match := _ORDER_NUMBER.match(plain):
        return DocNumber(match["word"], 0, int(match["number"]))
    return None


def doc_number_key(text: str) -> str:
    """The form under which document numbers are compared; text that is none is compared squeezed."""
    parsed = parse_doc_number(text)
    return parsed.text if parsed else squeeze(text)


def index_number_key(text: str) -> str:
    """The form under which index numbers are compared."""
    return squeeze(text).upper()


def slug_of(index_number: str, pinyin: dict[str, str] | None = None) -> str:
    """The address part of an item: lower case, every character outside `[a-z0-9]` as `-`.

    `pinyin` gives the reading of each Chinese character of an imported number.
    """
    if _PLAIN.match(index_number):  # as nearly all are
        return index_number.lower().translate(_DASHED)
    readings = pinyin or {}
    text = "".join(f"-{readings[c]}-" if c in readings else c for c in squeeze(index_number).lower())
    return (
        re.sub(r"-+", "-", re.sub(r"[^a-z0-9]", "-", text)).strip("-")
        if readings
        else re.sub(r"[^a-z0-9]", "-", text)
    )
