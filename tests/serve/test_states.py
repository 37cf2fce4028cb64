"""What the preview shows while things are broken, and that it recovers."""

import time
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.preview.watching import Changes, follow, watch
from gongkai.mkdocs_plugins.preview.workshop import Workshop
from tests.serve.helpers import workshop
from tests.site.small import NOTICE_COLUMN, UNIT, Site, item, make_site

ONE = f"content/{NOTICE_COLUMN}/甲.md"
ADDRESS = "info/119901210000000000-202605-00001/"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(
        tmp_path,
        {
            f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1, "甲正文"),
            f"{NOTICE_COLUMN}/乙.md": item("乙通知", 2, "乙正文"),
        },
    )


def text(made: Workshop, path: str) -> str:
    return made.answer(path).data.decode()


def test_a_file_that_breaks_shows_what_is_wrong_and_the_rest_goes_on(site: Site) -> None:
    with workshop(site) as made:
        made.refresh({site.write(ONE, item("甲通知", 1, 发布日期="2026-13-01"))})
        page = text(made, ADDRESS)
        for said in ("甲通知", ONE, "第 3 行", "发布日期", "2026-13-01", "请改"):
            assert said in page
        assert "乙正文" in text(made, ADDRESS.replace("00001", "00002"))
        assert "甲.md" in text(made, "preview/")
        assert "甲通知" not in text(made, "")
        made.refresh({site.write(ONE, item("甲通知", 1, "改好的正文"))})
        assert "改好的正文" in text(made, ADDRESS)
        assert "甲.md" not in text(made, "preview/")
        assert "甲通知" in text(made, "")


def test_a_page_asked_for_before_the_notice_of_its_change_is_fresh(site: Site) -> None:
    with workshop(site) as made:
        site.write(ONE, item("甲通知", 1, "更长一些的新正文"))
        assert "更长一些的新正文" in text(made, ADDRESS)
        (site.root / ONE).unlink()
        assert made.answer(ADDRESS).status == 404


def test_a_draft_is_shown_with_a_mark_even_before_it_is_signed(site: Site) -> None:
    draft = item("丙草稿", 3, "丙正文", 草稿="是").replace("审核: 张某 2026-05-08\n", "")
    with workshop(site) as made:
        made.refresh({site.write(f"content/{NOTICE_COLUMN}/丙.md", draft)})
        page = text(made, ADDRESS.replace("00001", "00003"))
        assert "丙正文" in page
        assert "草稿，不会发布" in page
        assert "草稿，不会发布" not in text(made, ADDRESS)
    assert site.build().items == 2


@pytest.mark.parametrize(
    ("path", "broken", "good", "said"),
    [
        ("content/单位.yml", "机构名称: [", UNIT, "单位.yml"),
        ("content/columns.yml", "extends: gibtesnicht\n", "extends: township\n", "columns.yml"),
        ("mkdocs.yml", "site_name: [", "", "mkdocs.yml 有误"),
    ],
    ids=["unit", "columns", "configuration"],
)
def test_broken_settings_show_one_page_and_mended_ones_the_site(
    site: Site, path: str, broken: str, good: str, said: str
) -> None:
    good = good or (site.root / path).read_text("utf-8")
    with workshop(site) as made:
        made.refresh({site.write(path, broken)})
        for address in ("", ADDRESS, "nirgends/"):
            answer = made.answer(address)
            assert answer.status == 500
            assert said in answer.data.decode()
            assert "live.js" in answer.data.decode()
        made.refresh({site.write(path, good)})
        assert "甲正文" in text(made, ADDRESS)


def test_a_changed_setting_is_taken_in(site: Site) -> None:
    with workshop(site) as made:
        made.refresh({site.write("content/单位.yml", UNIT.replace("青山镇中心街1号", "青山镇新街9号"))})
        assert "青山镇新街9号" in text(made, "")
        config = (
            (site.root / "mkdocs.yml")
            .read_text("utf-8")
            .replace("site_name: 示例县", "site_name: 新名示例县")
        )
        made.refresh({site.write("mkdocs.yml", config)})
        assert "新名示例县" in text(made, "")


def test_a_template_of_the_sites_own_is_taken_in(site: Site) -> None:
    site.write("look/partials/nothing.html", "")
    config = (site.root / "mkdocs.yml").read_text("utf-8")
    site.write("mkdocs.yml", config.replace("name: material", "name: material\n  custom_dir: look"))
    with workshop(site) as made:
        assert site.root / "look" in made.watched
        page = '{% extends "layouts/base.html" %}{% block content %}自己的模板{% endblock %}'
        made.refresh({site.write("look/pages/home.html", page)})
        assert "自己的模板" in text(made, "")
        made.refresh({site.write("look/pages/home.html", "{% unsinn %}")})
        assert made.answer("").status == 500
        assert made.answer(ADDRESS).status == 200


def test_saved_files_are_noticed_and_reading_is_not(site: Site) -> None:
    with workshop(site) as made:
        changes = Changes()
        observer = watch(made.watched, changes)
        try:
            follow(changes, made.refresh)
            time.sleep(0.2)
            before = made.version
            assert "甲正文" in text(made, ADDRESS)
            assert made.wait(before, 0.5) == before
            site.write(ONE, item("甲通知", 1, "看得见的新正文"))
            assert made.wait(before, 10) != before
            assert "看得见的新正文" in text(made, ADDRESS)
            before = made.version
            site.write(f"content/{NOTICE_COLUMN}/新文件夹/丁.md", item("丁通知", 4, "丁正文"))
            assert made.wait(before, 10) != before
        finally:
            observer.stop()
            observer.join()


def test_a_preview_writes_nothing_into_the_site_folder(site: Site) -> None:
    with workshop(site) as made:
        for path in ("", ADDRESS, "feed.xml", "nirgends/"):
            made.answer(path)
    assert not site.out.exists()
    assert not list(site.root.glob("site*"))
