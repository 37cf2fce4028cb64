"""The set-up shared by the scripts: one virtual environment in `.venv`, made once and used again.

Plain Python without third-party imports, for Windows and Linux. The environment is believed good only while
its stamp says so. The stamp is the last thing written and the first thing taken away, so an interrupted
set-up is simply done again.
"""

import sys

# Older Pythons can read this file, so that they get a sentence and not a traceback.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        f"需要 Python 3.11 或更新的版本，当前是 {sys.version_info[0]}.{sys.version_info[1]}。\n"
        "请从 python.org 或系统的软件管理器安装新版本，再用新版本运行刚才的命令。"
    )

import hashlib
import importlib
import importlib.util
import io
import json
import os
import signal
import subprocess
import sysconfig
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / ".venv.lock"
STAMP = VENV / "gongkai-stamp.json"
CONSTRAINTS = ROOT / "constraints.txt"
PATH_FILE = "_gongkai.pth"
BUILD_TOOLS = ("hatchling", "editables")


class Trouble(Exception):
    """Something the user can mend; its text is Chinese and says how."""


def run_main(main: Callable[[Sequence[str]], int]) -> None:
    """Run a script's `main` with the command line and leave with its exit code.

    Trouble is printed as its sentence with exit code 1; Ctrl+C leaves with 130.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console with a foreign code page must not turn a message into a traceback.
            stream.reconfigure(errors="replace", line_buffering=True)
    try:
        code = main(sys.argv[1:])
    except Trouble as trouble:
        print(str(trouble), file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def run_child(command: Sequence[str], *, cwd: Path, env: Mapping[str, str]) -> int:
    """Run a program on this terminal and return its exit code.

    Ctrl+C reaches the program too, which ends in its own way; it is waited for. A request to end is passed on.
    """
    with subprocess.Popen(command, cwd=cwd, env=env) as child:
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                continue
            # A program ended by a signal has a negative code here; shells say 128 + its number.
            return 128 - code if code < 0 else code


def program(name: str) -> Path:
    """The path of a program inside the environment (`python`, `gongkai`, …)."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def child_env(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment variables of every program started by the scripts.

    PYTHONPATH and PYTHONHOME of the caller are dropped: the environment alone decides what is imported. So is
    PYTHONDONTWRITEBYTECODE: with it every start compiles all modules again, which no clerk's computer does.
    """
    dropped = {"PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"}
    env = {key: value for key, value in os.environ.items() if key not in dropped}
    env["PATH"] = os.pathsep.join([str(program("python").parent), env.get("PATH", os.defpath)])
    env["VIRTUAL_ENV"] = str(VENV)
    env["NO_MKDOCS_2_WARNING"] = "1"
    env["PYTHONUTF8"] = "1"
    return env | dict(extra or {})


def ensure(extra: str = "", *, say: Callable[[str], None] = print) -> Path:
    """Make the environment with the given extra (`""`: the program alone), or use the one that is there.

    Returns the environment's Python. Raises `Trouble` if a part of Python is missing or pip fails.
    """
    with _lock():
        if _is_good(extra):
            return program("python")
        require_venv()
        say("正在准备运行环境（首次约需一两分钟，需要联网）……")
        _make(extra)
    return program("python")


def has_venv() -> bool:
    """Whether this Python can make a virtual environment with pip in it."""
    # It may have been installed since this process began.
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def venv_package() -> str:
    """The Debian package that brings `ensurepip` for this Python."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def require_venv() -> None:
    """Raise `Trouble` with the name of the missing system package if this Python lacks `ensurepip`."""
    if not has_venv():
        raise Trouble(
            "这个 Python 缺少 venv 组件，无法建立运行环境。\n"
            f"Debian、Ubuntu、统信、麒麟等系统请先执行：sudo apt install {venv_package()}\n"
            "装好后重新运行刚才的命令。"
        )


def wanted_key() -> str:
    """The hash that an environment must have been made from: project file, pinned versions, Python, place."""
    parts = (
        (ROOT / "pyproject.toml").read_bytes(),
        CONSTRAINTS.read_bytes(),
        f"{sys.version_info[:2]} {sys.base_prefix} {VENV}".encode(),
    )
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def read_stamp() -> tuple[str, frozenset[str]]:
    """The key and the extras of the environment that is there; `("", frozenset())` if none can be believed."""
    try:
        data = json.loads(STAMP.read_text(encoding="utf-8"))
        return str(data["key"]), frozenset(str(extra) for extra in data["extras"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", frozenset()


def _is_good(extra: str) -> bool:
    key, extras = read_stamp()
    return key == wanted_key() and extra in extras and program("python").exists()


def _make(extra: str) -> None:
    key, extras = read_stamp()
    keep = key == wanted_key() and program("python").exists()
    STAMP.unlink(missing_ok=True)
    if not keep:
        extras = frozenset()
        _clear_and_create()
        _pip(*BUILD_TOOLS)
    # Without isolation the build tools are the pinned ones too.
    _pip("--no-build-isolation", "-e", f".[{extra}]" if extra else ".")
    _make_path_portable()
    # Every environment holds the program itself, whatever else it holds.
    _write_stamp(extras | {"", extra})


def _clear_and_create() -> None:
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Trouble(
            f"无法建立运行环境 {VENV}：{error}\n请关闭正在使用它的程序（例如正在运行的预览窗口），再试一次。"
        ) from error


def _pip(*arguments: str) -> None:
    command = [str(program("python")), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*command, "-c", str(CONSTRAINTS), *arguments],
        cwd=ROOT,
        env=child_env(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise Trouble(
            f"{done.stdout.strip()}\n\n安装所需组件没有成功，上面是安装程序的原话。\n"
            "请检查网络后重试；单位内网另有软件源的，请先设置环境变量 PIP_INDEX_URL。"
        )


def _make_path_portable() -> None:
    """Name the package's folder relative to the environment.

    The installer writes the full path as UTF-8, but Python before 3.13 reads such files in the code page of
    Windows, and does not even start if the folder has a Chinese name.
    """
    packages = sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)})
    up = os.path.relpath(ROOT / "plugins", packages)
    Path(packages, PATH_FILE).write_text(f"{up}\n", encoding="ascii", newline="\n")


def _write_stamp(extras: frozenset[str]) -> None:
    part = STAMP.with_suffix(".part")
    part.write_text(
        json.dumps({"key": wanted_key(), "extras": sorted(extras)}), encoding="utf-8", newline="\n"
    )
    part.replace(STAMP)


@contextmanager
def _lock() -> Iterator[None]:
    """Let one set-up at a time work on the environment; the system frees the lock of a killed process."""
    with LOCK.open("a+b") as file:
        _wait_for(file.fileno())
        yield


def _wait_for(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        locked = False
        while not locked:
            # Windows gives up after ten seconds, a set-up takes minutes.
            with suppress(OSError):
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                locked = True
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
