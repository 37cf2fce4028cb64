"""`--skip-broken`: a flood warning must not wait for somebody else's typo."""

from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.failures import Failed
from tests.site.small import NOTICE_COLUMN, Site, everything, item, make_site, snapshot

A, B = f"{NOTICE_COLUMN}/甲.md", f"{NOTICE_COLUMN}/乙.md"


def two_notices(root: Path) -> Site:
    files: dict[str, str | bytes] = {
        A: item("防汛通知", 1, "甲正文 ![图](图.png)", 附件="[表.txt]"),
        f"{NOTICE_COLUMN}/表.txt": "表的内容",
        f"{NOTICE_COLUMN}/图.png": b"\x89PNG picture",
        B: item("乙通知", 2, "见[甲](甲.md)。", 相关信息="119901210000000000/202605-00001"),
    }
    site = make_site(root, files)
    site.build()
    return site


def broken(text: str) -> str:
    return text.replace("发布日期: 2026-05-08", "发布日期: 2026-15-08").replace("甲正文", "改过的正文")


def test_an_item_that_was_public_stays_whole_as_its_last_good_self(tmp_path: Path) -> None:
    site = two_notices(tmp_path)
    first = snapshot(site.out)
    site.write(f"content/{A}", broken((site.root / "content" / A).read_text(encoding="utf-8")))
    with pytest.raises(Failed):
        site.build()
    report = site.build(GONGKAI_SKIP_BROKEN="1")
    assert [k.path for k in report.kept] == [f"content/{A}"]
    assert snapshot(site.out) == first


def test_its_attachments_stay_too_even_if_their_sources_are_gone(tmp_path: Path) -> None:
    site = two_notices(tmp_path)
    first = snapshot(site.out)
    site.write(f"content/{A}", broken((site.root / "content" / A).read_text(encoding="utf-8")))
    (site.root / f"content/{NOTICE_COLUMN}/表.txt").unlink()
    site.write(f"content/{NOTICE_COLUMN}/图.png", b"another picture")
    site.build(GONGKAI_SKIP_BROKEN="1")
    assert snapshot(site.out) == first


def test_it_stays_through_several_builds_and_comes_back_when_mended(tmp_path: Path) -> None:
    site = two_notices(tmp_path)
    good = (site.root / "content" / A).read_text(encoding="utf-8")
    site.write(f"content/{A}", broken(good))
    for _ in range(2):
        assert len(site.build(GONGKAI_SKIP_BROKEN="1").kept) == 1
    site.write(f"content/{A}", good.replace("甲正文", "改好的正文"))
    assert site.build().kept == ()
    assert "改好的正文" in everything(site.out)


def test_a_broken_item_that_was_never_public_is_left_out(tmp_path: Path) -> None:
    site = two_notices(tmp_path)
    site.write(f"content/{NOTICE_COLUMN}/丙.md", broken(item("丙通知", 3, "甲正文")))
    report = site.build(GONGKAI_SKIP_BROKEN="1")
    assert report.items == 2
    assert "丙通知" not in everything(site.out)


@pytest.mark.parametrize(
    "change",
    [
        "# 草稿\n坏键: 是\n",
        "坏键: 撤下\n",
        "坏键: 依申请公开\n",
        "公开方式: 依申请\n",
        "公开范围: 本村的人\n",
    ],
)
def test_not_if_the_text_says_that_it_should_go(tmp_path: Path, change: str) -> None:
    site = two_notices(tmp_path)
    text = (site.root / "content" / A).read_text(encoding="utf-8")
    site.write(f"content/{A}", text.replace("标题:", f"{change}标题:", 1))
    report = site.build(GONGKAI_SKIP_BROKEN="1")
    assert report.kept == ()
    output = everything(site.out)
    assert "甲正文" not in output
    assert "表的内容" not in output


def test_never_if_the_finding_is_about_privacy_or_secrecy(tmp_path: Path) -> None:
    site = two_notices(tmp_path)
    for text in ("身份证号 11010519491231002X", "秘密★5年"):
        site.write(f"content/{A}", item("防汛通知", 1, f"甲正文\n\n{text}\n"))
        report = site.build(GONGKAI_SKIP_BROKEN="1")
        assert report.kept == ()
        assert "甲正文" not in everything(site.out)


def test_broken_settings_stop_even_this_build(tmp_path: Path) -> None:
    site = two_notices(tmp_path)
    first = snapshot(site.out)
    site.write("content/columns.yml", "extends: townshipp\n")
    with pytest.raises(Failed, match="township") as told:
        site.build(GONGKAI_SKIP_BROKEN="1")
    assert "--skip-broken" not in str(told.value)
    assert "L0" not in str(told.value)
    assert snapshot(site.out) == first


def test_of_two_items_with_one_number_the_public_one_stays(tmp_path: Path) -> None:
    site = two_notices(tmp_path)
    site.write(f"content/{NOTICE_COLUMN}/后来.md", item("后来的通知", 1))
    with pytest.raises(Failed, match="索引号"):
        site.build()
    site.build(GONGKAI_SKIP_BROKEN="1")
    output = everything(site.out)
    assert "防汛通知" in output
    assert "后来的通知" not in output


def test_a_lost_memory_costs_nothing_else(tmp_path: Path) -> None:
    site = two_notices(tmp_path)
    first = snapshot(site.out)
    for file in (site.root / ".gongkai").glob("*.sqlite"):
        file.write_bytes(b"not a database")
    site.build()
    assert snapshot(site.out) == first
