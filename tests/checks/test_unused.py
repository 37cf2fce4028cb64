"""Files that no item names are told: a clerk who forgets 附件 sees nothing on the page and no error either."""

from pathlib import Path

import pytest

from gongkai.checks.unused import unused_files, unused_remarks
from tests.checks.test_on_a_folder import run
from tests.loading.helpers import FILES, NOTICES, Content, item, load
from tests.site.small import PLUGINS, make_site

NAMED: Content = {
    f"{NOTICES}/甲.md": item(1, "附件: 表.txt\n", "见 ![图](现场.png)\n"),
    f"{NOTICES}/表.txt": "甲",
    f"{NOTICES}/现场.png": b"\x89PNG\r\n\x1a\n",
}


def unused(folder: Path, files: Content) -> tuple[str, ...]:
    loaded = load(folder, {**NAMED, **files})
    return unused_files(folder / "content", loaded.catalog)


def test_what_is_named_is_used(tmp_path: Path) -> None:
    assert unused(tmp_path, {}) == ()


def test_a_forgotten_attachment_and_a_document_without_an_item(tmp_path: Path) -> None:
    lost = {f"{NOTICES}/忘了写.docx": "甲", f"{FILES}/2026/停电通知.DOCX": "甲"}
    assert unused(tmp_path, lost) == (f"{FILES}/2026/停电通知.DOCX", f"{NOTICES}/忘了写.docx")


@pytest.mark.parametrize(
    "files",
    [
        {f"{NOTICES}/乙.md": item(2, "附件: 草.pdf\n草稿: 是\n"), f"{NOTICES}/草.pdf": "甲"},
        {f"{NOTICES}/丙.md": item(3, "附件: [好.pdf, 没有.pdf]\n"), f"{NOTICES}/好.pdf": "甲"},
        {"关于.md": "# 关于\n\n![图](图片/图.png)\n", "图片/图.png": "甲"},
        {f"{NOTICES}/~$停水.docx": "甲", f"{NOTICES}/.~停水.docx": "甲", f"{NOTICES}/Thumbs.db": "甲"},
        {"_门户/标志.png": "甲", "gazette/2026-01.pdf": "甲", "总表.xlsx": "甲"},
        {"管理公开/权责清单/清单/_table.yml": "标题: 甲\n", "管理公开/权责清单/清单/上一版.xlsx": "甲"},
    ],
    ids=["draft", "broken", "ordinary page", "left by programs", "folders of their own", "table"],
)
def test_what_is_used_in_other_ways(tmp_path: Path, files: Content) -> None:
    assert unused(tmp_path, files) == ()


def test_the_remark_names_the_first_and_says_what_to_do(tmp_path: Path) -> None:
    loaded = load(tmp_path, {**NAMED, **{f"{NOTICES}/{n}.pdf": "甲" for n in range(7)}})
    (remark,) = unused_remarks(tmp_path / "content", loaded.catalog)
    assert remark.startswith(f"有 7 个文件没有哪条信息用到，不会上网：content/{NOTICES}/0.pdf、")
    assert f"{NOTICES}/4.pdf等。" in remark
    assert f"{NOTICES}/5.pdf" not in remark
    assert "“附件”" in remark


def test_check_tells_it(tmp_path: Path) -> None:
    site = make_site(tmp_path, {**NAMED, f"{NOTICES}/忘了写.docx": "甲"})
    site.configure((*PLUGINS, "gongkai/checks"))
    assert "忘了写.docx" in run(site, "--no-site").stdout
