"""What is not public is in no output at all: page, list, feed, JSON, attachment, image, names of signers."""

from pathlib import Path

import pytest

from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, everything, item, make_site, policy

PUBLIC = {
    f"{NOTICE_COLUMN}/公开.md": item("可以公开的通知", 1, "公开正文。"),
    f"{FILE_COLUMN}/甲.md": policy(
        "公开文件", 2, "青政发〔2026〕1号", 相关信息="119901210000000000/202605-00003"
    ),
}

HELD = {
    "草稿": {"草稿": "是"},
    "未到日期": {"published": "2026-11-24"},
    "依申请公开": {"公开方式": "依申请公开"},
    "不予公开": {"公开方式": "不予公开"},
    "特定群体": {"公开范围": "特定群体"},
    "本村": {"公开范围": "本村（社区）"},
    "没有审核": {"审核": None},
    "没有保密审查": {"保密审查": None},
    "审核日期在将来": {"审核": "张某 2026-12-01"},
    "没有索引号": {"索引号": None},
}


@pytest.mark.parametrize("name", HELD)
def test_a_held_item_is_in_no_output(tmp_path: Path, name: str) -> None:
    fields = HELD[name]
    planted = item(
        "藏标题", 3, "藏正文 ![藏图](藏图.png)", **{"附件": "[藏附件.txt]", "内容概述": "藏概述"} | fields
    )  # type: ignore[arg-type]
    site = make_site(
        tmp_path,
        PUBLIC
        | {
            f"{NOTICE_COLUMN}/藏文件.md": planted,
            f"{NOTICE_COLUMN}/藏附件.txt": "藏附件内容",
            f"{NOTICE_COLUMN}/藏图.png": b"\x89PNG planted-picture",
        },
    )
    report = site.build()
    assert report.items == 2
    assert [held.path for held in report.held] == [f"content/{NOTICE_COLUMN}/藏文件.md"]
    output = everything(site.out)
    assert "可以公开的通知" in output
    assert "藏" not in output
    assert "planted-picture" not in output


def test_the_names_of_those_who_signed_are_nowhere(tmp_path: Path) -> None:
    site = make_site(
        tmp_path,
        {f"{NOTICE_COLUMN}/a.md": item("通知", 1, 审核="签字甲 2026-05-01", 保密审查="签字乙 2026-05-01")},
    )
    site.build()
    assert "签字" not in everything(site.out)


def test_a_site_may_switch_the_sign_off_off(tmp_path: Path) -> None:
    site = make_site(tmp_path, {f"{NOTICE_COLUMN}/a.md": item("通知", 1, 审核=None, 保密审查=None)})  # type: ignore[arg-type]
    assert site.build().items == 0
    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    site.write(
        "mkdocs.yml", text.replace("  - gongkai/catalog\n", "  - gongkai/catalog:\n      sign_off: false\n")
    )
    assert site.build().items == 1


def test_nothing_in_content_is_copied_for_lying_there(tmp_path: Path) -> None:
    site = make_site(
        tmp_path,
        PUBLIC
        | {
            f"{NOTICE_COLUMN}/没人提到的表.xlsx": b"lying around",
            "敏感词.txt": "lying around",
            "_门户/页头.html": "lying around",
            "_根目录/robots.txt": "User-agent: *\n",
        },
    )
    site.build()
    assert "lying around" not in everything(site.out)
    assert (site.out / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\n"


def test_an_item_that_was_public_and_is_held_now_is_gone_whole(tmp_path: Path) -> None:
    path = f"{NOTICE_COLUMN}/a.md"
    site = make_site(
        tmp_path, {path: item("先公开", 1, 附件="[表.txt]"), f"{NOTICE_COLUMN}/表.txt": "表的内容"}
    )
    site.build()
    assert "先公开" in everything(site.out)
    site.write(f"content/{path}", item("先公开", 1, 附件="[表.txt]", 草稿="是"))
    report = site.build()
    assert len(report.changes.removed) == 1
    output = everything(site.out)
    assert "先公开" not in output
    assert "表的内容" not in output


def test_search_engines_are_not_sent_to_what_was_withdrawn(tmp_path: Path) -> None:
    gone = item("撤下的", 4, 撤下日期="2026-06-01", 撤下原因="内容有误")
    site = make_site(tmp_path, PUBLIC | {f"{NOTICE_COLUMN}/撤.md": gone})
    site.build()
    listed = (site.out / "sitemap.xml").read_text(encoding="utf-8")
    assert "202605-00001" in listed
    assert "202605-00004" not in listed
    assert "404" not in listed
