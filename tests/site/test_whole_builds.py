"""Whole builds: the same bytes by every road, plugins in any order and each removable, no dead link."""

import itertools
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.failures import Failed
from tests.site.crawl import dead_links, pages
from tests.site.small import (
    FILE_COLUMN,
    INTERPRETATION_COLUMN,
    NORMATIVE_COLUMN,
    NOTICE_COLUMN,
    PLUGINS,
    TODAY,
    Site,
    everything,
    item,
    make_site,
    policy,
    snapshot,
)


def sample(root: Path) -> Site:
    """A site with most kinds of pages."""
    files: dict[str, str | bytes] = {
        f"{NOTICE_COLUMN}/{n}.md": item(f"通知{n}", n, published=f"2026-0{1 + n % 9}-03 09:30")
        for n in range(1, 46)
    }
    files |= {
        f"{FILE_COLUMN}/甲.md": policy("甲文件", 101, "青政发〔2026〕1号", 附件="[附表.txt]"),
        f"{FILE_COLUMN}/附表.txt": "附表",
        f"{NORMATIVE_COLUMN}/乙.md": policy(
            "乙办法", 102, "青政发〔2026〕2号", 施行日期="2026-06-01", 有效期="5年"
        ),
        f"{NORMATIVE_COLUMN}/丙.md": policy(
            "丙办法", 103, "青政发〔2026〕3号", 施行日期="2026-07-01", 废止文件="青政发[2026]2号"
        ),
        f"{INTERPRETATION_COLUMN}/甲解读.md": item(
            "甲文件解读",
            104,
            "见[甲](../../决策公开/政策文件/镇政府文件/甲.md)。",
            政策原文="青政发（2026）1号",
            解读形式="文字",
        ),
        "关于.md": "---\n标题: 关于\n---\n\n本频道说明。\n",
    }
    return make_site(root, files)


def test_building_twice_gives_the_same_bytes_and_touches_nothing(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    first = snapshot(site.out)
    times = {p: p.stat().st_mtime_ns for p in site.out.rglob("*") if p.is_file()}
    report = site.build()
    assert snapshot(site.out) == first
    assert {p: p.stat().st_mtime_ns for p in site.out.rglob("*") if p.is_file()} == {
        **times,
        site.out / "manifest.json": (site.out / "manifest.json").stat().st_mtime_ns,
    }
    assert report.changes.added == report.changes.changed == report.changes.removed == ()


def test_several_processes_give_the_same_bytes(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build(GONGKAI_JOBS="1")
    first = snapshot(site.out)
    site.build(GONGKAI_JOBS="3")
    assert snapshot(site.out) == first


def test_the_order_of_the_plugins_does_not_matter(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    first = snapshot(site.out)
    orders = list(itertools.permutations(PLUGINS))
    for order in random.Random(7).sample(orders, 4):
        site.configure(order)
        site.build()
        assert snapshot(site.out) == first, order


def run(site: Site, program: str) -> None:
    environment = os.environ | {"GONGKAI_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", program, "build", "-q", "-f", str(site.root / "mkdocs.yml")]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_mkdocs_and_properdocs_give_the_same_site(tmp_path: Path, program: str) -> None:
    site = sample(tmp_path)
    site.build()
    first = snapshot(site.out)
    site.out.rename(tmp_path / "former")
    run(site, program)
    assert snapshot(site.out) == first


@pytest.mark.parametrize("plugin", PLUGINS[1:])
def test_a_plugin_left_out_takes_its_pages_with_it_and_leaves_no_dead_link(
    tmp_path: Path, plugin: str
) -> None:
    site = sample(tmp_path)
    site.build()
    whole = set(snapshot(site.out))
    site.configure(tuple(p for p in PLUGINS if p != plugin))
    site.build()
    assert set(snapshot(site.out)) < whole
    assert dead_links(site.out) == []


def test_the_owner_alone_makes_home_and_items(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.configure(("gongkai/catalog",))
    site.build()
    assert dead_links(site.out) == []
    folders = {p.split("/")[0] for p in snapshot(site.out)}
    assert folders == {"info", "index.html", "404.html", "guan-yu", "assets", "manifest.json", "sitemap.xml"}


def test_every_link_and_attachment_resolves(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    assert dead_links(site.out) == []


def test_without_directory_addresses_the_site_works_from_a_disk(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.configure(extra="use_directory_urls: false\n")
    site.build()
    assert dead_links(site.out) == []
    for page, tree in pages(site.out):
        inside = [e.get("href") for e in tree.iter("a") if e.get("href") and "://" not in e.get("href")]
        assert not [a for a in inside if a.partition("#")[0].endswith("/")], page


def test_no_page_asks_another_host_for_anything(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    for page, tree in pages(site.out):
        for element in tree.iter("img", "script", "link", "iframe", "source"):
            if element.get("rel") in ("canonical", "alternate"):
                continue
            for name in ("src", "href"):
                value = element.get(name) or ""
                assert value.startswith("data:") or "//" not in value, page


def test_no_page_needs_inline_style_or_script(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    for page, tree in pages(site.out):
        assert not tree.xpath("//@style | //style | //*[@onclick]"), page
        assert not [
            s for s in tree.iter("script") if not s.get("src") and s.get("type") != "application/ld+json"
        ], page


def test_a_failed_build_leaves_the_former_site_as_it_was(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    first = snapshot(site.out)
    site.write(f"content/{NOTICE_COLUMN}/坏.md", "---\n标题：全角冒号\n---\n正文\n")
    with pytest.raises(Failed) as failure:
        site.build()
    assert "坏.md" in str(failure.value)
    assert "原来的网站没有动" in str(failure.value)
    assert snapshot(site.out) == first
    assert not list(tmp_path.glob(".site.gongkai/build"))


def test_a_folder_that_is_not_ours_is_refused_unless_forced(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.write("site/别人的.html", "别人的")
    with pytest.raises(Failed) as failure:
        site.build()
    assert "--force" in str(failure.value)
    assert snapshot(site.out) == snapshot(site.out)
    site.build(GONGKAI_FORCE="1")
    assert (site.out / "别人的.html").exists()
    assert (site.out / "index.html").exists()


def test_a_warning_stops_a_strict_build_only(tmp_path: Path) -> None:
    site = sample(tmp_path)
    assert site.build().problems
    with pytest.raises(Failed):
        site.build(GONGKAI_STRICT="1")


def test_an_unknown_option_is_an_error_that_names_the_right_one(tmp_path: Path) -> None:
    site = sample(tmp_path)
    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    site.write(
        "mkdocs.yml",
        text.replace("  - gongkai/catalog\n", "  - gongkai/catalog:\n      skip_brocken: true\n"),
    )
    with pytest.raises(Exception, match="skip_broken"):
        site.build()


def test_a_feature_without_its_owner_says_what_to_add(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.configure(("gongkai/columns",))
    with pytest.raises(Exception, match="gongkai/catalog"):
        site.build()


def test_the_generator_is_constant_and_no_time_of_the_build_is_shown(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    text = everything(site.out)
    assert "MkDocs" not in text
    assert "mkdocs-1" not in text
