"""Mistakes in mkdocs.yml: each is told in Chinese, with what to type, and nothing is built."""

import re
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.failures import Failed, WrongUsage
from tests.site.small import NOTICE_COLUMN, item, make_site

OWNER = "  - gongkai/catalog\n"
CASES = {
    "colour": (OWNER, "  - gongkai/catalog:\n      colour: purple\n", "blue、red、green"),
    "mode": (OWNER, "  - gongkai/catalog:\n      mode: sitee\n", "channel、site"),
    "pages": (OWNER, "  - gongkai/catalog:\n      pages: mkdoc\n", "own、mkdocs"),
    "yes or no": (OWNER, "  - gongkai/catalog:\n      skip_broken: 是\n", "true"),
    "number": (OWNER, "  - gongkai/catalog:\n      jobs: 两\n", "整数"),
    "option": (OWNER, "  - gongkai/catalog:\n      color: red\n", "colour"),
    "plugin": ("gongkai/feeds", "gongkai/feed", "没有安装插件“gongkai/feed”"),
    "plugin misspelt": ("gongkai/columns", "gongkai/colums", "是不是要写 gongkai/columns？"),
    "tab": ("  - gongkai/columns", "\t- gongkai/columns", "制表符（Tab 键）"),
    "theme": ("name: material", "name: materiall", "name: material"),
    "content folder": ("docs_dir: content", "docs_dir: contents", "docs_dir: content"),
    "site in content": ("docs_dir: content", "docs_dir: content\nsite_dir: content/site", "site_dir: site"),
    "address": ("https://www.shili.example/qs/", "www.shili.example/qs/", "https://"),
    "no name": ("site_name: 示例县青山镇人民政府\n", "", "site_name"),
    "not YAML": ("plugins:\n", "plugins: [\n", "第"),
    "state in site": (OWNER, "  - gongkai/catalog:\n      state_dir: site/记录\n", "state_dir: .gongkai"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_in_chinese(tmp_path: Path, name: str) -> None:
    old, new, said = CASES[name]
    site = make_site(tmp_path, {f"{NOTICE_COLUMN}/甲.md": item("甲通知", 1)})
    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    assert old in text
    site.write("mkdocs.yml", text.replace(old, new, 1))
    with pytest.raises((Failed, WrongUsage)) as told:
        site.build()
    assert said in str(told.value)
    assert not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", str(told.value)), "English"
    assert not site.out.exists()
