"""`_table.yml`: what a folder's table is called, where its rows are, which fields it has, who signed it off."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from gongkai.loading import field_types as read
from gongkai.loading.bad_value import BadValue
from gongkai.loading.codes import finding, quoted, shortened
from gongkai.loading.marked_yaml import Marked, Scalar, Series, Table, Trouble, parse
from gongkai.loading.source import Raw
from gongkai.loading.tables_catalogues import (
    Catalogue,
    FieldSpec,
    catalogue_names,
    plain_of,
    read_catalogue,
    type_named,
    with_listed,
)
from gongkai.model.item import SignOff
from gongkai.model.problem import Level, Problem
from gongkai.model.table import FIELD_TYPES, TableField

Reader = Callable[[Raw], object]
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")


def _slug(raw: Raw) -> str:
    text = read.line(raw)
    if text and (not _SLUG.fullmatch(text) or text == "archive"):
        read.fail("小写字母、数字和减号", "qzqd")
    return text


def _type(raw: Raw) -> str:
    text = read.line(raw)
    if text and not type_named(text):
        words = tuple(FIELD_TYPES.values())
        read.fail(f"以下之一：{'、'.join(words)}", read.nearest(text, words) or "文字")
    return type_named(text)


_KEYS: Mapping[str, tuple[str, Reader]] = {
    "目录": ("catalogue", read.line), "标题": ("title", read.line), "名称": ("title", read.line),
    "栏目": ("column", read.line), "代号": ("slug", _slug), "说明": ("description", read.text),
    "备注": ("note", read.text), "依据": ("basis", read.text), "数据": ("data", read.line),
    "工作表": ("sheet", read.line), "表头行": ("header", read.count), "发布日期": ("published", read.moment),
    "版本日期": ("updated", read.day), "责任部门": ("department", read.line),
    "公开责任部门": ("department", read.line), "审核": ("review", read.sign_off),
    "审核人": ("reviewer", read.line), "审核日期": ("review_date", read.day),
    "保密审查": ("secrecy_review", read.sign_off), "保密审查人": ("secrecy_reviewer", read.line),
    "保密审查日期": ("secrecy_date", read.day), "公开方式": ("disclosure", read.line),
    "公开范围": ("scope", read.line), "草稿": ("draft", read.yesno), "内部": ("internal", read.yesno),
    "每行一页": ("row_pages", read.yesno), "不用字段": ("without", read.names),
    "筛选": ("filter", read.names), "排序": ("sort", read.names), "变动": ("changes", read.changes),
    "字段": ("fields", lambda raw: raw),
}  # fmt: skip
_FIELD_KEYS: Mapping[str, tuple[str, Reader]] = {
    "名称": ("name", read.line), "键": ("key", _slug), "别名": ("aka", read.names), "类型": ("type", _type),
    "必填": ("required", read.yesno), "筛选": ("filter", read.yesno), "列表": ("listed", read.yesno),
    "合计": ("total", read.yesno), "单位": ("unit", read.line), "选项": ("choices", read.names),
    "公开": ("public", read.yesno), "关键": ("ident", read.yesno), "标题": ("title", read.yesno),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Definition:
    """A table as its file defines it. `specs` are empty where the header of the data says everything."""

    folder: str
    path: str
    values: Mapping[str, object]
    lines: Mapping[str, int]
    specs: tuple[FieldSpec, ...]
    catalogue: Catalogue | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether a finding keeps the table from being published."""
        return any(problem.level is Level.BLOCK for problem in self.problems)

    @property
    def internal(self) -> bool:
        """Whether it is for the unit alone: read and checked, never published."""
        return bool(self.values.get("internal") or (self.catalogue and self.catalogue.internal))

    def text(self, key: str) -> str:
        """A value as text, empty without one."""
        return str(self.values.get(key, ""))

    @property
    def sort(self) -> tuple[str, ...]:
        """The fields by which the rows are ordered, those with `-` downwards."""
        own = self.values.get("sort")
        return (
            tuple(map(str, own)) if isinstance(own, tuple) else self.catalogue.sort if self.catalogue else ()
        )


@dataclass(slots=True)
class _Desk:
    """Gathers the findings about one file."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def say(self, code: str, line: int, name: str, message: str, hint: str) -> None:
        self.problems.append(finding(code, self.path, message, line=line, field=name, hint=hint))


def read_definition(text: str, folder: str, path: str) -> Definition:
    """Read a `_table.yml`; whatever is wrong with it is a finding."""
    desk = _Desk(path)
    marked = parse(text)
    if isinstance(marked, Trouble):
        desk.say("T001", marked.line, marked.field, marked.message, marked.hint)
        marked = None
    elif marked is not None and not isinstance(marked, Table):
        desk.say(
            "T001", 1, "", "清单定义应当是一行一个“名称: 值”。", "目录: 权责清单\n标题: 权责清单（2026年版）"
        )
        marked = None
    values, lines = _values(marked.pairs, _KEYS, desk) if marked else ({}, {})
    values |= _signed(values)
    catalogue = _catalogue(values, lines, desk)
    written = next((v for k, v in marked.pairs if k.text in ("字段", "fields")), None) if marked else None
    specs = _specs(catalogue, written, values, lines, desk)
    values.setdefault("title", catalogue.name if catalogue else folder.rpartition("/")[2])
    values.setdefault("slug", catalogue.slug if catalogue else _hashed(folder.rpartition("/")[2]))
    if not values.get("published") and not (catalogue and catalogue.internal) and not values.get("internal"):
        desk.say("T001", 1, "发布日期", "缺少“发布日期”：清单和信息一样要写。", "发布日期: 2026-03-27")
    return Definition(folder, path, values, lines, specs, catalogue, tuple(desk.problems))


def _hashed(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def _values(
    pairs: Iterable[tuple[Scalar, Marked]], known: Mapping[str, tuple[str, Reader]], desk: _Desk
) -> tuple[dict[str, object], dict[str, int]]:
    readers = dict(known) | {key: (key, reader) for key, reader in known.values()}
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    for mark, marked in pairs:
        name = mark.text
        if name not in readers:
            near = read.nearest(name, tuple(known))
            guess = f"是不是“{near}”？" if near else f"可以写的有：{'、'.join(known)}。"
            desk.say(
                "T001", mark.line, name, f"没有“{shortened(name)}”这一项。{guess}", f"{near or '标题'}: …"
            )
            continue
        key, reader = readers[name]
        if key in values:
            desk.say("T001", mark.line, name, f"“{name}”写了两次（或用两个名称各写了一次）。", "只留一行。")
            continue
        try:
            value = reader(plain_of(marked))
        except BadValue as error:
            context = error.context
            message = (
                f"“{name}”的值“{shortened(str(plain_of(marked)))}”不对，这里应写{context.get('expected')}。"
            )
            desk.say("T001", mark.line, name, message, f"{name}: {context.get('hint')}")
            continue
        lines[key] = mark.line
        if value not in (None, "", ()):
            values[key] = value
    return values, lines


def _signed(values: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for pair, who, when in (
        ("review", "reviewer", "review_date"),
        ("secrecy_review", "secrecy_reviewer", "secrecy_date"),
    ):
        signed = values.get(pair)
        if isinstance(signed, SignOff):
            found |= {who: signed.name} | ({when: signed.day} if signed.day else {})
    return found


def _catalogue(values: Mapping[str, object], lines: Mapping[str, int], desk: _Desk) -> Catalogue | None:
    name = str(values.get("catalogue", ""))
    if not name:
        return None
    slug = catalogue_names().get(name)
    if slug:
        return read_catalogue(slug)
    names = tuple(n for n in catalogue_names() if not n.isascii())
    near = read.nearest(name, names)
    guess = f"是不是“{near}”？" if near else ""
    message = f"没有“{shortened(name)}”这种目录。{guess}可用的有：{quoted(names, 40)}。"
    desk.say("T002", lines.get("catalogue", 0), "目录", message, f"目录: {near or '权责清单'}")
    return None


def _specs(
    catalogue: Catalogue | None,
    written: Marked | None,
    values: Mapping[str, object],
    lines: Mapping[str, int],
    desk: _Desk,
) -> tuple[FieldSpec, ...]:
    """The catalogue's fields with the site's own changes on top."""
    specs = {spec.field.name: spec for spec in (catalogue.fields if catalogue else ())}
    for name in _listed(values.get("without")):
        if name not in specs:
            _unknown_field(desk, lines.get("without", 0), "不用字段", name, specs)
        specs.pop(name, None)
    for row in _rows(written, desk):
        spec = _spec(row, specs, desk)
        if spec:
            specs[spec.field.name] = spec
    filters = values.get("filter")
    if isinstance(filters, tuple) and specs:
        for name in _listed(filters):
            if name not in specs:
                _unknown_field(desk, lines.get("filter", 0), "筛选", name, specs)
        specs = {
            name: replace(spec, field=replace(spec.field, filter=name in filters))
            for name, spec in specs.items()
        }
    stated = values.get("row_pages")
    pages = stated if isinstance(stated, bool) else catalogue.row_pages if catalogue else None
    return with_listed(specs.values(), pages)


def _listed(raw: object) -> tuple[str, ...]:
    return tuple(map(str, raw)) if isinstance(raw, tuple) else ()


def _unknown_field(desk: _Desk, line: int, key: str, name: str, specs: Mapping[str, FieldSpec]) -> None:
    near = read.nearest(name, tuple(specs))
    message = f"“{key}”里的“{shortened(name)}”不是这个清单的字段。字段有：{quoted(tuple(specs), 30)}。"
    desk.say("T001", line, key, message, f"{key}: [{near or next(iter(specs), '')}]")


def _rows(written: Marked | None, desk: _Desk) -> Iterator[Table]:
    if written is None:
        return
    for each in written.items if isinstance(written, Series) else (written,):
        if isinstance(each, Table):
            yield each
        elif isinstance(each, Scalar) and each.text:
            yield Table(((Scalar("名称", each.line), each),), each.line)
        else:
            desk.say(
                "T001", each.line, "字段", "每个字段写“名称”，需要时写类型等。", "- {名称: 金额, 类型: 金额}"
            )


def _spec(row: Table, known: Mapping[str, FieldSpec], desk: _Desk) -> FieldSpec | None:
    """A field of the site's own, or a change to one of the catalogue's."""
    values, _ = _values(row.pairs, _FIELD_KEYS, desk)
    name = str(values.get("name", ""))
    if not name:
        desk.say("T001", row.line, "字段", "这个字段没有写“名称”。", "- {名称: 金额, 类型: 金额}")
        return None
    base = known.get(name) or FieldSpec(
        TableField(key=str(values.get("key") or f"f{_hashed(name)}"), name=name)
    )
    own = {
        k: values[k] for k in ("key", "type", "required", "filter", "total", "unit", "choices") if k in values
    }
    around = {k: values[k] for k in ("aka", "ident", "title", "public", "listed") if k in values}
    return replace(base, field=replace(base.field, **own), **around)  # type: ignore[arg-type] # read by type
