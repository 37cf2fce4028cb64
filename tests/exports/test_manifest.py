"""The manifest: what it names, how it is read back, and what it finds out."""

import hashlib
import json
from pathlib import Path

import pytest

from gongkai.exports.manifest import (
    NAME,
    Difference,
    Fault,
    FileFact,
    ManifestError,
    describe,
    is_ours,
    manifest_file,
    parse_manifest,
    read_manifest,
    survey,
    verify,
)

TREE = {"index.html": "首页", "info/1/附件（一）.docx": "文", "a/manifest.json": "{}"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in TREE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / NAME).write_bytes(manifest_file(survey(tmp_path)))
    return tmp_path


def test_it_names_every_file_but_itself(site: Path) -> None:
    assert read_manifest(site) == {name: describe(text.encode()) for name, text in sorted(TREE.items())}
    assert describe("首页".encode()) == FileFact(hashlib.sha256("首页".encode()).hexdigest(), 6)


def test_form(site: Path) -> None:
    found = json.loads((site / NAME).read_bytes())
    assert (found["generator"], found["format"], list(found["files"])) == ("gongkai", 1, sorted(TREE))
    assert parse_manifest(manifest_file({})) == {}


def test_same_folder_same_bytes(site: Path) -> None:
    assert manifest_file(survey(site)) == (site / NAME).read_bytes()
    shuffled = dict(sorted(survey(site).items(), reverse=True))
    assert manifest_file(shuffled) == (site / NAME).read_bytes()


def test_a_sound_site_has_no_difference(site: Path) -> None:
    assert verify(site) == []


def test_each_kind_of_difference_is_found(site: Path) -> None:
    (site / "index.html").write_text("改页", encoding="utf-8")
    (site / "info/1/附件（一）.docx").unlink()
    (site / "x.php").write_text("", encoding="utf-8")
    assert verify(site) == [
        Difference("index.html", Fault.CHANGED),
        Difference("info/1/附件（一）.docx", Fault.MISSING),
        Difference("x.php", Fault.EXTRA),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "不是完整的 JSON"),
        ('{"generator": "gongkai", "format": 1, "files": {"a"', "不是完整的 JSON"),
        ("[]", "不是 gongkai 生成的"),
        ('{"name": "某个程序", "icons": []}', "不是 gongkai 生成的"),
        ('{"generator": "gongkai", "format": 2, "files": {}}', "格式版本是 2"),
        ('{"generator": "gongkai", "format": 1}', "没有文件清单"),
        ('{"generator": "gongkai", "format": 1, "files": {"a": {"size": 1}}}', "不完整"),
        ('{"generator": "gongkai", "format": 1, "files": {"a": {"size": "x", "sha256": ""}}}', "不完整"),
    ],
)
def test_what_is_no_manifest_of_ours(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(ManifestError, match=words):
        verify(tmp_path)
    assert not is_ours(tmp_path)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"\xff\xfe\x00\x81")
    assert not is_ours(tmp_path)


def test_none_at_all(tmp_path: Path, site: Path) -> None:
    with pytest.raises(ManifestError, match=r"没有可读的 manifest\.json"):
        read_manifest(tmp_path / "别处")
    assert is_ours(site)
