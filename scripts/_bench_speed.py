"""`bench.py speed`: cold builds against the rivals, and what an unchanged or slightly changed site costs."""

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts._bench_page import table_of
from scripts._bench_rivals import RIVALS, Rival, install, read_corpus, version

MEGABYTE = 1024 * 1024
OURS = "gongkai"
INTRO = (
    "同一批信息由各工具轮流从零生成，时间取中位数；都做页面、列表、订阅源和索引，不做搜索（gongkai 也不做政策解读页和"
    "全生命周期页）。Hugo 有两个主题，都在 `scripts/bench_rivals/` 里：一个尽量精简（信息要素表、缓存的栏目菜单、分页、"
    "RSS、三种分类）；另一个页面上的内容与 gongkai 相当（网页标签、JSON-LD、面包屑、栏目树、页脚、每条信息的 JSON 和"
    "目录 JSON），但没有二维码、落款排版和有效性推算。Material 和 Zensical 的导航里只有栏目，不放条目。"
)
Measure = Callable[[Sequence[str], Path], tuple[float, int, float]]
"""Runs a command in a folder; seconds, the peak bytes of its largest process, processor seconds of all of them."""


@dataclass(frozen=True, slots=True)
class Tool:
    """What is run: `clean` takes away all that a former run left."""

    name: str
    folder: Path
    command: Sequence[str]
    clean: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Result:
    """The runs of one tool at one size."""

    name: str
    seconds: tuple[float, ...]
    peak: int
    cpu: float
    pages: int

    @property
    def median(self) -> float:
        """The median of the seconds."""
        return statistics.median(self.seconds)


def chosen(names: str) -> list[Rival]:
    """The rivals whose keys are named, in their own order; all of them for an empty text."""
    wanted = {name.strip() for name in names.split(",") if name.strip()}
    return [rival for rival in RIVALS if not wanted or rival.key in wanted]


def rival_tools(corpus: Path, folder: Path, rivals: Sequence[Rival], homes: Path) -> Iterator[Tool]:
    """The rivals' projects, filled from a corpus."""
    entries = read_corpus(corpus / "content")
    for rival in rivals:
        home = install(rival, homes)
        project = folder / rival.key
        rival.fill(entries, project)
        yield Tool(rival.name, project, rival.command(home), clean_rival)


def clean_rival(project: Path) -> None:
    """Output and caches of the four tools."""
    for name in ("public", "resources", "site", "output", ".cache", "__pycache__"):
        put_aside(project / name)
    (project / ".hugo_build.lock").unlink(missing_ok=True)


def put_aside(path: Path) -> None:
    """Move a former run's folder out of the way, if there is one; it goes with the whole bench at its end.

    Deleting thousands of files makes the next thousands of new ones several times dearer on some file
    systems, and would be charged to the tool that is measured next.
    """
    heap = path.parent.with_name(path.parent.name + "-former")
    heap.mkdir(exist_ok=True)
    if path.is_dir():
        path.rename(heap / f"{path.name}-{len(list(heap.iterdir()))}")


def compare(tools: Sequence[Tool], runs: int, measure: Measure) -> list[Result]:
    """Run all tools in turn, again and again: what else the machine does then meets all of them alike."""
    taken: dict[str, list[tuple[float, int, float]]] = {tool.name: [] for tool in tools}
    for _ in range(runs):
        for tool in tools:
            tool.clean(tool.folder)
            taken[tool.name].append(measure(tool.command, tool.folder))
    return [
        Result(
            tool.name,
            tuple(seconds for seconds, _, _ in taken[tool.name]),
            max(peak for _, peak, _ in taken[tool.name]),
            statistics.median(cpu for _, _, cpu in taken[tool.name]),
            count_pages(tool.folder),
        )
        for tool in tools
    ]


def count_pages(folder: Path) -> int:
    """HTML files that a tool made in its project."""
    return sum(1 for name in ("public", "site", "output") for _ in (folder / name).rglob("*.html"))


def again(tool: Tool, measure: Measure) -> Iterator[tuple[str, float]]:
    """Two more builds of a site that is built: as it is, and with one item retitled."""
    yield "没有改动", measure(tool.command, tool.folder)[0]
    item = min(path for path in (tool.folder / "content").rglob("*.md") if "标题: " in _text(path))
    item.write_text(_text(item).replace("标题: ", "标题: 改题", 1), encoding="utf-8", newline="\n")
    yield "一条信息改标题", measure(tool.command, tool.folder)[0]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def comparison(size: int, results: Sequence[Result], more: Sequence[tuple[str, float]]) -> str:
    """The table of one size."""
    own = next(result for result in results if result.name == OURS)
    rows = [
        (
            result.name,
            f"{result.median:.1f}",
            "、".join(f"{seconds:.1f}" for seconds in result.seconds),
            "" if result is own else f"{own.median / result.median:.2f}",
            f"{result.cpu:.1f}" if result.cpu else "未测",
            f"{result.peak / MEGABYTE:.0f}" if result.peak else "未测",
            f"{result.pages:,}",
        )
        for result in results
    ]
    head = ("工具", "时间（秒）", "各次", "gongkai ÷ 它", "处理器时间（秒）", "内存峰值（MB）", "页数")
    hugos = [result for result in results if result.name.startswith("Hugo")]
    lines = [
        f"- gongkai {name}：{seconds:.2f} 秒"
        + "".join(f"，是 {hugo.name} 完整生成的 {seconds / hugo.median:.2f} 倍" for hugo in hugos)
        for name, seconds in more
    ]
    return "\n".join([f"### {size:,} 条", "", table_of(head, rows), "", *lines])


def leave_to_compare(corpus: Path) -> None:
    """Take the pages that no rival makes out of the corpus' settings: linkage and lifecycle.

    What is compared are pages, lists, feeds and indices.
    """
    settings = corpus / "mkdocs.yml"
    settings.write_text(
        _text(settings).replace(", gongkai/linkage, gongkai/lifecycle", ""), encoding="utf-8", newline="\n"
    )


def versions(rivals: Sequence[Rival], homes: Path) -> str:
    """The rivals' versions in one sentence, a package once."""
    packages = {rival.package: rival for rival in reversed(rivals)}
    return "、".join(version(rival, install(rival, homes)) for rival in reversed(packages.values()))
