"""What a clerk most likely did when YAML gives up: the line, the reason in plain words, the text to type."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One explanation: line (from 1), field, message and what to type."""

    line: int
    field: str
    message: str
    hint: str


_KEY = r"(?P<key>[^\s:：'\"“”{}\[\]#-][^:：]{0,19}?)"
_FULL_COLON = re.compile(rf"^{_KEY}[ \t]*：[ \t\u3000]*(?P<value>.*)$")
_NESTED_COLON = re.compile(rf"^[ ]*(?:-[ ]+|[ ]){_KEY}[ \t]*：[ \t\u3000]*(?P<value>.*)$")
_WIDE_SPACE = re.compile(rf"^{_KEY}:[ \t]*[\u3000\u00a0]+(?P<value>.*)$")
_NO_SPACE = re.compile(rf"^{_KEY}:(?P<value>[^\s/].*)$")
_PAIR = re.compile(rf"^{_KEY}[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_SPECIAL = "[]{}@*&!%>|#`,?"
_TAB = re.compile(r"^[ ]*\t")
_DASH = re.compile(r"^[ ]*[-－—–·•][ \u3000]*(?P<value>[^\s\-－—–].*)$")
_RULE = re.compile(r"^(?:-{4,}|--|[—－–=*_]{2,})\s*$")
_ESCAPE = re.compile(r'\\(?!["\\/0abtnvfreN_LPxuU ])')
_URL = re.compile(r"^(?:https?|ftp|mailto)$", re.IGNORECASE)


def quote(value: str) -> str:
    """A value as YAML takes it literally: in single quotes, its own doubled; outer quotes dropped first."""
    plain = value.strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'":
        plain = plain[1:-1]
    return "'" + plain.replace("'", "''") + "'"


def diagnose(head: str, error_line: int) -> Diagnosis:
    """Explain why the front matter of `head` (the file up to the body) cannot be read.

    `error_line` is where YAML noticed; the cause is often a line before it.
    """
    lines = [line.rstrip("\r") for line in head.split("\n")]
    numbered = [(n, line) for n, line in enumerate(lines, 1) if n > 1 and line.strip() not in ("", "---")]
    near = [pair for pair in numbered if not error_line or pair[0] <= error_line + 1]
    for n, line in near:
        found = _explain(n, line)
        if found:
            return _with_others(found, numbered)
    return _colonless(near, lines) or _uneven(error_line, lines) or _unknown(error_line, lines)


def nested_colon(lines: list[str], error_line: int) -> Diagnosis | None:
    """A Chinese colon inside a list or below another name, on the line where YAML gave up or the one before.

    Only for settings files, which are nested; in front matter an indented line may be running text.
    """
    for n in (error_line - 1, error_line):
        match = _NESTED_COLON.match(lines[n - 1].rstrip("\r")) if 0 < n <= len(lines) else None
        if match:
            key, value = match["key"].strip(), match["value"].strip()
            message = f"“{key}”后面用了中文冒号“：”，应当用英文冒号加一个空格。"
            return Diagnosis(n, key, message, f"{key}: {_safe(value)}")
    return None


def _with_others(found: Diagnosis, numbered: list[tuple[int, str]]) -> Diagnosis:
    """Name the lines below that look wrong too, so that they are mended in one go."""
    others = [str(n) for n, line in numbered if n > found.line and _explain(n, line)]
    if not others:
        return found
    more = "、".join(others[:8]) + ("等行" if len(others) > 8 else " 行")
    return replace(found, message=f"{found.message}第 {more}也要改。")


def _explain(n: int, line: str) -> Diagnosis | None:
    if line.startswith("#"):
        return None
    return next((found for rule in _RULES if (found := rule(n, line))), None)


def _tab(n: int, line: str) -> Diagnosis | None:
    if not _TAB.match(line):
        return None
    return Diagnosis(n, "", f"第 {n} 行开头用了制表符（Tab 键），这里只能用空格。", "  " + line.strip())


def _dash(n: int, line: str) -> Diagnosis | None:
    """A list entry whose dash is not an ASCII one with a blank behind it."""
    match = _DASH.match(line)
    if not match or line.lstrip(" ").startswith("- "):
        return None
    message = f"第 {n} 行：列表的每一行以一个英文减号加一个空格开头。"
    return Diagnosis(n, "", message, "  - " + match["value"].strip())


def _rule_line(n: int, line: str) -> Diagnosis | None:
    if not _RULE.match(line):
        return None
    return Diagnosis(n, "", f"第 {n} 行写成了“{line.strip()}”，信息头的结尾应当是三个英文减号。", "---")


def _wide_space(n: int, line: str) -> Diagnosis | None:
    match = _WIDE_SPACE.match(line)
    if not match and line.startswith(("\u3000", "\u00a0")):
        return Diagnosis(n, "", f"第 {n} 行开头有全角空格，应当删去。", line.strip())
    if not match:
        return None
    key, value = match["key"].strip(), match["value"].strip()
    return Diagnosis(n, key, f"“{key}”的冒号后面是全角空格，应当是一个英文空格。", f"{key}: {value}")


def _full_colon(n: int, line: str) -> Diagnosis | None:
    match = _FULL_COLON.match(line)
    if not match:
        return None
    key, value = match["key"].strip(), match["value"].strip()
    message = f"“{key}”后面用了中文冒号“：”，应当用英文冒号加一个空格。"
    return Diagnosis(n, key, message, f"{key}: {_safe(value)}")


def _no_space(n: int, line: str) -> Diagnosis | None:
    match = _NO_SPACE.match(line)
    if not match or _URL.match(match["key"]):
        return None
    key, value = match["key"].strip(), match["value"].strip()
    return Diagnosis(n, key, f"“{key}”的冒号后面少一个空格。", f"{key}: {_safe(value)}")


def _bad_value(n: int, line: str) -> Diagnosis | None:
    match = _PAIR.match(line)
    value = (match["value"] or "").strip() if match else ""
    if not match or not value or value.startswith("# "):  # what stands behind it is a remark
        return None
    if value[0] in "[{":  # a remark may stand behind a list
        value = value.partition(" #")[0].rstrip()
    reason = _value_trouble(value)
    key = match["key"].strip()
    return Diagnosis(n, key, f"“{key}”的值{reason}，要加引号。", f"{key}: {quote(value)}") if reason else None


def _value_trouble(value: str) -> str:
    if value[0] in "\"'":
        return _quote_trouble(value)
    if value[0] in "[{" and value[-1] in "]}":
        return ""
    if value[0] in _SPECIAL:
        return f"以“{value[0]}”开头，这是特殊符号"
    if ": " in value or value.endswith(":"):
        return "里有英文冒号"
    return ""


def _quote_trouble(value: str) -> str:
    mark = value[0]
    if len(value) < 2 or value[-1] != mark:
        return "的英文引号没有成对，或引号外面还有文字" if value.count(mark) < 2 else "在英文引号外面还有文字"
    if mark == '"' and '"' in value[1:-1].replace('\\"', ""):
        return "里面有英文引号"
    if mark == '"' and _ESCAPE.search(value):
        return "里有反斜杠“\\”，双引号里的反斜杠有特殊含义"
    return "里面有单引号" if mark == "'" and "'" in value[1:-1].replace("''", "") else ""


def _safe(value: str) -> str:
    return (
        quote(value) if value and (value[0] in _SPECIAL + "\"'" or ": " in value or " #" in value) else value
    )


def _colonless(near: list[tuple[int, str]], lines: list[str]) -> Diagnosis | None:
    for n, line in near:
        if line[:1] not in (" ", "-", "#", "\t") and ":" not in line and "：" not in line:
            if not lines[n - 2].strip():
                message = f"第 {n} 行“{line.strip()[:30]}”像是正文，但它上面的信息头没有结尾。"
                return Diagnosis(n, "", message, "在最后一个字段下面加一行：---")
            return Diagnosis(
                n,
                "",
                f"第 {n} 行“{line.strip()[:30]}”没有冒号，不是字段。{_before(n, lines)}",
                _joined(n, lines),
            )
    return None


def _before(n: int, lines: list[str]) -> str:
    return (
        "如果是上一行的后半句，请接到上一行后面。"
        if n > 2 and ":" in lines[n - 2]
        else "字段写成“名称: 值”。"
    )


def _joined(n: int, lines: list[str]) -> str:
    above = lines[n - 2] if n > 2 else ""
    return above.rstrip() + lines[n - 1].strip() if ":" in above else f"标题: {lines[n - 1].strip()}"


def _uneven(error_line: int, lines: list[str]) -> Diagnosis | None:
    """A line further in than a finished `name: value` above it: one of both stands at the wrong depth."""
    filled = [n for n in range(1, error_line + 1) if n <= len(lines) and lines[n - 1].strip()][-3:]
    if len(filled) < 2 or filled[-1] != error_line:
        return None
    above, line = lines[filled[-2] - 1], lines[error_line - 1]
    pair = _PAIR.match(above.strip())
    if not pair or not pair["value"] or not _PAIR.match(line.strip()) or _depth(line) <= _depth(above):
        return None
    is_group = len(filled) == 3 and _depth(lines[filled[0] - 1]) == _depth(line)
    n, text, depth = (filled[-2], above, _depth(line)) if is_group else (error_line, line, _depth(above))
    message = f"第 {n} 行前面的空格和同一组的其他行不一样多。"
    return Diagnosis(n, _key_of(text), message, " " * depth + text.strip())


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key_of(line: str) -> str:
    return line.partition(":")[0].strip()


def _unknown(error_line: int, lines: list[str]) -> Diagnosis:
    n = min(max(error_line, 2), len(lines))
    shown = lines[n - 1].strip()[:30]
    message = f"第 {n} 行附近的写法读不懂：“{shown}”。每个字段写成“名称: 值”，值里有特殊符号时加引号。"
    return Diagnosis(n, "", message, "标题: '关于……的通知'")


_Rule = Callable[[int, str], Diagnosis | None]
_RULES: tuple[_Rule, ...] = (_tab, _dash, _rule_line, _wide_space, _full_colon, _no_space, _bad_value)
