"""`content/gazette/2026-01.yml`: one issue of the gazette; and which items of the catalog its entries name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gongkai.loading.codes import finding, shortened
from gongkai.loading.dates import read_moment
from gongkai.loading.field_types import nearest
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table
from gongkai.loading.unit_file import SettingsFile, settings_document
from gongkai.model.catalog import Catalog
from gongkai.model.gazette import Entry, Issue
from gongkai.model.item import Item
from gongkai.model.numbers import doc_number_key, index_number_key
from gongkai.model.problem import Problem, in_order

FOLDER = "gazette"
CODE, GAP, STALE = "L080", "L081", "L082"
Note = Callable[[int, str, str, str], None]
_NAME = re.compile(r"(20\d\d)-(\d\d)\.ya?ml")
_KEYS = ("名称", "出版日期", "总期号", "条目", "缺期说明")
_EXAMPLE = "出版日期: 2026-03-31\n条目:\n  县政府文件:\n    - 示政发〔2026〕3号"


@dataclass(frozen=True, slots=True)
class Gazette:
    """All issues, oldest first, and what is wrong with their files; paths in findings lie below the content folder."""

    issues: tuple[Issue, ...] = ()
    problems: tuple[Problem, ...] = ()


def has_gazette(content: Path) -> bool:
    """Whether there is any issue."""
    return any(_NAME.fullmatch(path.name) for path in _listed(content))


def _listed(content: Path) -> list[Path]:
    folder = content / FOLDER
    return sorted(p for p in folder.iterdir() if p.suffix in (".yml", ".yaml")) if folder.is_dir() else []


def read_gazette(content: Path, unit: str) -> Gazette:
    """Read all issues; one that cannot be read is a finding and the others stand."""
    issues: list[Issue] = []
    problems: list[Problem] = []
    for path in _listed(content):
        shown = f"{FOLDER}/{path.name}"
        if not _NAME.fullmatch(path.name):
            message = f"“{path.name}”不是期号：文件名应写成“年份-期号”，例如 2026-01.yml。"
            problems.append(finding(CODE, shown, message, hint=f"改名为 {FOLDER}/2026-01.yml"))
            continue
        found = _issue(content, path.name, unit, problems)
        if found is not None:
            issues.append(found)
    ordered = tuple(sorted(issues, key=lambda issue: (issue.year, issue.number)))
    return Gazette(ordered, in_order([*problems, *gaps(ordered)]))


def _issue(content: Path, name: str, unit: str, problems: list[Problem]) -> Issue | None:
    shown = f"{FOLDER}/{name}"
    root = settings_document(SettingsFile(content, shown, ""), CODE)

    def note(line: int, field: str, message: str, hint: str) -> None:
        problems.append(finding(CODE, shown, message, line=line, field=field, hint=hint))

    if isinstance(root, Problem):
        problems.append(root)
    elif not isinstance(root, Table):
        note(1, "", "这一期还没有内容：要写出版日期和条目。", _EXAMPLE)
    else:
        parts = dict(_parts(root, note))
        day = _day(parts.get("出版日期"), note)
        entries = tuple(_entries(parts.get("条目"), note))
        if day is None:
            return None
        match = _NAME.fullmatch(name)
        assert match is not None  # noqa: S101 - the caller has looked
        pdf = f"{FOLDER}/{match[1]}-{match[2]}.pdf"
        return Issue(
            path=shown, year=int(match[1]), number=int(match[2]), day=day, entries=entries,
            name=_text(parts.get("名称")) or f"{unit}公报", total=_total(parts.get("总期号"), note),
            gap_note=_text(parts.get("缺期说明")), pdf=pdf if (content / pdf).is_file() else "",
        )  # fmt: skip
    return None


def _parts(root: Table, note: Note) -> Iterator[tuple[str, Marked]]:
    for mark, value in root.pairs:
        if mark.text in _KEYS:
            yield mark.text, value
            continue
        near = nearest(mark.text, _KEYS)
        meant = f"是不是“{near}”？" if near else f"可以写的有：{'、'.join(_KEYS)}。"
        note(mark.line, mark.text, f"没有“{shortened(mark.text)}”这一项。{meant}", near or "删去这一行。")


def _text(value: Marked | None) -> str:
    return value.text if isinstance(value, Scalar) else ""


def _day(value: Marked | None, note: Note) -> date | None:
    found = read_moment(_text(value)) if value is not None else "没有写。"
    if isinstance(found, str):
        line = value.line if value is not None else 1
        message = f"“出版日期”写的“{_text(value)}”不是日期。" if value is not None else "缺少“出版日期”。"
        note(line, "出版日期", message, "出版日期: 2026-03-31")
        return None
    return found.day


def _total(value: Marked | None, note: Note) -> int:
    text = _text(value)
    if value is not None and not (text.isascii() and text.isdigit()):
        note(value.line, "总期号", f"“总期号”写的“{shortened(text)}”不是整数。", "总期号: 9")
        return 0
    return int(text or 0)


def _entries(value: Marked | None, note: Note) -> Iterator[Entry]:
    if value is None:
        note(1, "条目", "缺少“条目”：这一期登哪些文件。", _EXAMPLE)
        return
    groups = value.pairs if isinstance(value, Table) else ((Scalar("", value.line), value),)
    for section, listed in groups:
        parts = listed.items if isinstance(listed, Series) else (listed,)
        for part in parts:
            if isinstance(part, Scalar) and part.text:
                yield Entry(section.text, part.text, part.line)
            else:
                message = "条目一行一个，写索引号、发文字号或文件路径。"
                note(part.line, "条目", message, "- 示政发〔2026〕3号")


def gaps(issues: Iterable[Issue]) -> Iterator[Problem]:
    """Issue numbers that are lacking within a year, and running numbers that do not follow each other."""
    before: Issue | None = None
    for issue in issues:
        same = before is not None and before.year == issue.year
        expected = before.number + 1 if before is not None and same else 1
        if issue.number > expected and not issue.gap_note:
            lacking = "、".join(str(n) for n in range(expected, issue.number))
            message = f"{issue.year} 年缺第 {lacking} 期。"
            hint = "补上缺的各期；确实没有出的，在这一期写“缺期说明: 第×期未出版”。"
            yield finding(GAP, issue.path, message, hint=hint)
        if before and before.total and issue.total and issue.total != before.total + 1 and not issue.gap_note:
            message = f"总期号 {issue.total} 不接上一期（{before.title}）。"
            yield finding(GAP, issue.path, message, field="总期号", hint=f"总期号: {before.total + 1}")
        before = issue


@dataclass(frozen=True, slots=True)
class Resolved:
    """An issue with the items that its entries name, in sections; problems of entries that name none."""

    issue: Issue
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    problems: tuple[Problem, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in the order of reading."""
        return tuple(item for _, items in self.sections for item in items)


def resolve_issue(issue: Issue, catalog: Catalog) -> Resolved:
    """Find the items of an issue: by index number, document number, or path below the content folder."""
    sections: dict[str, list[Item]] = {}
    problems: list[Problem] = []
    seen: set[str] = set()
    for entry in issue.entries:
        found = _find(entry.text, catalog)
        if len(found) == 1 and found[0].index_number not in seen:
            seen.add(found[0].index_number)
            sections.setdefault(entry.section, []).append(found[0])
        else:
            problems.append(_unfound(issue, entry, found, catalog))
    made = tuple((section, tuple(items)) for section, items in sections.items())
    return Resolved(issue, made, tuple(problems))


def _find(text: str, catalog: Catalog) -> tuple[Item, ...]:
    item = catalog.by_number.get(text)
    if item is not None:
        return () if item.withdrawn else (item,)
    numbered = catalog.by_doc_number.get(doc_number_key(text), ())
    if numbered:
        return tuple(numbered)
    number, path = index_number_key(text), text.replace("\\", "/").removeprefix("content/")
    return tuple(i for i in catalog.items if i.path == path or index_number_key(i.index_number) == number)


def _unfound(issue: Issue, entry: Entry, found: tuple[Item, ...], catalog: Catalog) -> Problem:
    def told(message: str, hint: str) -> Problem:
        return finding(CODE, issue.path, message, line=entry.line, field="条目", hint=hint)

    if len(found) == 1:
        return told(f"“{shortened(entry.text)}”在这一期写了两次。", "删去一行。")
    if found:
        numbers = "、".join(i.index_number for i in found)
        return told(f"“{shortened(entry.text)}”对得上 {len(found)} 条信息。", f"改写索引号：{numbers}")
    known = tuple(i.doc_number for i in catalog.items if i.doc_number)
    near = nearest(entry.text, known)
    meant = f"最接近的是“{near}”。" if near else ""
    return told(
        f"已公开的信息里没有“{shortened(entry.text)}”，这一期里没有登它。{meant}",
        near or "写索引号、发文字号或文件路径。",
    )


def issue_mark(resolved: Resolved) -> str:
    """What an issue's pdf was made from, in one short text that the pdf carries."""
    parts = [repr(replace(resolved.issue, pdf=""))]
    parts += [
        f"{section}\0{i.index_number}\0{i.sha256}" for section, items in resolved.sections for i in items
    ]
    return "gongkai-issue:" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def stale_pdf(resolved: Resolved, content: Path) -> Problem | None:
    """The finding about a pdf that was made from other contents than the issue has now."""
    if not resolved.issue.pdf:
        return None
    try:
        data = (content / resolved.issue.pdf).read_bytes()
    except OSError:
        return None
    if issue_mark(resolved).encode() in data:
        return None
    message = f"{resolved.issue.title}的 PDF 不是按现在的目录和内容生成的。"
    return finding(STALE, resolved.issue.pdf, message, hint=f"gongkai report gazette {resolved.issue.slug}")
