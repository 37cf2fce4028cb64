"""`content/单位.yml` → Unit; and the settings file reader that it shares with the other YAML files of a site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from gongkai.loading import field_types as read
from gongkai.loading.bad_value import BadValue
from gongkai.loading.codes import finding, shortened
from gongkai.loading.decode import decode
from gongkai.loading.diagnosis import diagnose
from gongkai.loading.folder import reason
from gongkai.loading.front_matter import read_front_matter
from gongkai.loading.marked_yaml import Marked, Trouble, parse
from gongkai.loading.source import Entry, SourceFile
from gongkai.model.problem import Problem
from gongkai.model.unit import Portal, Unit

UNIT_FILE = "单位.yml"

_KEYS: Mapping[str, tuple[str, str]] = {
    "机构名称": ("name", "text"), "单位名称": ("name", "text"), "简称": ("short_name", "text"),
    "发文代字": ("doc_words", "list"), "统一社会信用代码": ("code", "code"), "行政区划代码": ("region_code", "code"),
    "地址": ("address", "text"), "办公地址": ("address", "text"), "办公时间": ("office_hours", "text"),
    "电话": ("phone", "phone"), "联系电话": ("phone", "phone"), "传真": ("fax", "phone"), "邮箱": ("email", "text"),
    "电子邮箱": ("email", "text"), "邮政编码": ("postcode", "code"), "公开工作机构": ("disclosure_office", "text"),
    "监督电话": ("complaint_phone", "phone"), "依申请在线入口": ("application_url", "url"),
    "互动入口": ("interaction_url", "url"), "村（社区）": ("villages", "list"), "村(社区)": ("villages", "list"),
    "村社区": ("villages", "list"), "演示": ("demonstration", "yesno"), "批准开办": ("site_approved", "text"),
    "网站标识码": ("site_id", "code"), "ICP备案号": ("icp", "text"), "公安备案号": ("police", "text"),
    "党政机关标识": ("organ_mark_url", "url"), "试点领域": ("fields26", "list"),
}  # fmt: skip
_PORTAL_KEYS: Mapping[str, tuple[str, str]] = {
    "名称": ("name", "text"), "网址": ("url", "url"), "标识码": ("site_id", "code"), "页头": ("header", "text"),
    "页脚": ("footer", "text"), "找错入口": ("error_report_url", "url"),
}  # fmt: skip
_READERS = {
    "text": read.text,
    "list": read.names,
    "code": read.line,
    "phone": read.phone,
    "url": read.url,
    "yesno": read.yesno,
}
_LINE = re.compile(r"第 (\d+) 行")
_SNIPPET_FOLDERS = ("", "_门户/")


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A YAML file of the content folder that is no item."""

    content: Path
    name: str
    shown: str

    @property
    def path(self) -> str:
        """The path shown in findings."""
        return self.shown + self.name


def settings_text(file: SettingsFile, code: str) -> str | Problem | None:
    """The file's text, None when it is absent, or why it cannot be read (with the given code)."""
    try:
        data = (file.content / file.name).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return finding(code, file.path, f"这个文件打不开：{reason(error)}。", hint="检查文件的权限。")
    text = decode(data, file.path)
    if isinstance(text, Problem):
        return text if text.code != "L003" else ""
    return text


def settings_document(file: SettingsFile, code: str) -> Marked | Problem | None:
    """The file as YAML whose values keep their lines; None when it is absent or says nothing; or why it cannot
    be read (with the given code).
    """
    text = settings_text(file, code)
    document = parse(text) if isinstance(text, str) else text
    if not isinstance(document, Trouble):
        return document
    return finding(
        code, file.path, document.message, line=document.line, field=document.field, hint=document.hint
    )


def settings_entries(file: SettingsFile, text: str, code: str) -> tuple[Entry, ...] | Problem:
    """The entries of a YAML mapping, read by the same rules as front matter."""
    if not text.strip() or all(
        line.lstrip().startswith("#") or not line.strip() for line in text.splitlines()
    ):
        return ()
    body = "\n".join("" if line.strip() == "---" else line for line in text.splitlines())
    try:
        found = read_front_matter(SourceFile(file.name, file.path, "", f"---\n{body}\n---\n"))
    except yaml.YAMLError:
        return finding(code, file.path, diagnose(body, 1).message)
    if isinstance(found, Problem):
        moved = max(found.line - 1, 0)
        message = _LINE.sub(lambda m: f"第 {int(m[1]) - 1} 行", found.message)
        return finding(code, file.path, message, line=moved, field=found.field, hint=found.hint)
    return tuple(
        Entry(e.name, e.value, e.line - 1, tuple(n - 1 for n in e.item_lines)) for e in found.entries
    )


def read_unit(content: Path, shown: str) -> tuple[Unit, tuple[Problem, ...]]:
    """The unit of a site and what is wrong with its file; a unit without a name when it cannot be read."""
    file = SettingsFile(content, UNIT_FILE, shown)
    text = settings_text(file, "U001")
    if isinstance(text, Problem):
        return Unit(name=""), (text,)
    if text is None:
        hint = "机构名称: 示例县青山镇人民政府"
        return Unit(name=""), (
            finding("U001", file.path, f"缺少 {UNIT_FILE}：本单位的名称、电话、地址写在这里。", hint=hint),
        )
    entries = settings_entries(file, text, "U002")
    if isinstance(entries, Problem):
        return Unit(name=""), (entries,)
    return _unit(file, entries)


def _unit(file: SettingsFile, entries: tuple[Entry, ...]) -> tuple[Unit, tuple[Problem, ...]]:
    problems: list[Problem] = []
    values: dict[str, object] = {}
    for entry in entries:
        if entry.name.strip() == "上级门户":
            values["portal"] = _portal(file, entry, problems)
        else:
            _set(file, entry, _KEYS, values, problems)
    if not values.get("name"):
        values["name"] = ""
        problems.append(
            finding(
                "U004", file.path, "缺少“机构名称”。", field="机构名称", hint="机构名称: 示例县青山镇人民政府"
            )
        )
    return Unit(**values), tuple(problems)  # type: ignore[arg-type]


def _set(
    file: SettingsFile,
    entry: Entry,
    keys: Mapping[str, tuple[str, str]],
    values: dict[str, object],
    problems: list[Problem],
) -> None:
    known = dict(keys) | {pair[0]: pair for pair in keys.values()}
    key, kind = known.get(entry.name.strip(), ("", ""))
    if not key:
        near = read.nearest(entry.name, tuple(keys))
        message = f"没有“{shortened(entry.name)}”这一项。" + (
            f"是不是“{near}”？" if near else f"可以写的有：{'、'.join(keys)}。"
        )
        hint = f"{near}: {entry.value}" if near and isinstance(entry.value, str) else "删去这一行。"
        problems.append(finding("U003", file.path, message, line=entry.line, field=entry.name, hint=hint))
    elif key in values:
        message = f"“{entry.name}”写了两次（或用两个名称各写了一次）。"
        problems.append(
            finding("U005", file.path, message, line=entry.line, field=entry.name, hint="只留一行。")
        )
    else:
        _set_value(file, entry, key, kind, values, problems)


def _set_value(
    file: SettingsFile, entry: Entry, key: str, kind: str, values: dict[str, object], problems: list[Problem]
) -> None:
    try:
        value = _READERS[kind](entry.value)
    except BadValue as error:
        context = error.context
        message = (
            f"“{entry.name}”的值“{shortened(str(entry.value))}”不对，这里应写{context.get('expected')}。"
        )
        hint = f"{entry.name}: {context.get('hint')}"
        problems.append(finding("U005", file.path, message, line=entry.line, field=entry.name, hint=hint))
        return
    if value is not None:
        values[key] = value


def _portal(file: SettingsFile, entry: Entry, problems: list[Problem]) -> Portal:
    if not isinstance(entry.value, Mapping):
        hint = "上级门户:\n  名称: 示例县人民政府\n  网址: https://www.shili.example/"
        message = "“上级门户”下面要分行写名称、网址、标识码、页头、页脚。"
        problems.append(finding("U005", file.path, message, line=entry.line, field=entry.name, hint=hint))
        return Portal()
    values: dict[str, object] = {}
    for (name, raw), line in zip(entry.value.items(), entry.item_lines, strict=False):
        _set(file, Entry(name, raw, line), _PORTAL_KEYS, values, problems)
    lines = {
        _PORTAL_KEYS.get(name.strip(), (name,))[0]: line
        for name, line in zip(entry.value, entry.item_lines, strict=False)
    }
    for key, label in (("header", "页头"), ("footer", "页脚")):
        if values.get(key):
            place = Entry(label, "", lines.get(key, entry.line))
            values[key] = _snippet(file, str(values[key]), place, problems)
    return Portal(**values)  # type: ignore[arg-type]


def _snippet(file: SettingsFile, name: str, entry: Entry, problems: list[Problem]) -> str:
    """The text of a header or footer snippet: beside 单位.yml or in `_门户/`, never outside the folder."""
    root = file.content.resolve()
    for folder in _SNIPPET_FOLDERS:
        path = (root / (folder + name.replace("\\", "/"))).resolve()
        if path.is_relative_to(root) and path.is_file():
            text = decode(path.read_bytes(), file.shown + folder + name)
            if isinstance(text, str):
                return text
            problems.append(text)
            return ""
    message = f"“{entry.name}”写的门户片段“{shortened(name)}”找不到，它应在 {file.shown}_门户/ 里。"
    hint = f"把门户给的片段存成 {file.shown}_门户/{entry.name}.html；还没有片段的，删去这一行。"
    problems.append(finding("U006", file.path, message, line=entry.line, field=entry.name, hint=hint))
    return ""
