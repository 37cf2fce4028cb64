"""What was public in the last build is remembered, cheaply, and losing it never stops a build."""

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.planning.last_good import FILE_NAME, Good, GoodFile, LastGood

FILES = (GoodFile("决策公开/方案.docx", "/info/1/1.docx", "a" * 64, 9),)


def good(path: str, number: str, data: bytes, files: tuple[GoodFile, ...] = ()) -> Good:
    return Good(path, number, hashlib.sha256(data).hexdigest(), data, files)


FIRST = good("决策公开/一.md", "99/202605-00001", "标题: 一\n正文".encode(), FILES)
SECOND = good("决策公开/二.md", "99/202605-00002", b"\xff\x00")
OTHER = good(SECOND.path, SECOND.index_number, b"x")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with LastGood(tmp_path / ".gongkai") as store:
        assert store.record([FIRST, SECOND]) == 2
    return tmp_path / ".gongkai"


@pytest.fixture
def store(folder: Path) -> Iterator[LastGood]:
    with LastGood(folder) as opened:
        yield opened


def test_it_is_read_back(store: LastGood) -> None:
    assert store.get(FIRST.path) == FIRST
    assert store.get(SECOND.path) == SECOND
    assert store.get("决策公开/三.md") is None
    assert store.note == ""


def test_only_what_changed_is_written(store: LastGood) -> None:
    assert store.record([FIRST, SECOND]) == 0
    assert store.record([FIRST, OTHER]) == 1
    assert store.record([replace(FIRST, files=()), OTHER]) == 1
    assert store.get(FIRST.path) == replace(FIRST, files=())


def test_what_is_no_longer_public_is_forgotten(store: LastGood) -> None:
    store.record([SECOND])
    assert store.get(FIRST.path) is None
    store.forget([SECOND.path, "别的.md"])
    assert store.get(SECOND.path) is None


def test_the_file_is_never_committed(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", FILE_NAME]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"no database at all" * 100,
        lambda data: data[: len(data) // 2],
        lambda data: data[:100] + b"\xff" * (len(data) - 100),
        lambda data: data[:-1000] + b"\x00" * 1000 if len(data) > 5000 else b"\x01" * 50,
    ],
)
def test_a_damaged_file_is_thrown_away_with_one_line(folder: Path, damage: object) -> None:
    file = folder / FILE_NAME
    assert callable(damage)
    file.write_bytes(damage(file.read_bytes()))
    with LastGood(folder) as store:
        assert store.get(FIRST.path) is None
        assert "已损坏" in store.note
        assert "\n" not in store.note
        assert store.record([FIRST]) == 1
        assert store.get(FIRST.path) == FIRST


def test_an_empty_file_is_a_new_one(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"")
    with LastGood(folder) as store:
        assert store.get(FIRST.path) is None
        assert store.record([FIRST]) == 1


def test_another_version_starts_afresh(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.executescript("DROP TABLE good; CREATE TABLE good (x); PRAGMA user_version = 99")
    with LastGood(folder) as store:
        assert store.record([FIRST]) == 1
        assert store.get(FIRST.path) == FIRST


def test_a_table_of_another_shape_is_thrown_away(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        database.executescript("DROP TABLE good; CREATE TABLE good (x)")
    with LastGood(folder) as store:
        assert store.get(FIRST.path) is None
        assert store.note
        assert store.record([FIRST]) == 1


def test_a_damaged_row_is_none(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as database, database:
        database.execute("UPDATE good SET files = '{'")
    with LastGood(folder) as store:
        assert store.get(FIRST.path) is None
        assert "已损坏" in store.note


def test_a_source_that_is_not_what_it_was_is_none(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as database, database:
        database.execute("UPDATE source SET data = x'00'")
    with LastGood(folder) as store:
        assert store.get(FIRST.path) is None
        assert "已损坏" in store.note


def test_only_what_changed_is_read(store: LastGood) -> None:
    read: list[str] = []

    def source(wanted: Good) -> bytes:
        read.append(wanted.path)
        return OTHER.data

    bare = [replace(FIRST, data=b""), replace(OTHER, data=b"")]
    assert store.record(bare, source) == 1
    assert read == [OTHER.path]
    assert store.get(OTHER.path) == OTHER


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    with LastGood(tmp_path / ".gongkai"):
        pass
    assert not (tmp_path / ".gongkai").exists()


def test_a_file_in_use_is_not_thrown_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda name: connect(name, timeout=0.05))
    with closing(connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with LastGood(folder) as store:
            assert store.record([FIRST]) == 1
            assert "不能使用" in store.note
        other.execute("COMMIT")
    with LastGood(folder) as store:
        assert store.get(SECOND.path) == SECOND


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    with LastGood(tmp_path / "文件/.gongkai") as store:
        store.record([FIRST])
        assert "不能使用" in store.note
        assert store.get(FIRST.path) == FIRST


def test_a_full_disk_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with LastGood(folder) as store:
        store._database.execute("PRAGMA max_page_count = 3")
        big = good(SECOND.path, SECOND.index_number, os.urandom(1 << 16))
        assert store.record([FIRST, big]) == 0
        assert "没能记下" in store.note
        assert store.get(SECOND.path) == SECOND


def test_five_thousand_unchanged_items_take_no_time(tmp_path: Path) -> None:
    goods = [replace(FIRST, path=f"{n}.md", data=b"x" * 3000) for n in range(5000)]
    with LastGood(tmp_path) as store:
        store.record(goods)
        start = time.process_time()
        assert store.record(goods) == 0
        # 0.05 s when measured; the bound only keeps out what would be a different order.
        assert time.process_time() - start < 1
