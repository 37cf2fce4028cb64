"""The demonstration's attachments are made from text, small, and the same each time."""

from __future__ import annotations

import importlib.util
import io
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 40_000


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    pytest.importorskip("docx")
    pytest.importorskip("openpyxl")
    pytest.importorskip("reportlab")
    spec = importlib.util.spec_from_file_location(
        "demo_attachments", ROOT / "scripts" / "demo_attachments.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(maker: ModuleType) -> dict[str, bytes]:
    return dict(maker.make_all(maker.read_specs()))


def contents(data: bytes) -> object:
    """What a file holds, apart from how the machine's zlib packs it."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_a_second_run_gives_the_same_bytes(maker: ModuleType, made: dict[str, bytes]) -> None:
    assert dict(maker.make_all(maker.read_specs())) == made


def test_every_file_is_small(made: dict[str, bytes]) -> None:
    assert {path: len(data) for path, data in made.items() if len(data) >= LARGEST} == {}


def test_the_committed_files_are_the_made_ones(made: dict[str, bytes]) -> None:
    for path, data in made.items():
        committed = (ROOT / "content" / path).read_bytes()
        if path.endswith((".docx", ".xlsx")):
            assert [name for name, _ in contents(committed)] == [name for name, _ in contents(data)], path
        else:
            assert committed[:8] == data[:8], path


def test_no_office_file_lies_in_the_content_that_the_text_does_not_name(made: dict[str, bytes]) -> None:
    content = ROOT / "content"
    kinds = {".docx", ".xlsx", ".pdf", ".png"}
    found = {path.relative_to(content).as_posix() for path in content.rglob("*") if path.suffix in kinds}
    assert found == set(made)


def test_workbooks_have_no_hidden_sheets_rows_or_columns(made: dict[str, bytes]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    for path, data in made.items():
        if path.endswith(".xlsx"):
            book = openpyxl.load_workbook(io.BytesIO(data))
            assert [sheet.sheet_state for sheet in book] == ["visible"] * len(book.sheetnames), path
