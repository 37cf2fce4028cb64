"""`gongkai fmt`: what it would write."""

from pathlib import Path

from gongkai.loading.options import LoadOptions
from gongkai.loading.tidy import Tidying, tidy
from tests.loading.helpers import CODE, FILES, NOTICES, TODAY, UNIT, Content, item, policy, write

A, B = f"{NOTICES}/甲.md", f"{NOTICES}/乙.md"


def run(
    root: Path, files: Content, public: tuple[str, ...] = (), fix: bool = False, unit: str = UNIT
) -> Tidying:
    content = write(root, files, unit)
    return tidy(content, "content/", LoadOptions(today=TODAY), lambda path, _number: path in public, fix)


def numberless(day: str = "2026-05-06") -> str:
    return item(1).replace(f"索引号: {CODE}/202605-00001\n", "").replace("2026-05-06", day)


def test_numbers_are_allotted_in_order_of_publication_behind_those_in_use(tmp_path: Path) -> None:
    files = {A: numberless("2026-05-09"), B: numberless(), f"{NOTICES}/丙.md": item(7)}
    found = run(tmp_path, files)
    assert [(f.path, f.notes) for f in found.files] == [
        (f"content/{B}", (f"编索引号 {CODE}/202605-00008",)),
        (f"content/{A}", (f"编索引号 {CODE}/202605-00009",)),
    ]
    assert f"'{CODE}':\n  '202605': 9\n" in found.numbers


def test_a_number_once_recorded_is_never_given_again(tmp_path: Path) -> None:
    found = run(tmp_path, {A: numberless(), "索引号.yml": f"'{CODE}':\n  '202605': 41\n"})
    assert found.files[0].notes == (f"编索引号 {CODE}/202605-00042",)


def test_nothing_to_do_writes_nothing(tmp_path: Path) -> None:
    found = run(tmp_path, {A: item(1), "索引号.yml": f"'{CODE}':\n  '202605': 1\n"})
    assert found == Tidying()


def test_dates_and_document_numbers_get_one_form(tmp_path: Path) -> None:
    text = (
        policy(1, 12)
        .replace("青政发〔2026〕12号", "青政发[2026] 012号")
        .replace("2026-05-06", "2026年5月6日 9:30")
    )
    found = run(tmp_path, {f"{FILES}/甲.md": text.replace("成文日期: 2026-05-03", "written: '2026/5/3'")})
    assert found.files[0].text == policy(1, 12).replace("2026-05-06", "2026-05-06 09:30").replace(
        "成文日期: 2026-05-03", "written: 2026-05-03"
    )


def test_line_ends_and_the_body_stay(tmp_path: Path) -> None:
    text = item(1, body="发布日期: 2026/5/6\n").replace("2026-05-06", "2026/5/6").replace("\n", "\r\n")
    found = run(tmp_path, {A: text})
    assert found.files[0].text == text.replace("2026/5/6", "2026-05-06", 1)


def test_of_two_unpublished_items_with_one_number_the_later_is_renumbered(tmp_path: Path) -> None:
    files = {A: item(1).replace("2026-05-06", "2026-05-09"), B: item(1)}
    assert "gongkai fmt --fix" in run(tmp_path, files).left[0]
    found = run(tmp_path, files, fix=True)
    assert [f.path for f in found.files] == [f"content/{A}"]
    assert f"索引号: {CODE}/202605-00002" in found.files[0].text


def test_who_was_public_keeps_the_number(tmp_path: Path) -> None:
    files = {A: item(1).replace("2026-05-06", "2026-05-09"), B: item(1)}
    assert [f.path for f in run(tmp_path, files, public=(A,), fix=True).files] == [f"content/{B}"]
    both = run(tmp_path, files, public=(A, B), fix=True)
    assert both.files == ()
    assert "两条都已公开" in both.left[0]


def test_what_cannot_get_a_number_is_said(tmp_path: Path) -> None:
    assert "发布日期" in run(tmp_path, {A: numberless("2026-13-06")}).left[0]
    assert "统一社会信用代码" in run(tmp_path, {A: numberless()}, unit="机构名称: 某镇\n").left[0]


def test_broken_settings_stop_everything(tmp_path: Path) -> None:
    found = run(tmp_path, {A: numberless(), "索引号.yml": "坏\n"})
    assert found.files == ()
    assert found.problems


def test_files_that_cannot_be_read_and_ordinary_pages_are_left_alone(tmp_path: Path) -> None:
    files = {A: "没有信息头", B: "标题".encode("gb18030"), "关于.md": "---\n标题: 关于\n---\n"}
    assert run(tmp_path, files) == Tidying()
