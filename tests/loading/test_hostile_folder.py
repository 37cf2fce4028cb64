"""A folder as nobody should leave it: links, loops, pipes, locked files, odd names, and any text at all."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.loading.bodies import ChangedWhileReading
from tests.loading.helpers import NOTICES, codes, item, load, only, the_item

posix = pytest.mark.skipif(os.name == "nt", reason="links and pipes need rights on Windows")
A = f"{NOTICES}/甲.md"


@posix
def test_a_link_to_a_file_outside(tmp_path: Path) -> None:
    (tmp_path / "机密.md").write_text(item(9, body="外面"), encoding="utf-8")
    load(tmp_path, {A: item(1)})
    (tmp_path / "content" / NOTICES / "乙.md").symlink_to(tmp_path / "机密.md")
    loaded = load(tmp_path, {})
    assert only(loaded).code == "L007"
    assert [i.path for i in loaded.catalog.items] == [A]


@posix
def test_a_link_to_a_folder_outside(tmp_path: Path) -> None:
    outside = tmp_path / "外面"
    outside.mkdir()
    (outside / "x.md").write_text(item(9), encoding="utf-8")
    load(tmp_path, {A: item(1)})
    (tmp_path / "content" / NOTICES / "外").symlink_to(outside, target_is_directory=True)
    assert only(load(tmp_path, {})).code == "L007"


@posix
def test_a_link_inside_and_a_loop(tmp_path: Path) -> None:
    load(tmp_path, {A: item(1, "附件: 表.docx\n"), f"{NOTICES}/原表.docx": b"PK"})
    folder = tmp_path / "content" / NOTICES
    (folder / "表.docx").symlink_to(folder / "原表.docx")
    (folder / "圈").symlink_to(folder, target_is_directory=True)
    (folder / "断").symlink_to(folder / "没有")
    (folder / "自己").symlink_to(folder / "自己")
    loaded = load(tmp_path, {})
    assert set(codes(loaded)) <= {"L008", "L007"}
    assert loaded.catalog.items[0].attachments[0].name == "表.docx"


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    load(tmp_path, {A: item(1)})
    os.mkfifo(tmp_path / "content" / NOTICES / "管.md")
    assert only(load(tmp_path, {})).code == "L008"


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_locked_file(tmp_path: Path) -> None:
    load(tmp_path, {A: item(1)})
    (tmp_path / "content" / A).chmod(0)
    problem = only(load(tmp_path, {}))
    assert problem.code == "L001"
    assert "没有读取权限" in problem.message


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    load(tmp_path, {A: item(1)})
    monkeypatch.setattr("gongkai.loading.folder.bytes_of", refuse)
    assert "L001" in codes(load(tmp_path, {}))


@pytest.mark.parametrize(
    "name", ["带 空格.md", "表情😀.md", "ＡＢ（１）.md", "a'b\".md", "很" * 60 + ".md", "点.点.md"]
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and '"' in name:
        return
    found = the_item(load(tmp_path, {f"{NOTICES}/{name}": item(1)}))
    assert found.path == f"{NOTICES}/{name}"


def test_decomposed_names_are_the_same_names(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "résumé.docx")
    folder = unicodedata.normalize("NFD", f"{NOTICES}/é")
    loaded = load(tmp_path, {f"{folder}/甲.md": item(1, "附件: résumé.docx\n"), f"{folder}/{name}": b"PK"})
    found = the_item(loaded)
    assert found.path == f"{NOTICES}/é/甲.md"
    assert found.attachments[0].name == "résumé.docx"
    assert loaded.bodies.body(found) == "\n正文。\n"
    assert loaded.bodies.file(found, found.attachments[0].source).read_bytes() == b"PK"


def test_what_is_left_out(tmp_path: Path) -> None:
    names = (
        ".git/x.md",
        "_草稿/x.md",
        "_x.md",
        "node_modules/x.md",
        "__pycache__/x.md",
        "~$临时.md",
        f"{NOTICES}/.x.md",
    )
    loaded = load(tmp_path, {name: item(n) for n, name in enumerate(names, 1)})
    assert loaded.problems == ()
    assert loaded.catalog.items == ()


def test_root_files(tmp_path: Path) -> None:
    names = ("robots.txt", ".well-known/y.txt", "a/b.txt", ".git/config", "a/.DS_Store")
    loaded = load(tmp_path, {f"_根目录/{name}": "x" for name in names})
    assert dict(loaded.root_files) == {f"_根目录/{name}": f"/{name}" for name in names[:3]}


def test_a_deep_folder(tmp_path: Path) -> None:
    assert the_item(load(tmp_path, {f"{NOTICES}/{'深/' * 30}甲.md": item(1)}))


def test_no_folder_at_all(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    loaded = load(tmp_path, {}, unit=None)
    assert codes(loaded) == ["U001"]
    assert loaded.settings_broken


def test_a_file_that_changes_while_the_site_is_made(tmp_path: Path) -> None:
    loaded = load(tmp_path, {A: item(1)})
    (tmp_path / "content" / A).write_text(item(1, body="改了"), encoding="utf-8")
    with pytest.raises(ChangedWhileReading, match="被改动"):
        loaded.bodies.body(loaded.catalog.items[0])
    (tmp_path / "content" / A).unlink()
    with pytest.raises(ChangedWhileReading, match="被移走"):
        loaded.bodies.body(loaded.catalog.items[0])


_LINES = st.sampled_from(
    [
        "标题: 甲", "标题：甲", "发布日期: 2026-05-06", "发布日期: 2026-02-30", "索引号: x", "附件: [a, {文件: b}]", "附件: {a: b}",
        "栏目: [", "栏目: {a: {b: c}}", "- 一", "---", "", "审核: 张某 2026-05-03", "保密审查: 李某", "相关信息: [a, [b], {c: d}]",
        "更正记录: [2026-05-03 a, b]", "类型: normative", "类型: [公文]", "? a", ": b", "a: &x", "b: *x", "!!python/object:os.system x",
        "内容概述: |", "  多行", "\t制表", "需要解读: 否", "有效期: 五年", "![](a b.png)", "[x](<y z>)", "[x]: y", "`码", "<img src=x", "```",
        "标题: [甲, 乙]", "标题: {甲: 乙}", "{{{", "发布日期: [2026-05-06]", "撤下日期: 2026-05-06", "\u3000全角", "\x00", "\x85", "\u2028",
    ]
)  # fmt: skip


@settings(max_examples=120)
@given(st.lists(_LINES | st.text(max_size=20), max_size=12).map("\n".join) | st.text(max_size=60))
def test_no_text_makes_loading_fail(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    data = ("---\n" + text).encode("utf-8", errors="surrogatepass")
    loaded = load(tmp_path_factory.mktemp("any"), {A: data, f"{NOTICES}/乙.md": item(2)})
    assert any(i.path.endswith("乙.md") for i in loaded.catalog.items) or "L050" in codes(loaded)
    for found in loaded.catalog.items:
        assert loaded.bodies.body(found) is not None


@settings(max_examples=60)
@given(st.binary(max_size=80), st.lists(_LINES, max_size=8).map("\n".join))
def test_no_settings_make_loading_fail(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, text: str
) -> None:
    files = {"单位.yml": data, "索引号.yml": text, A: item(1)}
    assert load(tmp_path_factory.mktemp("any"), files).catalog is not None
