"""Costly files are kept under the key of what they come from, and never given back other than they were written."""

from __future__ import annotations

from pathlib import Path

from gongkai.mkdocs_plugins.kept_files import KeptFiles


def test_what_was_put_is_given_back_until_another_key_comes(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path / "forms")
    assert kept.get("a") == {}
    assert kept.put("a", {"x.pdf": b"1", "y.docx": b"2"}) == {"x.pdf": b"1", "y.docx": b"2"}
    assert kept.get("a") == {"x.pdf": b"1", "y.docx": b"2"}
    kept.put("b", {"x.pdf": b"3"})
    assert kept.get("a") == {}
    assert [p.name for p in (tmp_path / "forms").iterdir()] == ["b"]


def test_a_file_that_was_touched_or_lost_counts_as_none(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.put("a", {"x.pdf": b"1", "y.docx": b"2"})
    (tmp_path / "a" / "x.pdf").write_bytes(b"9")
    assert kept.get("a") == {}
    kept.put("a", {"x.pdf": b"1", "y.docx": b"2"})
    (tmp_path / "a" / "y.docx").unlink()
    assert kept.get("a") == {}
    (tmp_path / "a" / "list").write_bytes(b"\xff\xfe")
    assert kept.get("a") == {}


def test_a_place_that_cannot_be_written_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert KeptFiles(tmp_path / "file").put("a", {"x": b"1"}) == {"x": b"1"}
