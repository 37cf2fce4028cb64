"""What comes of a table's folder: fields, rows, filters, totals, links, changes."""

from pathlib import Path

from gongkai.model.table import RowChange
from tests.loading.helpers import FILES
from tests.tables.make import COLUMN, POLICIES, POWERS, codes, found, one, policy, read, table_files, xlsx


def test_rows_are_typed_ordered_and_grouped(tmp_path: Path) -> None:
    loaded = read(tmp_path, table_files(POWERS))
    table = one(loaded)
    assert codes(loaded) == []
    assert table.ident == "glgk/qzqd/qzqd"
    assert [row.key for row in table.rows] == [
        "Q001",
        "Q003",
        "Q002",
    ]  # by 职权类型, in the order of the ten kinds
    assert [row.slug for row in table.rows] == ["q001", "q003", "q002"]
    assert table.value(table.rows[0], "kind") == "行政许可"
    kinds = next(f for f in table.facets if table.fields[f.field].key == "kind")
    assert [(v.value, v.rows) for v in kinds.values] == [
        ("行政许可", (0,)),
        ("行政处罚", (1,)),
        ("行政给付", (2,)),
    ]
    assert loaded.catalog.tables_in["glgk/qzqd"] == (table,)


def test_gbk_with_other_headings_and_a_title_line(tmp_path: Path) -> None:
    text = "青山镇权责清单,,,,,\n编码,事项名称,类型,依据,法定主体,责任事项\nQ1,甲,行政确认,乙法,镇政府,受理\n"
    loaded = read(tmp_path, table_files(text.encode("gb18030")))
    assert codes(loaded) == ["T020"]
    assert one(loaded).rows[0].values[:4] == ("Q1", "甲", "", "行政确认")
    assert one(loaded).rows[0].line == 3


def test_bom_crlf_tabs_and_cells_with_line_ends(tmp_path: Path) -> None:
    text = POWERS.replace(",", "\t").replace("受理、审查、决定", '"受理\r\n审查"').replace("\n", "\r\n")
    loaded = read(tmp_path, table_files("\ufeff" + text))
    table = one(loaded)
    assert codes(loaded) == []
    assert table.value(table.rows[0], "duty") == "受理\n审查"
    assert [row.line for row in table.rows] == [2, 5, 4]  # the cell of two lines moves what follows


def test_a_list_in_yml(tmp_path: Path) -> None:
    text = "- 职权编码: Q1\n  职权名称: 甲\n  职权类型: 行政许可\n  实施依据: 法\n  实施主体: 镇政府\n  责任事项: [受理, 审查]\n"
    table = one(read(tmp_path, table_files(text, name="数据.yml")))
    assert table.value(table.rows[0], "duty") == "受理\n审查"


def test_without_a_catalogue_the_headings_are_the_fields(tmp_path: Path) -> None:
    loaded = read(tmp_path, table_files("序号,名称,数量\n1,甲,3\n2,乙,4\n", catalogue=""))
    table = one(loaded)
    assert [f.name for f in table.fields] == ["名称", "数量"]
    assert [row.title for row in table.rows] == ["甲", "乙"]
    assert not table.row_pages


def test_own_fields_totals_and_units(tmp_path: Path) -> None:
    fields = "字段:\n- {名称: 项目, 必填: 是, 关键: 是}\n- {名称: 金额, 类型: 金额, 单位: 元, 合计: 是}\n"
    data = '项目,金额（元）\n甲,"1,200.50"\n乙,800.25元\n合计,2000.75\n'
    table = one(loaded := read(tmp_path, table_files(data, fields, catalogue="")))
    assert codes(loaded) == []
    assert [row.values[1] for row in table.rows] == ["1200.50", "800.25"]
    assert table.totals == ("", "2000.75")


def test_a_sheet_with_merged_headings_dates_and_results_of_formulas(tmp_path: Path) -> None:
    rows = [
        ["青山镇2026年惠企政策", "", "", "", ""],
        ["政策名称", "支持", "", "实施日期", "申报截止"],
        ["", "优惠内容", "支持方式", "", ""],
        ["甲政策", "补助", "奖补", ("日期", "46145"), 46387],
        ["乙政策", ("结果", "每亩600元"), "服务", "2026.5.4", "常年"],
    ]
    data = xlsx(rows, merges=["A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3"])
    without = "不用字段: [服务对象, 服务部门, 联系方式, 政策原文]\n"
    files = table_files(data, without, name="政策.xlsx", catalogue="政策超市", column=POLICIES)
    table = one(loaded := read(tmp_path, files))
    assert codes(loaded) == []
    shown = [
        tuple(table.value(row, key) for key in ("name", "benefit", "way", "effective", "deadline"))
        for row in table.rows
    ]
    assert shown == [
        ("甲政策", "补助", "奖补", "2026-05-03", "2026-12-31"),
        ("乙政策", "每亩600元", "服务", "2026-05-04", "常年"),
    ]


def test_hidden_rows_and_columns_are_not_published(tmp_path: Path) -> None:
    rows = [["名称", "内部备注", "数量"], ["甲", "不公开", 1], ["乙", "不公开", 2]]
    data = xlsx(rows, hidden=[3], before='<cols><col min="2" max="2" hidden="1"/></cols>')
    table = one(loaded := read(tmp_path, table_files(data, name="甲.xlsx", catalogue="")))
    assert codes(loaded) == ["T018"]
    assert [f.name for f in table.fields] == ["名称", "数量"]
    assert [row.values for row in table.rows] == [("甲", "1")]


def test_fields_that_are_not_public_are_in_no_value(tmp_path: Path) -> None:
    data = (
        POWERS.replace("责任事项\n", "责任事项,内部流程图\n")
        .replace("决定\n", "决定,内部审签\n")
        .replace("发放\n", "发放,\n")
    )
    table = one(loaded := read(tmp_path, table_files(data)))
    assert codes(loaded) == []
    assert "内部" not in repr(table)


def test_links_lead_to_items_by_any_name(tmp_path: Path) -> None:
    names = ["青政发[2026]5号", "关于甲的通知", "https://www.gov.example/a", "青政发〔2026〕99号"]
    rows = "".join(f"政策{n},{name}\n" for n, name in enumerate(names))
    fields = "字段:\n- {名称: 政策名称}\n- {名称: 政策原文, 类型: 信息}\n"
    files = table_files("政策名称,政策原文\n" + rows, fields, catalogue="", column=POLICIES)
    loaded = read(tmp_path, files | {f"{FILES}/甲.md": policy(1, 5, title="关于甲的通知")})
    number = loaded.catalog.items[0].index_number
    assert [row.links.get(1, ()) for row in one(loaded).rows] == [
        ((names[0], number),), ((names[1], number),), (), (),
    ]  # fmt: skip
    (problem,) = found(loaded)
    assert (problem.code, problem.line, problem.field) == ("T016", 5, "政策原文")
    assert "青政发〔2026〕99号" in problem.message
    assert problem.message.startswith("第5行第2列：")


def test_what_changed_since_the_former_version(tmp_path: Path) -> None:
    former = POWERS.replace("Q002", "Q009").replace("第六十二条", "第六十一条")
    files = table_files(POWERS, "变动: [2026-03-27 新增1项]\n") | {f"{COLUMN}/清单/上一版.csv": former}
    table = one(loaded := read(tmp_path, files))
    assert codes(loaded) == []
    assert table.compared
    assert table.differences == (
        RowChange("调整", "农村村民宅基地审批", "Q001", "q001",
                  (("实施依据", "《土地管理法》第六十一条", "《土地管理法》第六十二条"),)),
        RowChange("新增", "临时救助金给付", "Q002", "q002"),
        RowChange("取消", "临时救助金给付", "Q009"),
    )  # fmt: skip
    assert [change.text for change in table.changes] == ["新增1项"]


def test_a_table_without_its_sign_offs_is_held_back(tmp_path: Path) -> None:
    files = table_files(POWERS) | {f"{COLUMN}/清单/_table.yml": "目录: 权责清单\n发布日期: 2026-03-27\n"}
    loaded = read(tmp_path, files)
    assert loaded.catalog.by_table == {}
    assert [held.reason for held in loaded.held] == [
        "没有审核完：缺审核人、审核日期、保密审查人、保密审查日期"
    ]


def test_what_is_not_for_everybody_is_held_back(tmp_path: Path) -> None:
    loaded = read(tmp_path, table_files(POWERS, "公开方式: 依申请公开\n"))
    assert loaded.catalog.by_table == {}
    assert "依申请公开" in loaded.held[0].reason


def test_an_internal_ledger_is_checked_and_never_published(tmp_path: Path) -> None:
    data = (
        "编号,问题,整改措施,责任人,整改时限,状态\n"
        "1,栏目空白,补充信息,党政办,2026-10-31,整改中\n2,错别字,改正,党政办,2026-10-31,已完成\n3,断链,修复,党政办,2026-12-31,整改中\n"
    )
    loaded = read(tmp_path, {"监督保障/台账/_table.yml": "目录: 整改台账\n", "监督保障/台账/台账.csv": data})
    assert loaded.catalog.by_table == {}
    (problem,) = found(loaded)
    assert (problem.code, problem.level.value, problem.line) == ("T027", "warning", 2)
    assert "第2行第5列" in problem.message
    assert "栏目空白" in problem.message


def test_a_column_with_a_table_is_not_blank(tmp_path: Path) -> None:
    without = read(tmp_path / "a", {})
    loaded = read(tmp_path / "b", table_files(POWERS))
    blank = [p for p in without.problems if p.code == "U020" and "管理公开/权责清单" in p.message]
    assert blank
    assert not [p for p in loaded.problems if p.code == "U020" and "管理公开/权责清单" in p.message]
