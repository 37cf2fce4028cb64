"""Every preset by a whole build, empty and with an item in every leaf: no dead link, no dead end, no blank column."""

from pathlib import Path

import pytest

from gongkai.loading.presets import PRESETS, read_preset, read_tables
from gongkai.loading.schema import FieldFacts, make_schema
from gongkai.model.column import Column
from tests.site.crawl import dead_links, pages
from tests.site.small import Site, item, make_site

TABLES = read_tables()
FIELDS = make_schema(TABLES).fields
BY_KEY = {"doc_number": "某发〔2026〕{}号", "scope": "面向社会", "interprets": "无"}
BY_TYPE = {
    "date": "2026-05-03", "moment": "2026-05-03", "yesno": "是", "yesno_reason": "是", "count": "3", "number": "3",
    "years": "5年", "phone": "0990-5550001", "url": "https://www.shili.example/a", "attachments": "附表.txt",
    "relation": "某发〔2026〕1号", "file": "图.png",
}  # fmt: skip


def value_for(facts: FieldFacts, number: int) -> str:
    """A good value of a field."""
    if facts.key in BY_KEY:
        return BY_KEY[facts.key].format(number)
    return facts.choices[0] if facts.choices else BY_TYPE.get(facts.type, "内容")


def text_for(leaf: Column, number: int) -> str:
    """An item with everything that its column and kind ask for."""
    asked = dict.fromkeys(("scope", *TABLES.kinds[leaf.kind].required, *leaf.required))
    given = [FIELDS[key] for key in asked if key not in ("title", "published")]
    more = {"发文机关": "某单位"} if "doc_number" in asked else {}
    more |= {"信息类别": leaf.categories[0]} if "category" in asked else {}
    values = {facts.label: value_for(facts, number) for facts in given if facts.key != "category"}
    return item(f"第{number}条", number, **({"栏目": leaf.names} | more | values))


def site_of(root: Path, preset: str, full: bool) -> tuple[Site, tuple[Column, ...]]:
    """A site with this preset and, if it is to be full, an item in each leaf."""
    leaves = tuple(leaf for leaf in read_preset(preset, TABLES).leaves() if leaf.is_filed)
    files: dict[str, str | bytes] = {
        "附表.txt": "附表",
        "图.png": b"x",
        "columns.yml": f"extends: {preset}\n",
    }
    if full:
        files |= {f"{number}.md": text_for(leaf, number) for number, leaf in enumerate(leaves, 1)}
    return make_site(root, files), leaves


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("full", [False, True], ids=["empty", "filled"])
def test_it_builds_without_a_dead_link_or_a_dead_end(tmp_path: Path, preset: str, full: bool) -> None:
    site, leaves = site_of(tmp_path, preset, full)
    report = site.build()
    assert report.items == (len(leaves) if full else 0), [h.reason for h in report.held]
    assert dead_links(site.out) == []
    for page, tree in pages(site.out):
        assert len(tree.xpath("//main//a | //header//a")) >= 3, page
    for leaf in leaves:
        there = (site.out / leaf.path / "index.html").exists()
        assert there == (full or leaf.empty == "show"), leaf.path
