"""Edits of items: the site is what a clean build makes, and exactly the pages that show the edit were rendered."""

from __future__ import annotations

from pathlib import Path

from tests.edits.oracle import NEWS, make_oracle
from tests.site.small import FILE_COLUMN, INTERPRETATION_COLUMN, NORMATIVE_COLUMN, NOTICE_COLUMN, item, policy

OTHER_COLUMN = "政务动态/工作动态"
PAGES = 30
"""An edit of one item shows on fewer pages than this, of the more than a hundred. The oracle knows the exact
number: the pages that differ from those of the build before."""


def test_nothing(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    report = oracle.build_and_check()
    assert (report.rendered, report.removed) == (0, 0)


def test_a_body(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(NEWS, "正文。", "改过的正文。")
    assert oracle.build_and_check().rendered == 1


def test_a_title(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(NEWS, "第5号通知", "改名的通知")
    report = oracle.build_and_check()
    assert report.changes.changed == ("改名的通知（/info/119901210000000000-202606-00005/）",)
    # Its own page, the second page of its column, of the year and of the issuer, and the list of its month.
    assert report.rendered < PAGES


def test_a_date_that_reorders_a_list(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(NEWS, "发布日期: 2026-06-03", "发布日期: 2026-09-20")
    report = oracle.build_and_check()
    assert 0 < report.rendered < PAGES


def test_a_column_moved(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(NEWS, "标题:", f"栏目: {OTHER_COLUMN}\n标题:")
    assert oracle.build_and_check().rendered < PAGES


def test_a_shared_column_added(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(NEWS, "标题:", f"栏目: [{NOTICE_COLUMN}, {OTHER_COLUMN}]\n标题:")
    assert oracle.build_and_check().rendered < PAGES


def test_the_first_item_of_a_column_opens_it_in_every_menu(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(NEWS, "标题:", "栏目: 政务动态/公示\n公示截止: 2026-06-30\n标题:")
    report = oracle.build_and_check(exact=False)
    assert report.rendered > PAGES


def test_an_item_added_and_deleted(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.write(f"{NOTICE_COLUMN}/新.md", item("新通知", 900, published="2026-11-20"))
    added = oracle.build_and_check()
    oracle.remove(f"{NOTICE_COLUMN}/新.md")
    removed = oracle.build_and_check()
    assert (added.removed, removed.removed) == (0, 2)  # its page, and the list of its month
    assert 0 < removed.rendered < added.rendered < PAGES


def test_a_file_renamed_on_disk(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    folder = oracle.site.root / "content" / NOTICE_COLUMN
    (folder / "通知5.md").rename(folder / "通知五.md")
    assert oracle.build_and_check().rendered == 0


def test_the_target_of_a_relation_retitled(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(f"{FILE_COLUMN}/甲.md", "标题: 甲文件", "标题: 甲文件（修订）")
    report = oracle.build_and_check()
    assert "甲文件（修订）" in oracle.site.page("/info/119901210000000000-202605-00104/")
    assert report.rendered < PAGES


def test_a_relation_added_and_removed(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(NEWS, "标题:", "相关信息: 119901210000000000/202605-00104\n标题:")
    assert oracle.build_and_check().rendered == 2
    oracle.replace(NEWS, "相关信息: 119901210000000000/202605-00104\n", "")
    assert oracle.build_and_check().rendered == 2


def test_an_attachment_changed(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.write(f"{FILE_COLUMN}/附表.txt", "别的")
    assert oracle.build_and_check().rendered == 1


def test_a_policy_repealed_by_a_new_item(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    text = policy(
        "新办法", 105, "青政发〔2026〕9号", "2026-11-10", 施行日期="2026-11-12", 废止文件="青政发〔2026〕1号"
    )
    oracle.write(f"{NORMATIVE_COLUMN}/新.md", text)
    report = oracle.build_and_check()
    assert "已废止" in oracle.site.page("/info/119901210000000000-202605-00101/")
    assert 0 < report.rendered < report.pages


def test_an_item_withdrawn(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace(
        f"{INTERPRETATION_COLUMN}/甲解读.md", "标题:", "撤下日期: 2026-11-01\n撤下原因: 内容有误\n标题:"
    )
    report = oracle.build_and_check()
    assert 0 < report.rendered < report.pages
