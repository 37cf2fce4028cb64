"""Running MkDocs for the command line: one build, one preview, or just the judgement of the folder."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from gongkai.mkdocs_plugins.call import Call
from gongkai.mkdocs_plugins.catalog import CatalogPlugin
from gongkai.mkdocs_plugins.config_words import complaints, unreadable
from gongkai.mkdocs_plugins.context import BuildContext, Plan
from gongkai.mkdocs_plugins.errors import explain
from gongkai.mkdocs_plugins.failures import Failed, WrongUsage
from gongkai.mkdocs_plugins.feature_plugin import OWNER
from gongkai.mkdocs_plugins.looking_back import recalled
from gongkai.mkdocs_plugins.making_stage import needs_engine
from gongkai.mkdocs_plugins.planning_stage import make_plan
from gongkai.mkdocs_plugins.publishing_stage import begin, end
from gongkai.mkdocs_plugins.remembering import leave_doorstep, same_as_before
from gongkai.mkdocs_plugins.report import BuildReport
from gongkai.mkdocs_plugins.settings import is_alone


@contextmanager
def environment(values: Mapping[str, str | None]) -> Iterator[None]:
    """Set environment variables for the time of a build: MkDocs reloads its file at each rebuild of a preview."""
    former = {name: os.environ.get(name) for name in values}
    os.environ.update({name: value for name, value in values.items() if value is not None})
    try:
        yield
    finally:
        for name, value in former.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class _Errors(logging.Handler):
    """Keeps what MkDocs and its plugins log at error level, so that it can be told once, in our words."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def collected_errors() -> Iterator[_Errors]:
    """Keep MkDocs quiet and gather the errors that it logs."""
    logger, handler = logging.getLogger("mkdocs"), _Errors()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.ERROR)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


def read_config(config_file: str | None, site_dir: str | None = None) -> MkDocsConfig:
    """The configuration as MkDocs reads it; raises `WrongUsage` when it is missing, wrong or without our plugin."""
    extra = {"site_dir": site_dir} if site_dir else {}
    if config_file and not Path(config_file).is_file():
        raise WrongUsage(
            f"找不到配置文件 {config_file}。请在有 mkdocs.yml 的文件夹里运行，或用 --config-file 指明。"
        )
    with collected_errors() as errors:
        try:
            config = load_config(config_file=config_file, **extra)
        except Abort as error:
            raise WrongUsage(f"配置文件 mkdocs.yml 有误：\n{complaints(errors.lines)}") from error
        except ConfigurationError as error:
            raise WrongUsage(f"配置文件 mkdocs.yml 有误：{unreadable(str(error))}") from error
    if OWNER not in config.plugins:
        raise WrongUsage(f"mkdocs.yml 的 plugins 下缺少 “- {OWNER}”。")
    return config


def owner_of(config: MkDocsConfig) -> CatalogPlugin:
    """The owner plugin of a configuration."""
    plugin = config.plugins[OWNER]
    if not isinstance(plugin, CatalogPlugin):
        raise WrongUsage(f"插件 {OWNER} 不是本程序的：请检查安装。")
    return plugin


def run_build(
    config_file: str | None,
    site_dir: str | None,
    values: Mapping[str, str | None],
    call: Call | None = None,
) -> BuildReport:
    """Build the site. Raises `Failed` with what to mend, or `WrongUsage`.

    The next `call` like this one can tell at once whether there is anything to do.
    """
    with environment(values), collected_errors() as errors:
        try:
            config = read_config(config_file, site_dir)
            config.plugins.on_startup(command="build", dirty=False)
            report = _directly(config) or _by_mkdocs(config)
            if call is not None and report is not None:
                leave_doorstep(call, owner_of(config).context, report)
            config.plugins.on_shutdown()
        except (Abort, PluginError, ConfigurationError) as error:
            raise Failed("\n".join(errors.lines) or str(error)) from error
    if report is None:
        raise Failed("没有生成网站：插件没有完成工作。")
    return report


def _by_mkdocs(config: MkDocsConfig) -> BuildReport | None:
    build(config)
    return owner_of(config).report


def _directly(config: MkDocsConfig) -> BuildReport | None:
    """Build without MkDocs where it has nothing to do; else None, with all that is known handed to the owner.

    MkDocs lists every file of the content folder before it makes its pages, and only ordinary pages are its.
    """
    start, owner = time.monotonic(), owner_of(config)
    if not is_alone(config):
        return None
    config.plugins.on_config(config)
    try:
        with explain(owner.context.settings.site_folder):
            begin(owner.context)
        report = same_as_before(owner.context, time.monotonic() - start)
        if report is None:
            config.plugins.on_pre_build(config=config)
            if needs_engine(owner.context):
                owner.prepared = owner.context
                return None
            owner.context.direct = True
            config.plugins.on_post_build(config=config)
            report = owner.report
    except BaseException:
        end(owner.context)
        raise
    end(owner.context)
    return report


def run_check(config_file: str | None, values: Mapping[str, str | None]) -> tuple[BuildContext, Plan]:
    """Read and judge the folder without building. Raises `Failed` or `WrongUsage`."""
    with environment(values), collected_errors() as errors:
        try:
            config = read_config(config_file)
            config.plugins.on_startup(command="build", dirty=False)
            config.plugins.on_config(config)
            context = owner_of(config).context
            context.lines = recalled(context.settings)
            with explain():
                plan = make_plan(context)
            if context.lines.read:
                context.lines.save()  # for the next one; where nothing can be saved it only takes longer
        except (Abort, PluginError, ConfigurationError) as error:
            raise Failed("\n".join(errors.lines) or str(error)) from error
    return context, plan
