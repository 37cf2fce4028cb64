"""`pages: mkdocs`: the same bytes as by our own road, and the page events of other plugins reach our pages."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.engine import owner_of, read_config
from gongkai.mkdocs_plugins.failures import Failed
from gongkai.mkdocs_plugins.handed_pages import parted
from gongkai.mkdocs_plugins.preview.ordinary_pages import ordinary_files
from gongkai.planning.workspace import build_folder_of
from tests.site.crawl import dead_links
from tests.site.small import (
    FILE_COLUMN,
    NOTICE_COLUMN,
    PLUGINS,
    TODAY,
    Site,
    item,
    make_site,
    policy,
    snapshot,
)

HANDED = ("gongkai/catalog:\n      pages: mkdocs", *PLUGINS[1:])
HOOK = """
def on_page_markdown(markdown, page, config, files):
    return markdown.replace("第一句", "**改过的第一句**")

def on_page_content(html, page, config, files):
    return html + "<p>插件加在正文后面</p>"

def on_page_context(context, page, config, nav):
    page.content += f"<p>标题是{page.title}</p>"
    return context

def on_post_page(output, page, config):
    return output.replace("</body>", "<!-- 插件改过 " + page.file.dest_uri + " --></body>")
"""
NEWS = f"{NOTICE_COLUMN}/甲.md"


def sample(root: Path, plugins: tuple[str, ...] = HANDED, extra: str = "") -> Site:
    """A site with lists, an archive page, an item with an attachment and an ordinary page."""
    files: dict[str, str | bytes] = {
        f"{NOTICE_COLUMN}/{n}.md": item(f"通知{n}", n, "第二句。\n\n- 见[甲](甲.md)") for n in range(2, 46)
    }
    files |= {
        NEWS: item("甲通知", 1, "第一句。"),
        f"{FILE_COLUMN}/乙.md": policy("乙文件", 101, "青政发〔2026〕1号", 附件="[附表.txt]"),
        f"{FILE_COLUMN}/附表.txt": "附表",
        "关于.md": "---\n标题: 关于\n---\n\n本频道说明。\n",
    }
    site = make_site(root, files)
    site.configure(plugins, extra)
    return site


def pages(site: Site) -> dict[str, str]:
    """The built pages: path below the site → text."""
    found = sorted(site.out.rglob("*.html"))
    return {path.relative_to(site.out).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.mark.parametrize("extra", ["", "use_directory_urls: false\n"])
def test_both_roads_give_the_same_bytes_in_any_order(tmp_path: Path, extra: str) -> None:
    site = sample(tmp_path, PLUGINS, extra)
    site.build()
    own = snapshot(site.out)
    for plugins in (HANDED, (*HANDED[1:], HANDED[0]), PLUGINS):
        site.configure(plugins, extra)
        site.build()
        assert snapshot(site.out) == own, plugins
    assert dead_links(site.out) == []


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_other_programs_do_the_same(tmp_path: Path, program: str) -> None:
    site = sample(tmp_path, PLUGINS)
    site.build()
    own = snapshot(site.out)
    site.configure(HANDED)
    environment = os.environ | {"GONGKAI_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", program, "build", "-q", "-f", str(site.root / "mkdocs.yml")]
    site.out.rename(tmp_path / "former")
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert snapshot(site.out) == own


def test_every_page_is_made_in_every_build_and_counted(tmp_path: Path) -> None:
    site = sample(tmp_path)
    first, second = site.build(), site.build()
    assert second.rendered == first.rendered == first.pages == second.pages > 45
    assert second.unchanged == 0
    assert second.changes.added == second.changes.changed == second.changes.removed == ()


def test_a_page_whose_item_is_gone_goes_too(tmp_path: Path) -> None:
    site = sample(tmp_path)
    site.build()
    before = set(snapshot(site.out))
    (site.root / "content" / NOTICE_COLUMN / "45.md").unlink()
    site.build()
    gone = before - set(snapshot(site.out))
    assert any(path.startswith("info/") for path in gone)
    handed = snapshot(site.out)
    site.configure(PLUGINS)
    site.build(GONGKAI_FULL="1")
    assert snapshot(site.out) == handed


def test_the_page_events_of_others_reach_every_page_of_ours(tmp_path: Path) -> None:
    site = sample(tmp_path, extra="hooks: [hook.py]\n")
    site.write("hook.py", HOOK)
    site.build()
    found = pages(site)
    assert {path for path, text in found.items() if f"<!-- 插件改过 {path} -->" not in text} == set()
    ours = {path: text for path, text in found.items() if not path.startswith("guan-yu/")}
    for path, text in ours.items():
        main = parted(text)[1]
        assert main.count("<p>插件加在正文后面</p>") == 1, path
        assert main.count("<p>标题是") == 1, path
    changed = [path for path, text in ours.items() if "<strong>改过的第一句</strong>" in text]
    assert len(changed) == 1
    assert "<p>标题是甲通知</p>" in ours[changed[0]]


def test_what_others_made_is_in_the_manifest_and_gone_without_them(tmp_path: Path) -> None:
    site = sample(tmp_path, PLUGINS)
    site.build()
    own = snapshot(site.out)
    site.configure(HANDED, "hooks: [hook.py]\n")
    site.write("hook.py", HOOK)
    report = site.build()
    altered = snapshot(site.out)
    manifest = (site.out / "manifest.json").read_text(encoding="utf-8")
    assert altered["index.html"] != own["index.html"]
    assert altered["index.html"] in manifest
    assert report.rendered == report.pages
    site.configure(HANDED, "hooks: [later.py]\n")  # another name: MkDocs reads a hook once in a process
    site.write("later.py", HOOK.replace("加在正文后面", "又改了"))
    site.build()
    assert "插件又改了" in site.page("/")
    site.configure(PLUGINS)
    site.build()
    assert snapshot(site.out) == own


def test_by_our_own_road_the_events_do_not_reach_our_pages(tmp_path: Path) -> None:
    site = sample(tmp_path, PLUGINS, "hooks: [hook.py]\n")
    site.write("hook.py", HOOK)
    site.build()
    assert {path for path, text in pages(site).items() if "插件改过" in text} == {"guan-yu/index.html"}


def test_a_page_that_cannot_be_made_leaves_the_former_site(tmp_path: Path) -> None:
    site = sample(tmp_path, HANDED)
    site.build()
    former = snapshot(site.out)
    site.configure(HANDED, "hooks: [hook.py]\n")
    site.write("hook.py", "def on_post_page(output, page, config):\n    raise OSError('坏了')\n")
    with pytest.raises((Failed, OSError)):
        site.build()
    assert snapshot(site.out) == former
    assert not build_folder_of(site.out).exists()


def test_a_preview_of_ours_makes_only_the_ordinary_pages_by_mkdocs(tmp_path: Path) -> None:
    site = sample(tmp_path)
    config = read_config(str(site.root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    owner = owner_of(config)
    try:
        assert set(ordinary_files(config, owner.context.planned())) == {"guan-yu/index.html"}
    finally:
        owner.on_build_error(error=RuntimeError())


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ('a<main class="x">b</main>c', ('a<main class="x">', "b", "</main>c")),
        ("no main part", ("", "no main part", "")),
        ("</main><main>", ("", "</main><main>", "")),
    ],
)
def test_a_page_is_parted_around_its_main_part(html: str, parts: tuple[str, str, str]) -> None:
    assert parted(html) == parts
    assert "".join(parted(html)) == html
