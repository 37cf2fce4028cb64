"""Rendering on all cores: processes take errands, then slices of the pages, until none is left.

By fork where that exists: a worker inherits the catalog, nothing is sent to it. Elsewhere by spawn: the kit
is pickled once for each worker. Pages are written by whoever makes them; only checksums come back. How many
processes there are changes no byte: a page is a function of its spec.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from pickle import PicklingError
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from gongkai.mkdocs_plugins.calm import calm_collector
from gongkai.mkdocs_plugins.output import Output
from gongkai.mkdocs_plugins.page_maker import RenderError
from gongkai.views.spec import PageSpec

FEW = 300
"""Below this many pages a second process costs more than it brings; a spawned one has to import everything."""
SLICE = 40
"""Pages taken at a time: small, for one slow slice at the end keeps everybody waiting."""
SLOWEST = 10

Timing = tuple[float, str]
Thought = TypeVar("Thought")


def _read_only(table: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(table)


# Read-only tables are sent to spawned processes as what they are; pickle by itself does not know them.
ForkingPickler.register(MappingProxyType, lambda table: (_read_only, (dict(table),)))


class Maker(Protocol):
    """Makes pages of specs."""

    def make(self, specs: Sequence[PageSpec], output: Output) -> Sequence[Timing]:
        """Make and write some pages; returns how long each took. Raises RenderError."""


class Kit(Protocol):
    """What a worker makes its page maker from; it pickles where processes are spawned."""

    def maker(self) -> Maker:
        """A page maker of one's own."""


@dataclass(slots=True)
class Slowest:
    """The ten slowest of the pages rendered so far."""

    times: list[Timing] = field(default_factory=list)

    def add(self, seconds: float, path: str) -> None:
        """Count a page in, if it is slow enough."""
        if len(self.times) < SLOWEST or seconds > self.times[-1][0]:
            self.times = sorted([*self.times, (seconds, path)], reverse=True)[:SLOWEST]


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to be made besides the pages, by whichever process takes it.

    `name` is for the profile, `weight` says how many pages take as long.
    """

    name: str
    run: Callable[[Output], None]
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Rendered:
    """The slowest pages with their seconds, and the seconds of each errand."""

    slowest: Sequence[Timing]
    errands: Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class _Work:
    """A worker's order: errands, pages, where to, and the counter from which errands and slices are taken."""

    kit: Kit
    specs: Sequence[PageSpec]
    output: Output
    counter: Any
    errands: Sequence[Errand] = ()

    def take(self) -> Iterator[Errand | Sequence[PageSpec]]:
        """What is left, piece by piece: errands first, for they are the longest."""
        count = len(self.errands)
        while True:
            with self.counter.get_lock():
                at = self.counter.value
                self.counter.value = at + (1 if at < count else SLICE)
            part = self.errands[at] if at < count else self.specs[at - count : at - count + SLICE]
            if not part:
                return
            yield part

    def stop(self) -> None:
        """Leave nothing to take."""
        self.counter.value = len(self.errands) + len(self.specs)


@dataclass(slots=True)
class _Done:
    """What one process has done of a work."""

    output: Output
    slowest: Slowest = field(default_factory=Slowest)
    errands: list[tuple[str, float]] = field(default_factory=list)

    def carry_out(self, errand: Errand) -> None:
        """One errand."""
        start = time.perf_counter()
        errand.run(self.output)
        self.errands.append((errand.name, time.perf_counter() - start))

    def work(self, work: _Work) -> None:
        """Take pieces until none is left; a page maker is made when there is a page to make."""
        maker: Maker | None = None
        for part in work.take():
            if isinstance(part, Errand):
                self.carry_out(part)
            else:
                maker = maker or work.kit.maker()
                write_pages(maker, part, self.output, self.slowest)

    def add(self, answer: _Answer) -> None:
        """Take over what another process has done."""
        if answer.output:
            self.output.add(answer.output)
        self.errands += answer.errands
        for seconds, path in answer.slowest:
            self.slowest.add(seconds, path)


@dataclass(frozen=True, slots=True)
class _Answer:
    output: Output | None = None
    slowest: Sequence[Timing] = ()
    errands: Sequence[tuple[str, float]] = ()
    failure: str = ""
    error: BaseException | None = None


def write_pages(maker: Maker, specs: Sequence[PageSpec], output: Output, slowest: Slowest) -> None:
    """Make and write pages, a slice at a time; nothing is held after it is written. Raises RenderError."""
    for start in range(0, len(specs), SLICE):
        for seconds, path in maker.make(specs[start : start + SLICE], output):
            slowest.add(seconds, path)


def render_all(
    kit: Kit,
    specs: Sequence[PageSpec],
    output: Output,
    jobs: int,
    errands: Sequence[Errand] = (),
    method: str = "",
) -> Rendered:
    """Write all pages and do all errands, on `jobs` processes where that is possible and worth it.

    Raises RenderError when a page fails, in whichever process, and what an errand raises.
    """
    done = _Done(output)
    context = start_context(method)
    if jobs < 2 or len(specs) + sum(errand.weight for errand in errands) < FEW:
        context = None
    # Only a forked process inherits what errands work on: where processes are spawned this one does them first.
    shared = errands if context and context.get_start_method() == "fork" else ()
    for errand in errands if not shared else ():
        done.carry_out(errand)
    if context is None:
        with calm_collector():
            write_pages(kit.maker(), specs, output, done.slowest)
        return Rendered(done.slowest.times, done.errands)
    work = _Work(kit, specs, Output(output.folder, output.standing), context.Value("q", 0), shared)
    with calm_collector():
        running = _start(context, work, jobs - 1)
        try:
            done.work(work)
        finally:
            # Also when this process failed: the others find nothing left, and end.
            work.stop()
            answers = [_answer(process, receive) for process, receive in running]
    return _gather(answers, done)


class _NoKit:
    """The kit of a work without pages."""

    def maker(self) -> Maker:
        raise RuntimeError("there are no pages in this work")


def errands_beside(
    errands: Sequence[Errand], output: Output, jobs: int, think: Callable[[], Thought]
) -> tuple[Thought, Rendered]:
    """What this process works out while a forked one begins with the errands; both do what is left of them then."""
    done = _Done(output)
    if jobs < 2 or not can_fork() or sum(errand.weight for errand in errands) < FEW:
        thought = think()
        for errand in errands:
            done.carry_out(errand)
        return thought, Rendered((), done.errands)
    context = multiprocessing.get_context("fork")
    work = _Work(_NoKit(), (), Output(output.folder, output.standing), context.Value("q", 0), errands)
    running = _start(context, work, 1)
    try:
        thought = think()
        done.work(work)
    finally:
        work.stop()
        answers = [_answer(process, receive) for process, receive in running]
    return thought, _gather(answers, done)


def start_context(method: str = "") -> BaseContext | None:
    """How to start workers: fork, only safe from a process without other threads; else spawn; None for not at all."""
    if method:
        return multiprocessing.get_context(method)
    if can_fork():
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn") if _may_spawn() else None


def can_fork() -> bool:
    """Whether this process may fork: only Linux does it well, and only one without other threads is copied whole."""
    return sys.platform == "linux" and threading.active_count() == 1


def _may_spawn() -> bool:
    """A spawned process imports the main module again, which must be a program that can be imported."""
    main = sys.modules.get("__main__")
    program = Path(str(getattr(main, "__file__", ""))).stem
    return getattr(main, "__spec__", None) is not None or program in ("gongkai", "mkdocs", "properdocs")


def _start(context: BaseContext, work: _Work, count: int) -> list[tuple[BaseProcess, Connection]]:
    running: list[tuple[BaseProcess, Connection]] = []
    for _ in range(count):
        receive, send = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(work, send), daemon=True)  # type: ignore[attr-defined]
        try:
            process.start()
        except (PicklingError, TypeError, AttributeError, OSError):
            # A feature of another plugin that does not pickle, or no process to be had: then fewer work.
            receive.close()
            send.close()
            break
        send.close()
        running.append((process, receive))
    return running


def _run(work: _Work, answer: Connection) -> None:
    done = _Done(work.output)
    try:
        with calm_collector():
            done.work(work)
        answer.send(_Answer(done.output.done(), done.slowest.times, done.errands))
    except BaseException as error:  # noqa: BLE001 - handed to the parent, which raises it
        ours = isinstance(error, Exception) and type(error).__module__.startswith("gongkai.")
        if ours or isinstance(error, OSError):
            answer.send(_Answer(error=error))  # it says what to do, or the parent knows how to tell it
        else:
            answer.send(_Answer(failure=traceback.format_exc()))
    finally:
        answer.close()


def _answer(process: BaseProcess, receive: Connection) -> _Answer:
    try:
        found: _Answer = receive.recv()
    except EOFError:
        process.join()
        found = _Answer(failure=f"渲染进程意外结束（退出码 {process.exitcode}），可能是内存不足。")
    process.join()
    return found


def _gather(answers: Sequence[_Answer], done: _Done) -> Rendered:
    for answer in answers:
        if answer.error is not None:
            raise answer.error
    failures = [answer.failure for answer in answers if answer.failure]
    if failures:
        raise RenderError("\n".join(failures))
    for answer in answers:
        done.add(answer)
    return Rendered(done.slowest.times, done.errands)
