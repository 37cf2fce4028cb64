"""One run of `gongkai import`: the site that it writes for, the columns, and the numbers that it gives out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import click

from gongkai.importing.allotting import Allotting
from gongkai.importing.draft import Draft
from gongkai.importing.placing import Placed, Vocabulary, day_of, place_draft, target
from gongkai.importing.sources import Outcome
from gongkai.loading.numbers_file import read_numbers
from gongkai.loading.placing import ColumnNames, column_names, place
from gongkai.loading.schema import make_schema
from gongkai.loading.site import Loaded
from gongkai.mkdocs_plugins.context import Settings
from gongkai.mkdocs_plugins.planning_stage import load_options
from gongkai.model.column import Column


@dataclass(slots=True)
class Session:
    """What is known of the site, and what this run has planned so far (paths in lower case)."""

    content: Path
    today: date
    words: Vocabulary
    names: ColumnNames
    numbers: Allotting
    column: Column | None
    keep: bool
    max_bytes: int
    planned: set[str] = field(default_factory=set)

    def taken(self, path: str) -> bool:
        """Whether a path below the content folder is in use; names that differ in case alone are the same on Windows."""
        return path.casefold() in self.planned or (self.content / path).exists()

    def place(self, found: Outcome) -> Placed | str:
        """The item ready to be written, or why there is none."""
        if found.draft is None:
            return found.refused
        column = self._column_of(found.draft)
        if isinstance(column, str):
            return column
        large = next((f for f in found.draft.files if len(f.data) > self.max_bytes), None)
        if large is not None:
            return f"“{large.name}”有 {len(large.data) / 1048576:.1f} MB，超过 {self.max_bytes // 1048576} MB。请压缩后再导入。"
        path = target(found.draft, column, self.today, self.words)
        if path.casefold() not in self.planned and (self.content / path).exists():
            return f"{self.content.name}/{path} 已经有了，没有覆盖。要再导入一次，先给那个文件改名或删去它。"
        number, remark = self._number(found.draft)
        if not number and remark.startswith("原索引号") and self.keep:
            return f"{remark}。"
        draft = replace(found.draft, remarks=(*((remark,) if remark else ()), *found.draft.remarks))
        placed = place_draft(draft, column, number, self.today, self.words, self.taken)
        self.planned |= {name.casefold() for name, _ in placed.files}
        return placed

    def _column_of(self, draft: Draft) -> Column | str:
        """The column: what the source's author wrote, what the command says, what a page's path says."""
        if draft.column:
            placed = place((draft.column,), "", "", 0, self.names)
            wrong = placed.problem
            return (
                f"{wrong.message}请改：{wrong.hint}" if wrong else self.names.tree.columns[placed.columns[0]]
            )
        if self.column is not None:
            return self.column
        for name in draft.columns:
            placed = place((name,), "", "", 0, self.names)
            if placed.problem is None:
                return self.names.tree.columns[placed.columns[0]]
        known = f"网页上的栏目“{draft.columns[0]}”本站没有。" if draft.columns else ""
        return f"{known}请写明栏目，例如 --column 通知公告。"

    def _number(self, draft: Draft) -> tuple[str, str]:
        """The index number, and what is to be said about the former one."""
        own = draft.fields.get("索引号", "")
        if own and self.keep:
            wrong = self.numbers.keep(own)
            return ("", wrong) if wrong else (own, "")
        said = f"原索引号“{own}”没有沿用（要沿用加 --keep-index-numbers）" if own else ""
        return self.numbers.give(day_of(draft, self.today)), said


def make_session(settings: Settings, loaded: Loaded, column: str | None, keep: bool) -> Session:
    """Prepare a run; click.UsageError for a column that is not there."""
    tree = loaded.catalog.tree
    names = column_names(tree)
    chosen = None
    if column:
        placed = place((column,), "", "", 0, names)
        if placed.problem:
            raise click.UsageError(f"{placed.problem.message}\n请改：{placed.problem.hint}")
        chosen = tree.columns[placed.columns[0]]
    recorded, _ = read_numbers(settings.content, f"{settings.content.name}/")
    used = (
        *loaded.catalog.by_number,
        *(held.index_number for held in loaded.held),
        *(broken.index_number for broken in loaded.broken),
    )
    options = load_options(settings)
    tables = loaded.catalog.tables
    return Session(
        content=settings.content,
        today=settings.today,
        words=Vocabulary(make_schema(tables), tables),
        names=names,
        numbers=Allotting(loaded.catalog.unit.code, recorded, used, options.index_pattern),
        column=chosen,
        keep=keep,
        max_bytes=options.max_bytes,
    )
