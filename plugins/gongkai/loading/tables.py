"""Folders with a `_table.yml` → public tables, and what is wrong with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Rules
from gongkai.loading.codes import finding, shortened
from gongkai.loading.directory import Directory
from gongkai.loading.folder import TABLE_FILES, Found, read_source
from gongkai.loading.gate import held_reasons, secret_problem
from gongkai.loading.placing import place as place_of
from gongkai.loading.tables_compare import compare
from gongkai.loading.tables_definition import Definition, read_definition
from gongkai.loading.tables_files import DataFile, Grids, data_file, former_file, grid_of
from gongkai.loading.tables_grid import Unreadable
from gongkai.loading.tables_header import Header, find_header
from gongkai.loading.tables_links import with_links
from gongkai.loading.tables_rows import Rows, Sheet, header_problems, ordered, read_rows, with_units
from gongkai.loading.tables_secrets import secrets_in
from gongkai.loading.tables_values import (
    MOST_COMBINED,
    combined_of,
    facets_of,
    public_part,
    without_blank,
)
from gongkai.model.item import Change
from gongkai.model.moment import Moment
from gongkai.model.problem import Held, Level, Problem
from gongkai.model.table import DataTable, Facet, RowChange, Selection, TableField, TableRow


@dataclass(frozen=True, slots=True)
class TablesRead:
    """The public tables of a site, those that are held back, and all findings about tables."""

    tables: tuple[DataTable, ...] = ()
    held: tuple[Held, ...] = ()
    problems: tuple[Problem, ...] = ()
    linked: bool = False
    """Whether any cell names items: then a change of items may change tables."""


@dataclass(frozen=True, slots=True)
class Around:
    """What tables are read against."""

    site: Site
    rules: Rules
    files: Mapping[str, Found]
    directory: Directory
    max_bytes: int
    grids: Grids


def read_tables_of(around: Around) -> TablesRead:
    """Read every table of the folder; whatever is wrong with one, the others are read."""
    tables: list[DataTable] = []
    held: list[Held] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for relative, found in sorted(around.files.items()):
        if relative.rpartition("/")[2] not in TABLE_FILES:
            continue
        each = _one(found, around)
        problems += each.problems
        held += each.held
        for table in each.tables:
            if table.ident in taken:
                problems.append(_same_address(around.site.shown + relative, table, taken[table.ident]))
            else:
                taken[table.ident] = relative
                tables.append(table)
    linked = any(field.type == "link" for table in tables for field in table.fields)
    return TablesRead(tuple(tables), tuple(held), tuple(problems), linked or _names_items(problems))


def _names_items(problems: Sequence[Problem]) -> bool:
    """Whether a table that may be left out names items that are not there."""
    return any(problem.code == "T016" for problem in problems)


def _same_address(path: str, table: DataTable, other: str) -> Problem:
    message = f"清单的网址 /{table.ident}/ 和 {other} 的相同。"
    return finding("T029", path, message, field="代号", hint=f"代号: {table.slug}2")


def _one(found: Found, around: Around) -> TablesRead:
    source, said = read_source(found, around.site.shown, around.max_bytes)
    if source is None:
        return TablesRead(problems=said)
    definition = read_definition(source.text, source.folder, source.path)
    if definition.internal:
        return _internal(definition, around)
    if definition.broken:
        return TablesRead(problems=definition.problems)
    written = (definition.text("column"),) if definition.text("column") else ()
    placed = place_of(
        written, source.folder, source.path, definition.lines.get("column", 0), around.site.names
    )
    if placed.problem:
        return TablesRead(problems=(*definition.problems, placed.problem))
    held = held_reasons(
        {**definition.values, "index_number": "-"},
        today=around.rules.today,
        preview=around.rules.preview,
        require_sign_off=around.rules.require_sign_off,
        unit=around.site.unit,
        allotted={},
    )
    table, problems = _table(definition, placed.columns[0], around)
    problems = (*definition.problems, *problems)
    if held:
        return TablesRead(held=(Held(source.path, "", "；".join(held)),), problems=problems)
    blocked = any(problem.level is Level.BLOCK for problem in problems)
    return TablesRead((table,) if table and not blocked else (), problems=problems)


@dataclass(frozen=True, slots=True)
class _Content:
    """What came of a data file."""

    file: DataFile
    sheet: Sheet
    header: Header
    rows: Rows


def _content(definition: Definition, file: DataFile, around: Around) -> _Content | Problem:
    try:
        grid = grid_of(file, definition.text("sheet"), around.grids, around.max_bytes)
    except Unreadable as error:
        return finding(error.code, file.path, error.message, line=error.line, hint=error.hint)
    stated = definition.values.get("header")
    pages = definition.values.get("row_pages")
    header = find_header(
        grid,
        definition.specs,
        stated if isinstance(stated, int) else 0,
        pages if isinstance(pages, bool) else None,
    )
    if header is None:
        names = "、".join(spec.field.name for spec in definition.specs[:12])
        message = "找不到表头。" + (f"表头里应当有：{names}。" if names else "第一行应当是各列的名称。")
        return finding("T006", file.path, message, hint="表头行: 2")
    sheet = Sheet(grid, file.path)
    titles = bool(definition.catalogue and definition.catalogue.titles)
    for _ in header_problems(sheet, header, titles):
        pass
    if grid.hidden:
        sheet.say(
            "T018",
            0,
            -1,
            "",
            f"有 {grid.hidden} 个隐藏的行或列，没有公布。",
            "要公布的取消隐藏，不用的删去。",
        )
    if grid.encoding:
        sheet.say("T020", 0, -1, "", f"这个文件的编码是 {grid.encoding}，已正常读取。", "可以不管。")
    header = with_units(sheet, header)
    return _Content(file, sheet, header, read_rows(sheet, header))


def _table(
    definition: Definition, column: str, around: Around
) -> tuple[DataTable | None, tuple[Problem, ...]]:
    file = data_file(definition, around.files, around.site.shown)
    content = file if isinstance(file, Problem) else _content(definition, file, around)
    if isinstance(content, Problem):
        return None, (content,)
    sheet, header = content.sheet, content.header
    if not content.rows.rows:
        sheet.say(
            "T021", header.line, -1, "", "表头下面一行也没有。", "补上内容；暂时没有的，删去 _table.yml。"
        )
    _titles_only(definition, header, sheet)
    rows = with_links(content.rows.rows, header, sheet, around.directory, definition.folder)
    rows = ordered(rows, definition.sort, header.specs)
    content = replace(content, rows=replace(content.rows, rows=rows))
    secret = tuple(_secrets(content, header))
    table = _public(definition, column, content, _differences(definition, content, around))
    digest = hashlib.sha256(repr(table).encode()).hexdigest()
    return replace(table, digest=digest), (*sheet.closed(), *secret)


def _public(
    definition: Definition, column: str, content: _Content, compared: tuple[bool, tuple[RowChange, ...]]
) -> DataTable:
    """The table as readers see it."""
    own = definition.catalogue
    fields, rows, totals = public_part(content.header.specs, content.rows.rows, content.rows.totals)
    more = any(not field.listed for field in fields)
    fields = without_blank(fields, rows)
    facets = _facets(fields, rows, content)
    return DataTable(
        ident=f"{column}/{definition.text('slug')}",
        column=column,
        slug=definition.text("slug"),
        folder=definition.folder,
        source=content.file.found.relative,
        title=definition.text("title"),
        fields=fields,
        rows=rows,
        published=_published(definition),
        catalogue=own.slug if own else "",
        description=definition.text("description") or (own.description if own else ""),
        note=definition.text("note"),
        basis=definition.text("basis") or (own.basis if own else ""),
        department=definition.text("department"),
        updated=_day(definition, "updated"),
        row_pages=_row_pages(definition, more),
        facets=facets,
        combined=_combined(facets, fields, content),
        totals=totals,
        compared=compared[0],
        differences=compared[1],
        changes=_changes(definition),
    )


def _facets(
    fields: tuple[TableField, ...], rows: tuple[TableRow, ...], content: _Content
) -> tuple[Facet, ...]:
    facets, too_many = facets_of(fields, rows)
    for name, count in too_many:
        message = f"按“{name}”筛选有 {count} 个不同的值，太多了，没有做成筛选。"
        content.sheet.say(
            "T026", content.header.line, -1, name, message, "换一个值少的字段，例如类型、部门。"
        )
    return facets


def _combined(
    facets: tuple[Facet, ...], fields: tuple[TableField, ...], content: _Content
) -> Mapping[Selection, tuple[int, ...]]:
    combined, too_many = combined_of(facets)
    for places in too_many:
        names = "、".join(f"“{fields[facets[n].field].name}”" for n in places)
        message = f"{names}合起来筛选，网页太多（超过 {MOST_COMBINED} 个），只能分开筛选。"
        content.sheet.say(
            "T026", content.header.line, -1, "筛选", message, "换值少的字段，或者少用一个筛选。"
        )
    return combined


def _row_pages(definition: Definition, more: bool) -> bool:
    """Whether each row has a page: as it is said, else where the table's page does not show all fields."""
    stated = definition.values.get("row_pages")
    if isinstance(stated, bool):
        return stated
    return more or bool(definition.catalogue and definition.catalogue.row_pages)


def _published(definition: Definition) -> Moment:
    found = definition.values["published"]
    if not isinstance(found, Moment):
        raise TypeError("a definition without its day is broken and never comes this far")
    return found


def _day(definition: Definition, key: str) -> date | None:
    found = definition.values.get(key)
    return found if isinstance(found, date) else None


def _changes(definition: Definition) -> tuple[Change, ...]:
    found = definition.values.get("changes")
    notes = tuple(each for each in found if isinstance(each, Change)) if isinstance(found, tuple) else ()
    return tuple(sorted(notes, key=lambda change: change.day, reverse=True))


def _titles_only(definition: Definition, header: Header, sheet: Sheet) -> None:
    """A directory of names (依申请公开目录) leads to no content: what is given on request is not published."""
    if not (definition.catalogue and definition.catalogue.titles):
        return
    for place, spec in enumerate(header.specs):
        if spec.field.type in ("link", "url", "flow") and spec.public:
            message = f"“{spec.field.name}”不能有：这种目录只列名称，不能链接到内容。"
            sheet.say(
                "T025", header.line, header.columns.get(place, -1), spec.field.name, message, "删去这个字段。"
            )


def _secrets(content: _Content, header: Header) -> Iterator[Problem]:
    """Secrecy marks, ID and bank card numbers in cells that would be public."""
    for hit, line, column in secrets_in(content.rows.rows, header):
        where = content.sheet.grid.place(line, column)
        yield secret_problem(content.file.path, line, hit, where)


def _differences(
    definition: Definition, content: _Content, around: Around
) -> tuple[bool, tuple[RowChange, ...]]:
    """The changes since the former version, if there is one beside the data (上一版.xlsx)."""
    file = former_file(definition, around.files, around.site.shown)
    if file is None:
        return False, ()
    former = _content(definition, file, around)
    if isinstance(former, Problem):
        message = f"上一版读不了，没有比较：{former.message}"
        content.sheet.problems.append(finding("T022", file.path, message, line=former.line, hint=former.hint))
        return False, ()
    return True, compare(former.rows.rows, content.rows.rows, former.header.specs, content.header.specs)


def _internal(definition: Definition, around: Around) -> TablesRead:
    """A table for the unit alone: read and checked, with nothing of it in the catalog; it never stops a build."""
    problems = list(definition.problems)
    file = data_file(definition, around.files, around.site.shown)
    content = file if isinstance(file, Problem) else _content(definition, file, around)
    if isinstance(content, Problem):
        problems.append(content)
    else:
        _overdue(definition, content, around.rules.today)
        problems += content.sheet.closed()
    light = (p if p.level.rank >= Level.WARNING.rank else replace(p, level=Level.WARNING) for p in problems)
    return TablesRead(problems=tuple(light))


def _overdue(definition: Definition, content: _Content, today: date) -> None:
    late = definition.catalogue.overdue if definition.catalogue else None
    if late is None:
        return
    places = {spec.field.key: n for n, spec in enumerate(content.header.specs)}
    if late.deadline not in places or late.state not in places:
        return
    for row in content.rows.rows:
        due, state = row.values[places[late.deadline]], row.values[places[late.state]]
        if len(due) == 10 and due < today.isoformat() and state not in late.done:
            column = content.header.columns.get(places[late.deadline], -1)
            message = f"“{shortened(row.title)}”应在 {due} 前完成，现在是“{state or '未填'}”。"
            content.sheet.say("T027", row.line, column, "整改时限", message, "办结后把状态改成“已完成”。")
