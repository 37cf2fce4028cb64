"""A build with nothing to do is answered before anything is imported that makes pages; whatever changed is seen there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins import building, call, engine
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.engine import begin
from gongkai.mkdocs_plugins.fingerprints import engine_digest
from gongkai.mkdocs_plugins.report import BuildReport
from gongkai.planning import beside, doorstep, stamps
from tests.edits.oracle import NEWS, Oracle, make_oracle
from tests.site.small import PLUGINS, TODAY, item

HEAVY = ("babel", "gongkai.loading", "gongkai.views", "jinja2", "markdown", "mkdocs", "pydantic", "yaml")


@pytest.fixture
def oracle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Oracle:
    """A small site whose files count as settled at once; so do those of the program."""
    monkeypatch.setattr(stamps, "DOUBT_NS", -(10**15))
    return make_oracle(tmp_path, {NEWS: item("通知", 5, published="2026-06-03")})


@contextmanager
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Whether each build was answered at the doorstep."""
    given: list[bool] = []
    ask = building.unchanged

    def asked(way: call.Call) -> BuildReport | None:
        answer = ask(way)
        given.append(answer is not None)
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(building, "unchanged", asked)
        yield given


def test_nothing_to_do(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    with answers(monkeypatch) as given:
        report = oracle.build_and_check()
    assert given[0]
    assert (report.rendered, report.unchanged) == (0, report.pages)
    assert report.items == 1


def test_the_answer_is_the_one_of_the_long_way(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    short = oracle.build().as_json()
    monkeypatch.setattr(building, "unchanged", lambda _: None)
    long = oracle.build().as_json()
    assert short | {"seconds": 0} == long | {"seconds": 0}
    assert short["problems"]


def test_two_processes_share_the_looking(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are many files; here the runner's own threads are overlooked."""
    monkeypatch.setattr(doorstep, "FEW", -1)
    monkeypatch.setattr(beside.threading, "active_count", lambda: 1)
    assert_unchanged(oracle, monkeypatch)
    last = max(path for path in oracle.site.out.rglob("*") if path.is_file())
    last.unlink()
    assert_seen(oracle, monkeypatch)


def state(oracle: Oracle) -> Path:
    return oracle.site.root / ".gongkai/state.sqlite"


def page(oracle: Oracle) -> Path:
    return oracle.site.out / "info/119901210000000000-202606-00005/index.html"


def alter(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace("通知".encode(), "通告".encode()))


CHANGES: dict[str, Callable[[Oracle], object]] = {
    "body": lambda o: o.replace(NEWS, "正文", "全文"),
    "new file": lambda o: o.write(NEWS.replace("5", "6"), item("又一条通知", 6, published="2026-06-04")),
    "file gone": lambda o: o.remove(NEWS),
    "unit": lambda o: o.replace("单位.yml", "0990-5550001", "0990-5550002"),
    "root file": lambda o: o.write("_根目录/proof.txt", "119901210000000000"),
    "output lost": lambda o: page(o).unlink(),
    "output altered": lambda o: alter(page(o)),
    "state lost": lambda o: state(o).unlink(),
    "settings": lambda o: o.site.configure(extra="copyright: 青山镇\n"),
    "plugin": lambda o: o.site.configure(PLUGINS[:-1]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(oracle: Oracle, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    assert_unchanged(oracle, monkeypatch)
    CHANGES[change](oracle)
    assert_seen(oracle, monkeypatch)


@pytest.mark.parametrize("option", [{"GONGKAI_TODAY": "2026-11-24"}, {"GONGKAI_STRICT": "0"}])
def test_another_call_is_another_question(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch, option: dict[str, str]
) -> None:
    assert_seen(oracle, monkeypatch, **option)


def test_another_program_is_seen(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [*(call.program_files() or ()), ("further.py", 1, 2, 3)]
    monkeypatch.setattr(call, "program_files", lambda: files)
    assert_seen(oracle, monkeypatch)


def test_a_program_that_nobody_can_list_is_no_unchanged_one(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = engine_digest()
    monkeypatch.setattr(call, "list_rows", lambda _: None)
    assert engine_digest() == before
    with answers(monkeypatch) as given:
        oracle.build()
    assert given == []


def test_a_file_that_comes_while_a_build_begins_is_missed_when_it_goes(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It came after the question whether there is anything to do, and before the folder was read."""
    late = NEWS.replace("5", "6")

    def begin_late(context: BuildContext) -> None:
        oracle.write(late, item("又一条通知", 6, published="2026-06-04"))
        begin(context)

    oracle.replace(NEWS, "正文", "全文")
    with monkeypatch.context() as patch:
        patch.setattr(engine, "begin", begin_late)
        assert oracle.build().items == 2
    oracle.remove(late)
    assert oracle.build_and_check().items == 1


def test_a_folder_that_cannot_be_read_is_told_the_usual_way(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(building, "list_folders", refused)
    with answers(monkeypatch) as given:
        assert oracle.build().rendered == 0
    assert given == [False]


def assert_seen(oracle: Oracle, monkeypatch: pytest.MonkeyPatch, **options: str) -> None:
    with answers(monkeypatch) as given:
        oracle.build(**options)
        assert given == [False]
        oracle.build(**options)
    assert given == [False, True]
    oracle.check()


def assert_unchanged(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    with answers(monkeypatch) as given:
        oracle.build()
    assert given == [True]


@pytest.mark.parametrize("line", ["INHERIT: other.yml\n", "copyright: !ENV COPYRIGHT\n"])
def test_nobody_can_say_what_a_configuration_depends_on(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    oracle.site.write("other.yml", "copyright: 青山镇\n")
    oracle.site.configure(extra=line)
    with answers(monkeypatch) as given:
        oracle.build()
        oracle.build()
    assert given == []


def test_everything_is_made_again_when_that_is_asked_for(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answers(monkeypatch) as given:
        report = oracle.build(GONGKAI_FULL="1")
        assert (given, report.rendered) == ([], report.pages)
        assert oracle.build_and_check().rendered == 0


def test_what_is_too_new_leaves_a_doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "DOUBT_NS", 10**15)
    oracle = make_oracle(tmp_path, {NEWS: item("通知", 5, published="2026-06-03")})
    assert not (oracle.site.root / ".gongkai" / doorstep.FILE_NAME).exists()
    with answers(monkeypatch) as given:
        oracle.build_and_check()
    assert given == [False, False]


@pytest.mark.parametrize("damage", ["", "{}\n", '{"version": 1}\n', "[1]", "\x00", "cut"])
def test_a_damaged_file_costs_the_usual_way(
    oracle: Oracle, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    file = oracle.site.root / ".gongkai" / doorstep.FILE_NAME
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: len(text) // 2] if damage == "cut" else damage, encoding="utf-8")
    with answers(monkeypatch) as given:
        assert oracle.build_and_check().rendered == 0
    assert given[0] is False
    assert_unchanged(oracle, monkeypatch)


IMPORTED = """
import sys
from gongkai.cli import main

try:
    main(["build"])
finally:
    print("|".join(sys.modules))
"""


def test_nothing_is_imported_that_makes_pages(tmp_path: Path) -> None:
    """Whoever builds in vain waits for Python, the command line and the file system, nothing else."""
    oracle = make_oracle(tmp_path, {NEWS: item("通知", 5, published="2026-06-03")})
    environment = os.environ | {"PYTHONUTF8": "1", "GONGKAI_TODAY": TODAY, "GONGKAI_JOBS": "1"}

    def imported() -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", IMPORTED],
            cwd=oracle.site.root,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return set(done.stdout.splitlines()[-1].split("|"))

    assert {"mkdocs", "jinja2"} <= imported()
    time.sleep(2.2)  # until the files that were just written count as settled
    imported()
    found = imported()
    assert [name for name in sorted(found) if name.startswith(HEAVY)] == []
    assert "gongkai.mkdocs_plugins.building" in found
