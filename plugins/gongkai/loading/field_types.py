"""How one value is read: a function per type; each raises an error that says what is expected and what to type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import NoReturn

from gongkai.loading.bad_value import BadValue
from gongkai.loading.dates import chinese_number, likely_date, read_moment
from gongkai.loading.source import Raw
from gongkai.model.item import Change, SignOff
from gongkai.model.moment import Moment

_EMPTY = frozenset({"", "无", "/", "-", "—", "——", "／", "－", "暂无", "~", "null"})
_MANY = 60
_CUT = re.compile(r"[、，,;；\n]+")
_RELATION_CUT = re.compile(r"[;；\n]+")
_BLANK = " \t\r\n\u3000\u00a0\ufeff"
_YES = {
    "是": True,
    "true": True,
    "yes": True,
    "对": True,
    "否": False,
    "false": False,
    "no": False,
    "不": False,
}
_DATE_AT_START = re.compile(
    r"^\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)\s*[:：，,、]?\s*(\S.*)$", re.DOTALL
)
_DATE_AT_END = re.compile(
    r"^(?P<name>.*?)[\s\u3000，,、（(]*(?P<day>\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)\s*[）)]?\s*$"
)
_YEARS = re.compile(r"^(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))\s*年?$")
_URL = re.compile(r"^https?://[^\s/?#]+\S*$", re.IGNORECASE)
_PHONE = re.compile(r"^[0-9()（）+*\-—－、，,;； 转至/\u4e00-\u9fff.:：]{3,80}$")


def fail(expected: str, hint: str, problem: str = "") -> NoReturn:
    """Raise the error of a bad value; `hint` is an example of a good one."""
    raise BadValue(problem, expected, hint)


def one_text(raw: Raw) -> str:
    """A single text with outer blanks taken off; empty words (`无`, `/`, `-`) become an empty text."""
    if not isinstance(raw, str):
        fail("一段文字，不是列表", "写在同一行，例如 标题: 关于……的通知")
    text = raw.strip(_BLANK)
    return "" if text in _EMPTY else text


def text(raw: Raw) -> str:
    """Text; a block keeps its lines. A list becomes lines, for fields such as 主要职责."""
    if isinstance(raw, tuple):
        return "\n".join(part for part in (one_text(each) for each in raw) if part)
    return one_text(raw)


def line(raw: Raw) -> str:
    """Text on one line, for titles and names."""
    return " ".join(one_text(raw).split("\n"))


def moment(raw: Raw) -> Moment | None:
    """A date, with or without the time of day."""
    written = one_text(raw)
    if not written:
        return None
    found = read_moment(written)
    if isinstance(found, str):
        fail("日期", likely_date(written) or "2026-05-03", found)
    return found


def day(raw: Raw) -> date | None:
    """A date; a time of day is dropped."""
    found = moment(raw)
    return found.day if found else None


def yesno(raw: Raw) -> bool | None:
    """是 or 否."""
    written = one_text(raw).lower()
    if not written:
        return None
    if written not in _YES:
        fail("“是”或“否”", "是")
    return _YES[written]


def yesno_reason(raw: Raw) -> tuple[bool, str] | None:
    """是, or 否 with its reason behind a comma, a blank or in brackets."""
    written = one_text(raw)
    if not written:
        return None
    head, rest = written[:1], written[1:]
    for word in ("true", "false", "yes", "no"):
        if written.lower().startswith(word):
            head, rest = word, written[len(word) :]
    if head not in _YES or (rest and rest[0] not in " 　，,；;：:（(。、"):
        fail("“是”，或者“否”加理由", "否，已随原文一并说明")
    return _YES[head], rest.strip(" 　，,；;：:（()）。、")


def _parts(raw: Raw, cut: re.Pattern[str]) -> tuple[str, ...]:
    if isinstance(raw, tuple):
        found = [one_text(part) for part in raw]
    elif isinstance(raw, str):
        found = [part.strip(_BLANK) for part in cut.split(raw)]
    else:
        fail("一个列表", "[甲, 乙]")
    return tuple(dict.fromkeys(part for part in found if part and part not in _EMPTY))


def names(raw: Raw) -> tuple[str, ...]:
    """A list, or one text cut at 、 ， , ; ；."""
    return _parts(raw, _CUT)


def whole_names(raw: Raw) -> tuple[str, ...]:
    """A list whose parts may hold commas (relations): one text is cut at ; ； and line ends only."""
    return _parts(raw, _RELATION_CUT)


def attachments(raw: Raw) -> tuple[tuple[str, str], ...]:
    """A list of file names, or of `{文件, 标题}`; gives (file, title) pairs."""
    parts = raw if isinstance(raw, tuple) else (raw,)
    found = [_attachment(part) for part in parts]
    return tuple(dict.fromkeys(pair for pair in found if pair[0]))


def _attachment(raw: Raw) -> tuple[str, str]:
    if isinstance(raw, Mapping):
        return _titled_attachment(raw)
    if isinstance(raw, str):
        name = one_text(raw)
        if re.search(r"\.[A-Za-z0-9]{1,5}\s*[、，,;；]\s*\S+\.[A-Za-z0-9]{1,5}$", name):
            fail(
                "一行一个文件名",
                "\n  - " + "\n  - ".join(p.strip() for p in re.split(r"[、，,;；]", name)),
                "几个附件写在了一行里",
            )
        return name, ""
    return fail("文件名，或者 {文件: …, 标题: …}", "\n  - 文件: 申请表.docx\n    标题: 申请表（样表）")


def _titled_attachment(raw: Mapping[str, Raw]) -> tuple[str, str]:
    keys = {
        "文件": "file",
        "文件名": "file",
        "file": "file",
        "标题": "title",
        "名称": "title",
        "title": "title",
    }
    known = {keys.get(key, ""): value for key, value in raw.items()}
    if "" in known or "file" not in known:
        fail("每个附件写“文件”和“标题”两项", "\n  - 文件: 申请表.docx\n    标题: 申请表（样表）")
    return one_text(known["file"]), one_text(known.get("title", ""))


def changes(raw: Raw) -> tuple[Change, ...]:
    """Change notes: `2026-05-03 附件2金额更正`, one per line or list entry."""
    return tuple(_change(part) for part in whole_names(raw))


def _change(written: str) -> Change:
    match = _DATE_AT_START.match(unicodedata.normalize("NFC", written))
    if not match:
        fail("日期加说明", "2026-05-03 附件2金额更正")
    found = read_moment(match[1])
    if isinstance(found, str):
        fail("日期加说明", "2026-05-03 附件2金额更正", found)
    return Change(found.day, match[2].strip(_BLANK))


def sign_off(raw: Raw) -> SignOff | None:
    """Who signed and when: `张某 2026-05-03`."""
    written = one_text(raw)
    if not written:
        return None
    match = _DATE_AT_END.match(written)
    if not match or not match["name"].strip(_BLANK):
        if match or re.search(r"\d", written):
            fail("姓名加日期", "张某 2026-05-03")
        return SignOff(written, None)
    found = read_moment(match["day"])
    if isinstance(found, str):
        fail("姓名加日期", "张某 2026-05-03", found)
    return SignOff(match["name"].strip(_BLANK), found.day)


def years(raw: Raw) -> int:
    """A period in years: `5年`, `5`, `五年`."""
    written = unicodedata.normalize("NFKC", one_text(raw))
    if not written or written in ("长期", "长期有效"):
        return 0
    match = _YEARS.match(written)
    number = int(match[1]) if match and match[1] else chinese_number(match[2]) if match else -1
    if not 1 <= number <= 50:
        fail(
            "年数",
            "5年",
            "如果是到某一天为止，请改写“有效期至”" if read_moment(written).__class__ is Moment else "",
        )
    return number


def count(raw: Raw) -> int | None:
    """A whole number, zero or more; a unit behind it (条, 件, 年) is dropped."""
    written = unicodedata.normalize("NFKC", one_text(raw)).replace(",", "")
    if not written:
        return None
    match = re.match(r"^(\d{1,12})\s*(?:条|件|个|次|人|年|户|年度|项)?$", written)
    if not match:
        fail("不小于 0 的整数", "12")
    return int(match[1])


def number(raw: Raw) -> float | None:
    """A number; thousands separators and a unit behind it that is no multiple of another are dropped."""
    written = unicodedata.normalize("NFKC", one_text(raw)).replace(",", "")
    if not written:
        return None
    match = re.match(r"^(-?\d{1,15}(?:\.\d{1,6})?)\s*(?:%|亩|公里)?$", written)
    if not match:
        fail("数字", "860.5")
    return float(match[1]) if "." in match[1] else int(match[1])


def url(raw: Raw) -> str:
    """An address that begins with http:// or https://."""
    written = one_text(raw)
    if written and not _URL.match(written):
        guess = (
            f"https://{written}"
            if re.match(r"^[\w-]+(\.[\w-]+)+(/\S*)?$", written)
            else "https://www.example.com/页面"
        )
        fail("以 http:// 或 https:// 开头的网址", guess)
    return written


def phone(raw: Raw) -> str:
    """A telephone number, or several."""
    written = "、".join(_parts(raw, _RELATION_CUT)) if isinstance(raw, tuple) else one_text(raw)
    if written and not (_PHONE.match(written) and re.search(r"\d{3}", written)):
        fail("电话号码", "0990-5551234")
    return written


def plain(name: str) -> str:
    """A choice with brackets, quotes and blanks taken as equal."""
    return re.sub(r"[\s“”\"'‘’]", "", unicodedata.normalize("NFKC", name)).lower()


def choice_of(choices: tuple[str, ...], aka: Mapping[str, str] | None = None) -> Callable[[Raw], str]:
    """A reader for one of some values; other names lead to the value they stand for."""
    known = {plain(name): name for name in choices} | {plain(k): v for k, v in (aka or {}).items()}
    example = choices[0] if choices else ""

    def choice(raw: Raw) -> str:
        written = one_text(raw)
        if not written:
            return ""
        found = known.get(plain(written))
        if found is None:
            # `文宇解读` resembles `文字解读`, another name of 文字, more than any first name.
            near = known.get(nearest(plain(written), tuple(known)), example)
            fail(f"以下之一：{'、'.join(choices[:25])}", near)
        return found

    return choice


def choices_of(
    choices: tuple[str, ...], aka: Mapping[str, str] | None = None
) -> Callable[[Raw], tuple[str, ...]]:
    """A reader for a list of values from some."""
    one = choice_of(choices, aka)

    def several(raw: Raw) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one(part) for part in names(raw)))

    return several


def nearest(written: str, known: tuple[str, ...]) -> str:
    """The known value that a wrong one most resembles, or an empty text."""
    import difflib  # only on the way to a message
    import heapq

    if len(known) > _MANY:  # difflib is slow: of thousands it only sees those with the most letters in common
        letters = set(written)
        known = tuple(heapq.nlargest(_MANY, known, key=lambda name: (len(letters & set(name)), name)))
    found = difflib.get_close_matches(written, known, n=1, cutoff=0.4)
    return found[0] if found else ""
