"""A figure with its unit means on the page what it means in the file."""

from pathlib import Path

import pytest

from gongkai.loading.site import Loaded
from gongkai.loading.tables_units import figure, heading_unit
from gongkai.model.problem import Level
from gongkai.model.table import DataTable
from tests.tables.make import codes, found, one, read, table_files
from tests.tables.test_pages import build, rows_of

PLAIN = "字段:\n- {名称: 项目, 关键: 是}\n- {名称: 金额, 类型: 金额, 合计: 是}\n"
WAN = PLAIN.replace("类型: 金额", "类型: 金额, 单位: 万元")


def load(tmp_path: Path, amounts: list[str], fields: str = PLAIN, heading: str = "金额") -> Loaded:
    lines = "".join(f'项目{n},"{text}"\n' for n, text in enumerate(amounts))
    return read(tmp_path, table_files(f"项目,{heading}\n{lines}", fields, catalogue=""))


def shown(table: DataTable) -> tuple[str, list[str]]:
    return table.fields[1].heading, [row.values[1] for row in table.rows]


@pytest.mark.parametrize(
    ("amounts", "heading", "values"),
    [
        (["3", "4.50"], "金额", ["3", "4.50"]),
        (["3万元", "1,200.5 万元", "无"], "金额（万元）", ["3", "1200.5", ""]),
        (["3亿元", "0.5亿"], "金额（亿元）", ["3", "0.5"]),
        (["3元", "0", "-2元"], "金额（元）", ["3", "0", "-2"]),
        (["85%", "90％"], "金额（%）", ["85", "90"]),
    ],
)
def test_a_unit_that_all_cells_have_stands_in_the_heading(
    tmp_path: Path, amounts: list[str], heading: str, values: list[str]
) -> None:
    loaded = load(tmp_path, amounts)
    assert codes(loaded) == []
    assert shown(one(loaded)) == (heading, values)


def test_several_units_without_one_for_the_field_stay_as_they_are_written(tmp_path: Path) -> None:
    loaded = load(tmp_path, ["3亿元", "500万元", "20"])
    (problem,) = found(loaded)
    assert (problem.code, problem.level, problem.line, problem.field) == ("T031", Level.ERROR, 1, "金额")
    assert "有“3亿元”，也有“500万元”" in problem.message
    assert "单位: 万元" in problem.hint
    assert shown(one(loaded)) == ("金额", ["3亿元", "500万元", "20"])


def test_other_units_of_money_are_converted_into_the_fields_own(tmp_path: Path) -> None:
    loaded = load(tmp_path, ["8.6亿元", "12,345元", "20", "3万元", "1亿"], WAN)
    assert shown(one(loaded)) == ("金额（万元）", ["86000", "1.2345", "20", "3", "10000"])
    said = [(p.code, p.level, p.line) for p in found(loaded)]
    assert said == [("T030", Level.INFO, 2), ("T030", Level.INFO, 3), ("T030", Level.INFO, 6)]
    assert "“8.6亿元”换算成了 86000万元" in found(loaded)[0].message


def test_the_heading_of_the_sheet_goes_before_the_definition(tmp_path: Path) -> None:
    loaded = load(tmp_path, ["5000", "2万元"], WAN, "金额（元）")
    assert shown(one(loaded)) == ("金额（元）", ["5000", "20000"])
    assert codes(loaded) == ["T030"]


@pytest.mark.parametrize(
    ("above", "heading", "unit"),
    [
        ("单位：元", "金额", "元"),
        ("（金额单位：人民币元）", "金额", "元"),
        ("示例县2026年预算表　单位：亿元", "金额", "亿元"),
        ("单位：元", "金额（亿元）", "亿元"),
        ("填报单位：某镇", "金额", "万元"),
        ("单位：张某", "金额", "万元"),
    ],
)
def test_a_line_above_the_headings_gives_the_unit_of_money(
    tmp_path: Path, above: str, heading: str, unit: str
) -> None:
    data = f"{above},,\n项目,{heading},人数\n甲,500,3\n"
    fields = f"{WAN}- {{名称: 人数, 类型: 数字, 单位: 人}}\n"
    table = one(read(tmp_path, table_files(data, fields, catalogue="")))
    assert [field.heading for field in table.fields] == ["项目", f"金额（{unit}）", "人数（人）"]
    assert table.rows[0].values == ("甲", "500", "3")


@pytest.mark.parametrize("bad", ["30户", "5%", "约30", "三十"])
def test_what_is_no_amount_of_the_unit_is_a_finding_and_stays(tmp_path: Path, bad: str) -> None:
    loaded = load(tmp_path, ["1", bad], WAN)
    (problem,) = found(loaded)
    assert (problem.code, problem.line) == ("T011", 3)
    assert "以“万元”为单位的数字" in problem.message
    assert shown(one(loaded))[1] == ["1", bad]


def test_a_unit_that_only_the_definition_knows(tmp_path: Path) -> None:
    loaded = load(tmp_path, ["5 篓", "7"], PLAIN.replace("类型: 金额", "类型: 数字, 单位: 篓"))
    assert codes(loaded) == []
    assert shown(one(loaded)) == ("金额（篓）", ["5", "7"])


def test_totals_are_compared_in_one_unit(tmp_path: Path) -> None:
    data = "项目,金额\n甲,1亿元\n乙,500\n合计,1.05亿元\n"
    assert codes(read(tmp_path / "a", table_files(data, WAN, catalogue=""))) == ["T030"]
    wrong = read(tmp_path / "b", table_files(data.replace("1.05亿元", "501"), WAN, catalogue=""))
    assert [p.code for p in found(wrong)] == ["T030", "T013"]
    mixed = data.replace("乙,500", "乙,500万元")
    assert codes(read(tmp_path / "c", table_files(mixed, PLAIN, catalogue=""))) == ["T031"]


def test_a_change_of_the_unit_is_a_change(tmp_path: Path) -> None:
    files = table_files("项目,金额（元）\n甲,500\n", PLAIN, catalogue="")
    folder = next(iter(files)).rpartition("/")[0]
    loaded = read(tmp_path, files | {f"{folder}/上一版.csv": "项目,金额（万元）\n甲,500\n"})
    (change,) = one(loaded).differences
    assert change.fields == (("金额", "500万元", "500元"),)


def test_the_page_shows_the_unit(tmp_path: Path) -> None:
    data = "项目,金额\n甲,12000.50万元\n乙,3亿元\n"
    page = build(tmp_path / "a", table_files(data, PLAIN + "代号: zj\n", catalogue="")).page("/glgk/qzqd/zj/")
    assert [row[2] for row in rows_of(page)] == ["12,000.50万元", "3亿元"]
    page = build(tmp_path / "b", table_files(data, WAN + "代号: zj\n", catalogue="")).page("/glgk/qzqd/zj/")
    assert "金额（万元）" in page
    assert [row[2] for row in rows_of(page)] == ["12,000.50", "30,000"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("金额（元）", "元"), ("金额 (单位：万元)", "万元"), ("合计（亿）", "亿元"), ("金额", ""), ("收入（不含税）", ""),
    ],
)  # fmt: skip
def test_units_of_headings(text: str, unit: str) -> None:
    assert heading_unit(text) == unit


def test_words_are_no_figures() -> None:
    assert figure("3元以上") is None
    assert figure("1,23元") is None
    found_ = figure("１，２００．５　元", money=True)
    assert found_ is not None
    assert found_[1:] == ("1200.5", "元")
