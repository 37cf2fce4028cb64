"""Outputs lost or altered by hand, a state that is lost or damaged, builds that are killed or meet each other."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.failures import Failed
from gongkai.mkdocs_plugins.report import report_lines
from gongkai.planning.lock import lock_site
from tests.edits.oracle import NEWS, Oracle, make_oracle
from tests.site.small import NOTICE_COLUMN, TODAY, item, snapshot

PAGE = "info/119901210000000000-202606-00005/index.html"


def state(oracle: Oracle) -> Path:
    return oracle.site.root / ".gongkai" / "state.sqlite"


def small(tmp_path: Path) -> Oracle:
    return make_oracle(tmp_path, {NEWS: item("通知", 5, published="2026-06-03")})


@pytest.mark.parametrize("path", [PAGE, "feed.xml", "manifest.json", "index.html"])
def test_an_output_lost(tmp_path: Path, path: str) -> None:
    oracle = small(tmp_path)
    (oracle.site.out / path).unlink()
    # Without its manifest a folder with other things in it is not recognised as ours.
    report = oracle.build(GONGKAI_FORCE="1")
    oracle.check()
    assert report.rendered == path.endswith(".html")


def test_an_output_altered_by_hand(tmp_path: Path) -> None:
    oracle = small(tmp_path)
    page = oracle.site.out / PAGE
    times = page.stat()
    page.write_bytes(page.read_bytes().replace("通知".encode(), "通告".encode()))
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    report = oracle.build()
    oracle.check()
    assert report.rendered == 1


def test_an_output_touched_is_still_the_same(tmp_path: Path) -> None:
    oracle = small(tmp_path)
    os.utime(oracle.site.out / PAGE, ns=(1, 1))
    assert oracle.build_and_check().rendered == 0


def test_full_makes_everything_again(tmp_path: Path) -> None:
    oracle = small(tmp_path)
    report = oracle.build(GONGKAI_FULL="1")
    oracle.check()
    assert report.rendered == report.pages


@pytest.mark.parametrize("damage", ["lost", "truncated", "garbage", "version", "table"])
def test_a_state_that_cannot_be_used_costs_a_full_build(tmp_path: Path, damage: str) -> None:
    oracle = small(tmp_path)
    file = state(oracle)
    data = file.read_bytes()
    if damage == "lost":
        file.unlink()
    elif damage == "truncated":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "garbage":
        file.write_bytes(b"\x80\x04\x95 not a database" * 100)
    else:
        statement = "PRAGMA user_version = 999" if damage == "version" else "DROP TABLE recipes"
        with sqlite3.connect(file) as database:
            database.execute(statement)
        database.close()
    report = oracle.build()
    oracle.check()
    assert report.rendered == report.pages
    told = [line for line in report_lines(report) if "已丢弃" in line]
    assert len(told) == (damage != "lost")
    assert report.notes == tuple(told)
    assert oracle.build_and_check().rendered == 0


def test_a_state_folder_that_cannot_be_written(tmp_path: Path) -> None:
    oracle = small(tmp_path)
    state(oracle).unlink()
    state(oracle).mkdir()
    report = oracle.build()
    oracle.check()
    assert report.rendered == report.pages


def test_what_lies_still_is_not_even_read(tmp_path: Path) -> None:
    """Once everything has settled a build with nothing to do reads no source and writes no file."""
    oracle = small(tmp_path)
    time.sleep(2.2)
    oracle.build()
    site = snapshot(oracle.site.out)
    times = {p: p.stat().st_mtime_ns for p in oracle.site.out.rglob("*")}
    report = oracle.build()
    assert (report.rendered, report.unchanged) == (0, report.pages)
    assert snapshot(oracle.site.out) == site
    assert {p: p.stat().st_mtime_ns for p in oracle.site.out.rglob("*")} == times
    oracle.replace(NEWS, "标题: 通知", "标题: 通报")
    assert oracle.build_and_check().changes.changed


def test_a_change_within_one_tick_of_the_clock(tmp_path: Path) -> None:
    """Same size and same times do not hide an edit that follows a build at once."""
    oracle = small(tmp_path)
    for title in ("通报", "通告", "通知"):
        file = oracle.site.root / "content" / NEWS
        times = file.stat()
        file.write_text(item(title, 5, published="2026-06-03"), encoding="utf-8", newline="\n")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert oracle.build_and_check().rendered > 0


def test_a_clock_that_jumps_back(tmp_path: Path) -> None:
    oracle = small(tmp_path)
    oracle.replace(NEWS, "标题: 通知", "标题: 通报")
    os.utime(oracle.site.root / "content" / NEWS, (1_000_000_000, 1_000_000_000))
    assert oracle.build_and_check().rendered > 0


def test_two_builds_at_once(tmp_path: Path) -> None:
    oracle = small(tmp_path)
    before = snapshot(oracle.site.out)
    oracle.replace(NEWS, "标题: 通知", "标题: 通报")
    with lock_site(oracle.site.out), pytest.raises(Failed):
        oracle.build()
    assert snapshot(oracle.site.out) == before
    oracle.build_and_check()


def test_a_blocked_build_leaves_site_and_state(tmp_path: Path) -> None:
    oracle = small(tmp_path)
    before = snapshot(oracle.site.out)
    oracle.write(f"{NOTICE_COLUMN}/坏.md", "---\n标题\n---\n")
    with pytest.raises(Failed):
        oracle.build()
    assert snapshot(oracle.site.out) == before
    oracle.remove(f"{NOTICE_COLUMN}/坏.md")
    assert oracle.build_and_check().rendered == 0


@pytest.mark.slow
def test_killed_at_random_moments(tmp_path: Path) -> None:
    """A build that is killed leaves whole pages, and the next one makes the site of a clean build."""
    oracle = make_oracle(tmp_path)
    config = oracle.site.root / "mkdocs.yml"
    code = "import sys; from gongkai.mkdocs_plugins.engine import run_build; run_build(sys.argv[1], None, {})"
    environment = os.environ | {"GONGKAI_TODAY": TODAY, "GONGKAI_JOBS": "1", "NO_MKDOCS_2_WARNING": "1"}
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", code, str(config)], env=environment, check=True)
    whole = time.monotonic() - start
    dice = random.Random(20261123)
    for n in range(20):
        oracle.replace(NEWS, "标题: ", f"标题: {n}")
        oracle.write(f"{NOTICE_COLUMN}/新{n}.md", item(f"新{n}", 300 + n, published="2026-10-09"))
        if n % 3 == 2:
            oracle.remove(f"{NOTICE_COLUMN}/新{n - 1}.md")
        process = subprocess.Popen([sys.executable, "-c", code, str(config)], env=environment)
        time.sleep(whole * dice.uniform(0.2, 1.1))
        process.kill()
        process.wait()
        for page in oracle.site.out.rglob("*.html"):
            assert page.read_bytes().rstrip().endswith(b"</html>"), page
        if n % 4 == 3:
            oracle.build()
            oracle.check()
