"""A load after a change of one body's text gives what a whole load gives, and anything else is left to a whole load."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.loading.folder import Found
from gongkai.loading.memory import Memory, read_file
from gongkai.loading.options import LoadOptions
from gongkai.loading.reread import reread, reread_text
from gongkai.loading.site import Loaded, load_site
from tests.site.small import NOTICE_COLUMN, Site
from tests.site.test_whole_builds import sample

OPTIONS = LoadOptions(today=date(2026, 11, 23), preview=True)
NOTICE = f"{NOTICE_COLUMN}/7.md"
POLICY = "决策公开/政策文件/行政规范性文件/乙.md"
REPEALING = "决策公开/政策文件/行政规范性文件/丙.md"
INTERPRETATION = "政策解读/本级政策解读/甲解读.md"
ATTACHED = "决策公开/政策文件/镇政府文件/甲.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return sample(tmp_path_factory.mktemp("site"))


def load(site: Site, memory: Memory | None = None) -> Loaded:
    return load_site(site.root / "content", OPTIONS, memory=memory)


def bodies(site: Site, loaded: Loaded) -> list[str]:
    return [loaded.bodies.body(item) for item in loaded.catalog.items]


def edited(site: Site, path: str, text: str) -> tuple[Loaded | None, Loaded]:
    """The quick load after an edit, and a whole one by somebody who knows nothing; the file is put back."""
    former = site.root / "content" / path
    original = former.read_bytes()
    memory = Memory()
    loaded = load(site, memory)
    try:
        site.write(f"content/{path}", text)
        quick = reread_text(loaded, memory, path, loaded.problems)
        whole = load(site)
        if quick is not None:
            assert bodies(site, quick) == bodies(site, whole)
        return quick, whole
    finally:
        former.write_bytes(original)


def source(site: Site, path: str) -> str:
    return (site.root / "content" / path).read_text("utf-8")


def assert_same(quick: Loaded | None, whole: Loaded) -> None:
    assert quick is not None
    assert quick.catalog == whole.catalog
    assert quick.catalog.items == whole.catalog.items
    for name in ("by_number", "by_column", "by_year", "outgoing", "incoming"):
        assert list(getattr(quick.catalog, name)) == list(getattr(whole.catalog, name)), name
    for name in ("problems", "held", "kept", "ordinary", "broken", "bodies", "root_files", "drafts"):
        assert getattr(quick, name) == getattr(whole, name), name


@pytest.mark.parametrize("path", [NOTICE, POLICY, REPEALING, INTERPRETATION, ATTACHED])
def test_a_changed_text_is_taken_in_without_a_whole_load(site: Site, path: str) -> None:
    """A heading and a table: what the directory says of the item, its first sentences, stays as it was."""
    assert_same(
        *edited(site, path, source(site, path) + "\n\n## 又一节\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n")
    )


def test_lines_that_move_are_taken_in(site: Site) -> None:
    text = source(site, REPEALING)
    assert_same(*edited(site, REPEALING, text.replace("---\n标题", "---\n\n\n标题", 1)))


@given(text=st.text(alphabet="甲乙 \n#*[]()<>|-1.`!:/\\《》", max_size=60))
def test_whatever_is_typed_into_a_body_the_result_is_that_of_a_whole_load(site: Site, text: str) -> None:
    quick, whole = edited(site, NOTICE, source(site, NOTICE) + text)
    if quick is not None:
        assert_same(quick, whole)


CHANGES = {
    "title": ("标题: 通知7", "标题: 改了"),
    "date": ("2026-08-03", "2026-09-03"),
    "number": ("00007", "00777"),
    "draft": ("标题: ", "草稿: 是\n标题: "),
    "unsigned": ("审核: ", "责任编辑: "),
    "broken": ("发布日期: 2026-08", "发布日期: 2026-18"),
    "unreadable": ("---\n", "--\n"),
    "unknown key": ("标题: ", "文种: 通知\n标题: "),
    "summary": ("标题: ", "内容概述: 概述\n标题: "),
    "relation": ("标题: ", "相关信息: 青政发〔2026〕1号\n标题: "),
    "link": ("正文。", "见[甲](../../决策公开/政策文件/镇政府文件/甲.md)。"),
    "dead link": ("正文。", "见[没有](没有.md)。"),
    "attachment": ("正文。", "见[表](../../决策公开/政策文件/镇政府文件/附表.txt)。"),
    "first sentences": ("正文。", "另一段正文。"),
    "secret": ("正文。", "机密★5年\n\n正文。"),
    "line ends": ("\n", "\r\n"),
    "elsewhere": ("标题: ", "栏目: 决策公开/政策文件/镇政府文件\n标题: "),
}


@pytest.mark.parametrize("what", CHANGES)
def test_anything_else_is_left_to_a_whole_load(site: Site, what: str) -> None:
    text = source(site, NOTICE)
    new = text.replace(*CHANGES[what])
    assert new != text
    assert edited(site, NOTICE, new)[0] is None


def test_so_are_files_of_which_a_finding_speaks(site: Site) -> None:
    memory = Memory()
    loaded = load(site, memory)
    spoken = [p for p in loaded.problems if "甲解读" not in p.path]
    said = [*spoken, *(p for p in loaded.problems if p not in spoken)]
    for problem in said:
        path = problem.path.removeprefix("content/")
        if memory.known(path):
            assert reread_text(loaded, memory, path, said) is None


def test_and_files_that_are_gone_or_were_never_there(site: Site) -> None:
    memory = Memory()
    loaded = load(site, memory)
    gone = site.root / "content" / NOTICE
    data = gone.read_bytes()
    gone.unlink()
    assert reread_text(loaded, memory, NOTICE, ()) is None
    gone.write_bytes(data)
    assert reread_text(loaded, memory, "nirgends.md", ()) is None
    assert reread_text(loaded, Memory(), NOTICE, ()) is None


def test_a_load_with_memory_is_that_of_one_without(tmp_path: Path) -> None:
    site = sample(tmp_path)
    memory = Memory()
    load(site, memory)
    site.write(f"content/{NOTICE}", source(site, NOTICE).replace("通知7", "别的标题"))
    site.write(f"content/{NOTICE_COLUMN}/新.md", source(site, NOTICE).replace("00007", "00777"))
    (site.root / f"content/{NOTICE_COLUMN}/8.md").unlink()
    site.write("content/单位.yml", "机构名称: 示例县白水镇人民政府\n")
    memory.forget((), settings=True)
    again, alone = load(site, memory), load(site)
    assert again.catalog == alone.catalog
    assert again.problems == alone.problems


def changed(site: Site, path: str, text: str | None) -> tuple[Loaded | None, Loaded, Loaded | None]:
    """The load after an edit that reads one file, a whole one, and the load after the file is put back."""
    file = site.root / "content" / path
    original = file.read_bytes() if file.exists() else None
    memory = Memory()
    loaded = load(site, memory)
    try:
        if text is None:
            file.unlink()
        else:
            site.write(f"content/{path}", text)
        quick, whole = reread(loaded, memory, [path]), load(site)
        if original is None:
            file.unlink()
        else:
            file.write_bytes(original)
        return quick, whole, reread(quick, memory, [path]) if quick else None
    finally:
        if original is not None:
            file.write_bytes(original)


def assert_equal(quick: Loaded | None, whole: Loaded) -> None:
    """The same in all that anybody looks at; the order of items by number alone is nobody's."""
    assert quick is not None
    assert quick.catalog == whole.catalog
    for name in ("by_column", "by_year", "by_month", "by_issuer", "by_doc_number", "outgoing", "incoming"):
        assert list(getattr(quick.catalog, name)) == list(getattr(whole.catalog, name)), name
    for name in ("problems", "held", "kept", "ordinary", "broken", "bodies", "root_files", "drafts"):
        assert getattr(quick, name) == getattr(whole, name), name


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_of_an_item_gives_what_a_whole_load_gives(site: Site, what: str) -> None:
    quick, whole, back = changed(site, NOTICE, source(site, NOTICE).replace(*CHANGES[what]))
    assert_equal(quick, whole)
    assert_equal(back, load(site))


@pytest.mark.parametrize("path", [NOTICE, POLICY, REPEALING, INTERPRETATION, ATTACHED])
def test_so_does_a_file_that_goes_and_comes_back(site: Site, path: str) -> None:
    quick, whole, back = changed(site, path, None)
    assert_equal(quick, whole)
    assert_equal(back, load(site))


def test_so_does_a_new_file_and_one_without_a_number(site: Site) -> None:
    new = source(site, NOTICE).replace("00007", "00777")
    for text in (new, "\n".join(line for line in new.split("\n") if not line.startswith("索引号"))):
        quick, whole, back = changed(site, f"{NOTICE_COLUMN}/新.md", text)
        assert_equal(quick, whole)
        assert_equal(back, load(site))


@pytest.mark.parametrize("path", [POLICY, ATTACHED, REPEALING])
def test_so_does_a_policy_that_others_name(site: Site, path: str) -> None:
    text = source(site, path)
    for old, new in (
        ("标题: ", "标题: 新"),
        ("〔2026〕", "〔2025〕"),
        ("2026-0", "2025-0"),
        ("标题: ", "草稿: 是\n标题: "),
    ):
        quick, whole, back = changed(site, path, text.replace(old, new))
        assert_equal(quick, whole)
        assert_equal(back, load(site))


def test_two_items_with_one_number_and_what_is_no_item_are_left_to_a_whole_load(site: Site) -> None:
    memory = Memory()
    loaded = load(site, memory)
    twin = site.write(f"content/{NOTICE_COLUMN}/双.md", source(site, NOTICE))
    assert reread(loaded, memory, [f"{NOTICE_COLUMN}/双.md"]) is None
    twin.unlink()
    for path in ("单位.yml", "columns.yml", "_根目录/a.md", f"{NOTICE_COLUMN}", f"{NOTICE_COLUMN}/图.png"):
        assert reread(loaded, memory, [path]) is None


def test_only_the_named_files_are_read(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    loaded = load(site, memory)
    read: list[str] = []

    def counted(found: Found, *rest: Any) -> Any:
        read.append(found.relative)
        return read_file(found, *rest)

    monkeypatch.setattr("gongkai.loading.notices.read_file", counted)
    monkeypatch.setattr("gongkai.loading.site.list_folder", None)
    assert reread(loaded, memory, [NOTICE, POLICY]) is not None
    assert read == sorted([NOTICE, POLICY])
