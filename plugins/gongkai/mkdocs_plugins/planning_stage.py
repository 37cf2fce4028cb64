"""Stage one: read the folder, judge it, and list every page, before anything is rendered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from gongkai.loading.memory import Memory
from gongkai.loading.ordinary_pages import OrdinaryLinks, read_ordinary
from gongkai.loading.recall import Recall
from gongkai.loading.site import Loaded, LoadOptions, load_site
from gongkai.mkdocs_plugins.ahead import Ahead
from gongkai.mkdocs_plugins.attachment_gate import attachment_secrets, items_with
from gongkai.mkdocs_plugins.context import BuildContext, Plan, Settings
from gongkai.mkdocs_plugins.former_lines import FormerLines
from gongkai.mkdocs_plugins.ordinary import ordinary_paths
from gongkai.mkdocs_plugins.ordinary_outside import with_notices
from gongkai.mkdocs_plugins.report import problem_lines, summary
from gongkai.mkdocs_plugins.workers import can_fork
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.problem import Level, Problem, in_order
from gongkai.model.vocabulary import RESERVED_SLUGS
from gongkai.planning.last_good import LastGood
from gongkai.planning.lines import LinesFile
from gongkai.views.addresses import make_addresses
from gongkai.views.parts import Link
from gongkai.views.preview import NAME as PREVIEW
from gongkai.views.preview import BrokenFile, find_places, preview_feature
from gongkai.views.spec import Feature, PageSpec

PLACEHOLDER_HOSTS = frozenset({"www.example.invalid", "example.invalid"})
"""Hosts that `gongkai init` writes, to be replaced."""


CLASH = "L902"
"""The code of two files with one address."""

OWN_FILES = frozenset({"manifest.json", "sitemap.xml", "feed.xml"})


class Blocked(Exception):
    """Findings stop the build; the text lists them for the clerk."""

    def __init__(self, problems: Sequence[Problem], reason: str) -> None:
        self.problems = tuple(problems)
        shown = [line for problem in self.problems for line in problem_lines(problem)]
        super().__init__("\n".join([reason, *shown]))


def load_options(settings: Settings, recall: Recall | None = None, ahead: Ahead | None = None) -> LoadOptions:
    """What loading needs to know of the settings; `ahead` begins when all files are read."""
    return LoadOptions(
        today=settings.today,
        skip_broken=settings.skip_broken and not settings.preview,
        preview=settings.preview,
        require_sign_off=settings.sign_off,
        preset=settings.preset,
        mode=settings.mode,
        index_pattern=settings.index_pattern,
        former_site=settings.site_folder,
        helpers=settings.jobs - 1 if can_fork() and not settings.preview else 0,
        recall=recall,
        when_read=ahead.begin if ahead else None,
    )


def _ahead(context: BuildContext) -> Ahead | None:
    """Who makes bodies and templates ahead: where all pages are to be made, and another process may help."""
    settings, former = context.settings, context.former
    if settings.preview or settings.by_mkdocs or settings.jobs < 2 or not can_fork():
        return None
    if former is None or former.standing:
        return None
    return Ahead(settings.template_folders, settings.plain_files)


def _former_lines(context: BuildContext) -> FormerLines | None:
    """What the last build read; nothing in a preview, nor where nobody has looked back."""
    settings, former = context.settings, context.former
    if settings.preview or former is None:
        return None
    file = LinesFile(settings.state)
    return FormerLines(file, former.engine, settings.today.isoformat(), former.clock, settings.full)


def make_plan(context: BuildContext, memory: Memory | None = None, loaded: Loaded | None = None) -> Plan:
    """Load the catalog and list the pages of all features; findings are collected, none is raised.

    A preview plans again and again, and hands over the `memory` of its former loads, or what is `loaded` already.
    """
    settings = context.settings
    secrets: tuple[Problem, ...] = ()
    if loaded is None:
        context.lines = context.lines or _former_lines(context)
        context.ahead = context.ahead or _ahead(context)
        loaded, secrets = _load(settings, load_options(settings, context.lines, context.ahead), memory)
    catalog = loaded.catalog
    ordinary = read_ordinary(settings.content, f"{settings.content.name}/", loaded.ordinary, catalog)
    addresses = replace(
        make_addresses(catalog, frozenset(context.features), settings.url), ordinary=_ordinary(ordinary)
    )
    specs = tuple(s for feature in context.in_order() for s in feature.pages(catalog, addresses))
    ordinary, further = with_notices(ordinary, catalog.unit, addresses.site_url, specs)
    specs += further
    problems = [
        *loaded.problems,
        *ordinary.problems,
        *_feature_problems(context, catalog),
        *address_clashes(specs, loaded, settings.content.name),
        *_setting_problems(settings),
        *secrets,
    ]
    ordered = in_order(tuple(dict.fromkeys(problems)))  # two items may share an attachment
    if settings.preview:
        context.register(_preview(context, loaded, ordered))
        specs += tuple(context.features[PREVIEW].pages(catalog, addresses))
    return Plan(loaded, addresses, specs, ordered, ordinary)


def _ordinary(found: OrdinaryLinks) -> tuple[Link, ...]:
    """The ordinary pages as links, in their order."""
    return tuple(map(Link, found.titles.values(), ordinary_paths(found.titles)))


def _load(
    settings: Settings, options: LoadOptions, memory: Memory | None
) -> tuple[Loaded, tuple[Problem, ...]]:
    """The folder, and what must not become public in attachments; a preview, which publishes nothing, does not look.

    With `skip_broken` the items with such attachments are left out, and the folder is read without them: never
    does one of them stay as it was, and nothing refers to it.
    """
    shown = f"{settings.content.name}/"
    with LastGood(settings.state) as store:
        while True:
            loaded = load_site(settings.content, options, store, memory)
            if settings.preview:
                return loaded, ()
            secrets = attachment_secrets(loaded.catalog.items, loaded.bodies, settings.state, shown)
            if not secrets or not options.skip_broken:
                return loaded, secrets
            barred = items_with(secrets, loaded.catalog.items, shown)
            options = replace(options, barred={**options.barred, **barred})


def _preview(context: BuildContext, loaded: Loaded, problems: tuple[Problem, ...]) -> Feature:
    """The pages that tell a clerk what is wrong; there are none of them in a build."""
    shown = context.settings.content.name
    public = {f"{shown}/{item.path}": item.address for item in loaded.catalog.items}
    broken = (BrokenFile(b.path, b.title, b.address, b.problems) for b in loaded.broken)
    return preview_feature(replace(find_places(problems, loaded.held, broken, public), drafts=loaded.drafts))


def _feature_problems(context: BuildContext, catalog: Catalog) -> Iterable[Problem]:
    """Features name items by their path below the content folder; findings name it from the site's root."""
    for feature in context.in_order():
        for problem in feature.problems(catalog):
            yield replace(problem, path=f"{context.settings.content.name}/{problem.path}")


def _setting_problems(settings: Settings) -> Iterable[Problem]:
    if not settings.url:
        yield Problem(
            code="L901",
            level=Level.WARNING,
            path="mkdocs.yml",
            line=0,
            field="site_url",
            message="没有写网址：规范地址、sitemap.xml 和 404 页需要它。",
            hint="site_url: https://上级门户的域名/本单位频道的路径/",
        )
    elif urlsplit(settings.url).hostname in PLACEHOLDER_HOSTS:
        yield Problem(
            code="L901",
            level=Level.WARNING,
            path="mkdocs.yml",
            line=0,
            field="site_url",
            message=f"网址“{settings.url}”还是新建时的样子，不是真的：规范地址、订阅和 sitemap.xml 都会错。",
            hint="site_url: https://上级门户的域名/本单位频道的路径/",
        )


def address_clashes(specs: Sequence[PageSpec], loaded: Loaded, shown: str) -> Iterable[Problem]:
    """Two pages with one address, found from data before anything is rendered; `shown` is the content folder."""
    seen: dict[str, PageSpec] = {}
    for spec in specs:
        if spec.path in seen:
            both = f"{seen[spec.path].key} 和 {spec.key}"
            yield _clash(spec.path, shown, f"两个页面都要用地址 {spec.path}（{both}）。")
        seen[spec.path] = spec
    others: dict[str, str] = {}
    for path, source in zip(ordinary_paths(loaded.ordinary), loaded.ordinary, strict=True):
        if path in seen or path.split("/")[1] in RESERVED_SLUGS:
            message = f"普通页面的地址 {path} 已被栏目或信息占用，请给文件改名。"
            yield _clash(path, f"{shown}/{source}", message)
        elif path in others:
            message = f"两个普通页面的地址都是 {path}：{others[path]} 和 {source}。请给其中一个改名。"
            yield _clash(path, f"{shown}/{source}", message)
        others[path] = source
    yield from _root_clashes({spec.file for spec in specs}, loaded, shown)


def _root_clashes(pages: Collection[str], loaded: Loaded, shown: str) -> Iterable[Problem]:
    """Files of `_根目录/` that stand where the program writes its own."""
    for source, path in loaded.root_files:
        name = path.lstrip("/")
        if name in pages or name in OWN_FILES or name.split("/")[0] in RESERVED_SLUGS:
            message = f"文件要放到 {path}，那里是程序自己生成的文件，两个不能同名。"
            yield Problem(
                CLASH, Level.BLOCK, f"{shown}/{source}", 0, "", message, hint="删去它，或换个名字。"
            )


def _clash(path: str, source: str, message: str) -> Problem:
    return Problem(CLASH, Level.BLOCK, source, 0, "", message, hint=f"换一个不同于 {path} 的名称")


def judge(plan: Plan, settings: Settings) -> None:
    """Raise `Blocked` when findings stop this build (design: the three outcomes)."""
    fatal, hint = _fatal(plan, settings)
    if fatal:
        raise Blocked(fatal, f"没有生成网站，原来的网站没有动。下面 {len(fatal)} 处必须先改{hint}：")
    heavy = [p for p in plan.problems if p.level is not Level.INFO]
    if settings.strict and heavy:
        raise Blocked(heavy, f"严格模式下有问题就不生成网站，原来的网站没有动。共 {summary(heavy)}：")


def _fatal(plan: Plan, settings: Settings) -> tuple[list[Problem], str]:
    """The findings that stop this build, and a way around them where there is one."""
    if plan.loaded.settings_broken:  # all other findings may only follow from these
        return [p for p in plan.blocking if p.code.startswith("U")], ""
    clashes = [p for p in plan.blocking if p.code == CLASH]
    if settings.preview:
        return [], ""
    if settings.skip_broken or clashes:
        return clashes, ""
    return list(plan.blocking), "；急用时可加 --skip-broken 先发布其余信息"


def judge_settings(plan: Plan) -> None:
    """Raise `Blocked` when the unit or its columns cannot be read: then there is nothing to preview."""
    if plan.loaded.settings_broken:
        wrong = [problem for problem in plan.blocking if problem.code.startswith("U")]
        raise Blocked(wrong, f"单位信息或栏目设置有 {len(wrong)} 处必须先改：")


def item_file(item: Item) -> str:
    """The output file of an item's page."""
    return f"{item.address.lstrip('/')}index.html"


def former_titles(loaded: Loaded) -> dict[str, str]:
    """Output file → `title（address）` of each public item, for the report."""
    items = {item_file(i): f"{i.title}（{i.address}）" for i in loaded.catalog.items}
    notices = {item_file(i): f"{i.title}（{i.address}，网页换成撤下说明）" for i in loaded.catalog.tombstones}
    return items | notices
