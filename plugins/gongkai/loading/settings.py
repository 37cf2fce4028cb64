"""The site's own settings in `content/`: unit, columns, allotted numbers; with the packaged vocabularies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai.loading.assign import Site, genre_names
from gongkai.loading.codes import finding
from gongkai.loading.columns_file import read_columns_file
from gongkai.loading.numbers_file import Allotted, highest, read_numbers
from gongkai.loading.placing import column_names
from gongkai.loading.presets import PRESETS, read_tables
from gongkai.loading.schema import make_schema
from gongkai.loading.unit_file import SettingsFile, read_unit, settings_text
from gongkai.model.column import ColumnTree
from gongkai.model.problem import Problem
from gongkai.model.unit import Unit
from gongkai.model.vocabulary import Tables

COLUMNS_FILE = "columns.yml"
DEFAULT_PRESET = "township"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set for a site, and what is wrong with it."""

    unit: Unit
    tree: ColumnTree
    tables: Tables
    recorded: Allotted
    problems: tuple[Problem, ...]
    columns_path: str

    def site(self, shown: str) -> Site:
        """What files are read against."""
        return Site(
            unit=self.unit,
            tree=self.tree,
            names=column_names(self.tree),
            tables=self.tables,
            schema=make_schema(self.tables),
            allotted=self.recorded,
            genres=genre_names(self.tables),
            shown=shown,
        )

    def highest(self, used: Iterable[str]) -> Allotted:
        """The highest number per unit and month, from the record and from the files."""
        return highest(self.recorded, used)


def read_settings(content: Path, shown: str, preset: str, mode: str) -> Settings:
    """Read the three files; an absent columns.yml means the preset as it is."""
    tables = read_tables()
    unit, unit_problems = read_unit(content, shown)
    recorded, number_problems = read_numbers(content, shown)
    file = SettingsFile(content, COLUMNS_FILE, shown)
    problems = [*unit_problems, *number_problems]
    if preset and preset not in PRESETS:
        message = f"没有“{preset}”这个预设，可用的有：{'、'.join(PRESETS)}。"
        problems.append(finding("U008", file.path, message, field="preset", hint=DEFAULT_PRESET))
        preset = ""
    text = settings_text(file, "U002")
    if isinstance(text, Problem):
        problems.append(text)
        text = ""
    tree, column_problems = read_columns_file(
        file.path, text or "", tables, unit.villages, preset=preset or DEFAULT_PRESET
    )
    tree = replace(tree, mode=mode) if mode else tree
    return Settings(unit, tree, tables, recorded, (*problems, *column_problems), file.path)
