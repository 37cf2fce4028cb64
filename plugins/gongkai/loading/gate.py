"""The gate: why an item is not (yet) public, and what must never become public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from gongkai.loading.codes import finding
from gongkai.loading.detectors import Hit, detect
from gongkai.loading.numbers_file import next_number
from gongkai.loading.source import Fields, SourceFile
from gongkai.model.moment import Moment
from gongkai.model.problem import Problem
from gongkai.model.unit import Unit

_SIGN_OFF = (
    ("reviewer", "审核人"),
    ("review_date", "审核日期"),
    ("secrecy_reviewer", "保密审查人"),
    ("secrecy_date", "保密审查日期"),
)

_MESSAGES = {
    "L060": (
        "“{0}”是密级标志。涉密的信息不得公开。",
        "立即停止公开，从文件夹里移走这个文件，并按保密规定处理；确属误标的删去标志。",
    ),
    "L061": (
        "“{0}”是身份证号。公开的内容里不能有身份证号。",
        "删去号码，或改成 99***************9 这样只留首尾。",
    ),
    "L062": ("“{0}”是银行账号。公开的内容里不能有个人银行账号。", "删去号码，或只留最后四位。"),
}


def held_reasons(
    values: Mapping[str, object],
    *,
    today: date,
    preview: bool,
    require_sign_off: bool,
    unit: Unit,
    allotted: Mapping[tuple[str, str], int],
) -> tuple[str, ...]:
    """Why an item is left out of every output for now; none for a public one."""
    return tuple(
        reason
        for reason in (
            "草稿" if values.get("draft") and not preview else "",
            *_not_for_everybody(values),
            _not_due(values.get("published"), today),
            _unsigned(values, today) if require_sign_off and not values.get("draft") else "",
            _numberless(values, unit, allotted),
        )
        if reason
    )


UNWRITTEN_BODY = "正文写在这里。"
"""What `gongkai new` puts where the body is to be written."""
_GAPS = (
    (UNWRITTEN_BODY, f"正文还没有写，还是“{UNWRITTEN_BODY}”"),
    ("〔请补充", "正文里还有“〔请补充…〕”没有填写"),
)


def unfinished(body: str) -> tuple[str, ...]:
    """Why a body is not to be published yet: places that our own drafts leave to be filled in."""
    return tuple(reason for mark, reason in _GAPS if mark in body)


def _not_for_everybody(values: Mapping[str, object]) -> Iterator[str]:
    if values.get("disclosure") not in (None, "主动公开"):
        yield f"公开方式是“{values['disclosure']}”，不上网"
    if values.get("scope") not in (None, "面向社会"):
        yield f"公开范围是“{values['scope']}”，不上网，只在公开栏张贴"


def _not_due(published: object, today: date) -> str:
    if isinstance(published, Moment) and published.day > today:
        return f"发布日期 {published.full} 还没到"
    return ""


def _unsigned(values: Mapping[str, object], today: date) -> str:
    absent = [label for key, label in _SIGN_OFF if not values.get(key)]
    if absent:
        return f"没有审核完：缺{'、'.join(absent)}"
    late = [label for key, label in _SIGN_OFF if isinstance(day := values.get(key), date) and day > today]
    return f"{'、'.join(late)}在今天之后" if late else ""


def _numberless(values: Mapping[str, object], unit: Unit, allotted: Mapping[tuple[str, str], int]) -> str:
    if values.get("index_number"):
        return ""
    published = values.get("published")
    if not unit.code or not isinstance(published, Moment):
        return "没有索引号"
    number = next_number(unit.code, f"{published.day:%Y%m}", allotted)
    return f"没有索引号，可以写：索引号: {number}"


def secrets(source: SourceFile, fields: Fields) -> tuple[Problem, ...]:
    """Secrecy marks, ID and bank card numbers anywhere in a file, masked, each with its line."""
    return tuple(_secret(source, fields, hit.code, hit.at, hit.shown) for hit in detect(source.text))


def secret_problem(path: str, line: int, hit: Hit, where: str) -> Problem:
    """A secrecy mark or a number in a cell of a table, named by its place."""
    message, hint = _MESSAGES[hit.code]
    return finding(hit.code, path, f"{where}：{message.format(hit.shown)}", line=line, hint=hint)


def reason_secrets(source: SourceFile, fields: Fields) -> tuple[Problem, ...]:
    """The same for a withdrawn item, of which only the reason is shown: what was withdrawn for may stay in the file."""
    reason = str(fields.values.get("withdrawn_reason", ""))
    at = source.text.find(reason[:20])
    return tuple(_secret(source, fields, hit.code, max(at, 0) + hit.at, hit.shown) for hit in detect(reason))


def _secret(source: SourceFile, fields: Fields, code: str, at: int, shown: str) -> Problem:
    line = source.text.count("\n", 0, at) + 1
    owner = max(
        (pair for pair in fields.lines.items() if pair[1] <= line), key=lambda pair: pair[1], default=("", 0)
    )[0]
    message, hint = _MESSAGES[code]
    end = source.text.find("\n---", 3)
    name = fields.names.get(owner, "") if 0 <= at < end else ""
    return finding(code, source.path, message.format(shown), line=line, field=name, hint=hint)
