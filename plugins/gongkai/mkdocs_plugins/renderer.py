"""Pages from specs: one function makes one page, whether for a build, a worker or a preview."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import jinja2

from gongkai.mkdocs_plugins.environment import settle
from gongkai.views.pages import PageView
from gongkai.views.site import SiteView
from gongkai.views.spec import PageSpec

FEW = 300
"""Below this many pages a second process costs more than it brings."""


class RenderError(Exception):
    """A page could not be made; the message names it."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """All that a page is made from besides its spec.

    `root_url` is the way to the root for pages that may be shown at any depth (404): the path of the
    site's address.
    """

    environment: jinja2.Environment
    site: SiteView
    view: Callable[[PageSpec], PageView]
    root_url: str

    def html(self, spec: PageSpec) -> str:
        """One page, whole."""
        template = self.environment.get_template(f"pages/{spec.template}.html")
        way = base_url(spec, self.root_url)
        return settle(template.render(view=self.view(spec), site=self.site, base_url=way), way)


def base_url(spec: PageSpec, root_url: str) -> str:
    """The way from a page to the site's root, without a closing slash (`../..`)."""
    if spec.path == "/404.html":
        return root_url.rstrip("/")
    return "/".join([".."] * (spec.file.count("/"))) or "."


def write_pages(renderer: Renderer, specs: Iterable[PageSpec], folder: Path) -> int:
    """Render and write pages one by one; returns how many. Nothing is held after it is written."""
    made: set[Path] = set()
    count = 0
    for spec in specs:
        target = folder / spec.file
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        try:
            html = renderer.html(spec)
        except jinja2.TemplateError as error:
            raise RenderError(f"页面 {spec.path}（模板 {spec.template}）生成失败：{error}") from error
        target.write_bytes(html.encode())
        count += 1
    return count


def _work(renderer: Renderer, specs: Sequence[PageSpec], folder: Path, answer: Connection) -> None:
    try:
        answer.send((write_pages(renderer, specs, folder), ""))
    except BaseException as error:  # noqa: BLE001 - handed to the parent, which raises it
        cause = str(error) if isinstance(error, RenderError) else traceback.format_exc()
        answer.send((0, cause))
    finally:
        answer.close()


def _may_fork() -> bool:
    """Forking is safe only from a process without other threads, and exists on POSIX alone."""
    return (
        sys.platform != "win32"
        and threading.active_count() == 1
        and "fork" in multiprocessing.get_all_start_methods()
    )


def render_all(renderer: Renderer, specs: Sequence[PageSpec], folder: Path, jobs: int) -> int:
    """Write all pages below `folder`, on `jobs` processes where that is possible; returns their number.

    Raises RenderError when a page fails, in whichever process.
    """
    if jobs < 2 or len(specs) < FEW or not _may_fork():
        return write_pages(renderer, specs, folder)
    context = multiprocessing.get_context("fork")
    running = []
    for n in range(jobs):
        receive, send = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(renderer, specs[n::jobs], folder, send))
        process.start()
        send.close()
        running.append((process, receive))
    return _collect(running)


def _collect(running: Sequence[tuple[multiprocessing.process.BaseProcess, Connection]]) -> int:
    total, failures = 0, []
    for process, receive in running:
        try:
            count, failure = receive.recv()
        except EOFError:
            count, failure = 0, f"渲染进程意外结束（退出码 {process.exitcode}），可能是内存不足。"
        process.join()
        total += count
        if failure:
            failures.append(failure)
    if failures:
        raise RenderError("\n".join(failures))
    return total
