"""The corpus is the same for the same seed, and of the make that the measurements promise."""

import random
import re
from pathlib import Path

import pytest

from scripts import _corpus_words, corpus

CLAUSES = tuple(f"第{number}项工作按照要求有序推进" for number in range(200))


@pytest.fixture(scope="module")
def entries() -> tuple[corpus.Entry, ...]:
    return corpus.plan(2000, random.Random(1))


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        corpus.write_corpus(tmp_path / name, 60, 7, CLAUSES)
    first = {path.relative_to(tmp_path / "a"): path.read_bytes() for path in (tmp_path / "a").rglob("*.*")}
    second = {path.relative_to(tmp_path / "b"): path.read_bytes() for path in (tmp_path / "b").rglob("*.*")}
    assert first == second
    assert len(first) == 64


def test_numbers_are_unique(entries: tuple[corpus.Entry, ...]) -> None:
    assert len({entry.index_number for entry in entries}) == len(entries)
    numbers = [entry.doc_number for entry in entries if entry.doc_number]
    assert len(set(numbers)) == len(numbers)


def test_columns_years_and_issuers(entries: tuple[corpus.Entry, ...]) -> None:
    assert len({entry.column for entry in entries}) == 22
    assert len({entry.published.year for entry in entries}) == 12
    assert len({entry.issuer for entry in entries if entry.issuer}) == 9


def test_interpretations_name_an_earlier_policy_file(entries: tuple[corpus.Entry, ...]) -> None:
    published = {entry.doc_number: entry.published for entry in entries if entry.kind in corpus.POLICY_KINDS}
    interpretations = [entry for entry in entries if entry.kind == "interpretation"]
    assert interpretations
    assert all(published[entry.interprets] <= entry.published for entry in interpretations)


def test_sizes_and_shares(entries: tuple[corpus.Entry, ...]) -> None:
    texts = [
        corpus.item_text(entry, entries[:40], CLAUSES, random.Random(n)) for n, entry in enumerate(entries)
    ]
    sizes = sorted(len(text.encode()) for text in texts)
    assert 2700 < sizes[len(sizes) // 2] < 4000
    assert 0.16 < sum("| 序号 |" in text for text in texts) / len(texts) < 0.24
    assert 0.28 < sum("### （一）" in text for text in texts) / len(texts) < 0.38


def test_links_to_other_items_name_a_file(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path, 200, 3, CLAUSES)
    found = 0
    for path in (tmp_path / "content").rglob("*.md"):
        for target in re.findall(r"\]\((\.\./[^)]+)\)", path.read_text(encoding="utf-8")):
            found += 1
            assert (path.parent / target).resolve().is_file()
    assert found > 20


def test_clauses_leave_out_glosses_and_codes(tmp_path: Path) -> None:
    text = "文 號(hào)：開展年度檢查(chá)工作，身份证号码必须保密管理，电话13900000000请来电，按时完成年度工作任务。abc"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert list(_corpus_words.clauses_of(tmp_path / "a.txt")) == ["開展年度檢查工作", "按时完成年度工作任务"]
