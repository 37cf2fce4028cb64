"""Everything that must hold before a change is kept: set-up, lint, format, types, tests.

`python3 scripts/test.py` runs all of it, `--quick` what takes a minute. Further arguments go to pytest.
Exit code 0 if everything passed, else 1.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

# The scripts import each other from the repository's root. Their own folder is taken off the path: this
# file has the name of a standard module.
if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from scripts import _debian
from scripts._setup import (
    ROOT,
    child_env,
    ensure,
    has_venv,
    program,
    require_venv,
    run_child,
    run_main,
    venv_package,
)

TEST_EXTRA = "test"

T = TypeVar("T")


def main(argv: Sequence[str]) -> int:
    """Run the stages one after the other; a failed stage does not hide the following ones."""
    options, rest = parse(argv)
    timed("准备运行环境", set_up)
    chromium = timed("准备浏览器", set_up_browser) if wants_browser(options) else ""
    failed = (
        [] if options.no_lint else [name for name, command in lint_stages() if timed(name, runner(command))]
    )
    print("== pytest", flush=True)
    code = runner(pytest_command(options, rest), {"GONGKAI_CHROMIUM": chromium} if chromium else {})()
    if failed:
        # Pytest's own last line may be green: what failed before it must not scroll away.
        print(f"未通过：{'、'.join(failed)}", file=sys.stderr)
    return 1 if code or failed else 0


def parse(argv: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """The script's own options, and what is left for pytest."""
    parser = argparse.ArgumentParser(
        prog="scripts/test.py", description="准备环境、检查代码、运行测试。其余参数交给 pytest。"
    )
    parser.add_argument(
        "--quick", action="store_true", help="只做一分钟内能做完的：不跑标为 slow 和 browser 的测试"
    )
    parser.add_argument("--no-lint", action="store_true", help="不做 ruff 和 mypy 检查")
    parser.add_argument("--no-browser", action="store_true", help="不跑需要浏览器的测试，也不安装浏览器")
    parser.add_argument("-n", "--jobs", default="2", help="同时运行的测试进程数，缺省 2；0 为不分进程")
    parser.add_argument("-k", metavar="表达式", default="", help="只跑名称相符的测试，同 pytest -k")
    return parser.parse_known_args(argv)


def set_up() -> int:
    """The virtual environment with the test tools; on Debian as root its own package is installed first."""
    if not has_venv():
        _debian.provide([venv_package()], "建立运行环境")
        require_venv()
    ensure(TEST_EXTRA)
    return 0


def wants_browser(options: argparse.Namespace) -> bool:
    """Whether this run holds tests that need a browser: those marked `browser`."""
    files = () if options.quick or options.no_browser else (ROOT / "tests").rglob("test_*.py")
    return any("pytest.mark.browser" in path.read_text(encoding="utf-8") for path in files)


def set_up_browser() -> str:
    """Chromium and a Chinese font, installed where that is possible; the path of Chromium, or empty."""
    missing = [
        *([] if _debian.chromium() else ["chromium"]),
        *([] if _debian.has_chinese_font() else ["fonts-noto-cjk"]),
    ]
    if missing:
        _debian.provide(missing, "浏览器测试")
    return _debian.chromium()


def lint_stages() -> list[tuple[str, list[str]]]:
    """The checks that read the code without running it."""
    ruff = str(program("ruff"))
    return [
        ("ruff check", [ruff, "check", "--quiet", "."]),
        ("ruff format", [ruff, "format", "--check", "."]),
        ("mypy", [str(program("mypy")), "--no-error-summary"]),
    ]


def pytest_command(options: argparse.Namespace, rest: Sequence[str]) -> list[str]:
    """The command line of the tests."""
    markers = ["not slow"] * options.quick + ["not browser"] * (options.quick or options.no_browser)
    command = [str(program("python")), "-m", "pytest", "-q", "-n", options.jobs]
    command += ["-m", " and ".join(markers)] if markers else []
    command += ["-k", options.k] if options.k else []
    return [*command, *rest]


def runner(command: Sequence[str], env: dict[str, str] | None = None) -> Callable[[], int]:
    """A stage that runs a program at the root of the repository and returns its exit code."""
    return lambda: run_child(command, cwd=ROOT, env=child_env(env))


def timed(name: str, stage: Callable[[], T]) -> T:
    """Run a stage; print its name before and its seconds after it."""
    print(f"== {name}", flush=True)
    start = time.perf_counter()
    result = stage()
    print(
        f"   {'未通过' if isinstance(result, int) and result else '完成'}，{time.perf_counter() - start:.1f} 秒",
        flush=True,
    )
    return result


if __name__ == "__main__":
    run_main(main)
