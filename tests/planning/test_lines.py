"""What was read is remembered on its basis alone, and losing it costs nothing but reading again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gongkai.planning.lines import FILE_NAME, LinesFile, Row
from gongkai.planning.stamps import DOUBT_NS

CLOCK = 10 * DOUBT_NS
ROWS: dict[str, Row] = {"一.md": (3, 1, 2, "[1]"), "二.md": (4, 1, 2, "[2]")}
DAY = "2026-11-24"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert LinesFile(tmp_path).save("b", DAY, ROWS, (), CLOCK) == ""
    return tmp_path


def test_rows_are_read_back(folder: Path) -> None:
    assert LinesFile(folder).load("b", DAY) == ROWS
    assert LinesFile(folder).load("b", "2027-01-01") == ROWS


@pytest.mark.parametrize(("basis", "day"), [("c", DAY), ("b", "2026-11-23")])
def test_another_basis_or_an_earlier_day_has_none(folder: Path, basis: str, day: str) -> None:
    file = LinesFile(folder)
    assert file.load(basis, day) == {}
    file.save(basis, day, {"三.md": ROWS["一.md"]}, (), CLOCK)
    assert LinesFile(folder).load(basis, day) == {"三.md": ROWS["一.md"]}


def test_what_a_later_day_added_is_not_believed_on_an_earlier_one(folder: Path) -> None:
    """A build for a day to come writes down what is public then; today it is not."""
    later = LinesFile(folder)
    later.load("b", "2026-11-26")
    later.save("b", "2026-11-26", {"三.md": ROWS["一.md"]}, (), CLOCK)
    assert LinesFile(folder).load("b", DAY) == {}
    assert "三.md" in LinesFile(folder).load("b", "2026-11-26")


def test_only_changes_are_written(folder: Path) -> None:
    file = LinesFile(folder)
    file.load("b", DAY)
    file.save("b", DAY, {"二.md": (5, 1, 2, "[3]")}, ("一.md",), CLOCK)
    assert LinesFile(folder).load("b", DAY) == {"二.md": (5, 1, 2, "[3]")}


def test_a_file_that_is_too_new_is_not_remembered(folder: Path) -> None:
    file = LinesFile(folder)
    file.load("b", DAY)
    new = {"三.md": (1, CLOCK, 1, "[]"), "四.md": (1, 1, CLOCK - 1, "[]"), "五.md": (1, 1, 1, "[]")}
    file.save("b", DAY, new, (), CLOCK)
    assert set(LinesFile(folder).load("b", DAY)) == {*ROWS, "五.md"}


def damage_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DROP TABLE lines")


@pytest.mark.parametrize(
    "damage",
    [
        damage_table,
        lambda file: file.write_bytes(b"nothing of the sort" * 300),
        lambda file: file.write_bytes(file.read_bytes()[:5000]),
        lambda file: file.write_bytes(b""),
        lambda file: file.unlink(),
    ],
)
def test_a_damaged_file_is_as_good_as_none(folder: Path, damage: object) -> None:
    assert callable(damage)
    damage(folder / FILE_NAME)
    file = LinesFile(folder)
    assert file.load("b", DAY) == {}
    assert file.save("b", DAY, ROWS, (), CLOCK) == ""
    assert LinesFile(folder).load("b", DAY) == ROWS


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    note = LinesFile(tmp_path / "文件" / ".gongkai").save("b", DAY, ROWS, (), CLOCK)
    assert "没能记下" in note
    assert "\n" not in note
