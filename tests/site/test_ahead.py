"""What a forked process makes ahead of the pages changes nothing in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins import ahead, planning_stage
from gongkai.mkdocs_plugins.ahead import Ahead
from gongkai.mkdocs_plugins.failures import Failed
from gongkai.mkdocs_plugins.ready import Ready
from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, Site, item, make_site, policy, snapshot

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks well")

TABLE = "| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |\n"
ALONE = {
    f"{NOTICE_COLUMN}/一段.md": item("一段", 1, "第一段。\n\n第二段 **重点**。"),
    f"{NOTICE_COLUMN}/表.md": item("表", 2, f"一、表\n\n{TABLE}\n\n[^1]: 注\n\n文[^1]"),
    f"{NOTICE_COLUMN}/标签.md": item(
        "标签", 3, '<p class="x" onclick="a()">一<script>1</script></p>\n\n* a\n* b'
    ),
    f"{FILE_COLUMN}/文.md": policy("关于甲的通知", 4, "青政发〔2026〕1号", body="各村：\n\n现通知如下。"),
}
NOT_ALONE = {
    f"{NOTICE_COLUMN}/链接.md": item("链接", 5, "见[一段](一段.md)。"),
    f"{NOTICE_COLUMN}/外链.md": item("外链", 6, "见<https://www.example.com/>。"),
    f"{NOTICE_COLUMN}/附件.md": item("附件", 7, 附件="表.csv"),
    f"{NOTICE_COLUMN}/草稿.md": item("草稿", 8, 草稿="是"),
    f"{NOTICE_COLUMN}/表.csv": "甲,乙\n",
}
TAKEN: list[Ready] = []


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Few files are enough, and the process is given the time that it needs."""
    take = Ahead.take

    def wait(self: Ahead) -> Ready:
        if self._answer is not None:
            self._answer.poll(60)
        TAKEN.append(take(self))
        return TAKEN[-1]

    monkeypatch.setattr(ahead, "FEW", 1)
    monkeypatch.setattr(planning_stage, "can_fork", lambda: True)
    monkeypatch.setattr(Ahead, "take", wait)
    TAKEN.clear()
    yield
    TAKEN.clear()


def whole(site: Site, jobs: int) -> dict[str, str]:
    """The bytes of a whole build."""
    site.build(GONGKAI_FULL="1", GONGKAI_JOBS=str(jobs))
    return snapshot(site.out)


def test_pages_are_the_same(tmp_path: Path, patient: None) -> None:
    site = make_site(tmp_path, {**ALONE, **NOT_ALONE})
    apart = whole(site, jobs=1)
    assert TAKEN == []
    assert whole(site, jobs=2) == apart
    (ready,) = TAKEN
    assert len(ready.bodies) == len(ALONE), "those whose text names something are left to the pages"
    assert {"layouts/base.html", "pages/item.html"} <= {name for name, _ in ready.codes}


def test_a_process_that_fails_is_not_missed(
    tmp_path: Path, patient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path, ALONE)
    apart = whole(site, jobs=1)
    monkeypatch.setattr(ahead, "compiled", lambda *_: 1 // 0)
    assert whole(site, jobs=2) == apart
    assert TAKEN[0].bodies == {}


def test_it_ends_with_a_build_that_is_stopped(
    tmp_path: Path, patient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Ahead] = []
    begin = Ahead.begin
    monkeypatch.setattr(Ahead, "begin", lambda self, files: (begun.append(self), begin(self, files)))
    site = make_site(tmp_path, {**ALONE, f"{NOTICE_COLUMN}/坏.md": "---\n标题: [\n---\n"})
    with pytest.raises(Failed):
        whole(site, jobs=2)
    assert TAKEN == []
    assert begun[0]._process.exitcode is not None


def test_an_edit_needs_nothing_ahead(tmp_path: Path, patient: None) -> None:
    site = make_site(tmp_path, ALONE)
    whole(site, jobs=2)
    site.write(f"content/{NOTICE_COLUMN}/一段.md", item("一段", 1, "改了。"))
    site.build(GONGKAI_JOBS="2")
    assert len(TAKEN) == 1


def test_no_process_to_be_had(tmp_path: Path, patient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path, ALONE)
    apart = whole(site, jobs=1)

    def none(_name: str) -> int:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(os, "memfd_create", none)
    assert whole(site, jobs=2) == apart
    assert TAKEN[0].bodies == {}
