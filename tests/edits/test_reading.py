"""Which sources a build opens: those that changed, and no others; whatever becomes of the memory of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from gongkai.loading import reading
from gongkai.loading.bodies import BodyReader
from gongkai.model.item import Item
from tests.edits.oracle import NEWS, Oracle, make_oracle
from tests.site.small import FILE_COLUMN, NOTICE_COLUMN, item

STATED = f"{NOTICE_COLUMN}/通知7.md"


@pytest.fixture
def oracle(tmp_path: Path) -> Oracle:
    return make_oracle(tmp_path)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the sources that are read and judged."""
    found: list[str] = []
    read = reading.read_file

    def spy(each: reading.Found, *rest: object) -> object:
        found.append(each.relative)
        return read(each, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_file", spy)
    return found


@pytest.fixture
def bodies(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the items whose sources are read again, for a page or to be remembered."""
    found: list[str] = []
    read = BodyReader.data

    def spy(reader: BodyReader, each: Item) -> bytes:
        found.append(each.path)
        return read(reader, each)

    monkeypatch.setattr(BodyReader, "data", spy)
    return found


def test_only_the_changed_source_is_opened(oracle: Oracle, opened: list[str], bodies: list[str]) -> None:
    oracle.replace(NEWS, "标题: 第5号通知", "标题: 第5号通报")
    oracle.build()
    assert opened == [NEWS]
    assert bodies == [NEWS, NEWS]  # for its page, and to be remembered
    oracle.check()


def test_an_attachment_alone(oracle: Oracle, opened: list[str]) -> None:
    oracle.write(f"{FILE_COLUMN}/附表.txt", "附表有变")
    oracle.build()
    assert opened == []
    oracle.check()


def test_a_new_and_a_removed_source(oracle: Oracle, opened: list[str]) -> None:
    oracle.write(f"{NOTICE_COLUMN}/新.md", item("新通知", 300))
    oracle.remove(STATED)
    oracle.build()
    assert opened == [f"{NOTICE_COLUMN}/新.md"]
    oracle.check()
    opened.clear()
    oracle.write(STATED, item("又一条", 301))
    oracle.build()
    assert opened == [STATED]
    oracle.check()


def test_a_later_day_opens_nothing(oracle: Oracle, opened: list[str]) -> None:
    oracle.build(GONGKAI_TODAY="2026-11-26")
    assert opened == []
    oracle.check()
    oracle.build(GONGKAI_TODAY="2026-11-20")  # what is public later may not be yet
    assert len(opened) > 40
    oracle.check()


def test_full_and_other_settings_open_everything(oracle: Oracle, opened: list[str]) -> None:
    oracle.build(GONGKAI_FULL="1")
    everything = len(opened)
    assert everything > 40
    unit = oracle.site.root / "content" / "单位.yml"
    unit.write_text(unit.read_text(encoding="utf-8") + "邮箱: a@qingshan.example\n", encoding="utf-8")
    oracle.build()
    assert len(opened) == 2 * everything
    oracle.check()


def _drop(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DROP TABLE lines")


def _spoil(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE lines SET line = '[' WHERE path LIKE '%1.md'")


@pytest.mark.parametrize(
    "damage", [_drop, _spoil, lambda file: file.write_bytes(b"garbage" * 999), lambda file: file.unlink()]
)
def test_a_damaged_memory_costs_reading_again(oracle: Oracle, damage: Callable[[Path], object]) -> None:
    damage(oracle.site.root / ".gongkai" / "lines.sqlite")
    oracle.replace(NEWS, "标题: 第5号通知", "标题: 第5号通报")
    oracle.build_and_check()
    oracle.replace(NEWS, "标题: 第5号通报", "标题: 第5号通告")
    oracle.build_and_check()
