"""What pages need that their sources alone decide, made while the catalog is put together.

When all files are read, one process resolves what they name and puts the catalog together; no other can take a part
of that. A forked one uses the time: it compiles the templates and makes the bodies of items that name no file, no
page and no picture. Whatever it has not made by then, or fails to make, is made with the pages, as it would be without.
"""

from __future__ import annotations

import gc
import marshal
import multiprocessing
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType
from typing import Any

from markupsafe import Markup

from gongkai.loading.bodies import BodyReader
from gongkai.loading.memory import Known
from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.environment import make_environment, rooted_url
from gongkai.mkdocs_plugins.fingerprints import TemplateText, template_key
from gongkai.mkdocs_plugins.ready import NOTHING, Place, Ready
from gongkai.model.item import Item
from gongkai.views.pages import BodyView

FEW = 300
"""For fewer files it is not worth another process."""


@dataclass(slots=True)
class Ahead:
    """The forked process of one build, and what it is to work with."""

    folders: Sequence[str]
    plain_files: bool
    _file: FileIO | None = None
    _stop: Any = None
    _answer: Connection | None = None
    _process: Any = None

    def begin(self, files: Sequence[Known]) -> None:
        """Begin, once all files are read; a second reading of the same folder begins nothing.

        Where no process is to be had the pages are made without it.
        """
        if self._file is not None or len(files) < FEW or sys.platform != "linux":
            return
        if not hasattr(os, "memfd_create"):  # a Python that was made for older systems
            return
        context = multiprocessing.get_context("fork")
        try:
            self._file = FileIO(os.memfd_create("bodies"), "r+")
            self._stop = context.Value("b", 0, lock=False)
            self._answer, send = context.Pipe(duplex=False)
            self._process = context.Process(target=self._run, args=(files, send), daemon=True)
            self._process.start()
        except OSError:
            self._answer = None
        else:
            send.close()

    def take(self) -> Ready:
        """End it, and take what it has made."""
        if self._answer is None:
            return NOTHING
        self._stop.value = 1
        try:
            bodies, templates, codes = self._answer.recv()
        except (EOFError, OSError):
            return NOTHING
        finally:
            self._end()
        return Ready(self._file, bodies, templates, marshal.loads(codes))  # noqa: S302 - from our own process

    def close(self) -> None:
        """End it, whatever it does, and let the bodies go; a second call does nothing."""
        self._end()
        if self._file is not None:
            self._file.close()

    def _end(self) -> None:
        if self._answer is not None:
            self._process.kill()  # it writes nowhere but into the file in memory
            self._process.join()
            self._answer.close()
            self._answer = None

    def _run(self, files: Sequence[Known], answer: Connection) -> None:
        gc.freeze()
        if self._answer is not None:
            self._answer.close()  # or nobody would notice when the other end is gone
        try:
            templates, codes = compiled(self.folders, self.plain_files)
            answer.send((self._bodies(files), templates, marshal.dumps(codes)))
        except BaseException:  # noqa: BLE001 - then the pages do it themselves, and meet the same error
            os._exit(1)

    def _bodies(self, files: Sequence[Known]) -> dict[str, Place]:
        """Make bodies until it is time to stop, each behind the other in the file."""
        made: dict[str, Place] = {}
        at, now = 0, [files[0]]
        bodies = Bodies(lambda _number: _text(now[0]))
        for now[0] in files:
            item = now[0].candidate.item
            if self._stop.value or self._file is None:
                break
            if item is None or not stands_alone(now[0], item):
                continue
            view = BodyView(item.index_number, item.sha256, {}, {})
            html = bodies.html(view, lambda path: rooted_url(path, self.plain_files)).encode()
            if os.write(self._file.fileno(), html) != len(html):  # no memory is left for it
                break
            made[item.sha256] = (at, len(html))
            at += len(html)
        return made


def stands_alone(known: Known, item: Item) -> bool:
    """Whether the source alone decides how a body looks: one that is public, as far as it tells, and names nothing."""
    given = known.candidate
    return given.public and not (given.named or item.withdrawn or given.values.get("attachments"))


def _text(known: Known) -> str:
    item = known.candidate.item
    if item is None:
        raise ValueError(known.found.relative)
    return BodyReader({item.path: known.found.real}, {}, {}).body(item)


def compiled(
    folders: Sequence[str], plain_files: bool
) -> tuple[dict[str, TemplateText], dict[tuple[str, str], CodeType]]:
    """All page templates with what they draw in, read and compiled."""
    environment = make_environment(folders, lambda _view, _address: Markup(""), plain_files)
    texts: dict[str, TemplateText] = {}
    for folder in folders:
        for file in sorted(Path(folder, "pages").glob("*.html")):
            template_key(environment, f"pages/{file.name}", texts)
    codes: dict[tuple[str, str], CodeType] = {}
    for name, (source, _) in texts.items():
        if source != "\0":  # an include that may be missing, and is
            filename = environment.loader.get_source(environment, name)[1]  # type: ignore[union-attr]
            codes[name, source] = environment.compile(source, name, filename)
    return texts, codes
