"""Two builds of one site keep out of each other's way."""

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

import gongkai
from gongkai.planning.errors import Busy
from gongkai.planning.lock import lock_site

PLUGINS = Path(gongkai.__file__).parents[1]
HOLDER = """
    import sys
    sys.path.insert(0, sys.argv[1])
    from pathlib import Path
    from gongkai.planning.lock import lock_site
    held = lock_site(Path(sys.argv[2]))
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_says_so(tmp_path: Path) -> None:
    with lock_site(tmp_path / "site"), pytest.raises(Busy, match=r"正在构建.*等了 0.2 秒"):
        lock_site(tmp_path / "site", wait=0.2)


def test_the_second_waits(tmp_path: Path) -> None:
    first = lock_site(tmp_path / "site")
    timer = threading.Timer(0.2, first.release)
    timer.start()
    lock_site(tmp_path / "site", wait=20).release()
    timer.join()


def test_another_site_is_free(tmp_path: Path) -> None:
    with lock_site(tmp_path / "a"), lock_site(tmp_path / "b", wait=0):
        pass


def test_it_can_be_taken_again_and_released_twice(tmp_path: Path) -> None:
    held = lock_site(tmp_path / "site", wait=0)
    held.release()
    held.release()
    lock_site(tmp_path / "site", wait=0).release()


def test_a_killed_build_gives_it_back(tmp_path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(HOLDER), str(PLUGINS), str(tmp_path / "site")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(Busy):
            lock_site(tmp_path / "site", wait=0)
        holder.kill()
    lock_site(tmp_path / "site", wait=5).release()
