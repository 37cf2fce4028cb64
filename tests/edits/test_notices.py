"""The day after a notice's last one: a build takes it down as its item says, wherever something of it stood."""

from pathlib import Path

import pytest

from tests.edits.oracle import Oracle, content
from tests.site.small import PLUGINS, everything, item, make_site

COLUMN = "政务动态/公示"
FILE = f"{COLUMN}/名单.md"
TITLE, NAME, NUMBER = "临时救助对象公示", "受助人某甲", 301
PAGE = f"/info/119901210000000000-202611-{NUMBER:05d}/"


def notices(folder: Path, **fields: str) -> Oracle:
    body = f"拟救助：{NAME}。见[名单](名单.txt)。"
    text = item(TITLE, NUMBER, body, published="2026-11-16", 附件="[名单.txt]", **fields)
    other = item("另一公示", 302, published="2026-11-02", 公示截止="2026-11-09", 到期处理="保留")
    files = {FILE: text, f"{COLUMN}/名单.txt": NAME, f"{COLUMN}/另一.md": other}
    site = make_site(folder / "site", content() | files)
    site.configure((*PLUGINS, "gongkai/search", "gongkai/statistics", "gongkai/lifecycle"))
    oracle = Oracle(site, folder)
    oracle.build()
    assert NAME in oracle.site.page(PAGE)
    return oracle


TERM = {"公示开始": "2026-11-16", "公示截止": "2026-11-23", "到期处理": "撤下"}


def test_a_notice_goes_when_its_days_are_over(tmp_path: Path) -> None:
    oracle = notices(tmp_path, **TERM)
    report = oracle.build_and_check(GONGKAI_TODAY="2026-11-24")
    page = oracle.site.page(PAGE)
    assert '<h1 class="gk-item__title">公示期已满</h1>' in page
    assert "公示期（2026年11月16日至2026年11月23日）已满，内容不再公开。" in page
    assert "noindex" in page
    written = everything(oracle.site.out)
    assert NAME not in written
    assert TITLE not in written
    assert not (oracle.site.out / PAGE.strip("/") / "1.txt").exists()
    assert report.rendered > 1
    oracle.build_and_check(GONGKAI_TODAY="2026-11-25", exact=False)
    assert "公示期已满" in oracle.site.page(PAGE)


def test_its_last_day_still_counts_and_it_comes_back_with_a_longer_term(tmp_path: Path) -> None:
    oracle = notices(tmp_path, **TERM)
    oracle.build_and_check(GONGKAI_TODAY="2026-11-24")
    oracle.replace(FILE, "公示截止: 2026-11-23", "公示截止: 2026-11-24")
    oracle.build_and_check(GONGKAI_TODAY="2026-11-24")
    assert NAME in oracle.site.page(PAGE)


@pytest.mark.parametrize("after", ["隐名", "保留"])
def test_other_notices_stay(tmp_path: Path, after: str) -> None:
    oracle = notices(tmp_path, **TERM | {"到期处理": after})
    oracle.build_and_check(GONGKAI_TODAY="2026-11-24", exact=False)
    assert NAME in oracle.site.page(PAGE)


def test_a_day_of_withdrawal_that_was_set_beforehand(tmp_path: Path) -> None:
    oracle = notices(tmp_path, 公示截止="2026-12-01", 撤下日期="2026-11-24", 撤下原因="按约定撤下")
    oracle.build_and_check(GONGKAI_TODAY="2026-11-24")
    assert "撤下原因：按约定撤下" in oracle.site.page(PAGE)
    assert NAME not in everything(oracle.site.out)
