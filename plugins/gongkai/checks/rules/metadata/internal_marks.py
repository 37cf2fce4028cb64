"""M12 有内部公文标志."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.material import Facts, TextPart
from gongkai.checks.rule import Finding, text_rule
from gongkai.loading.detectors import detect
from gongkai.model.problem import Level


@text_rule("M12", "有内部公文标志", Level.VETO, "《政府信息公开条例》第十四条、第十七条；GB/T 9704-2012")
def internal_marks(part: TextPart, facts: Facts) -> Iterator[Finding]:
    """What: a secrecy mark, 签发人, a copy number above the text: signs of a file that was not made for the public.

    Why: publishing a secret is the gravest veto.
    Bad: `机密★10年` or `签发人：某某` in a body or an attachment
    Good: the web version without them
    """
    for hit in detect(part.text):
        if hit.code == "L060":
            hint = "立即停止公开并按保密规定处理；确属误标的删去标志。"
            yield Finding(f"有密级标志“{hit.shown}”{part.where}。", hint, line=part.line(hit.at))
    for match in _SIGNER.finditer(part.text):
        message = f"有“签发人”{part.where}，像是内部上行文。"
        yield Finding(
            message, "核对能否公开；网页版删去签发人一行。", line=part.line(match.start()), level=Level.ERROR
        )
    copy = _COPY.match(part.text) if not part.key else None
    if copy:
        yield Finding(
            f"第一行“{copy[1]}”像是份号{part.where}。",
            "核对能否公开；网页版删去份号。",
            line=part.line(copy.start(1)),
            level=Level.ERROR,
        )


_SIGNER = re.compile(r"^[ \u3000#>*]*签\s*发\s*人\s*[:：]\s*\S+", re.MULTILINE)
_COPY = re.compile(r"\s*(\d{6})[ \u3000]*\n")
