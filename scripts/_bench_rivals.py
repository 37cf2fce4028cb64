"""The rivals of `bench.py speed`: each with the same items in its own form, its own settings and its own venv."""

import functools
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

THEMES = Path(__file__).resolve().parent / "bench_rivals"
TODAY = "2026-01-02"
_KEYS = {"标题": "title", "索引号": "number", "发布日期": "published", "发文字号": "doc_number"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the corpus as the rivals need it."""

    title: str
    number: str
    published: str
    doc_number: str
    issuer: str
    theme: str
    column: str
    body: str

    @property
    def slug(self) -> str:
        """The file's name."""
        return self.number.replace("/", "-")

    @property
    def day(self) -> str:
        """The day of publication."""
        return self.published[:10]


@dataclass(frozen=True, slots=True)
class Rival:
    """A tool: its package, the key that chooses it, what fills its project, and the command that builds that."""

    name: str
    package: str
    key: str
    fill: Callable[[Sequence[Entry], Path], None]
    command: Callable[[Path], Sequence[str]]


def read_corpus(content: Path) -> tuple[Entry, ...]:
    """All items of a corpus made by scripts/corpus.py, by path."""
    files = sorted(path for path in content.rglob("*.md") if path.parent != content)
    return tuple(_entry(path, content) for path in files)


def _entry(path: Path, content: Path) -> Entry:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines() if ": " in line)
    column = path.relative_to(content).parts[-3]
    return Entry(
        **{english: fields.get(chinese, "") for chinese, english in _KEYS.items()},
        issuer=fields.get("发文机关", "示例县青山镇人民政府"),
        theme=fields.get("主题分类", "其他"),
        column=column,
        body=body,
    )


def columns_of(entries: Sequence[Entry]) -> Mapping[str, str]:
    """Column → ASCII name of its folder."""
    return {name: f"c{place:02d}" for place, name in enumerate(sorted({entry.column for entry in entries}))}


def write(path: Path, text: str) -> None:
    """Write a text file, its folder made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def fill_hugo(entries: Sequence[Entry], project: Path, theme: str = "hugo") -> None:
    """Sections are columns; three taxonomies. `theme` is a folder of `bench_rivals`."""
    shutil.copytree(THEMES / theme, project, dirs_exist_ok=True)
    folders = columns_of(entries)
    for name, folder in folders.items():
        write(project / "content" / folder / "_index.md", f"---\ntitle: {_quoted(name)}\n---\n")
    for entry in entries:
        front = (
            f"title: {_quoted(entry.title)}\ndate: {entry.day}T{entry.published[11:] or '00:00'}:00+08:00\n"
            f"index_number: {_quoted(entry.number)}\ndoc_number: {_quoted(entry.doc_number)}\n"
            f"issuers: [{_quoted(entry.issuer)}]\nthemes: [{_quoted(entry.theme)}]\nyears: [{_quoted(entry.day[:4])}]\n"
        )
        write(
            project / "content" / folders[entry.column] / f"{entry.slug}.md", f"---\n{front}---\n{entry.body}"
        )


def _lists(entries: Sequence[Entry]) -> Iterator[tuple[str, str, str]]:
    """Folder, name and Markdown list of each column: the rival that has no lists of its own gets the newest forty."""
    for name, folder in columns_of(entries).items():
        newest = sorted((e for e in entries if e.column == name), key=lambda e: e.published, reverse=True)[
            :40
        ]
        rows = "\n".join(f"| [{e.title}]({e.slug}.md) | {e.doc_number} | {e.day} |" for e in newest)
        yield folder, name, f"# {name}\n\n| 标题 | 发文字号 | 发布日期 |\n| --- | --- | --- |\n{rows}\n"


def fill_mkdocs(entries: Sequence[Entry], project: Path) -> None:
    """Material's project, also Zensical's: the columns' lists are in the navigation, the items are not; no search."""
    shutil.copytree(THEMES / "mkdocs", project, dirs_exist_ok=True)
    folders = columns_of(entries)
    nav = ["nav:", "  - index.md"]
    for folder, name, text in _lists(entries):
        nav.append(f"  - {name}: {folder}/index.md")
        write(project / "docs" / folder / "index.md", text)
    write(project / "docs" / "index.md", "# 示例县青山镇\n")
    for entry in entries:
        box = (
            f"| 索引号 | {entry.number} | 发文字号 | {entry.doc_number} |\n| --- | --- | --- | --- |\n"
            f"| 发文机关 | {entry.issuer} | 主题分类 | {entry.theme} |\n| 发布日期 | {entry.published} | 栏目 | {entry.column} |\n"
        )
        write(
            project / "docs" / folders[entry.column] / f"{entry.slug}.md",
            f"# {entry.title}\n\n{box}\n{entry.body}",
        )
    settings = project / "mkdocs.yml"
    write(settings, settings.read_text(encoding="utf-8") + "\n".join(nav) + "\n")


def fill_pelican(entries: Sequence[Entry], project: Path) -> None:
    """Categories are columns, the issuer is the author, the theme a tag; a feed for each category."""
    shutil.copytree(THEMES / "pelican", project, dirs_exist_ok=True)
    for entry in entries:
        head = (
            f"Title: {entry.title}\nDate: {entry.published}\nCategory: {entry.column}\nSlug: {entry.slug.lower()}\n"
            f"Authors: {entry.issuer}\nTags: {entry.theme}\n"
        )
        write(project / "content" / f"{entry.slug}.md", f"{head}\n{entry.body}")


def program(home: Path, name: str) -> str:
    """A program of a rival's venv."""
    folder, suffix = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")
    return str(home / folder / (name + suffix))


def hugo_program(home: Path) -> str:
    """Hugo's own binary: the script that the package puts before it costs a tenth of a second."""
    found = next((path for path in home.glob("**/hugo/binaries/hugo*") if path.is_file()), None)
    return str(found) if found else program(home, "hugo")


RIVALS = (
    Rival("Hugo", "hugo", "hugo", fill_hugo, lambda home: (hugo_program(home), "--quiet")),
    Rival(
        "Hugo（内容相当）",
        "hugo",
        "hugo-full",
        functools.partial(fill_hugo, theme="hugo_full"),
        lambda home: (hugo_program(home), "--quiet"),
    ),
    Rival(
        "MkDocs Material",
        "mkdocs-material",
        "mkdocs-material",
        fill_mkdocs,
        lambda home: (program(home, "mkdocs"), "build", "--quiet", "--clean"),
    ),
    Rival(
        "Zensical",
        "zensical",
        "zensical",
        fill_mkdocs,
        lambda home: (program(home, "zensical"), "build", "--clean"),
    ),
    Rival(
        "Pelican",
        "pelican[markdown]",
        "pelican",
        fill_pelican,
        lambda home: (program(home, "pelican"), "content", "-o", "output", "-s", "pelicanconf.py", "-q"),
    ),
)


def install(rival: Rival, homes: Path) -> Path:
    """The rival's venv, made and filled unless it is there."""
    home = homes / rival.package.partition("[")[0]
    if not home.is_dir():
        venv.create(home, with_pip=True)
        subprocess.run(
            [program(home, "python"), "-m", "pip", "install", "--quiet", rival.package], check=True
        )
    return home


def version(rival: Rival, home: Path) -> str:
    """The version that is installed."""
    name = rival.package.partition("[")[0]
    code = f"import importlib.metadata as m; print(m.version({name!r}))"
    done = subprocess.run(
        [program(home, "python"), "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    return f"{rival.name} {done.stdout.strip()}"
