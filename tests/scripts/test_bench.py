"""Each measurement owns its part of the page, and only that."""

import sys
from pathlib import Path

import pytest

from scripts import _bench_page, _bench_rivals, _bench_speed, _setup, bench, corpus


def test_parts_of_the_page_are_replaced_one_by_one(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "benchmarks.md"
    _bench_page.replace_part(page, "build", "生成", "one")
    _bench_page.replace_part(page, "search", "检索", r"two \1")
    _bench_page.replace_part(page, "build", "生成", "three")
    text = page.read_text(encoding="utf-8")
    assert "one" not in text
    assert text.index("three") < text.index(r"two \1")
    assert text.count("## ") == 2


def test_a_built_site_is_counted(tmp_path: Path) -> None:
    for name, size in {
        "index.html": 5,
        "info/a/index.html": 10,
        "info/b/index.html": 30,
        "feed.xml": 7,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * size)
    assert bench.look_at(tmp_path) == bench.Output(3, 52, (10, 30))


def test_a_failed_command_shows_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(_setup.Trouble, match="退出码 3"):
        bench.run_measured([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 不报告子进程的内存峰值")
def test_memory_is_that_of_the_largest_process(tmp_path: Path) -> None:
    hungry = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'x = bytearray(90_000_000)'])"
    assert bench.run_measured([sys.executable, "-c", hungry], tmp_path).peak > 90_000_000


def test_growth_compares_neighbours() -> None:
    assert bench.growth([(1000, 2.0), (5000, 11.0)]) == "- 时间（5,000 条）÷ 时间（1,000 条）= 5.50"


def test_a_rival_is_chosen_by_its_key_and_two_themes_share_a_package(tmp_path: Path) -> None:
    lean, full = _bench_speed.chosen("hugo-full,hugo")
    assert (lean.key, full.key) == ("hugo", "hugo-full")
    assert lean.package == full.package
    entry = _bench_rivals.Entry("题", "1/202601-00001", "2026-01-02", "", "机关", "主题", "栏目", "正文\n")
    for rival in (lean, full):
        rival.fill([entry], tmp_path / rival.key)
        text = (tmp_path / rival.key / "content" / "c00" / "1-202601-00001.md").read_text(encoding="utf-8")
        assert 'title: "题"' in text
    assert not (tmp_path / "hugo" / "layouts" / "_default" / "single.json").exists()
    assert (tmp_path / "hugo-full" / "layouts" / "_default" / "single.json").exists()


def test_what_no_rival_makes_is_not_compared(tmp_path: Path) -> None:
    corpus.main([str(tmp_path), "--items", "30"])
    _bench_speed.leave_to_compare(tmp_path)
    settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert "gongkai/indices, gongkai/feeds]" in settings
