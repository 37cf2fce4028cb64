"""The sub-command `search` of bench.py: index time, memory and size; what a browser finds, and how fast."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scripts._bench_page import machine, replace_part, table_of
from scripts._debian import chromium
from scripts._setup import ROOT, Trouble, child_env, ensure, program

if TYPE_CHECKING:
    from scripts._search_browser import Figures, Found

TODAY = "2026-01-02"
KILOBYTE, MEGABYTE = 1024, 1024 * 1024
INDEX_HEAD = ("条数", "读取（秒）", "索引（秒）", "内存峰值（MB）", "文件数", "体积（MB）")
ASK_HEAD = (
    "条数", "检索词", "召回率", "准确率", "首次：前十条（KB／请求／秒）", "以后：前十条中位（KB／请求／秒）",
    "以后：前十条 95%（KB／秒）", "以后：全部结果中位（KB／请求／秒）", "以后：全部结果 95%（KB／秒）",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What the browser told of one corpus."""

    found: Sequence[Found]
    first: Figures
    later: Sequence[Figures]


def add_search(commands: argparse._SubParsersAction[argparse.ArgumentParser], page: Path) -> None:
    """Add the sub-command to the parser of bench.py."""
    parser = commands.add_parser("search", help="检索：索引时间、体积、召回率和准确率、浏览器里的速度")
    parser.add_argument("--items", default="1000,10000,50000", help="各次的信息条数，逗号分开")
    parser.add_argument("--terms", type=int, default=240, help="检索词的个数，缺省 240")
    parser.add_argument("--seeds", help="取词句的文本文件夹，见 scripts/corpus.py")
    parser.add_argument("--no-write", action="store_true", help="只打印，不写 docs/benchmarks.md")
    parser.set_defaults(run=lambda options: bench_search(options, page))


def bench_search(options: argparse.Namespace, page: Path) -> int:
    """One row for each size in two tables. The browser is driven from here, so the whole command is run again
    by the environment's Python when it was started with another.
    """
    python = ensure("test", say=lambda line: print(line, file=sys.stderr))
    if Path(sys.prefix).resolve() != python.parent.parent.resolve():
        return subprocess.run([str(python), *sys.argv], env=child_env(), check=False).returncode
    index_rows, ask_rows = [], []
    for size in sorted(int(part) for part in options.items.split(",")):
        with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
            index_row, asked = measure(size, Path(name), options)
        index_rows.append(index_row)
        ask_rows.append(ask_row(size, asked))
        print(" ".join(ask_rows[-1]), file=sys.stderr)
    text = f"{table_of(INDEX_HEAD, index_rows)}\n\n{table_of(ASK_HEAD, ask_rows)}"
    print(text)
    if not options.no_write:
        command = f"python3 scripts/bench.py search --items {options.items} --terms {options.terms}"
        body = f"{INTRO}\n\n命令：`{command}`\n\n{machine(program('python'))}\n\n{text}"
        replace_part(page, "search", "检索", body)
    return 0


INTRO = (
    "语料由 `scripts/corpus.py` 生成；检索词是政务常用词加上从语料里随机截取的 2—8 个字，真值是逐条在全文里找子串（两端的英文词和数字要完整）。"
    ""
    "在真实的 Chromium 里对本机静态服务器（不压缩）测：首次是空缓存打开结果页，以后是在已打开的页面上接着查。"
    "“前十条”到第一页结果出现为止，“全部结果”到总数确定为止。内存含读取全部信息。"
)


def measure(size: int, folder: Path, options: argparse.Namespace) -> tuple[tuple[str, ...], Asked]:
    """Make a corpus and its index, and ask the browser."""
    from scripts.bench import make_corpus, run_measured

    corpus, out, figures = folder / "corpus", folder / "site", folder / "figures.json"
    make_corpus(corpus, size, options.seeds)
    config = corpus / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    if "gongkai/search" not in text:
        text = text.replace("gongkai/feeds", "gongkai/feeds, gongkai/search")
        config.write_text(text, encoding="utf-8", newline="\n")
    maker = str(ROOT / "scripts" / "_search_index.py")
    run = run_measured([str(program("python")), maker, str(config), str(out), TODAY, str(figures)], corpus)
    made = json.loads(figures.read_text(encoding="utf-8"))
    row = (
        f"{size:,}",
        f"{made['load']:.1f}",
        f"{made['index']:.1f}",
        f"{run.peak / MEGABYTE:.0f}",
        f"{made['files']:,}",
        f"{made['size'] / MEGABYTE:.0f}",
    )
    return row, ask(out, options.terms)


def ask(out: Path, count: int) -> Asked:
    """Recall and precision over all terms; times and bytes over them too, each on a page that keeps its cache."""
    # The browser's package is there only once the environment is set up.
    from scripts._search_browser import (
        browser_pages,
        compare,
        first_query,
        later_queries,
        pick_terms,
        read_texts,
        served,
    )

    path = chromium()
    if not path:
        raise Trouble("没有 Chromium：sudo apt install chromium")
    texts = read_texts(out)
    terms = pick_terms(texts, count)
    with served(out) as base, browser_pages(path) as fresh:
        first = first_query(fresh(), base, "政务公开")
        page = fresh()
        page.goto(f"{base}/search/")
        later = later_queries(page, terms)
        found = compare(page, terms, texts)
    return Asked(found, first, later)


def ask_row(size: int, asked: Asked) -> tuple[str, ...]:
    """One row of the second table."""
    first, later = asked.first, asked.later
    return (
        f"{size:,}",
        str(len(asked.found)),
        f"{statistics.mean(f.recall for f in asked.found):.4f}",
        f"{statistics.mean(f.precision for f in asked.found):.4f}",
        f"{first['bytes'] / KILOBYTE:.0f}／{first['requests']:.0f}／{first['first'] / 1000:.2f}",
        three(later, "", "first"),
        f"{high(later, 'bytes') / KILOBYTE:.0f}／{high(later, 'first') / 1000:.2f}",
        three(later, "whole_"),
        f"{high(later, 'whole_bytes') / KILOBYTE:.0f}／{high(later, 'whole') / 1000:.2f}",
    )


def three(figures: Sequence[Figures], part: str, time: str = "whole") -> str:
    """Medians: kilobytes, requests, seconds."""
    size, asked = middle(figures, f"{part}bytes"), middle(figures, f"{part}requests")
    return f"{size / KILOBYTE:.0f}／{asked:.0f}／{middle(figures, time) / 1000:.2f}"


def middle(figures: Sequence[Figures], key: str) -> float:
    """The median of one figure."""
    return statistics.median(figure[key] for figure in figures)


def high(figures: Sequence[Figures], key: str) -> float:
    """The value that 95 of 100 stay below."""
    ordered = sorted(figure[key] for figure in figures)
    return ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]
