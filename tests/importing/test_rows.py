"""Lists of items: a row each, in csv and xlsx."""

import io

import openpyxl
import pytest

from gongkai.importing.sources import Outcome, outcomes
from gongkai.importing.values import label_of
from gongkai.loading.presets import read_tables
from gongkai.loading.schema import make_schema
from tests.importing.papers import notice, red_head

SCHEMA = make_schema(read_tables())
HEAD = "序号,信息名称,文号,成文日期,发布时间,栏目,正文,文件名,附件,备注\n"


def key_of(name: str) -> str:
    return label_of(name, SCHEMA)


def read(name: str, data: bytes, **files: bytes) -> list[Outcome]:
    return list(outcomes(name, data, lambda n: files.get(n.partition(".")[0]), key_of))


def test_a_csv_in_gbk_with_the_body_in_a_cell() -> None:
    text = HEAD + '1,关于甲的通知,青政发[2026]5号,2026.3.1,2026/3/2 9:30,通知公告,"第一段。\n第二段。",,,x\n'
    (found,) = read("清单.csv", text.encode("gbk"))
    assert found.name == "清单.csv 第2行"
    assert found.draft is not None
    assert found.draft.fields == {
        "标题": "关于甲的通知", "发文字号": "青政发[2026]5号", "成文日期": "2026.3.1", "发布日期": "2026/3/2 9:30",
    }  # fmt: skip
    assert found.draft.column == "通知公告"
    assert found.draft.body == "第一段。\n\n第二段。\n"
    assert found.draft.remarks == ("第10列“备注”不认识，没有导入",)


def test_a_row_may_name_a_document_and_attachments() -> None:
    text = HEAD + ",,,,2026-05-07,,,红头.docx,表.xlsx；没有.pdf,\n"
    (found,) = read("清单.csv", text.encode(), 红头=red_head().bytes(), 表=b"PK")
    assert found.draft is not None
    assert found.draft.fields["发文字号"] == "青政发〔2026〕12号"
    assert found.draft.fields["发布日期"] == "2026-05-07"
    assert [f.name for f in found.draft.files] == ["表.xlsx"]
    assert "附件“没有.pdf”不在表格旁边，没有导入" in found.draft.remarks


def test_an_xlsx_with_a_title_above_and_dates_as_dates() -> None:
    import datetime

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["2026年信息清单"])
    sheet.append(["标题", "发布日期", "正文"])
    sheet.append(["关于甲的通知", datetime.date(2026, 3, 2), "正文"])
    data = io.BytesIO()
    book.save(data)
    (found,) = read("清单.xlsx", data.getvalue())
    assert found.draft is not None
    assert found.draft.fields == {"标题": "关于甲的通知", "发布日期": "2026-03-02"}
    assert "第3行" in found.name


def test_one_bad_row_does_not_stop_the_others() -> None:
    text = HEAD + "1,,,,,,没有标题,,,\n2,甲,,,,,机密★1年,,,\n3,乙,,,,,,没有.docx,,\n4,丙,,,,,好,,,\n"
    found = read("清单.csv", text.encode())
    assert [bool(f.draft) for f in found] == [False, False, False, True]
    assert ["标题" in found[0].refused, "密级" in found[1].refused, "不在表格旁边" in found[2].refused] == [
        True
    ] * 3


def test_a_list_without_titles_is_refused() -> None:
    for text in ("姓名,金额\n张某,1\n", "标题\n甲\n", "\n"):
        (found,) = read("清单.csv", text.encode())
        assert found.draft is None
        assert "标题" in found.refused or "空" in found.refused


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("甲.doc", "另存为“Word 文档 (*.docx)”"), ("甲.wps", "另存为“Word 文档 (*.docx)”"), ("甲.xls", "另存为 .xlsx"),
        ("甲.pdf", "--as-attachment"), ("甲.exe", "不能导入"), ("甲", "没有扩展名"), ("甲.mht", "另存为"),
    ],
)  # fmt: skip
def test_kinds_that_are_not_read_are_answered_with_what_to_do(name: str, said: str) -> None:
    (found,) = read(name, b"\xd0\xcf\x11\xe0")
    assert said in found.refused


def test_a_docx_that_is_called_wps_is_read() -> None:
    (found,) = read("甲.wps", notice().bytes())
    assert found.draft is not None
    assert found.draft.title == "关于召开防汛工作会议的通知"


def test_a_file_as_an_attachment() -> None:
    (found,) = outcomes("夹/决算表.pdf", b"%PDF-1.4", lambda n: None, key_of, as_attachment=True)
    assert found.draft is not None
    assert (found.draft.title, [f.name for f in found.draft.files]) == ("决算表", ["决算表.pdf"])
    (found,) = outcomes("坏.exe", b"MZ", lambda n: None, key_of, as_attachment=True)
    assert "不能作为附件" in found.refused


def test_empty_and_large_files_and_names_without_text() -> None:
    assert "空的" in read("甲.docx", b"")[0].refused
    assert "MB" in read("甲.txt", b"a" * (51 * 1024 * 1024))[0].refused
    (found,) = read("夹\\值班 表.txt", "本周由党政办值班，电话见公开栏。".encode())
    assert found.draft is not None
    assert found.draft.title == "值班 表"
    assert "没有认出标题" in found.draft.remarks[0]
