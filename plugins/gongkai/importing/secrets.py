"""What a document must not hold: secrecy marks refuse it, numbers of persons are told with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.importing.draft import Refused
from gongkai.loading.detectors import detect
from gongkai.loading.phones import masked_mobile, mobile_numbers

_NAMES = {"L061": "身份证号", "L062": "银行账号"}


def refuse_secret(text: str) -> None:
    """Raise `Refused` for a document with a secrecy mark (保守国家秘密法: 涉密的信息不得公开)."""
    for hit in detect(text):
        if hit.code == "L060":
            raise Refused(
                f"有密级标志“{hit.shown}”，不能导入。涉密文件不得放进网站文件夹；确属误标的，去掉标志后再导入。"
            )


def personal(body: str) -> Iterator[str]:
    """ID numbers, bank account numbers and mobile numbers in a body, masked, with the paragraph they stand in."""
    for hit in detect(body):
        if hit.code in _NAMES:
            yield f"{_where(body, hit.at)}有{_NAMES[hit.code]} {hit.shown}，不删去不能公开"
    for at, number in mobile_numbers(body):
        yield f"{_where(body, at)}有手机号 {masked_mobile(number)}，请核对能不能公开"


def _where(body: str, at: int) -> str:
    before = [part for part in re.split(r"\n\s*\n", body[:at]) if part.strip()]
    inside = bool(before) and not re.search(r"\n\s*\n\s*$", body[:at])
    return f"正文第{len(before) if inside else len(before) + 1}段"
