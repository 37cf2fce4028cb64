"""The files of a table's folder: the data, the former version; each read once as long as it does not change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gongkai.loading.codes import finding, quoted
from gongkai.loading.decode import decode
from gongkai.loading.field_types import nearest
from gongkai.loading.files import extension, joined
from gongkai.loading.folder import TABLE_FILES, Found, reason
from gongkai.loading.tables_definition import Definition
from gongkai.loading.tables_grid import Grid, Unreadable, read_csv, read_yml
from gongkai.loading.tables_xlsx import read_xlsx
from gongkai.model.problem import Problem

FORMER = "上一版"
"""The name (without ending) of the file that holds the version before."""
KINDS = ("xlsx", "csv", "yml", "yaml")
_FOREIGN = frozenset({"xls", "et", "ett", "ods", "numbers"})

Grids = dict[tuple[str, str], tuple[Found, Grid]]
"""What was read of a file (path, sheet), with the file as it was then."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file with rows; `path` is the one shown in findings."""

    found: Found
    path: str


def _beside(folder: str, files: Mapping[str, Found]) -> dict[str, Found]:
    """The files of a folder that could hold rows, by name."""
    prefix = f"{folder}/" if folder else ""
    names = ((path.removeprefix(prefix), found) for path, found in files.items() if path.startswith(prefix))
    return {
        name: found
        for name, found in names
        if "/" not in name and name not in TABLE_FILES and extension(name) in _FOREIGN.union(KINDS)
    }


def data_file(definition: Definition, files: Mapping[str, Found], shown: str) -> DataFile | Problem:
    """The file that holds the rows: the one that is named, or the only one there."""
    beside = {n: f for n, f in _beside(definition.folder, files).items() if n.rpartition(".")[0] != FORMER}
    line = definition.lines.get("data", 0)
    named = definition.text("data")
    if named:
        path = joined(definition.folder, named)
        found = files.get(path) if path else None
        if found is None:
            near = nearest(named, tuple(beside)) or next(iter(sorted(beside)), "")
            there = f"这个文件夹里有：{quoted(sorted(beside))}。" if beside else "这个文件夹里没有数据文件。"
            message = f"找不到数据文件“{named}”。{there}"
            return finding(
                "T003", definition.path, message, line=line, field="数据", hint=f"数据: {near or '清单.xlsx'}"
            )
        return DataFile(found, shown + found.relative)
    if len(beside) == 1:
        found = next(iter(beside.values()))
        return DataFile(found, shown + found.relative)
    if beside:
        message = f"这个文件夹里有几个数据文件：{quoted(sorted(beside))}。要写明用哪一个。"
        return finding("T003", definition.path, message, field="数据", hint=f"数据: {min(beside)}")
    message = "没有数据文件：把 .xlsx、.csv 或 .yml 文件放进这个文件夹。"
    return finding("T003", definition.path, message, field="数据", hint="数据: 清单.xlsx")


def former_file(definition: Definition, files: Mapping[str, Found], shown: str) -> DataFile | None:
    """The version before, if it is kept beside the data."""
    beside = _beside(definition.folder, files)
    found = next((beside[f"{FORMER}.{kind}"] for kind in KINDS if f"{FORMER}.{kind}" in beside), None)
    return DataFile(found, shown + found.relative) if found else None


def grid_of(file: DataFile, sheet: str, grids: Grids, max_bytes: int) -> Grid:
    """The cells of a file. Raises `Unreadable`."""
    key = (file.found.relative, sheet)
    known = grids.get(key)
    if known and known[0] == file.found:
        return known[1]
    grid = _read(file, sheet, max_bytes)
    grids[key] = (file.found, grid)
    return grid


def _read(file: DataFile, sheet: str, max_bytes: int) -> Grid:
    kind = extension(file.found.relative)
    if kind in _FOREIGN:
        raise Unreadable(f"“.{kind}”文件读不了。", "用 WPS 或 Excel 打开，另存为 .xlsx。")
    if file.found.size > max_bytes:
        size = file.found.size / 1048576
        raise Unreadable(f"这个文件有 {size:.1f} MB，太大了。", "删去图片、空白的行列和格式后再保存。")
    try:
        data = Path(file.found.real).read_bytes()
    except OSError as error:
        raise Unreadable(
            f"这个文件打不开：{reason(error)}。", "关掉正在使用它的程序，或检查权限。"
        ) from error
    if kind == "xlsx":
        return read_xlsx(data, sheet)
    if kind == "csv":
        return read_csv(data)
    text = decode(data, file.path)
    if isinstance(text, Problem):
        raise Unreadable(text.message, text.hint, text.line)
    return read_yml(text)
