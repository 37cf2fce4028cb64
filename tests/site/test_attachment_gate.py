"""An ID number, a bank card number or a secrecy mark inside an attachment stops the build, or keeps its item out of it."""

from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.failures import Failed
from tests.checks.test_planted import book, word
from tests.rules.cases_privacy import ID, luhn
from tests.site.small import NOTICE_COLUMN, Site, everything, item, make_site

ITEM = f"{NOTICE_COLUMN}/甲.md"


def site_with(folder: Path, data: bytes, name: str = "表.docx") -> Site:
    files: dict[str, str | bytes] = {
        ITEM: item("甲通知", 1, 附件=f"[{name}]"),
        f"{NOTICE_COLUMN}/{name}": data,
    }
    return make_site(folder, files)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (word(f"张某 {ID}"), "表.docx", "L061"),
        (book(f"姓名\t一卡通账号\n张某\t{luhn('622202000000000000')}"), "表.xlsx", "L062"),
        (word("机密★10年\n正文"), "文.docx", "L060"),
    ],
    ids=["id", "card", "mark"],
)
def test_a_secret_in_an_attachment_stops_the_build(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    site = site_with(tmp_path, data, name)
    with pytest.raises(Failed) as told:
        site.build()
    assert f"content/{NOTICE_COLUMN}/{name} [阻断 {code}]" in str(told.value)
    assert "--skip-broken" in str(told.value)
    assert ID not in str(told.value)
    assert not site.out.exists()


def test_the_site_that_stands_is_not_touched_and_a_draft_lets_the_rest_out(tmp_path: Path) -> None:
    site = site_with(tmp_path, word("平常的话"))
    site.build()
    before = everything(site.out)
    site.write(f"content/{NOTICE_COLUMN}/表.docx", word(ID))
    with pytest.raises(Failed):
        site.build()
    assert everything(site.out) == before
    site.write(f"content/{ITEM}", item("甲通知", 1, 附件="[表.docx]", 草稿="是"))
    assert site.build().items == 0


def test_an_attachment_is_read_once_for_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_with(tmp_path, word("平常的话"))
    site.build()
    read = "gongkai.checks.attachments.read.read_file"
    monkeypatch.setattr(read, lambda *a: pytest.fail("read again"))
    site.write(f"content/{ITEM}", item("甲通知改了标题", 1, 附件="[表.docx]"))
    assert site.build().items == 1
    monkeypatch.undo()
    (site.root / ".gongkai" / "attachment-secrets.json").write_text("{", encoding="utf-8")
    site.write(f"content/{NOTICE_COLUMN}/表.docx", word(ID))
    with pytest.raises(Failed):
        site.build()


def test_skipping_what_is_broken_leaves_the_item_out_and_publishes_the_rest(tmp_path: Path) -> None:
    site = site_with(tmp_path, word("平常的话"))
    site.write(f"content/{NOTICE_COLUMN}/乙.md", item("乙通知", 2, 相关信息=f"{NOTICE_COLUMN}/甲.md"))
    site.write(f"content/{NOTICE_COLUMN}/丙.md", item("丙通知", 3))
    site.build()
    assert "甲通知" in everything(site.out)
    site.write(f"content/{NOTICE_COLUMN}/表.docx", word(ID))
    report = site.build(GONGKAI_SKIP_BROKEN="1")
    assert "丙通知" in everything(site.out)
    assert "甲通知" not in everything(site.out)
    assert not list(site.out.glob("info/*-00001*"))
    assert [(h.path, h.reason) for h in report.held] == [
        (f"content/{ITEM}", "附件里有不能公开的内容，改好以前不发布")
    ]
    assert report.kept == ()
    secrets = [(p.code, p.path) for p in report.problems if p.code == "L061"]
    assert secrets == [("L061", f"content/{NOTICE_COLUMN}/表.docx")]
    site.write(f"content/{NOTICE_COLUMN}/表.docx", word("改好了"))
    assert site.build().items == 3


def test_an_item_left_out_for_its_attachment_never_stays_as_it_was(tmp_path: Path) -> None:
    site = site_with(tmp_path, word("平常的话"))
    site.build()
    site.write(f"content/{NOTICE_COLUMN}/表.docx", word(ID))
    site.write(f"content/{ITEM}", item("甲通知", 1, 附件="[表.docx]", 成文日期="不是日期"))
    report = site.build(GONGKAI_SKIP_BROKEN="1")
    assert ID not in everything(site.out)
    assert [kept.path for kept in report.kept] == [f"content/{ITEM}"]  # with its attachment as it was
    site.write(f"content/{ITEM}", item("甲通知", 1, 附件="[表.docx]"))
    report = site.build(GONGKAI_SKIP_BROKEN="1")
    assert (report.items, report.kept) == (0, ())


def test_two_items_share_an_attachment_and_both_are_left_out(tmp_path: Path) -> None:
    site = site_with(tmp_path, word(ID))
    site.write(f"content/{NOTICE_COLUMN}/乙.md", item("乙通知", 2, 附件="[表.docx]"))
    site.write(f"content/{NOTICE_COLUMN}/丙.md", item("丙通知", 3))
    report = site.build(GONGKAI_SKIP_BROKEN="1")
    assert report.items == 1
    assert len(report.held) == 2
    assert [p.code for p in report.problems if p.code == "L061"] == ["L061"]
