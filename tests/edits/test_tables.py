"""Edits of tables: a cell, a row, the definition, a file, a document that a cell names, the day."""

from pathlib import Path

from tests.edits.oracle import Oracle, content, make_oracle
from tests.site.small import FILE_COLUMN, PLUGINS, make_site
from tests.tables.make import COLUMN, POLICIES, POWERS, table_files

DATA = f"{COLUMN}/清单/数据.csv"
DEFINITION = f"{COLUMN}/清单/_table.yml"
OFFERS = (
    "政策名称,实施日期,优惠内容,服务对象,支持方式,服务部门,联系方式,申报截止,政策原文\n"
    "甲补贴,2026-05-08,每亩600元,茶农,奖补,农业站,0990-5550012,2026-11-23,青政发〔2026〕1号\n"
)


def tables(folder: Path) -> Oracle:
    files = {**content(), **table_files(POWERS)}
    files |= table_files(OFFERS, catalogue="政策超市", column=POLICIES, name="政策.csv")
    site = make_site(folder / "site", files)
    site.configure((*PLUGINS, "gongkai/tables"))
    oracle = Oracle(site, folder)
    first = oracle.build()
    assert first.rendered == first.pages
    return oracle


def test_a_cell(tmp_path: Path) -> None:
    oracle = tables(tmp_path)
    oracle.replace(DATA, "第六十二条", "第六十三条")
    assert oracle.build_and_check().rendered == 3  # the table, the list of one kind, the row


def test_a_row_added_and_taken_out(tmp_path: Path) -> None:
    oracle = tables(tmp_path)
    oracle.write(
        DATA, POWERS + "Q004,农机事故处理,行政确认,《农业机械安全监督管理条例》,青山镇人民政府,受理、认定\n"
    )
    assert oracle.build_and_check().rendered > 0
    oracle.write(DATA, POWERS)
    assert oracle.build_and_check().removed == 2  # the row, and the list of its kind


def test_the_definition(tmp_path: Path) -> None:
    oracle = tables(tmp_path)
    oracle.replace(DEFINITION, "标题: 青山镇清单", "标题: 青山镇权责清单")
    assert oracle.build_and_check().rendered > 4
    oracle.replace(DEFINITION, "目录: 权责清单\n", "目录: 权责清单\n每行一页: 否\n")
    assert oracle.build_and_check().removed == 3


def test_the_sign_off_and_the_file_taken_away(tmp_path: Path) -> None:
    oracle = tables(tmp_path)
    oracle.replace(DEFINITION, "审核: 赵某 2026-03-25\n", "")
    assert oracle.build_and_check(exact=False).removed > 4
    oracle.replace(DEFINITION, "目录: 权责清单\n", "目录: 权责清单\n审核: 赵某 2026-03-25\n")
    oracle.build_and_check(exact=False)
    oracle.remove(DEFINITION)
    assert oracle.build_and_check(exact=False).removed > 4


def test_a_former_version(tmp_path: Path) -> None:
    oracle = tables(tmp_path)
    oracle.write(f"{COLUMN}/清单/上一版.csv", POWERS.replace("Q002", "Q008"))
    assert oracle.build_and_check().rendered == 3  # the changes, the table, the column
    oracle.remove(f"{COLUMN}/清单/上一版.csv")
    assert oracle.build_and_check().removed == 1


def test_a_document_that_a_cell_names(tmp_path: Path) -> None:
    oracle = tables(tmp_path)
    oracle.replace(f"{FILE_COLUMN}/甲.md", "标题: 甲文件", "标题: 新的甲文件")
    oracle.build_and_check()
    assert "新的甲文件" in oracle.site.page("/fwgk/zccs/zccs/")


def test_a_deadline_passes(tmp_path: Path) -> None:
    oracle = tables(tmp_path)
    assert ">已截止<" not in oracle.site.page("/fwgk/zccs/zccs/")
    oracle.build_and_check(GONGKAI_TODAY="2026-11-24")
    assert ">已截止<" in oracle.site.page("/fwgk/zccs/zccs/")


def test_a_chart_in_a_body(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    body = "办理流程：\n\n```流程图\n申请\n受理\n办结\n```\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    oracle.replace(f"{FILE_COLUMN}/甲.md", "正文。", body)
    assert oracle.build_and_check().rendered == 1
    oracle.replace(f"{FILE_COLUMN}/甲.md", "受理\n", "受理\n审查\n")
    assert oracle.build_and_check().rendered == 1


def test_a_value_of_several_filters(tmp_path: Path) -> None:
    fields = (
        "代号: zc\n每行一页: 否\n字段:\n- {名称: 事项}\n- {名称: 类型, 筛选: 是}\n- {名称: 村, 筛选: 是}\n"
    )
    data = "事项,类型,村\n甲,补贴,松岭村\n乙,补贴,石桥村\n丙,培训,石桥村\n"
    site = make_site(tmp_path / "site", content() | table_files(data, fields, catalogue=""))
    site.configure((*PLUGINS, "gongkai/tables"))
    oracle = Oracle(site, tmp_path)
    oracle.build()
    oracle.replace(DATA, "丙,培训,石桥村", "丙,培训,松岭村")
    report = oracle.build_and_check()
    assert report.removed == 1  # the choice of both that has no row any more
    # The new choice, the whole table, 培训, both villages, and what is chosen of 补贴 with each: they count 培训 too.
    assert report.rendered == 7
