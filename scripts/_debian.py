"""What the tests need from the system, installed with apt-get where that is allowed.

On a Debian-like system and as root the packages are installed. Elsewhere one line names them. Where the
variable CI is set a failure is loud, since a test that silently did not run is worse than one that failed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

from scripts._setup import Trouble

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def can_install() -> bool:
    """Whether packages can be installed here without asking anybody."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def provide(packages: Sequence[str], purpose: str) -> bool:
    """Install Debian packages; returns whether they are there now.

    What could not be installed is one Chinese line naming the packages and their purpose, or `Trouble` in CI.
    """
    reason = _install(packages) if can_install() else "当前用户不能安装系统软件"
    if not reason:
        return True
    line = f"{purpose}需要系统软件 {' '.join(packages)}，没有装上（{reason}）。手动安装：sudo apt install {' '.join(packages)}"
    if os.environ.get("CI"):
        raise Trouble(line)
    print(line, file=sys.stderr)
    return False


def chromium() -> str:
    """The path of an installed Chromium or Chrome; empty if there is none."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), "")


def has_chinese_font() -> bool:
    """Whether fontconfig knows a font for Chinese; without fontconfig the system is trusted."""
    lister = shutil.which("fc-list")
    if lister is None:
        return sys.platform != "linux"
    done = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, check=False)
    return bool(done.stdout.strip())


def _install(packages: Sequence[str]) -> str:
    """Install, after refreshing the lists if the first try fails; returns the reason of a failure."""
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    reason = _apt(install)
    if reason:
        reason = _apt(["apt-get", "update", "-q"]) or _apt(install)
    return reason


def _apt(command: Sequence[str]) -> str:
    env: Mapping[str, str] = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=env, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    lines = (done.stderr or done.stdout).strip().splitlines()
    return (lines[-1] if lines else f"apt-get 退出码 {done.returncode}") if done.returncode else ""
