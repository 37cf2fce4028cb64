"""Edits of what all pages share: settings, templates, columns, plugins, the day."""

from __future__ import annotations

import shutil
from pathlib import Path

from gongkai.mkdocs_plugins.assets import look_folder
from tests.edits.oracle import Oracle, make_oracle
from tests.site.small import PLUGINS


def configure(oracle: Oracle, old: str, new: str) -> None:
    """Replace a text in mkdocs.yml."""
    file = oracle.site.root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_the_day_rolls_over_an_expiry_and_an_effective_date(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    counts = [oracle.build_and_check(GONGKAI_TODAY=f"2026-11-{day}").rendered for day in (24, 25, 26)]
    assert counts[0] == counts[2] == 0  # 失效日期 is the last day of force
    assert 0 < counts[1] < 30
    back = oracle.build_and_check(GONGKAI_TODAY="2026-11-23")
    assert 0 < back.rendered < 30


def test_the_name_of_the_site(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    configure(oracle, "site_name: 示例县青山镇人民政府", "site_name: 青山镇")
    report = oracle.build_and_check()
    assert report.rendered == report.pages


def test_an_option(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    configure(oracle, "  - gongkai/catalog\n", "  - gongkai/catalog:\n      colour: red\n")
    report = oracle.build_and_check()
    assert report.rendered == report.pages


def test_a_plugin_left_out_and_put_back(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.site.configure(tuple(name for name in PLUGINS if name != "gongkai/linkage"))
    assert oracle.build_and_check(exact=False).removed > 0
    oracle.site.configure()
    oracle.build_and_check(exact=False)


def test_the_columns_file(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.write("columns.yml", "extends: township\nrename:\n  政务动态/通知公告: 公告栏\n")
    oracle.build_and_check(exact=False)
    oracle.remove("columns.yml")
    oracle.build_and_check(exact=False)


def test_facts_of_the_unit(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.replace("单位.yml", "0990-5550001", "0990-5550002")
    report = oracle.build_and_check()
    assert report.rendered == report.pages


def test_a_partial_of_one_kind_of_page(tmp_path: Path) -> None:
    """Only pages of the templates that draw the partial in are made again."""
    oracle = make_oracle(tmp_path)
    own = oracle.site.root / "look"
    (own / "partials").mkdir(parents=True)
    configure(oracle, "  name: material\n", "  name: material\n  custom_dir: look\n")
    assert oracle.build_and_check().rendered == 0
    text = (look_folder() / "partials" / "pager.html").read_text(encoding="utf-8")
    changed = text.replace("<nav", '<nav data-own="1"')
    assert changed != text
    (own / "partials" / "pager.html").write_text(changed, encoding="utf-8", newline="\n")
    before = {p: p.read_bytes() for p in oracle.site.out.rglob("*.html")}
    report = oracle.build()
    oracle.check()
    lists = [p for p in before if b'data-page="item"' not in before[p]]
    assert 0 < report.rendered <= len(lists)
    assert all(before[p] == p.read_bytes() for p in before if p not in lists)


def test_an_ordinary_page(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    oracle.write("关于.md", "---\n标题: 关于\n---\n\n本频道说明。\n")
    assert oracle.build_and_check().rendered == 2  # itself, and the site map, which leads to it
    assert 'href="../guan-yu/">关于<' in oracle.site.page("/sitemap/")
    assert oracle.build_and_check().rendered == 0
    oracle.replace("关于.md", "说明", "的说明")
    assert oracle.build_and_check().rendered == 1
    oracle.replace("关于.md", "标题: 关于", "标题: 关于本频道")
    assert oracle.build_and_check().rendered == 2
    assert "关于本频道" in oracle.site.page("/sitemap/")
    oracle.remove("关于.md")
    gone = oracle.build_and_check()
    assert (gone.rendered, gone.removed) == (1, 1)
    assert "关于" not in oracle.site.page("/sitemap/").partition("其他页面")[2].partition("</section>")[0]


def test_another_folder_is_another_site(tmp_path: Path) -> None:
    oracle = make_oracle(tmp_path)
    shutil.move(oracle.site.root, tmp_path / "moved")
    oracle.site = type(oracle.site)(tmp_path / "moved")
    report = oracle.build()
    assert report.rendered == report.pages
    oracle.check()
