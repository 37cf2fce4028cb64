"""How long the preview takes: from its start to the first page, and from a save to the fresh page."""

import argparse
import http.client
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts._bench_page import machine, replace_part, table_of
from scripts._setup import ROOT, child_env, program

PAGE = ROOT / "docs" / "benchmarks.md"
HOST = "127.0.0.1"
TODAY = "2026-01-02"
PATIENCE = 300.0
_VERSION = re.compile(r'data-version="([^"]+)"')
_NUMBER = re.compile(r"^索引号: *(\S+)$", re.MULTILINE)
HEAD = ("条数", "首个页面（秒）", "正文保存后（秒）", "最慢（秒）", "标题保存后（秒）", "最慢（秒）")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds: the first page of each start, and each fresh page after a save of a text or of a title."""

    first: tuple[float, ...]
    text: tuple[float, ...]
    title: tuple[float, ...]


def measure_serve(folder: Path, runs: int, saves: int) -> Times:
    """Start the preview of a corpus several times; save one file of it again and again in the last run."""
    first: list[float] = []
    text: list[float] = []
    title: list[float] = []
    for run in range(runs):
        with _serving(folder) as (seconds, port):
            first.append(seconds)
            if run == runs - 1:
                path = max(folder.glob("content/**/*.md"))
                text += [_fresh(port, path, f"新的正文{n}。", retitle=False) for n in range(saves)]
                title += [_fresh(port, path, f"新的标题{n}", retitle=True) for n in range(saves)]
    return Times(tuple(first), tuple(text), tuple(title))


@contextmanager
def _serving(folder: Path) -> Iterator[tuple[float, int]]:
    """The seconds from the start of the program to its first page, and the port; ended afterwards."""
    port = _free_port()
    command = [str(program("gongkai")), "serve", "--port", str(port), "--today", TODAY]
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=child_env(), stdout=said, stderr=subprocess.STDOUT)
        try:
            _first_page(port, child)
            yield time.perf_counter() - start, port
        finally:
            child.terminate()
            child.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        port: int = found.getsockname()[1]
        return port


def _first_page(port: int, child: subprocess.Popen[bytes]) -> None:
    """The home page, as soon as the program listens."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and child.poll() is None:
        try:
            if "</html>" in _get(port, "/"):
                return
        except ConnectionError:
            time.sleep(0.01)
    raise RuntimeError("预览没有启动")


def _get(port: int, path: str) -> str:
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def _fresh(port: int, path: Path, words: str, *, retitle: bool) -> float:
    """Save a file as an editor does and do what the script in an open page does: wait for the change, ask anew."""
    source = path.read_text(encoding="utf-8")
    number = _NUMBER.search(source)
    if number is None:
        raise RuntimeError(f"{path} 没有索引号")
    address = "/info/" + re.sub(r"[^a-z0-9]", "-", number[1].lower()) + "/"
    version = _VERSION.search(_get(port, address))
    changed = re.sub(r"(?m)^标题: .*$", f"标题: {words}", source) if retitle else f"{source}\n\n{words}\n"
    known = version[1] if version else ""
    waiting = threading.Thread(target=_get, args=(port, f"/preview/changes?since={known}"))
    waiting.start()
    time.sleep(0.3)
    start = time.perf_counter()
    path.write_text(changed, encoding="utf-8", newline="\n")
    waiting.join()
    page = _get(port, address)
    seconds = time.perf_counter() - start
    if words not in page:
        raise RuntimeError(f"{address} 没有显示刚保存的内容")
    return seconds


def serve_row(items: int, times: Times) -> tuple[str, ...]:
    """One row of the table."""
    return (
        f"{items:,}",
        f"{statistics.median(times.first):.2f}",
        f"{statistics.median(times.text):.2f}",
        f"{max(times.text):.2f}",
        f"{statistics.median(times.title):.2f}",
        f"{max(times.title):.2f}",
    )


def add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The sub-command `serve`."""
    serve = commands.add_parser("serve", help="预览：首个页面、保存后刷新的时间")
    serve.add_argument("--items", default="10000,50000", help="各次的信息条数，逗号分开")
    serve.add_argument("--runs", type=int, default=3, help="启动几次，取中位数，缺省 3")
    serve.add_argument("--saves", type=int, default=5, help="保存几次，取中位数，缺省 5")
    serve.add_argument("--seeds", help="取词句的文本文件夹，见 scripts/corpus.py")
    serve.add_argument("--no-write", action="store_true", help="只打印，不写 docs/benchmarks.md")
    serve.set_defaults(run=bench_serve)


def bench_serve(options: argparse.Namespace) -> int:
    """One row for each size."""
    rows = []
    for items in sorted(int(part) for part in options.items.split(",")):
        with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as name:
            folder = Path(name, "corpus")
            _make_corpus(folder, items, options.seeds)
            rows.append(serve_row(items, measure_serve(folder, options.runs, options.saves)))
    table = table_of(HEAD, rows)
    print(table)
    if not options.no_write:
        command = f"python3 scripts/bench.py serve --items {options.items} --runs {options.runs} --saves {options.saves}"
        intro = (
            f"`gongkai serve` 没有任何缓存地启动 {options.runs} 次，取从启动命令到首页送达的中位数；再把一个文件保存 "
            f"{options.saves} 次，取从写入文件到打开着的页面送达新内容的中位数。都只读这一个文件；改标题时还要重列全部页面。"
        )
        body = f"{intro}\n\n命令：`{command}`\n\n{machine(program('python'))}\n\n{table}"
        replace_part(PAGE, "serve", "预览", body)
    return 0


def _make_corpus(folder: Path, items: int, seeds: str | None) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "corpus.py"), str(folder), "--items", str(items)]
    subprocess.run([*command, *(["--seeds", seeds] if seeds else [])], check=True)
