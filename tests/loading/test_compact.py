"""What is read back from lines, or by several processes, is what the files say."""

import json
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from gongkai.loading import reading
from gongkai.loading.options import LoadOptions
from gongkai.loading.recall import Line
from gongkai.loading.site import Loaded, load_site
from tests.arch.source import ROOT

TODAY = date(2026, 11, 24)
HEAD = (
    "标题: {title}\n栏目: 决策公开/政策文件/镇政府文件\n索引号: 119901210000000000/202605-{n:05}\n"
    "文号: 青政发（2026）{n}号\n发文机关: 示例县青山镇人民政府\n成文日期: 2026-05-01\n"
)
SIGNED = "审核: 张某 2026-05-01\n保密审查: 李某 2026-05-01\n"


@dataclass
class Notes:
    """A memory of a former load."""

    known: dict[str, Line] = field(default_factory=dict)
    basis: str = ""
    read: int = 0
    gone: Collection[str] = ()

    def lines(self, basis: str) -> Mapping[str, Line]:
        return self.known if basis == self.basis else {}

    def note(
        self, basis: str, fresh: Callable[[], Mapping[str, Line]], gone: Collection[str], read: int
    ) -> None:
        self.basis, self.read, self.gone = basis, read, gone
        self.known = {path: line for path, line in self.known.items() if path not in gone} | dict(fresh())


def same(one: Loaded, other: Loaded) -> bool:
    """Whether two loads came out the same in all that anybody asks them for."""
    return (
        one.catalog == other.catalog
        and one.problems == other.problems
        and (one.held, one.kept, one.ordinary, one.broken)
        == (other.held, other.kept, other.ordinary, other.broken)
        and (one.bodies.sources, one.bodies.places) == (other.bodies.sources, other.bodies.places)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Items of all sorts: public, held, broken, with a byte order mark, with files, links and corrections."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "单位.yml").write_text(
        (ROOT / "content" / "单位.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    more = {
        "一": "附件:\n  - 表.docx\n  - {文件: 图.pdf, 标题: 图样}\n",
        "二": "关键词: 甲、乙\n更正记录: 2026-05-09 改了一个字\n相关信息: 青政发〔2026〕1号\n",
        "三": "草稿: 是\n",
        "四": "密级: 秘密\n",
        "五": "有效性: 有效\n作者: 张某\n",
        "六": "公开范围: 特定群体\n",
    }
    for n, (title, lines) in enumerate(more.items(), 1):
        text = f"---\n{HEAD.format(title=title, n=n)}发布日期: 2026-05-0{n} 09:30\n{SIGNED}{lines}---\n\n见[一](一.md)。\n"
        (content / f"{title}.md").write_text(text, encoding="utf-8-sig" if n == 2 else "utf-8", newline="\n")
    (content / "表.docx").write_bytes(b"x")
    (content / "图.pdf").write_bytes(b"y")
    (content / "关于.md").write_text("---\n标题: 关于\n---\n正文\n", encoding="utf-8")
    return content


def test_a_load_from_lines_is_a_load_from_the_files(folder: Path) -> None:
    plain, notes = load_site(folder, LoadOptions(TODAY)), Notes()
    first = load_site(folder, LoadOptions(TODAY, recall=notes))
    assert (len(notes.known), notes.read) == (3, 7)
    again = load_site(folder, LoadOptions(TODAY, recall=notes))
    assert notes.read == 4  # what is held back, broken or no item is read every time
    assert same(plain, first)
    assert same(plain, again)


def test_the_demonstration_from_lines(tmp_path: Path) -> None:
    content, notes = ROOT / "content", Notes()
    plain = load_site(content, LoadOptions(TODAY))
    load_site(content, LoadOptions(TODAY, recall=notes))
    assert same(plain, load_site(content, LoadOptions(TODAY, recall=notes)))
    assert len(notes.known) > 200
    later = LoadOptions(date(2027, 3, 1))
    assert same(load_site(content, later), load_site(content, replace(later, recall=notes)))


def test_only_what_changed_is_read(folder: Path) -> None:
    notes = Notes()
    load_site(folder, LoadOptions(TODAY, recall=notes))
    file = folder / "二.md"
    file.write_text(file.read_text(encoding="utf-8-sig").replace("标题: 二", "标题: 贰"), encoding="utf-8")
    (folder / "一.md").unlink()
    load_site(folder, LoadOptions(TODAY, recall=notes))
    assert notes.read == 5
    assert list(notes.gone) == ["一.md"]


@pytest.mark.parametrize("stamp", ["size", "changed", "entered"])
def test_any_other_stamp_is_another_file(folder: Path, stamp: str) -> None:
    notes = Notes()
    load_site(folder, LoadOptions(TODAY, recall=notes))
    notes.known["五.md"] = notes.known["五.md"]._replace(**{stamp: 1})
    load_site(folder, LoadOptions(TODAY, recall=notes))
    assert notes.read == 5


def test_other_settings_make_everything_read_again(folder: Path) -> None:
    notes = Notes()
    load_site(folder, LoadOptions(TODAY, recall=notes))
    unit = folder / "单位.yml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("青山镇", "绿水镇"), encoding="utf-8")
    load_site(folder, LoadOptions(TODAY, recall=notes))
    assert notes.read == 7


@pytest.mark.parametrize(
    "line", ["", "[]", "{}", "[1,2,3,4,5,6,7,8]", '["a",{"x":{"q":1}},{},{},{},[],[],[]]']
)
def test_a_line_of_another_make_is_read_again(folder: Path, line: str) -> None:
    plain, notes = load_site(folder, LoadOptions(TODAY)), Notes()
    load_site(folder, LoadOptions(TODAY, recall=notes))
    notes.known = {path: each._replace(text=line) for path, each in notes.known.items()}
    assert same(plain, load_site(folder, LoadOptions(TODAY, recall=notes)))
    assert notes.read == 7
    assert all(json.loads(each.text) for each in notes.known.values())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="other processes are forked")
@pytest.mark.parametrize("recall", [False, True])
def test_several_processes_read_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch, recall: bool) -> None:
    monkeypatch.setattr(reading, "FEW", 1)
    monkeypatch.setattr(reading, "SLICE", 1)
    options = LoadOptions(TODAY, helpers=2, recall=Notes() if recall else None)
    plain = load_site(folder, LoadOptions(TODAY))
    assert same(plain, load_site(folder, options))
    assert same(plain, load_site(folder, options))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="other processes are forked")
def test_what_a_process_that_died_left_is_read_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FEW", 1)
    monkeypatch.setattr(reading._Share, "help_out", _die)
    plain = load_site(folder, LoadOptions(TODAY))
    assert same(plain, load_site(folder, LoadOptions(TODAY, helpers=2)))


def _die(share: reading._Share, _answer: object) -> None:
    next(share.take())
    os._exit(9)
