"""One file judged by itself: an ordinary page, or an item with what is wrong with it and why it is held back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

from gongkai.loading.assign import Site, category_problem, missing, with_defaults
from gongkai.loading.body_findings import body_problems
from gongkai.loading.body_text import Target, targets
from gongkai.loading.codes import finding
from gongkai.loading.field_types import names as cut_names
from gongkai.loading.front_matter import read_front_matter
from gongkai.loading.gate import held_reasons, reason_secrets, secrets, unfinished
from gongkai.loading.opening import opening
from gongkai.loading.placing import by_folder, place
from gongkai.loading.placing import plain as plain_column
from gongkai.loading.source import Entry, Fields, FrontMatter, SourceFile, as_tuple
from gongkai.loading.spelling import spelled
from gongkai.loading.typing_step import type_fields
from gongkai.model.item import TAKEN_DOWN, Item, Value
from gongkai.model.moment import Moment
from gongkai.model.numbers import INDEX_NUMBER, parse_doc_number, slug_of, squeeze
from gongkai.model.problem import Level, Problem
from gongkai.model.quick import quick
from gongkai.model.relation import Reference

ORDINARY_FOLDER = "页面"
_ORDINARY_KEYS = frozenset({"标题", "名称", "title", "description", "描述"})
_ORDINARY_TAKEN = frozenset({"index", "readme", "404"})
_NOTHING = Fields({}, {}, {})
_ATTRIBUTES = {"issuer": "issuers", "form": "forms", "validity": "stated_validity"}
_SAME = (
    "title", "publisher", "category", "department", "written", "effective", "expires",
    "valid_years", "repeal_date", "document_nature", "registration", "theme", "genre", "topics", "summary",
    "keywords", "source", "source_url", "author", "level", "time_limit", "notice_start", "notice_end", "after_notice",
    "channels", "main_channel", "changes", "withdrawn_reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides whether an item is public: the day and the options of this load."""

    today: date
    preview: bool = False
    require_sign_off: bool = True
    index_pattern: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Candidate:
    """What came of one file. `item` is None when it cannot be made; `held` says why it is not public."""

    source: SourceFile
    problems: tuple[Problem, ...] = ()
    held: tuple[str, ...] = ()
    item: Item | None = None
    fields: Fields = _NOTHING
    values: Mapping[str, object] = field(default_factory=dict)
    ordinary: bool = False
    named: tuple[Target, ...] = ()
    """The links and pictures of the body of an item that may be public."""

    @property
    def blocked(self) -> bool:
        """Whether a finding keeps it from being published."""
        return any(p.level is Level.BLOCK for p in self.problems)

    @property
    def public(self) -> bool:
        """Whether it is to be published, as far as this file alone tells."""
        return self.item is not None and not self.held and not self.blocked


def examine(source: SourceFile, site: Site, rules: Rules) -> Candidate:
    """Judge one file by itself."""
    front = read_front_matter(source)
    if isinstance(front, Problem):
        bare = front.code == "L010" and front.hint.startswith("---\n") and _may_be_ordinary(source, site)
        return _ordinary(source) if bare else Candidate(source, (front,))
    written = {key: e for e in front.entries if (key := site.schema.key_of(e.name, "")) in ("column", "kind")}
    if (
        "column" not in written
        and _may_be_ordinary(source, site)
        and all(e.name in _ORDINARY_KEYS for e in front.entries)
    ):
        return _ordinary(source)
    column = written.get("column")
    placed = place(
        _written_columns(column), source.folder, source.path, column.line if column else 0, site.names
    )
    kind = _kind(written.get("kind"), placed.columns, site)
    fields, problems = type_fields(front.entries, source.path, kind, site.schema, site.tables)
    if placed.problem:
        return Candidate(source, (*problems, placed.problem), fields=fields, values=fields.values)
    return _item_candidate(source, front, fields, problems, placed.columns, kind, site, rules)


def _may_be_ordinary(source: SourceFile, site: Site) -> bool:
    here = source.folder.split("/")[0]
    return here in ("", ORDINARY_FOLDER) and not by_folder(source.folder, site.names)


def _ordinary(source: SourceFile) -> Candidate:
    problems = list(secrets(source, _NOTHING))
    if source.stem.lower() in _ORDINARY_TAKEN and source.folder in ("", ORDINARY_FOLDER):
        message = f"普通页面不能叫“{source.stem}.md”：首页由程序生成。"
        problems.append(
            finding(
                "L035", source.path, message, hint="改个名字，例如 关于本站.md；首页上的内容写成信息条目。"
            )
        )
    return Candidate(source, tuple(problems), ordinary=True)


def _written_columns(entry: Entry | None) -> tuple[str, ...]:
    """The columns as written; a text that holds several is cut, but column names with 、 stay whole."""
    if entry is None:
        return ()
    if isinstance(entry.value, str) and not re.search(r"[;；，,]", entry.value):
        return (entry.value.strip(),) if entry.value.strip() else ()
    return (
        cut_names(entry.value)
        if isinstance(entry.value, str)
        else tuple(str(part) for part in entry.value if part)
    )


def _kind(entry: Entry | None, columns: tuple[str, ...], site: Site) -> str:
    """The kind: the column's, unless the file names another that exists."""
    own = site.tree.columns[columns[0]].kind if columns else "article"
    written = plain_column(entry.value) if entry and isinstance(entry.value, str) else ""
    if not written:
        return own
    known = {plain_column(name): k.key for k in site.tables.kinds.values() for name in (k.key, k.name)}
    return known.get(written, own) if known.get(written) != "view" else own


def _item_candidate(
    source: SourceFile,
    front: FrontMatter,
    fields: Fields,
    problems: tuple[Problem, ...],
    columns: tuple[str, ...],
    kind: str,
    site: Site,
    rules: Rules,
) -> Candidate:
    values = with_defaults(fields, columns, kind, site)
    held = held_reasons(
        values, today=rules.today, preview=rules.preview, require_sign_off=rules.require_sign_off,
        unit=site.unit, allotted=site.allotted,
    )  # fmt: skip
    held += unfinished(source.text[front.body_offset :])
    found = [*problems, *_value_problems(values, fields, source.path, kind, site, rules)]
    wrong = category_problem(values, fields, site.tree.columns[columns[0]], source.path)
    found += [wrong] if wrong else []
    item = _item(source, front, fields, values, columns, kind, site, rules) if _complete(values) else None
    if held:
        kept = tuple(p for p in found if p.level is Level.BLOCK)
        return Candidate(source, kept, held, item, fields, values)
    # What is wrong with a field is said once: a bad value is not also a missing one.
    told = {site.schema.key_of(p.field, kind) for p in problems if p.code == "L022"}
    absent = (
        (p, site.schema.key_of(p.field, kind)) for p in missing(values, columns, kind, source.path, site)
    )
    gone = item is not None and item.withdrawn is not None
    found += [p for p, key in absent if key not in told and (not gone or key == "withdrawn_reason")]
    found += reason_secrets(source, fields) if gone else secrets(source, fields)
    shown = item is not None and not gone
    found += body_problems(source.text[front.body_offset :], front.body_line, source.path) if shown else ()
    named = targets(source.text[front.body_offset :], front.body_line) if shown else ()
    return Candidate(source, tuple(found), (), item, fields, values, named=named)


def _complete(values: Mapping[str, object]) -> bool:
    return bool(values.get("title") and values.get("published") and values.get("index_number"))


def _value_problems(
    values: Mapping[str, object], fields: Fields, path: str, kind: str, site: Site, rules: Rules
) -> list[Problem]:
    """Findings about single values that need more than their type: number forms, dates in the wrong order."""
    found = []
    number = squeeze(str(values.get("index_number", ""))).upper()
    pattern = re.compile(rules.index_pattern) if rules.index_pattern else INDEX_NUMBER
    if number and not pattern.match(number):
        hint = f"索引号: {site.unit.code or '119901210000000000'}/202605-00001"
        message = f"索引号“{values['index_number']}”的格式不对。"
        found.append(_at("L022", path, message, "index_number", fields, hint))
    for early, late in (
        ("notice_start", "notice_end"),
        ("effective", "expires"),
        ("consult_start", "consult_end"),
    ):
        found += _wrong_order(values, fields, path, early, late, site)
    found += _sign_off_twice(fields, path, site)
    if values.get("author") and values.get("author") in (
        values.get("reviewer"),
        values.get("secrecy_reviewer"),
    ):
        message = f"责任编辑和审核人（或保密审查人）都是“{values['author']}”，录入和审核应当不是同一人。"
        found.append(_at("L025", path, message, "author", fields, "请另一位同志审核。"))
    if values.get("validity") and kind not in ("normative", "file"):
        message = "有效性只用于公文和行政规范性文件，这里写了不起作用。"
        found.append(_at("L024", path, message, "validity", fields, "删去这一行。"))
    return found


def _at(code: str, path: str, message: str, key: str, fields: Fields, hint: str) -> Problem:
    return finding(
        code, path, message, line=fields.lines.get(key, 0), field=fields.names.get(key, key), hint=hint
    )


def _wrong_order(
    values: Mapping[str, object], fields: Fields, path: str, early: str, late: str, site: Site
) -> list[Problem]:
    first, last = values.get(early), values.get(late)
    if not (isinstance(first, date) and isinstance(last, date) and last < first):
        return []
    label = site.schema.label
    message = f"“{label(late)}”{last.isoformat()} 比“{label(early)}”{first.isoformat()} 还早。"
    return [_at("L022", path, message, late, fields, f"{label(late)}: {first.isoformat()}")]


def _sign_off_twice(fields: Fields, path: str, site: Site) -> list[Problem]:
    pairs = (("review", "reviewer"), ("secrecy_review", "secrecy_reviewer"))
    found = []
    for pair, single in pairs:
        signed, name = fields.values.get(pair), fields.values.get(single)
        if signed is not None and name is not None and getattr(signed, "name", "") != name:
            message = f"“{site.schema.label(pair)}”和“{site.schema.label(single)}”写的人不一样。"
            found.append(
                _at(
                    "L021",
                    path,
                    message,
                    single,
                    fields,
                    f"只留“{site.schema.label(pair)}: {name} 2026-05-03”一行。",
                )
            )
    return found


def slug_for(index_number: str) -> str:
    """The address part of an index number, Chinese in it as pinyin."""
    if index_number.isascii():
        return slug_of(index_number)
    return slug_of(index_number, {c: spelled(c)[0] for c in index_number if "\u4e00" <= c <= "\u9fff"})


def _item(
    source: SourceFile, front: FrontMatter, fields: Fields, values: Mapping[str, object],
    columns: tuple[str, ...], kind: str, site: Site, rules: Rules,
) -> Item:  # fmt: skip
    number = str(values["index_number"])
    own = {key: values[key] for key in _SAME if values.get(key) is not None}
    own |= {name: values[key] for key, name in _ATTRIBUTES.items() if key in values}
    doc = parse_doc_number(str(values["doc_number"])) if values.get("doc_number") else None
    needs = values.get("needs_interpretation")
    withdrawn = withdrawn_on(values)
    published = cast(Moment, values["published"])
    return Item(
        path=source.relative,
        sha256=source.sha256,
        body_offset=front.body_offset,
        body_line=front.body_line,
        opening="" if values.get("summary") else opening(source.text[front.body_offset :]),
        index_number=number,
        slug=slug_for(number),
        kind=kind,
        columns=columns,
        published=published,
        doc_number=doc.text if doc else str(values.get("doc_number", "")),
        audience="、".join(as_tuple(values.get("audience"))),
        needs_interpretation=needs[0] if isinstance(needs, tuple) else None,
        no_interpretation_reason=str(needs[1]) if isinstance(needs, tuple) else "",
        withdrawn=withdrawn if withdrawn and withdrawn <= rules.today else None,
        details=_details(values, site),
        references=tuple(_reference(*r) for r in fields.references),
        lines=fields.lines,
        **own,  # type: ignore[arg-type]
    )


def withdrawn_on(values: Mapping[str, object]) -> date | None:
    """The day from which an item is withdrawn: 撤下日期, else the one after a notice that asks for it (到期处理: 撤下)."""
    said, end = values.get("withdrawn"), values.get("notice_end")
    if isinstance(said, date):
        return said
    if isinstance(end, date) and values.get("after_notice") == TAKEN_DOWN:
        return end + timedelta(days=1)
    return None


def _details(values: Mapping[str, object], site: Site) -> dict[str, Value]:
    facts = site.schema.fields
    own = (k for k in values if k in facts and not facts[k].common and facts[k].type != "relation")
    return {key: cast(Value, values[key]) for key in own}


def _reference(key: str, name: str, text: str, line: int) -> Reference:
    return Reference(key, name, text, line)
