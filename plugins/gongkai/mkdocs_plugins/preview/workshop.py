"""The state of a running preview: the latest snapshot, or what is wrong with the settings, and its version."""

from __future__ import annotations

import gc
import logging
import secrets
import threading
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from gongkai.loading.bodies import ChangedWhileReading
from gongkai.loading.collector import collector_off
from gongkai.loading.files import ATTACHABLE, PICTURES, extension
from gongkai.mkdocs_plugins.assets import look_folder
from gongkai.mkdocs_plugins.engine import collected_errors, owner_of
from gongkai.mkdocs_plugins.errors import explain
from gongkai.mkdocs_plugins.failures import Failed, WrongUsage
from gongkai.mkdocs_plugins.options import CatalogOptions, the_day
from gongkai.mkdocs_plugins.planning_stage import judge_settings
from gongkai.mkdocs_plugins.preview.answers import HTML, Answer
from gongkai.mkdocs_plugins.preview.live import with_script
from gongkai.mkdocs_plugins.preview.snapshot import Look, Snapshot
from gongkai.mkdocs_plugins.preview.trouble import trouble_page

log = logging.getLogger("gongkai.preview")

_TOLD = (Failed, WrongUsage, Abort, PluginError, ConfigurationError)
_ADVICE = "改好并保存以后，这一页会自动换成网站。"
_RETRIES = 3


class Workshop:
    """Answers requests from the latest snapshot; `refresh` makes the next one. Safe for many threads.

    `day` says for which day the site is to be shown: when that changes, at midnight, all is judged anew.
    """

    def __init__(
        self, read: Callable[[], MkDocsConfig], day: Callable[[CatalogOptions], date] = the_day
    ) -> None:
        self._read, self._day = read, day
        self._lock = threading.RLock()
        self._changed = threading.Condition()
        self._run, self._count = secrets.token_hex(4), 0
        self._look: Look | None = None
        self._snapshot: Snapshot | None = None
        self._trouble = b""
        self.root = "/"

    @property
    def version(self) -> str:
        """Another one after every refresh and in every run."""
        return f"{self._run}-{self._count}"

    @property
    def watched(self) -> tuple[Path, ...]:
        """Folders and files on which the site depends."""
        with self._lock:
            if self._look is None:
                return ()
            settings = self._look.context.settings
            own = settings.template_folders[: settings.template_folders.index(str(look_folder())) + 1]
            return (settings.content, Path(settings.config_file), *map(Path, own))

    def refresh(self, changed: Collection[Path] | None = None) -> None:
        """Take in what changed; None means everything, the configuration too."""
        with self._lock:
            self._trouble = b""
            try:
                with collected_errors() as errors, explain(), collector_off():
                    self._make(changed)
                    # What a load leaves is no garbage: looking through it took longer than taking in an edit.
                    gc.freeze()
            except _TOLD as error:
                ours = isinstance(error, Failed | WrongUsage)
                text = str(error) if ours else "\n".join(errors.lines) or str(error)
                self._trouble = trouble_page("网站设置有误，现在不能预览", _ADVICE, text)
            except Exception as error:  # the preview goes on, and the page says what happened
                log.debug("refresh failed", exc_info=error)
                self._trouble = _bug(error)
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def _make(self, changed: Collection[Path] | None) -> None:
        names = self._below(changed)
        if self._look is None or names is None:
            self._look = self._snapshot = None
            # A look refers to itself, by its templates: only the collector can let the former one go.
            gc.unfreeze()
            gc.collect()
            self._look = self._fresh_look()
        elif len(names) == 1 and self._snapshot is not None and self._snapshot.take_text(names[0]):
            return
        elif self._snapshot is not None and (after := self._snapshot.after(names)) is not None:
            self._snapshot = after
            return
        else:
            texts = [name for name in names if extension(name) == "md"]
            others = any(extension(name) not in ATTACHABLE | {"md"} for name in names)
            self._look.memory.forget(texts, settings=others)
        self._snapshot = None
        snapshot = Snapshot(self._look)
        judge_settings(snapshot.context.planned())
        self._snapshot, self.root = snapshot, snapshot.root

    def _fresh_look(self) -> Look:
        config = self._read()
        config.plugins.on_startup(command="serve", dirty=False)
        owner = owner_of(config)
        config = config.plugins.on_config(config)
        owner.context.settings = replace(owner.context.settings, today=self._day(owner.config))
        return Look(config, owner)

    def _follow_the_day(self) -> None:
        """Take in that another day has begun: what is due, in force or over is another matter then."""
        look = self._look
        if look is not None and self._day(look.owner.config) != look.context.settings.today:
            self.refresh()

    def _below(self, changed: Collection[Path] | None) -> list[str] | None:
        """Paths below the content folder, None when something else changed too."""
        if self._look is None or changed is None:
            return None
        content = self._look.context.settings.content
        if not all(path.is_relative_to(content) for path in changed):
            return None
        return [unicodedata.normalize("NFC", path.relative_to(content).as_posix()) for path in changed]

    def answer(self, path: str) -> Answer:
        """The answer to an address below the site, without a leading slash."""
        with self._lock:
            self._follow_the_day()
            answer = self._page(path)
            version, snapshot = self.version, self._snapshot
        if answer is None and snapshot is not None and _may_be_export(path):
            answer = snapshot.exported(path)  # may take a while, and holds nobody up
        if answer is None:
            with self._lock:
                answer = self._guarded(lambda now: now.not_found())
        if answer is None:
            answer = Answer(404, HTML, trouble_page("找不到页面", _ADVICE, path))
        if not answer.is_page or answer.location:
            return answer
        return Answer(answer.status, answer.type, with_script(answer.data, self.root, version))

    def _page(self, path: str) -> Answer | None:
        """A page; one whose source was saved a moment ago is read again first."""
        for _ in range(_RETRIES):
            try:
                return self._guarded(lambda now: now.find(path))
            except ChangedWhileReading:
                source = self._snapshot.source(path) if self._snapshot else None
                self.refresh((source,) if source else ())
        return Answer(503, HTML, trouble_page("文件正在改动", "稍等一下，这一页会自动刷新。", path))

    def _guarded(self, ask: Callable[[Snapshot], Answer | None]) -> Answer | None:
        if self._trouble or self._snapshot is None:
            return Answer(500, HTML, self._trouble)
        try:
            return ask(self._snapshot)
        except ChangedWhileReading:
            raise
        except (jinja2.TemplateError, OSError, *_TOLD) as error:
            return Answer(500, HTML, trouble_page("这一页生成失败", _ADVICE, str(error)))

    def wait(self, since: str, seconds: float) -> str:
        """The version as soon as it is another one than `since`, at the latest after some seconds."""
        with self._changed:
            if self._changed.wait_for(lambda: self.version != since, seconds):
                return self.version
        with self._lock:
            self._follow_the_day()
        return self.version


def _bug(error: Exception) -> bytes:
    text = f"{type(error).__name__}: {error}"
    return trouble_page("程序出错，现在不能预览", "请把下面的文字告诉技术人员。改动文件后会再试一次。", text)


def _may_be_export(path: str) -> bool:
    """Browsers ask for /favicon.ico by themselves: for that and for mistyped pages no export needs to be made."""
    return extension(path) not in PICTURES | {"", "ico", "svg", "html"}
