"""The mistakes a clerk is most likely to make: the message must say what to type."""

from pathlib import Path

import pytest

from tests.loading.helpers import NOTICES, READINGS, item, load, only

PATH = f"{NOTICES}/防汛.md"
SHEET = f"{NOTICES}/管护标准.docx"
OFFICE = b"PK\x03\x04"


@pytest.mark.parametrize("written", ["管护标准", "管护标准。docx", "【管护标准.docx】"])
def test_a_file_name_with_a_wrong_ending(tmp_path: Path, written: str) -> None:
    problem = only(load(tmp_path, {PATH: item(extra=f"附件: {written}\n"), SHEET: OFFICE}))
    assert problem.code == "L040"
    assert problem.message == f"“{written}”不是完整的文件名，这个文件夹里有“管护标准.docx”。"
    assert problem.hint == "管护标准.docx"


@pytest.mark.parametrize("entry", ["-管护标准.docx", "－ 管护标准.docx", "—管护标准.docx"])
def test_a_list_entry_without_its_dash_and_blank(tmp_path: Path, entry: str) -> None:
    problem = only(load(tmp_path, {PATH: item(extra=f"附件:\n{entry}\n"), SHEET: OFFICE}))
    assert (problem.code, problem.line) == ("L012", 8)
    assert "一个英文减号加一个空格" in problem.message
    assert problem.hint == "  - 管护标准.docx"


def test_all_lines_with_the_same_mistake_are_named_at_once(tmp_path: Path) -> None:
    text = "---\n标题：关于防汛的通知\n发布日期：2026-05-06\n审核：张某 2026-05-03\n---\n\n正文：一\n"
    problem = only(load(tmp_path, {PATH: text}))
    assert problem.line == 2
    assert problem.message.endswith("第 3、4 行也要改。")


@pytest.mark.parametrize("written", ["C:\\\\图\\\\现场.png", "file:///D:/图/现场.png"])
def test_a_picture_on_the_clerks_own_machine(tmp_path: Path, written: str) -> None:
    problem = only(load(tmp_path, {PATH: item(body=f"![图]({written})\n")}))
    assert (problem.code, problem.line) == ("L045", 9)
    assert "您电脑上的位置" in problem.message
    assert problem.hint == "把图片复制到条目旁边，写成 ![说明](现场.png)。"


def test_a_wrong_link_offers_another_item_as_it_is_to_be_written(tmp_path: Path) -> None:
    files = {PATH: item(body="[见](防讯方案.md)\n"), f"{READINGS}/防汛方案.md": item(2, title="防汛方案解读")}
    problem = next(p for p in load(tmp_path, files).problems if p.code == "R010")
    assert problem.hint == "../../政策解读/本级政策解读/防汛方案.md"


def test_an_item_is_never_offered_to_itself(tmp_path: Path) -> None:
    loaded = load(tmp_path, {PATH: item(extra="相关信息: 防讯.md\n", body="[见](防讯.md)\n")})
    assert [p.code for p in loaded.problems] == ["R001", "R010"]
    assert all("最接近" not in p.message and "是不是" not in p.message for p in loaded.problems)


def test_a_remark_behind_a_key_is_not_taken_for_its_value(tmp_path: Path) -> None:
    unit = "机构名称: 示例县青山镇人民政府\n上级门户:   # 县里的门户\n\t名称: 示例县人民政府\n村（社区）: []  # 例\n"
    problem = only(load(tmp_path, {}, unit=unit))
    assert (problem.code, problem.line) == ("U002", 3)
    assert "制表符" in problem.message
    assert "也要改" not in problem.message


def test_a_missing_portal_snippet_is_found_on_its_own_line(tmp_path: Path) -> None:
    unit = "机构名称: 示例县青山镇人民政府\n上级门户:\n  名称: 示例县人民政府\n  页头: 页头.html\n"
    problem = only(load(tmp_path, {}, unit=unit))
    assert (problem.code, problem.line, problem.field) == ("U006", 4, "页头")
    assert "content/_门户/页头.html" in problem.hint


@pytest.mark.parametrize(
    ("field", "written", "hint"),
    [
        ("施行日期", "26-5-6", "施行日期: 2026-05-06"),
        ("施行日期", "2026年2月30日", "施行日期: 2026-02-28"),
        ("施行日期", "五月", "施行日期: 2026-05-03"),
        ("解读形式", "文宇解读", "解读形式: 文字"),
        ("主题分类", "农林水利", "主题分类: 农业、林业、水利"),
    ],
)
def test_the_value_that_was_probably_meant(tmp_path: Path, field: str, written: str, hint: str) -> None:
    problem = next(
        p for p in load(tmp_path, {PATH: item(extra=f"{field}: {written}\n")}).problems if p.code == "L022"
    )
    assert problem.hint == hint


def test_attachments_on_one_line(tmp_path: Path) -> None:
    problem = only(load(tmp_path, {PATH: item(extra="附件: 甲.docx，乙.xlsx\n")}))
    assert problem.message.endswith("不对：几个附件写在了一行里。这里应写一行一个文件名。")


@pytest.mark.parametrize("name", ["防汛.txt", "防汛.md.txt", "防汛.markdown"])
def test_an_item_under_another_ending_is_not_lost_silently(tmp_path: Path, name: str) -> None:
    problem = only(load(tmp_path, {f"{NOTICES}/{name}": item()}))
    assert (problem.code, problem.path) == ("L036", f"content/{NOTICES}/{name}")
    assert problem.hint == "把文件名改成 防汛.md"


def test_a_text_file_beside_an_item_is_no_item(tmp_path: Path) -> None:
    assert not load(tmp_path, {PATH: item(extra="附件: 表.txt\n"), f"{NOTICES}/表.txt": "项目 金额"}).problems
