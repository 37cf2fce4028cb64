"""Bad tables: read right, or reported by sheet, row and column; never a traceback, never a dropped row unsaid."""

from pathlib import Path

import pytest

from gongkai.model.problem import Level
from tests.tables.make import COLUMN, POWERS, codes, found, one, read, table_files, xlsx

KEEP = "字段:\n- {名称: 项目, 必填: 是, 关键: 是}\n- {名称: 金额, 类型: 金额, 单位: 元, 合计: 是}\n- {名称: 日期, 类型: 日期}\n"


def test_a_wrong_total(tmp_path: Path) -> None:
    data = xlsx([["项目", "金额", "日期"], ["甲", 0.1, "2026-5-3"], ["乙", 0.2, ""], ["合计", 0.4, ""]])
    loaded = read(tmp_path, table_files(data, KEEP, name="甲.xlsx", catalogue=""))
    (problem,) = found(loaded)
    assert (problem.code, problem.line, problem.hint) == ("T013", 4, "0.3")
    assert problem.message == "工作表“清单”第4行B列：“金额”合计写的是 0.4，各行相加是 0.3，相差 0.1。"
    assert one(loaded).totals == ("", "0.4", "")


def test_a_key_twice_blocks(tmp_path: Path) -> None:
    loaded = read(tmp_path, table_files(POWERS.replace("Q003", "Q001")))
    (problem,) = found(loaded)
    assert (problem.code, problem.level, problem.line) == ("T012", Level.BLOCK, 4)
    assert "和第2行重复" in problem.message
    assert loaded.catalog.by_table == {}


def test_a_key_is_named_by_the_columns_that_are_there(tmp_path: Path) -> None:
    fields = "字段:\n- {名称: 年度, 关键: 是}\n- {名称: 村, 关键: 是}\n- {名称: 事项}\n"
    data = "年度,事项\n2026,甲\n2026,乙\n"
    (problem,) = found(read(tmp_path / "a", table_files(data, fields, catalogue="")))
    assert (problem.code, problem.field) == ("T012", "年度")
    assert "“年度”的值“2026”和第2行重复" in problem.message
    assert "村" not in problem.message
    none = read(tmp_path / "b", table_files("事项,村名\n甲,松岭\n甲,石桥\n", fields, catalogue=""))
    assert "T012" not in codes(none)


def test_formulas_without_results_and_error_values(tmp_path: Path) -> None:
    rows = [
        ["项目", "金额", "日期"],
        ["甲", ("公式", "A1+A2"), ""],
        ["乙", ("错误", "#DIV/0!"), ""],
        ["丙", ("结果", "3.5"), ""],
    ]
    loaded = read(tmp_path, table_files(xlsx(rows), KEEP, name="甲.xlsx", catalogue=""))
    assert [(p.code, p.line) for p in found(loaded)] == [("T014", 2), ("T015", 3)]
    assert "第2行B列" in found(loaded)[0].message
    assert [row.values[1] for row in one(loaded).rows] == ["", "", "3.5"]


def test_two_hundred_columns(tmp_path: Path) -> None:
    heads = [f"字段{n}" for n in range(200)]
    data = ",".join(heads) + "\n" + "\n".join(",".join(f"值{r}-{n}" for n in range(200)) for r in range(3))
    table = one(loaded := read(tmp_path, table_files(data, catalogue="")))
    assert codes(loaded) == []
    assert len(table.fields) == 200
    assert sum(field.listed for field in table.fields) == 8
    assert table.row_pages


def test_too_many_columns_block(tmp_path: Path) -> None:
    loaded = read(tmp_path, table_files(",".join(f"字段{n}" for n in range(500)) + "\n", catalogue=""))
    assert codes(loaded) == ["T004"]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "field", "said"),
    [
        ("行政给付", "行政补助", "T011", 3, "职权类型", "行政许可、行政处罚"),
        ("临时救助金给付", "", "T010", 3, "职权名称", "必填"),
        (",责任事项", ",责任", "T007", 1, "责任事项", "缺少“责任事项”"),
        ("职权类型,", "职权名称,", "T007", 1, "职权类型", "缺少“职权类型”"),
    ],
)
def test_wrong_cells_are_named(
    tmp_path: Path, old: str, new: str, code: str, line: int, field: str, said: str
) -> None:
    problems = found(read(tmp_path, table_files(POWERS.replace(old, new))))
    problem = next(p for p in problems if p.code == code)
    assert (problem.line, problem.field) == (line, field)
    assert said in problem.message
    assert problem.path == f"content/{COLUMN}/清单/数据.csv"


def test_many_wrong_cells_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"甲{n},abc,\n" for n in range(30))
    problems = found(read(tmp_path, table_files("项目,金额,日期\n" + rows, KEEP, catalogue="")))
    assert len(problems) == 20
    assert sum("还有 10 处" in p.message for p in problems) == 1


@pytest.mark.parametrize("day", ["46145", "2026年5月3日", "2026/5/3", "20260503", "二〇二六年五月三日"])
def test_days_as_clerks_and_excel_write_them(tmp_path: Path, day: str) -> None:
    loaded = read(tmp_path, table_files(f"项目,金额,日期\n甲,1,{day}\n", KEEP, catalogue=""))
    assert codes(loaded) == []
    assert one(loaded).rows[0].values[2] == "2026-05-03"


def test_numbers_and_personal_data_that_must_not_be_public(tmp_path: Path) -> None:
    data = POWERS.replace("立案、调查、决定", "当事人证号11010519491231002X")
    loaded = read(tmp_path, table_files(data))
    (problem,) = found(loaded)
    assert (problem.code, problem.line) == ("L061", 4)
    assert problem.message.startswith("第4行第6列：")
    assert "19491231002" not in problem.message
    assert loaded.catalog.by_table == {}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("甲.xlsx", b"not a workbook", "T004"),
        ("甲.xlsx", b"PK\x03\x04 broken", "T004"),
        ("甲.xlsx", b"\xd0\xcf\x11\xe0 old", "T004"),
        ("甲.xls", b"\xd0\xcf\x11\xe0", "T004"),
        ("甲.csv", b"\x00\x01\x02\xff\xfe", "T004"),
        ("甲.csv", "甲,乙\n1,2\n".encode(), "T006"),
        ("甲.csv", b"", "T006"),
        ("甲.yml", "甲: [1\n".encode(), "T004"),
        ("甲.yml", "- 甲\n".encode(), "T004"),
    ],
    ids=["text", "broken", "old", "xls", "bytes", "headings", "empty", "yaml", "list"],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    loaded = read(tmp_path, table_files(data, name=name))
    assert codes(loaded) == [code]
    assert all(p.level is Level.BLOCK and p.hint for p in found(loaded))


@pytest.mark.parametrize(
    ("extra", "code", "line", "said"),
    [
        ("标提: 甲\n", "T001", 6, "是不是“标题”"),
        ("版本日期: 去年\n", "T001", 6, "日期"),
        ("代号: 权责\n", "T001", 6, "小写字母"),
        ("数据: 没有.xlsx\n", "T003", 6, "数据.csv"),
        ("字段:\n- {名称: 甲, 类型: 金额数}\n", "T001", 7, "金额"),
        ("不用字段: [追责]\n", "T001", 6, "不是这个清单的字段"),
        ("标题: [\n", "T001", 6, ""),
    ],
)
def test_definitions_that_are_wrong(tmp_path: Path, extra: str, code: str, line: int, said: str) -> None:
    loaded = read(tmp_path, table_files(POWERS, extra))
    problem = next(p for p in found(loaded) if p.code == code)
    assert said in problem.message + problem.hint
    assert problem.line >= line or code == "T001"
    assert problem.path.endswith("_table.yml")
    assert loaded.catalog.by_table == {}


def test_an_unknown_catalogue_names_the_nearest(tmp_path: Path) -> None:
    loaded = read(tmp_path, table_files(POWERS, catalogue="权利清单"))
    assert codes(loaded) == ["T002"]
    assert found(loaded)[0].hint in ("目录: 权力清单", "目录: 权责清单")


def test_two_data_files_and_two_tables_with_one_address(tmp_path: Path) -> None:
    files = table_files(POWERS)
    loaded = read(tmp_path / "a", files | {f"{COLUMN}/清单/另一个.csv": POWERS})
    assert codes(loaded) == ["T003"]
    again = {path.replace("/清单/", "/再来/"): text for path, text in files.items()}
    assert codes(read(tmp_path / "b", files | again)) == ["T029"]


def test_a_directory_of_titles_publishes_no_content(tmp_path: Path) -> None:
    column = "政府信息公开/依申请公开目录"
    data = "信息名称,受理机构,信息内容\n某项会议纪要,党政办,不应公开的内容\n"
    loaded = read(tmp_path, table_files(data, catalogue="依申请公开目录", column=column))
    assert codes(loaded) == ["T008"]
    assert "不应公开" not in repr(one(loaded))
    linked = "字段:\n- {名称: 原文, 类型: 信息}\n"
    loaded = read(
        tmp_path / "b",
        table_files(data.replace("信息内容", "原文"), linked, catalogue="依申请公开目录", column=column),
    )
    assert "T025" in codes(loaded)


def test_an_empty_table_and_subtotals_are_said(tmp_path: Path) -> None:
    assert codes(read(tmp_path / "a", table_files(POWERS.partition("\n")[0] + "\n"))) == ["T021"]
    loaded = read(tmp_path / "b", table_files("项目,金额,日期\n甲,1,\n小计,1,\n", KEEP, catalogue=""))
    assert codes(loaded) == ["T019"]
    assert one(loaded).count == 1
