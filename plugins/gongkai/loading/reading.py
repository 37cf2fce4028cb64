"""The items of a folder: what is known of a file from a former build is not read again; the rest is shared out.

Other processes are forked, so they know the settings without being sent them; they answer with lines of
`compact.py`. What has no such line (an item that is held back, say) this process reads itself, and so all
that a process which died has left undone: whoever reads a file, the same comes of it.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from gongkai.loading.assign import Site
from gongkai.loading.candidate import Rules
from gongkai.loading.compact import pack, slim, unpack
from gongkai.loading.folder import Found
from gongkai.loading.memory import Known, Memory, read_file
from gongkai.loading.options import LoadOptions
from gongkai.loading.recall import Line

FEW = 1500
"""Below this many files another process costs more than it brings."""
SLICE = 32
"""Files taken at a time: their lines find room in a pipe, so that nobody waits for the other to read them."""

Lines = dict[str, str]


def read_items(
    files: Sequence[Found], memory: Memory, site: Site, rules: Rules, options: LoadOptions, max_bytes: int
) -> list[Known]:
    """What came of each file, in their order; `memory` keeps it all."""
    recall = options.recall
    if recall is None and (not options.helpers or len(files) < FEW):
        return [memory.read(found, site, rules, max_bytes) for found in files]
    basis = _basis(site, rules, max_bytes)
    former = recall.lines(basis) if recall else {}
    known = _recalled(files, former, site.shown)
    left = [found for found in files if found.relative not in known]
    reader = _Reader(site, rules, max_bytes)
    lines = _shared_out(left, reader, known, options.helpers) if options.helpers and len(left) >= FEW else {}
    for found in left:
        if found.relative not in known:
            known[found.relative] = reader.read(found)
    if recall is not None:
        gone = former.keys() - {found.relative for found in files}
        recall.note(basis, partial(_fresh, left, known, lines, reader), gone, len(left))
    for found in files:
        memory.accept(known[found.relative])
    return [known[found.relative] for found in files]


def _basis(site: Site, rules: Rules, max_bytes: int) -> str:
    """All that files are read against, but for the day: what is written in a line does not depend on it."""
    settings = (site.unit, site.tree, site.tables, site.shown)
    return repr((settings, rules.preview, rules.require_sign_off, rules.index_pattern, max_bytes))


def _recalled(files: Sequence[Found], lines: Mapping[str, Line], shown: str) -> dict[str, Known]:
    known: dict[str, Known] = {}
    for found in files:
        line = lines.get(found.relative)
        if line is not None and line[:3] == (found.size, found.changed, found.entered):
            try:
                known[found.relative] = unpack(line.text, found, shown)
            except (ValueError, TypeError, KeyError, AttributeError):  # a damaged line: the file says it all
                continue
    return known


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a file is read against."""

    site: Site
    rules: Rules
    max_bytes: int

    def read(self, found: Found) -> Known:
        return slim(read_file(found, self.site, self.rules, self.max_bytes), self.site.schema.file_keys)

    def line(self, known: Known) -> str | None:
        return pack(known, self.site.schema.file_keys)


def _fresh(left: Sequence[Found], known: dict[str, Known], lines: Lines, reader: _Reader) -> dict[str, Line]:
    """The lines of the files that were read, as far as they have one."""
    found = ((each, lines.get(each.relative) or reader.line(known[each.relative])) for each in left)
    return {each.relative: Line(each.size, each.changed, each.entered, text) for each, text in found if text}


class _Share:
    """The part of one process in the reading: slices of the files, taken until none is left."""

    def __init__(self, files: Sequence[Found], reader: _Reader, counter: Any) -> None:
        self._files = files
        self._reader = reader
        self._counter = counter

    def take(self) -> Iterator[Sequence[Found]]:
        """The next slices."""
        while True:
            with self._counter.get_lock():
                start = self._counter.value
                self._counter.value = start + SLICE
            if start >= len(self._files):
                return
            yield self._files[start : start + SLICE]

    def help_out(self, answer: Connection) -> None:
        """Read, and answer with lines: the work of a forked process."""
        for part in self.take():
            lines = ((found, self._reader.line(self._reader.read(found))) for found in part)
            answer.send([(found, line) for found, line in lines if line])
        answer.close()


def _shared_out(files: Sequence[Found], reader: _Reader, known: dict[str, Known], helpers: int) -> Lines:
    """Read files together with other processes; returns the lines of those that they read."""
    context = multiprocessing.get_context("fork")
    share = _Share(files, reader, context.Value("q", 0))
    answers = [_started(context, share.help_out) for _ in range(helpers)]
    lines: Lines = {}

    def receive(answer: Connection, wait: bool) -> None:
        while wait or answer.poll():
            for found, line in answer.recv():
                lines[found.relative] = line
                known[found.relative] = unpack(line, found, reader.site.shown)

    for part in share.take():
        known.update((found.relative, reader.read(found)) for found in part)
        for answer in answers:
            with suppress(EOFError, OSError):
                receive(answer, wait=False)
    for answer in answers:
        with suppress(EOFError, OSError):
            receive(answer, wait=True)
        answer.close()
    return lines


def _started(context: Any, work: Callable[[Connection], None]) -> Connection:
    receive: Connection
    receive, send = context.Pipe(duplex=False)
    context.Process(target=work, args=(send,), daemon=True).start()
    send.close()
    return receive
