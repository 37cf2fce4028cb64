"""Which data files and lines of them a build makes again: those of items that say something else, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.exports.records import Record, Records
from gongkai.model.item import Item
from tests.edits.oracle import NEWS, Oracle, make_oracle
from tests.site.small import FILE_COLUMN, INTERPRETATION_COLUMN, NORMATIVE_COLUMN, item

INTERPRETATION = f"{INTERPRETATION_COLUMN}/甲解读.md"
POLICY = f"{FILE_COLUMN}/甲.md"


@pytest.fixture
def oracle(tmp_path: Path) -> Oracle:
    return make_oracle(tmp_path)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the items whose records are made."""
    found: list[str] = []
    make = Records.of

    def spy(records: Records, each: Item) -> Record:
        found.append(each.path)
        return make(records, each)

    monkeypatch.setattr(Records, "of", spy)
    return found


def written(oracle: Oracle, edit_and_build: object) -> set[str]:
    """The item files that get another time of change by what is done."""
    folder = oracle.site.out / "api" / "items"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert callable(edit_and_build)
    edit_and_build()
    return {path.name for path in folder.iterdir() if before.get(path) != path.stat().st_mtime_ns}


def test_one_item_retitled(oracle: Oracle, made: list[str]) -> None:
    oracle.replace(NEWS, "标题: 第5号通知", "标题: 第5号通报")
    assert len(written(oracle, oracle.build)) == 1
    assert made == [NEWS]
    oracle.check()


def test_a_relation_changes_both_sides(oracle: Oracle, made: list[str]) -> None:
    oracle.replace(INTERPRETATION, "政策原文: 青政发（2026）1号", "政策原文: 青政发（2026）2号")
    oracle.build()
    assert sorted(made) == sorted([INTERPRETATION, POLICY, f"{NORMATIVE_COLUMN}/乙.md"])
    oracle.check()


def test_an_attachment_changes_its_item(oracle: Oracle, made: list[str]) -> None:
    oracle.write(f"{FILE_COLUMN}/附表.txt", "附表有变")
    oracle.build()
    assert made == [POLICY]
    oracle.check()


def test_a_day_changes_what_takes_effect(oracle: Oracle, made: list[str]) -> None:
    oracle.build(GONGKAI_TODAY="2026-11-25")
    assert sorted(made) == [f"{NORMATIVE_COLUMN}/丙.md", f"{NORMATIVE_COLUMN}/乙.md"]
    oracle.check()


def test_new_removed_and_withdrawn_items(oracle: Oracle, made: list[str]) -> None:
    oracle.write("政务动态/工作动态/新.md", item("新动态", 300, published="2026-07-01"))
    oracle.remove(f"{NORMATIVE_COLUMN}/丙.md")
    oracle.replace(NEWS, "---\n\n", "撤下日期: 2026-11-01\n撤下原因: 有误\n---\n\n")
    oracle.build()
    assert made == ["政务动态/工作动态/新.md"]
    oracle.check()


@pytest.mark.parametrize("path", ["api/catalog.json", "api/catalog.csv"])
def test_a_list_lost_or_altered_is_made_anew(oracle: Oracle, made: list[str], path: str) -> None:
    file = oracle.site.out / path
    file.write_bytes(file.read_bytes().replace("第5号".encode(), "第六号".encode()))
    oracle.build()
    oracle.check()
    file.unlink()
    oracle.build()
    oracle.check()
    if path.endswith(".json"):
        assert len(made) > 90


def test_an_item_file_lost(oracle: Oracle, made: list[str]) -> None:
    (oracle.site.out / "api/items/119901210000000000-202606-00005.json").unlink()
    oracle.build()
    assert made == [NEWS]
    oracle.check()


def test_other_settings_make_every_record_anew(oracle: Oracle, made: list[str]) -> None:
    unit = oracle.site.root / "content" / "单位.yml"
    unit.write_text(unit.read_text(encoding="utf-8") + "邮箱: a@qingshan.example\n", encoding="utf-8")
    oracle.build()
    assert len(made) > 40
    oracle.check()
