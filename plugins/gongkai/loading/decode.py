"""Bytes → text: UTF-8 with or without BOM; anything else is named with its cure."""

from __future__ import annotations

import re

from gongkai.loading.codes import finding
from gongkai.model.problem import Problem

BOM = b"\xef\xbb\xbf"
_BLANK = b"\xef\xbb\xbf \t\r\n"
_CURE = "用记事本打开，选“另存为”，编码选“UTF-8”；WPS 存为纯文本时编码也选“Unicode (UTF-8)”"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ORDINARY = bytes(n for n in range(256) if n >= 32 or n in b"\t\n\r")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_KNOWN = (
    (b"PK\x03\x04", "Word、Excel 或压缩文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件"),
    (b"%PDF", "PDF 文件"),
)


def decode(data: bytes, path: str) -> str | Problem:
    """The text of a file, or what is wrong with its bytes."""
    if not data[:64].strip(_BLANK) and not data.strip(_BLANK):
        return finding(
            "L003", path, "这个文件是空的，没有标题、日期和正文。", hint="写上内容，或者删去这个文件。"
        )
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = 1 if _is_utf16(data) else data.count(b"\n", 0, error.start) + 1
        return _not_utf8(data, path, line)
    # In UTF-8 a byte below 32 is never part of another character, and bytes are searched faster than text.
    control = _CONTROL.search(text) if data.translate(None, _ORDINARY) else None
    return _control(text, control, path) if control else text


def _not_utf8(data: bytes, path: str, line: int) -> Problem:
    for magic, name in _KNOWN:
        if data.startswith(magic):
            return finding(
                "L004",
                path,
                f"这个文件其实是{name}，只是名字以 .md 结尾。",
                hint="放到条目旁边作附件；正文复制成文字，另存为 .md 文件。",
            )
    return finding("L004", path, f"这个文件的编码{_guess(data)}，应当是 UTF-8。", line=line, hint=_CURE)


def _is_utf16(data: bytes) -> bool:
    return data.startswith(_UTF16) or data.count(0) > len(data) // 5


def _guess(data: bytes) -> str:
    if _is_utf16(data):
        return "是 UTF-16（记事本里叫“Unicode”）"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "无法识别"
    return "是 GBK（记事本里叫“ANSI”）"


def _control(text: str, control: re.Match[str], path: str) -> Problem:
    line = text.count("\n", 0, control.start()) + 1
    code = ord(control[0])
    if code == 0 and text.count("\x00") > len(text) // 4:
        return finding(
            "L004", path, "这个文件的编码是 UTF-16（记事本里叫“Unicode”），应当是 UTF-8。", line=1, hint=_CURE
        )
    return finding(
        "L009",
        path,
        f"第 {line} 行有看不见的控制字符（编号 {code}）。",
        line=line,
        hint="把这一行删去后重新输入。",
    )
