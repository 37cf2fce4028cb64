"""The handbook says what the program does: generated chapters are fresh, examples load, links lead somewhere."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from gongkai.loading.presets import read_tables
from gongkai.loading.site import Loaded, LoadOptions, load_site
from scripts import handbook

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
ENTRY = DOCS / "编辑手册.md"
CHAPTERS = [ENTRY, *sorted((DOCS / "编辑手册").glob("*.md"))]
TODAY = date(2026, 11, 23)
EXAMPLE = re.compile(
    r"^`content/(?P<path>[^`\n]+)`\n\n```(?:markdown|yaml)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
FILE = re.compile(r"[\w（）]+\.(?:docx|xlsx|pdf|png|jpg)")
UNIT = "单位.yml"
COLUMNS = "columns.yml"


def examples() -> list[tuple[str, str]]:
    """(path below content, text) of every example in all chapters, in reading order."""
    texts = (chapter.read_text(encoding="utf-8") for chapter in CHAPTERS)
    return [(m["path"], m["text"]) for text in texts for m in EXAMPLE.finditer(text)]


def load(root: Path, files: list[tuple[str, str]]) -> Loaded:
    """Load examples as one site, with the files that they name beside them."""
    content = root / "content"
    for path, text in files:
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        assert not file.exists(), f"two examples are called {path}"
        file.write_text(text, encoding="utf-8")
        for name in FILE.findall(text):
            file.with_name(name).write_bytes(b"PK\x03\x04")
    return load_site(content, LoadOptions(today=TODAY))


def test_the_generated_chapters_are_fresh() -> None:
    names = [path.name for path, _ in handbook.stale(DOCS / "编辑手册", read_tables())]
    assert not names, "run scripts/handbook.py"


def test_every_code_has_its_advice() -> None:
    advice = handbook.read_advice()
    without = set(handbook.all_codes(advice)) - set(advice)
    assert not without, "say in scripts/handbook_advice.yml what to do, then run scripts/handbook.py"
    rooms = (ROOT / "plugins/gongkai" / room for room in ("loading", "views", "mkdocs_plugins"))
    texts = (file.read_text(encoding="utf-8") for room in rooms for file in room.rglob("*.py"))
    used = {code for text in texts for code in re.findall(r'"([LRU]\d{3})"', text)}
    assert used <= set(advice)
    page = handbook.problems_page(read_tables())
    assert all(page.count(f"| {code} |") == 1 for code in advice)


def test_the_examples_are_a_site_without_a_problem(tmp_path: Path) -> None:
    files = [(path, text) for path, text in examples() if path != COLUMNS]
    assert len(files) > 12
    loaded = load(tmp_path, files)
    assert [p for p in loaded.problems if p.code != "U020"] == []
    assert {held.path.rpartition("/")[2]: held.reason for held in loaded.held} == {
        "座谈会（草稿）.md": "草稿",
        "元旦安排.md": "发布日期 2026-12-01 09:00 还没到",
        "低保对象名单.md": "公开范围是“本村（社区）”，不上网，只在公开栏张贴",
    }
    texts = [path for path, _ in files if path.endswith(".md")]
    assert len(loaded.catalog.items) == len(texts) - 3
    tables = [path for path, _ in files if path.endswith("_table.yml")]
    assert len(loaded.catalog.by_table) == len(tables) == 2


def test_the_examples_of_linked_and_dated_files_are_as_described(tmp_path: Path) -> None:
    catalog = load(tmp_path, [(path, text) for path, text in examples() if path != COLUMNS]).catalog
    states = {
        item.doc_number: str(catalog.validity[item.index_number]) for item in catalog.items if item.doc_number
    }
    assert states == {
        "青政发〔2026〕30号": "尚未施行",
        "青政发〔2026〕31号": "有效",
        "青政发〔2020〕8号": "已废止",
        "青政发〔2023〕21号": "已失效",
    }


@pytest.mark.parametrize("text", [text for path, text in examples() if path == COLUMNS])
def test_each_columns_file_can_be_used(tmp_path: Path, text: str) -> None:
    unit = next(pair for pair in examples() if pair[0] == UNIT)
    loaded = load(tmp_path, [unit, (COLUMNS, text)])
    assert [p for p in loaded.problems if p.code != "U020"] == []


@pytest.mark.parametrize(
    "chapter", [*CHAPTERS, ROOT / "README.md", DOCS / "部署手册.md"], ids=lambda path: path.stem
)
def test_links_between_documents_lead_somewhere(chapter: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", chapter.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    missing = [target for target in targets if not (chapter.parent / unquote(target)).exists()]
    assert not missing


def test_every_chapter_is_on_the_entry_page() -> None:
    entry = ENTRY.read_text(encoding="utf-8")
    assert [path.name for path in CHAPTERS[1:] if f"(编辑手册/{path.name})" not in entry] == []


@pytest.mark.parametrize("name", ["home", "item", "phone"])
def test_the_pictures_of_the_readme_are_there_and_small(name: str) -> None:
    assert f"docs/images/{name}.png" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert 10_000 < (DOCS / "images" / f"{name}.png").stat().st_size < 250_000


def test_a_new_site_has_all_parts_that_the_demonstration_has() -> None:
    part = re.compile(r"(?m)^ *- (gongkai/\w+)")
    new = ROOT / "plugins/gongkai/presets/skeleton/mkdocs.yml"
    looks = (DOCS / "编辑手册" / "站点外观.md").read_text(encoding="utf-8")
    parts = part.findall((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert part.findall(new.read_text(encoding="utf-8")) == parts
    assert [name for name in parts if f"| `{name}` |" not in looks] == []
