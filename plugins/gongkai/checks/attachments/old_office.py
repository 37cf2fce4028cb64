"""Word, Excel and PowerPoint of before 2007, and WPS's own formats: the texts that lie in the file, roughly.

Those formats keep text as UTF-16 or as single bytes between other data. Runs of readable characters are
taken out; order and places are lost, which is enough to find a number or a secrecy mark.
"""

from __future__ import annotations

import re

from gongkai.checks.material import Extract, Part

SIGN = b"\xd0\xcf\x11\xe0"
ENDINGS = frozenset("doc dot xls ppt wps wpt et ett dps".split())
_WIDE = re.compile(r"[\w\u3000-\u303f\uff00-\uffef。，：；、（）《》〔〕“”★☆%.,:;()\-\t \r\n]{4,}")
_NARROW = re.compile(rb"[\x20-\x7e]{6,}")
_LINE = re.compile(r"[\r\n\x07\x0b]+")
_RARE = 0.3
"""A run of which more is outside the national character set of 1980 is no text, but other data read as such."""


def read_old_office(data: bytes) -> Extract:
    """What can be read without knowing the format."""
    runs = [run for start in (0, 1) for run in _wide(data[start:])]
    runs += [found.decode("ascii") for found in _NARROW.findall(data) if any(48 <= b <= 57 for b in found)]
    lines = dict.fromkeys(line.strip() for run in runs for line in _LINE.split(run))
    text = "\n".join(line for line in lines if line)
    return Extract((Part("（旧格式，只能粗查）", text),) if text else ())


def _wide(data: bytes) -> list[str]:
    text = data[: len(data) // 2 * 2].decode("utf-16-le", errors="replace")
    return [run for run in _WIDE.findall(text) if _is_text(run)]


def _is_text(run: str) -> bool:
    rare = sum(1 for c in run if ord(c) > 127 and not _common(c))
    return rare <= len(run) * _RARE


def _common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
