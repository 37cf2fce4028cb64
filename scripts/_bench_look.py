"""The sub-command `bench.py look`: what pages weigh and how quickly they are painted, one page of each type."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts._bench_page import machine, replace_part
from scripts._setup import ROOT, Trouble, child_env, ensure, program

CONFIGURATIONS = (ROOT / "mkdocs.yml", ROOT / "examples" / "county" / "mkdocs.yml")
"""The demonstration, and the county for the types of page that a township does not have."""
INTRO = (
    "演示站点每类页面中最大的一页（政府公报取自 `examples/county`），390×844 的手机窗口，本地服务器，处理器放慢到四分之一。"
    "体积按 gzip 计：首次访问含它载入的一切，再次访问只有页面本身。要求：条目页首次 ≤ 150 KB、再次 ≤ 30 KB，首页 ≤ 200 KB，"
    "布局偏移 ≤ 0.02，最大内容绘制 ≤ 1000 毫秒（随机器忙闲而变）。"
)


def add_look(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", page: Path) -> None:
    """Add the sub-command to the parser of bench.py."""
    parser = commands.add_parser("look", help="演示站点各类页面：传输体积、布局偏移、最大内容绘制")
    parser.add_argument("--no-write", action="store_true", help="只打印，不写 docs/benchmarks.md")
    parser.set_defaults(run=lambda options: bench_look(options, page))


def bench_look(options: argparse.Namespace, page: Path) -> int:
    """The largest page of each type, in the system's Chromium."""
    ensure("test", say=lambda line: print(line, file=sys.stderr))
    with tempfile.TemporaryDirectory(prefix="gongkai-look-") as name:
        table = figures(Path(name))
    print(table)
    if not options.no_write:
        text = f"{INTRO}\n\n命令：`python3 scripts/bench.py look`\n\n{machine(program('python'))}\n\n{table}"
        replace_part(page, "look", "页面的体积和快慢", text)
    return 0


def figures(folder: Path) -> str:
    """The table for freshly built sites; raises Trouble when the browser can't be driven."""
    from scripts.bench import run_measured

    sites = [str(folder / str(number)) for number in range(len(CONFIGURATIONS))]
    for configuration, site in zip(CONFIGURATIONS, sites, strict=True):
        command = [str(program("gongkai")), "build", "--full", "--config-file", str(configuration)]
        run_measured([*command, "--site-dir", site], ROOT)
    command = [str(program("python")), str(ROOT / "scripts" / "_look.py"), *sites]
    done = subprocess.run(
        command, cwd=ROOT, env=child_env(), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise Trouble(f"浏览器没有量成：\n{done.stderr[-2000:]}")
    return done.stdout.strip()
