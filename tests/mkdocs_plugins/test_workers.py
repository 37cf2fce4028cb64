"""Pages by one process, by forked and by spawned ones are the same; what goes wrong in any of them is told."""

import multiprocessing
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

import jinja2
import pytest

from gongkai.loading.bodies import ChangedWhileReading
from gongkai.mkdocs_plugins import workers
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.page_maker import RenderError, failed
from gongkai.mkdocs_plugins.workers import FEW, Errand, errands_beside, render_all
from gongkai.views.spec import PageSpec

SPECS = tuple(PageSpec(f"/p/{n}/", "item", "core", (str(n),)) for n in range(FEW + 50))
METHODS = [m for m in ("fork", "spawn") if m in multiprocessing.get_all_start_methods()]


@dataclass(frozen=True, slots=True)
class Texts:
    """Makes pages of some words; the one named by `bad` fails, in a way of its own."""

    words: Mapping[str, str]
    bad: str = ""
    how: str = ""

    def maker(self) -> "Texts":
        return self

    def make(self, specs: Sequence[PageSpec], output: Output) -> list[tuple[float, str]]:
        for spec in specs:
            if spec.key[0] == self.bad:
                if self.how == "die" and multiprocessing.parent_process() is not None:
                    os._exit(9)
                if self.how != "die":
                    raise failed(spec, jinja2.TemplateRuntimeError("坏了"))
            output.write(spec.file, f"{self.words['lead']} {spec.path}".encode())
        return [(0.0, spec.path) for spec in specs]


KIT = Texts(MappingProxyType({"lead": "第"}))


def _data(name: str, note: str, output: Output) -> None:
    output.write(name, b"{}")
    output.say(note)


ERRANDS = tuple(
    Errand(name, partial(_data, f"{name}.json", note)) for name, note in (("a", "甲"), ("b", "乙"))
)


def pages(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}


def build(folder: Path, kit: Texts, jobs: int, method: str = "") -> Output:
    folder.mkdir()
    output = Output(folder)
    done = render_all(kit, SPECS, output, jobs, ERRANDS, method)  # type: ignore[arg-type]
    assert sorted(name for name, _ in done.errands) == ["a", "b"]
    assert sorted(output.notes) == sorted(["甲", "乙"])
    return output


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("jobs", [2, 4])
def test_the_number_of_processes_changes_nothing(tmp_path: Path, method: str, jobs: int) -> None:
    alone = build(tmp_path / "alone", KIT, 1)
    shared = build(tmp_path / "shared", KIT, jobs, method)
    assert pages(tmp_path / "shared") == pages(tmp_path / "alone")
    facts = {path: written.fact for path, written in alone.files.items()}
    assert {path: written.fact for path, written in shared.files.items()} == facts
    assert len(facts) == len(SPECS) + len(ERRANDS)


@pytest.mark.parametrize("method", METHODS)
def test_a_failing_page_is_named(tmp_path: Path, method: str) -> None:
    with pytest.raises(RenderError, match=r"/p/77/.*坏了"):
        build(tmp_path / "site", Texts({"lead": ""}, "77"), 3, method)


@pytest.mark.skipif("fork" not in METHODS, reason="a forked worker starts at once and surely takes a slice")
def test_a_worker_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "SLICE", len(SPECS))
    kit = Texts({"lead": ""}, "0", "die")
    output = Output(tmp_path)
    # Whichever takes the errand: this process waits until the other has taken the only slice, or the other dies.
    with pytest.raises(RenderError, match="意外结束"):
        render_all(kit, SPECS, output, 2, (Errand("wait", _wait),), "fork")  # type: ignore[arg-type]


def _wait(_output: Output) -> None:
    if multiprocessing.parent_process() is not None:
        os._exit(9)
    for process in multiprocessing.active_children():
        process.join(20)


@pytest.mark.parametrize("method", ["", *METHODS])
@pytest.mark.parametrize("error", [ChangedWhileReading("改动了"), OSError(28, "满", "f")])
def test_what_an_errand_raises_is_raised_here(tmp_path: Path, method: str, error: Exception) -> None:
    errands = [Errand("fail", partial(_fail, error))] * 2
    with pytest.raises(type(error)) as raised:
        render_all(KIT, SPECS, Output(tmp_path), 2 if method else 1, errands, method)  # type: ignore[arg-type]
    assert str(raised.value) == str(error)


@pytest.mark.skipif("fork" not in METHODS, reason="errands are inherited by forked processes only")
def test_long_errands_are_shared_even_without_pages(tmp_path: Path) -> None:
    mine = os.getpid()
    errands = [Errand("long", _sleep, FEW)] * 4
    output = Output(tmp_path)
    render_all(KIT, (), output, 2, errands, "fork")  # type: ignore[arg-type]
    assert len(output.notes) == 4
    assert {int(note) for note in output.notes} > {mine}


def _sleep(output: Output) -> None:
    time.sleep(0.2)
    output.say(str(os.getpid()))


def _fail(error: Exception, _output: Output) -> None:
    raise error


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("weight", [0, FEW])
def test_errands_beside_a_thought(tmp_path: Path, jobs: int, weight: int) -> None:
    output = Output(tmp_path)
    errands = [Errand(f"{n}", partial(_data, f"{n}.json", f"{n}"), weight) for n in range(5)]
    thought, done = errands_beside(errands, output, jobs, lambda: 42)
    assert thought == 42
    assert sorted(name for name, _ in done.errands) == ["0", "1", "2", "3", "4"]
    assert sorted(output.notes) == ["0", "1", "2", "3", "4"]
    assert sorted(output.files) == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_beside_a_thought_is_raised(tmp_path: Path, jobs: int) -> None:
    errands = [Errand("fail", partial(_fail, ChangedWhileReading("改动了")), FEW)] * 2
    with pytest.raises(ChangedWhileReading, match="改动了"):
        errands_beside(errands, Output(tmp_path), jobs, lambda: None)
    with pytest.raises(ZeroDivisionError):
        errands_beside([Errand("a", partial(_data, "a", ""), FEW)], Output(tmp_path), jobs, lambda: 1 // 0)
