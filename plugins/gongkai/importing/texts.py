"""Plain text (UTF-8, UTF-16 or GBK) → drafts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from gongkai.importing.draft import Draft, Refused
from gongkai.importing.labels import is_box, merged, pairs, without_readings
from gongkai.importing.secrets import refuse_secret
from gongkai.importing.structure import Recognised, recognise
from gongkai.importing.to_markdown import parse, to_markdown
from gongkai.importing.written_lines import Line

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ARTEFACT = re.compile(r"\[bookmark:\s*[^\]\n]{0,40}\]")
_PATH = re.compile(
    r"(?:您?(?:现在|当前)?的?位置\s*[:：])?\s*(?P<path>首\s*页(?:\s*(?:>|＞|»|›|/|-&gt;)+\s*[^>＞»›/\n]{1,30})+)"
)
_TOP = 8


def decoded(data: bytes) -> str:
    """The text of a file, whatever of the usual encodings it is in. Raises `Refused`."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _tidy(data.decode(encoding, errors="replace"))
    for encoding in ("utf-8", "gb18030"):
        try:
            return _tidy(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise Refused("文字的编码既不是 UTF-8 也不是 GBK，读不了。请用记事本另存为 UTF-8 再导入。")


def _tidy(text: str) -> str:
    if text.count("\0") > 3:
        raise Refused("这个文件不是文本，只是名字像。请另存为 .docx 或 .txt 再导入。")
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace("\ufeff", "")
    if not plain.strip():
        raise Refused("这个文件是空的。")
    return plain


def breadcrumb(text: str) -> tuple[str, ...]:
    """The columns that a line `首页 > 政务公开 > 通知公告` names, the innermost first."""
    match = _PATH.match(text.strip())
    if not match:
        return ()
    parts = [
        part.strip() for part in re.split(r"[>＞»›/]+", match["path"].replace("&gt;", ">")) if part.strip()
    ]
    named = [part for part in parts[1:] if part not in ("正文", "详情", "内容")]
    return tuple(reversed(named))


def read_text(data: bytes) -> Draft:
    """The draft of a text file: each line a paragraph. Raises `Refused`."""
    text = decoded(data)
    refuse_secret(text)
    text, readings = without_readings(text)
    text, artefacts = _ARTEFACT.subn("", text)
    raw = [line.replace("\u00a0", " ").strip(" \t\u3000") for line in text.split("\n")]
    raw = ["" if line in ("?", "？") else line for line in raw]  # what a blank of another encoding became
    fields, columns, kept, dropped = _top(raw)
    recognised = recognise([Line(line) for line in kept], fields.get("标题", ""))
    body = to_markdown(parse("".join(_paragraphs(kept, recognised))))
    remarks = (
        *((f"去掉了字后面的注音 {readings} 处",) if readings else ()),
        *((f"去掉了多余的书签标记 {artefacts} 处",) if artefacts else ()),
        *dropped,
        *recognised.dropped,
    )
    return Draft({**recognised.fields, **fields}, body, (), remarks, columns, recognised.found)


def _top(lines: Sequence[str]) -> tuple[dict[str, str], tuple[str, ...], list[str], list[str]]:
    """Fields of a metadata box, columns of a breadcrumb, the lines without them, and what was dropped."""
    found: list[tuple[str, str]] = []
    columns: tuple[str, ...] = ()
    kept: list[str] = []
    dropped: list[str] = []
    seen = 0
    for line in lines:
        seen += bool(line)
        path = breadcrumb(line) if 0 < seen <= 3 and len(line) < 120 else ()
        if path:
            columns = path
            dropped.append(f"导航“{line[:40]}”没有放进正文")
        elif seen <= _TOP and _box_line(line):
            found += pairs(line)
        else:
            kept.append(line)
    return merged(iter(found)), columns, kept, dropped


def _box_line(line: str) -> bool:
    """A line with two labels, or one label and no more than a value (`时间:`)."""
    if is_box(line):
        return True
    found = list(pairs(line))
    return len(found) == 1 and len(line) < 60 and not re.search(r"[。；;]", line)


def _paragraphs(lines: Sequence[str], recognised: Recognised) -> Iterator[str]:
    for place, line in enumerate(lines):
        text = recognised.rewritten.get(place, line)
        if text and place not in recognised.consumed:
            yield f"<p>{html.escape(text).replace(chr(10), '<br>')}</p>\n"
