"""A preview that runs past midnight shows the new day's states without a restart."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.engine import environment, read_config
from gongkai.mkdocs_plugins.options import CatalogOptions
from gongkai.mkdocs_plugins.preview.workshop import Workshop
from tests.serve.helpers import bare
from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, Site, item, make_site, policy

DUE = "info/119901210000000000-202611-00001/"
EXPIRING = "info/119901210000000000-202605-00002/"
BEFORE, AFTER = date(2026, 11, 23), date(2026, 11, 24)


class Clock:
    """A day that the test sets."""

    def __init__(self) -> None:
        self.day = BEFORE

    def __call__(self, _options: CatalogOptions) -> date:
        return self.day


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(
        tmp_path,
        {
            f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1, "明天才公开的正文", published="2026-11-24"),
            f"{FILE_COLUMN}/乙.md": policy("乙文件", 2, "青政发〔2026〕3号", 失效日期="2026-11-23"),
        },
    )


def built(site: Site, day: date, path: str) -> str:
    site.build(GONGKAI_TODAY=day.isoformat())
    return site.page("/" + path)


@pytest.mark.parametrize("notice", [lambda made: made.answer(""), lambda made: made.wait(made.version, 0)])
def test_states_follow_the_day(site: Site, notice: Callable[[Workshop], object]) -> None:
    clock = Clock()
    with environment({"GONGKAI_TODAY": None}):
        made = Workshop(lambda: read_config(str(site.root / "mkdocs.yml")), clock)
        made.refresh()
        first = made.version
        assert "甲通知" not in made.answer("").data.decode()
        assert bare(made.answer(EXPIRING).data) == built(site, BEFORE, EXPIRING)
        assert made.wait(first, 0) == first
        clock.day = AFTER
        notice(made)
        assert made.version != first
        second = made.version
        assert "甲通知" in made.answer("").data.decode()
        after = built(site, AFTER, EXPIRING)
        assert after != built(site, BEFORE, EXPIRING)
        assert bare(made.answer(EXPIRING).data) == after
        assert bare(made.answer(DUE).data) == built(site, AFTER, DUE)
        assert made.version == second


def test_a_clock_put_back_is_followed_too(site: Site) -> None:
    clock = Clock()
    clock.day = AFTER
    with environment({"GONGKAI_TODAY": None}):
        made = Workshop(lambda: read_config(str(site.root / "mkdocs.yml")), clock)
        made.refresh()
        assert "甲通知" in made.answer("").data.decode()
        clock.day = BEFORE
        assert "甲通知" not in made.answer("").data.decode()


def test_a_day_that_is_set_stays(site: Site) -> None:
    with environment({"GONGKAI_TODAY": "2026-11-23"}):
        made = Workshop(lambda: read_config(str(site.root / "mkdocs.yml")))
        made.refresh()
        first = made.version
        made.answer("")
        assert made.wait(first, 0) == first
