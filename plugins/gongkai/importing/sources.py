"""Which kind of file it is, and the drafts that it gives; a file that gives none is refused in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from gongkai.importing.draft import Attached, Draft, FindFile, Refused
from gongkai.importing.markdown_files import KeyOf, read_markdown
from gongkai.importing.page import read_page
from gongkai.importing.pictures import without_metadata
from gongkai.importing.rows import read_list
from gongkai.importing.texts import read_text
from gongkai.importing.word import read_word
from gongkai.loading.bounded import LIMITS, MEGABYTE
from gongkai.loading.files import ATTACHABLE, extension

_WORD, _PAGES, _TEXTS, _MARKDOWN, _LISTS = (
    frozenset({"docx", "docm", "dotx"}), frozenset({"html", "htm", "shtml"}), frozenset({"txt"}),
    frozenset({"md", "markdown"}), frozenset({"csv", "xlsx"}),
)  # fmt: skip
READ = _WORD | _PAGES | _TEXTS | _MARKDOWN | _LISTS
"""Endings of files that are read."""
_SAVE_AS = {
    "doc": "旧版 Word 文件（.doc）", "wps": "WPS 文字文件（.wps）", "dot": "旧版 Word 模板", "wpt": "WPS 模板",
    "rtf": "RTF 文件", "odt": "ODT 文件", "pages": "Pages 文件", "mht": "单个文件网页（.mht）", "mhtml": "单个文件网页（.mhtml）",
}  # fmt: skip
_LIST_AS = {"xls": "旧版 Excel 文件（.xls）", "et": "WPS 表格文件（.et）", "ods": "ODS 文件"}
ASKED_FOR = frozenset({*_SAVE_AS, *_LIST_AS, "pdf", "ofd"})
"""Endings of files that cannot be read, but are answered with what to do."""
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, or of a row of a list: a draft, or why there is none. `name` tells a clerk which."""

    name: str
    draft: Draft | None = None
    refused: str = ""


def outcomes(
    name: str, data: bytes, find: FindFile, key_of: KeyOf, as_attachment: bool = False
) -> Iterator[Outcome]:
    """The drafts of a file; nothing is raised. `find` gives the files beside it, `key_of` Chinese names of fields."""
    kind = extension(name)
    try:
        _refuse_size(data)
        if as_attachment and kind not in _MARKDOWN:
            yield Outcome(name, attachment_only(name, data))
        elif kind in _LISTS:
            rows = read_list(data, kind, find, key_of, lambda n, d: document(n, d, find, key_of))
            yield from (Outcome(f"{name} {row.place}", row.draft, row.refused) for row in rows)
        else:
            yield Outcome(name, document(name, data, find, key_of))
    except Refused as error:
        yield Outcome(name, refused=str(error))


def _refuse_size(data: bytes) -> None:
    if not data:
        raise Refused("这个文件是空的。")
    if len(data) > LIMITS.file:
        raise Refused(
            f"这个文件有 {len(data) // MEGABYTE} MB，超过 {LIMITS.file // MEGABYTE} MB。请压缩其中的图片再导入。"
        )


def document(name: str, data: bytes, find: FindFile, key_of: KeyOf) -> Draft:
    """The draft of a document with a title: one that says none is called as its file. Raises `Refused`."""
    kind = extension(name)
    if kind in _WORD or (kind in ("doc", "wps") and data.startswith(b"PK\x03\x04")):
        draft = read_word(data)
    elif kind in _PAGES:
        draft = read_page(data, find)
    elif kind in _TEXTS:
        draft = read_text(data)
    elif kind in _MARKDOWN:
        draft = read_markdown(data, name, find, key_of)
    else:
        raise Refused(_why_not(kind))
    return draft if draft.title else _titled(draft, name)


def _why_not(kind: str) -> str:
    if kind in _SAVE_AS:
        return f"这是{_SAVE_AS[kind]}，读不了。请用 WPS 或 Word 打开，另存为“Word 文档 (*.docx)”再导入。"
    if kind in _LIST_AS:
        return f"这是{_LIST_AS[kind]}，读不了。请用 WPS 或 Excel 打开，另存为 .xlsx 再导入。"
    if kind in ("pdf", "ofd"):
        return f"{kind.upper()} 文件不转成正文。有 Word 原稿的导入 .docx；只有 {kind.upper()} 的，加 --as-attachment 作为附件导入。"
    shown = f"“.{kind}”文件" if kind else "没有扩展名的文件"
    return f"{shown}不能导入。可以导入 .docx、.html、.md、.txt、.csv、.xlsx；作为附件加 --as-attachment。"


def _titled(draft: Draft, name: str) -> Draft:
    title = stem(name)
    remark = f"没有认出标题，先用文件名“{title}”，请改"
    return replace(draft, fields={"标题": title, **draft.fields}, remarks=(remark, *draft.remarks))


def stem(name: str) -> str:
    """A file's name without folder and ending."""
    last = PurePath(name.replace("\\", "/")).name
    return (last.rpartition(".")[0] or last).strip()[:_LONGEST_NAME] or "未命名"


def attachment_only(name: str, data: bytes) -> Draft:
    """A draft whose whole content is an attachment. Raises `Refused` for a kind that the web does not take."""
    kind = extension(name)
    if kind not in ATTACHABLE:
        raise Refused(f"“.{kind}”文件不能放到网上，不能作为附件。请另存为 PDF、Word、Excel 或图片。")
    last = PurePath(name.replace("\\", "/")).name
    return Draft(
        {"标题": stem(name)}, "", (Attached(last, without_metadata(last, data)),), ("标题取自文件名，请核对",)
    )
