"""One check from a loaded folder to its result: the entry to this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from gongkai.checks import waivers
from gongkai.checks.attachments import cache
from gongkai.checks.forecast import forecast
from gongkai.checks.gather import Bodies, read_attachments
from gongkai.checks.material import Facts
from gongkai.checks.once import said_once
from gongkai.checks.pages import read_site
from gongkai.checks.registry import all_rules, chosen, unknown_settings
from gongkai.checks.remarks import beginning, outdated, site_remarks
from gongkai.checks.result import Result
from gongkai.checks.rule import Rule, Target
from gongkai.checks.runner import Found, Names, problems_of, run
from gongkai.checks.score import score
from gongkai.checks.settings import CheckSettings
from gongkai.checks.unused import unused_remarks
from gongkai.checks.waivers import Waiver
from gongkai.checks.words import read_words
from gongkai.checks.workdays import read_holidays, without_arrangement
from gongkai.loading.codes import CODES
from gongkai.loading.site import Loaded
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.problem import Level, Problem, in_order

CACHE_FILE = "attachments.json"


@dataclass(frozen=True, slots=True)
class Inspection:
    """Where things lie, what is set, and what is known from outside.

    `site` is the built site's folder (None: pages are not looked at), `state` the folder of what is
    remembered, `changed` the paths of items to look at (None: all), `history` path → first commit,
    `built` the day for which the site was made (None: not known).
    """

    content: Path
    site: Path | None
    state: Path
    url: str
    settings: CheckSettings
    changed: frozenset[str] | None = None
    history: Mapping[str, date] = field(default_factory=dict)
    built: date | None = None


def inspect(loaded: Loaded, problems: tuple[Problem, ...], what: Inspection) -> Result:
    """Run all rules that apply. `problems` are those of loading and of the features."""
    catalog = loaded.catalog
    shown = what.content.name + "/"
    only = _touched(catalog, what.changed)
    settings = () if only is None else sorted(p for p in what.changed or () if p.endswith((".yml", ".yaml")))
    facts, trouble = _facts(loaded, what, only, shown)
    site = read_site(what.site, what.url) if what.site and only is None else None
    rules = chosen(what.settings, facts.mode, catalog.tree.preset)
    if only is not None and not settings:  # what the others find stands at the unit's settings, not at items
        rules = tuple(rule for rule in rules if rule.near)
    found = run(rules, facts, site, Names(shown, _field_names(catalog)), only or frozenset())
    listed, broken = waivers.read_waivers(what.content, shown)
    stay, waived, notes = waivers.apply(found, listed, _names(catalog, only), catalog.today, shown)
    own = _narrowed(problems_of(stay), facts, only, frozenset(settings), shown)
    former, own_left = said_once(problems, own, problems_of(found))
    if what.changed is not None:
        near = {shown + path for path in (*what.changed, *(only or ()))}
        former = [p for p in former if p.path in near]
    old = [] if only is not None or site is None else outdated(what.built, catalog.today)
    if only is not None:  # of a few items nobody can say that a waiver is not needed
        notes = tuple(n for n in notes if n.code != waivers.UNUSED and waivers.WAIVERS_FILE in settings)
    about = [*broken, *notes]
    everything = in_order([*former, *own_left, *about, *trouble, *old])
    stopped = frozenset(p.path.removeprefix(shown) for p in problems if p.level is Level.BLOCK)
    remarks = [
        *(site_remarks(site, catalog, stopped) if only is None and what.site else ()),
        *beginning(catalog),
        *(unused_remarks(what.content, catalog) if only is None else ()),
    ]
    return _result(catalog, facts, everything, waived, tuple(remarks), whole=only is None)


def _facts(
    loaded: Loaded, what: Inspection, only: frozenset[str] | None, shown: str
) -> tuple[Facts, tuple[Problem, ...]]:
    catalog = loaded.catalog
    calendar, wrong = read_holidays(what.content, shown)
    items = [i for i in catalog.items if only is None or i.path in only]
    store = what.state / CACHE_FILE
    known = cache.load(store) if only is None or any(i.attachments or i.pictures for i in items) else {}
    attachments, extracts = read_attachments(items, loaded.bodies, known)
    kept = {**known, **extracts} if only is not None else extracts
    if kept != known:  # known only as far as anything was asked for
        cache.save(store, kept)
    facts = Facts(
        catalog=catalog,
        settings=what.settings,
        calendar=calendar,
        words=read_words(what.content),
        bodies=Bodies(catalog, loaded.bodies),
        attachments=attachments,
        history=what.history,
        mode=catalog.tree.mode or "channel",
    )
    problems = [*wrong, *(without_arrangement(calendar, catalog.today, shown) if only is None else ())]
    problems += [Problem("U205", Level.WARNING, "mkdocs.yml", 0, "gongkai/checks", w) for w in
                 unknown_settings(what.settings)]  # fmt: skip
    return facts, tuple(problems)


def _touched(catalog: Catalog, changed: frozenset[str] | None) -> frozenset[str] | None:
    """The changed items (their own file or one of their attachments) and those related to them."""
    if changed is None:
        return None
    direct = [
        i for i in catalog.items if i.path in changed or any(a.source in changed for a in i.attachments)
    ]
    numbers = {i.index_number for i in direct}
    links = [*catalog.outgoing.items(), *catalog.incoming.items()]
    related = [other for (number, _), others in links if number in numbers for other in others]
    # A path that no item has keeps an empty choice from meaning “all”.
    return frozenset({"", *(i.path for i in (*direct, *related))})


def _narrowed(
    problems: tuple[Problem, ...],
    facts: Facts,
    only: frozenset[str] | None,
    settings: frozenset[str],
    shown: str,
) -> tuple[Problem, ...]:
    if only is None:
        return problems
    sources = {a.source for texts in facts.attachments.values() for a in texts}
    paths = {shown + path for path in only | sources | settings}
    return tuple(p for p in problems if p.path in paths)


def _field_names(catalog: Catalog) -> dict[str, str]:
    own = {key: kind.name for key, kind in catalog.tables.fields.items()}
    return {**_COMMON, **own}


_COMMON = {
    "title": "标题", "published": "发布日期", "written": "成文日期", "index_number": "索引号", "doc_number": "发文字号",
    "theme": "主题分类", "genre": "体裁分类", "effective": "施行日期", "expires": "失效日期", "valid_years": "有效期",
    "attachments": "附件", "interprets": "政策原文", "repeals": "废止文件", "notice_end": "公示截止",
    "summary": "内容概述", "related": "相关信息", "publisher": "发布机构", "source": "信息来源", "author": "作者",
    "department": "公开责任部门", "withdrawn_reason": "撤下原因", "no_interpretation_reason": "需要解读",
}  # fmt: skip


def _names(catalog: Catalog, only: frozenset[str] | None) -> dict[str, dict[str, str]]:
    """All ways in which a waiver may name an item; under the empty key the names of columns by path."""
    return _names_of(catalog, (i for i in catalog.items if only is None or i.path in only))


def _names_of(catalog: Catalog, items: Iterable[Item]) -> dict[str, dict[str, str]]:
    columns = {path: column.names for path, column in catalog.tree.columns.items()}
    return {"": columns, **{i.index_number: dict.fromkeys(_ways(i), "") for i in items}}


def _ways(item: Item) -> tuple[str, ...]:
    return (item.index_number, item.doc_number or item.index_number, item.path)


def _result(
    catalog: Catalog,
    facts: Facts,
    problems: tuple[Problem, ...],
    waived: tuple[tuple[Found, Waiver], ...],
    notes: tuple[str, ...],
    whole: bool,
) -> Result:
    """`whole`: everything was looked at, so that the score and the forecast say something."""
    return Result(
        unit=catalog.unit.name,
        today=catalog.today,
        items=len(catalog.items),
        problems=problems,
        held=catalog.held,
        kept=catalog.kept,
        waived=tuple((f.problem, f"{w.reason}（{w.who}，至 {w.until}）") for f, w in waived),
        deadlines=forecast(facts) if whole else (),
        rows=score(facts, problems) if whole else (),
        notes=notes,
        names=(
            *((code, known.name) for code, known in CODES.items()),
            *((code, rule.name) for code, rule in all_rules().items()),
        ),
    )


def plain_result(catalog: Catalog, problems: tuple[Problem, ...]) -> Result:
    """The result of reading alone, where the checks are not switched on."""
    note = "没有启用 gongkai/checks，只检查了读取和关联。要全面检查，在 mkdocs.yml 的 plugins 下加“- gongkai/checks”。"
    return Result(
        catalog.unit.name,
        catalog.today,
        len(catalog.items),
        problems,
        catalog.held,
        catalog.kept,
        notes=(note,),
    )


def chosen_paths(result: Result, paths: frozenset[str]) -> Result:
    """A result narrowed to files and folders."""
    kept = tuple(p for p in result.problems if any(p.path == w or p.path.startswith(w + "/") for w in paths))
    return replace(result, problems=kept)


def item_problems(
    loaded: Loaded, problems: tuple[Problem, ...], what: Inspection, number: str
) -> tuple[Problem, ...]:
    """What is wrong with one item, for the page that shows it: its own rules and texts, attachments left out."""
    catalog = loaded.catalog
    item = catalog.by_number.get(number)
    if item is None or item.withdrawn is not None:
        return ()
    shown = what.content.name + "/"
    facts = Facts(
        catalog=catalog,
        settings=what.settings,
        calendar=read_holidays(what.content)[0],
        words=read_words(what.content),
        bodies=Bodies(catalog, loaded.bodies),
        mode=catalog.tree.mode or "channel",
    )
    rules = [r for r in chosen(what.settings, facts.mode, catalog.tree.preset) if _on_its_page(r, item)]
    found = run(rules, facts, None, Names(shown, _field_names(catalog)), frozenset({item.path}))
    found = tuple(f for f in found if f.number == number)
    stay, _, _ = waivers.apply(
        found,
        waivers.read_waivers(what.content, shown)[0],
        _names_of(catalog, (item,)),  # those of all items take longer than the page itself
        catalog.today,
        shown,
    )
    return in_order([*problems_of(stay), *(p for p in problems if p.path == shown + item.path)])


def _on_its_page(rule: Rule, item: Item) -> bool:
    """Whether a rule is asked about one item: those on items and texts, and those that look at all of its kind."""
    return rule.looks_at in (Target.ITEM, Target.TEXT) or (rule.at_items and item.kind in rule.kinds)
