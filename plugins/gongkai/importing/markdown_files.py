"""Markdown files → drafts: the text stays as it is, front matter gives the fields, files beside it come along."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from gongkai.importing.draft import Attached, Draft, Files, FindFile, Refused
from gongkai.importing.pictures import Unusable, cleaned, without_metadata
from gongkai.importing.secrets import refuse_secret
from gongkai.importing.texts import decoded
from gongkai.loading.body_text import targets
from gongkai.loading.files import ATTACHABLE, PICTURES, extension
from gongkai.loading.front_matter import read_front_matter
from gongkai.loading.source import Raw, SourceFile
from gongkai.model.problem import Problem

_HEADING = re.compile(r"#\s+(?P<title>[^\n]+?)\s*#*\s*(?:\n|$)")
_ALIASES = {"date": "发布日期", "author": "作者", "tags": "关键词", "description": "内容概述"}
_PICTURES = PICTURES | {"bmp", "tif", "tiff"}
KeyOf = Callable[[str], str]
"""The Chinese name of a field, given as any of its names; empty for none."""


def read_markdown(data: bytes, name: str, find: FindFile, key_of: KeyOf) -> Draft:
    """The draft of a Markdown file. Raises `Refused`."""
    text = decoded(data)
    refuse_secret(text)
    files = Files()
    remarks: list[str] = []
    fields, body = _front(text.lstrip("\n"), name, key_of, find, files, remarks)
    heading = _HEADING.match(body)
    if heading and fields.get("标题", heading["title"]) == heading["title"]:
        fields["标题"] = heading["title"]
        body = body[heading.end() :].lstrip("\n")
    body = _with_files(body, find, files, remarks)
    return Draft(fields, body, tuple(files.files), tuple(remarks), column=fields.pop("栏目", ""))


def _front(
    text: str, name: str, key_of: KeyOf, find: FindFile, files: Files, remarks: list[str]
) -> tuple[dict[str, str], str]:
    """The fields of the front matter, and the body below it."""
    if not re.match(r"---[ \t]*\n", text):
        return {}, text
    front = read_front_matter(SourceFile(name, name, "", text))
    if isinstance(front, Problem):
        raise Refused(f"信息头读不了：{front.message}")
    fields: dict[str, str] = {}
    for entry in front.entries:
        label = key_of(entry.name) or _ALIASES.get(entry.name.lower(), "")
        if label == "附件":
            _take(_texts(entry.value), find, files, remarks)
        elif label and (value := "、".join(_texts(entry.value))):
            fields.setdefault(label, value)
        elif not label:
            remarks.append(f"信息头里的“{entry.name}”不认识，没有导入")
    return fields, text[front.body_offset :].lstrip("\n")


def _texts(value: Raw) -> Iterator[str]:
    """The texts of a value; of an attachment with a title, its file."""
    if isinstance(value, str):
        yield from (value,) if value.strip() else ()
    elif isinstance(value, Mapping):
        yield from (text for key, part in value.items() if key in ("文件", "file") for text in _texts(part))
    else:
        for part in value:
            yield from _texts(part)


def _take(names: Iterator[str], find: FindFile, files: Files, remarks: list[str]) -> None:
    for name in names:
        data = find(name)
        last = name.replace("\\", "/").rpartition("/")[2]
        if data is None:
            remarks.append(f"附件“{name}”不在文件旁边，没有导入")
        elif extension(last) not in ATTACHABLE:
            remarks.append(f"附件“{name}”不能放到网上，没有导入")
        else:
            files.add(Attached(last, without_metadata(last, data)))


def _with_files(body: str, find: FindFile, files: Files, remarks: list[str]) -> str:
    """The body with its pictures and linked files taken along."""
    pictures = 0
    for written in dict.fromkeys(t.written for t in targets(body, 1)):
        name = unquote(written.partition("#")[0])
        kind = extension(name)
        if re.match(r"(?:[a-z]+:|//|#|/)", written, re.IGNORECASE) or kind not in ATTACHABLE:
            continue
        data = find(name)
        if data is None:
            remarks.append(f"正文里的“{name}”找不到，请放到条目旁边")
            continue
        attached = _attached(name, data, kind, pictures + 1, remarks)
        if attached is not None:
            pictures += attached.picture
            named = files.add(attached)
            for old in (f"({written})", f"(<{written}>)"):
                body = body.replace(old, f"({named})")
    return body


def _attached(name: str, data: bytes, kind: str, number: int, remarks: list[str]) -> Attached | None:
    if kind not in _PICTURES:
        return Attached(name.replace("\\", "/").rpartition("/")[2], data)
    try:
        made = cleaned(data)
    except Unusable as error:
        remarks.append(f"图片“{name}”无法读取（{error}）")
        return None
    return Attached(f"图{number}.{made.ending}", made.data, picture=True)
