"""Small worlds for rules: a catalog of the township's tree with a few items, their bodies, files and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from gongkai.checks.material import AttachmentText, BuiltSite, Extract, Facts, Page, Part
from gongkai.checks.pages import parse_page
from gongkai.checks.registry import all_rules
from gongkai.checks.runner import Names, run
from gongkai.checks.settings import CheckSettings
from gongkai.checks.words import WordLists, packaged_words
from gongkai.checks.workdays import WorkCalendar
from gongkai.loading.columns_file import read_columns_file
from gongkai.loading.presets import read_tables
from gongkai.model.catalog import build_catalog
from gongkai.model.column import ColumnTree
from gongkai.model.item import Attachment, Item
from gongkai.model.moment import Moment
from gongkai.model.problem import Problem
from gongkai.model.relation import Relation, RelationKind
from gongkai.model.unit import Portal, Unit

TODAY = date(2026, 11, 23)
CODE = "119901210000000000"
UNIT = Unit(
    name="示例县青山镇人民政府",
    short_name="青山镇",
    code=CODE,
    demonstration=True,
    portal=Portal(url="https://www.shili.example/"),
)
NOTICE, NEWS, FILES, NORMATIVE = "zwdt/tzgg", "zwdt/gzdt", "jcgk/zcwj/zzfwj", "jcgk/zcwj/xzgfxwj"
INTERPRETATIONS, CONSULTATIONS, FEEDBACK = "zcjd/bjjd", "jcgk/zdjcygk/yjzj", "jcgk/zdjcygk/yjfk"
REPORTS, GUIDE, APPLY, RULES = "zfxxgk/zfxxgknb", "zfxxgk/zfxxgkzn", "zfxxgk/ysqgk", "zfxxgk/zfxxgkzd"


@cache
def tree(preset: str = "township", text: str = "") -> ColumnTree:
    made, problems = read_columns_file("columns.yml", text, read_tables(), (), preset=preset)
    assert not problems
    return made


@dataclass(frozen=True)
class Entry:
    """An item with its body and files."""

    item: Item
    body: str
    files: tuple[AttachmentText, ...] = ()


def entry(
    column: str = NOTICE, n: int = 1, body: str = "正文一段。", preset: str = "township", **changes: Any
) -> Entry:
    """An item in a column; `files` are (name, Extract) or (name, text), `day` its publication as ISO text."""
    day = date.fromisoformat(changes.pop("day", "2026-11-20"))
    files = tuple(changes.pop("files", ()))
    leaf = tree(preset).columns[column]
    values: dict[str, Any] = {
        "path": f"{leaf.names}/{n}.md",
        "sha256": "0" * 64,
        "body_offset": 0,
        "body_line": 10,
        "index_number": f"{CODE}/{day:%Y%m}-{n:05d}",
        "slug": f"{CODE}-{day:%Y%m}-{n:05d}",
        "title": f"第{n}条",
        "kind": leaf.kind,
        "columns": (column,),
        "published": Moment(day, 540),
        "publisher": UNIT.name,
        "theme": "综合政务",
    } | changes
    attached = tuple(
        Attachment(f"{leaf.names}/{name}", name, name, f"/info/x{n}/{k}.docx", 9, "a")
        for k, (name, _) in enumerate(files, 1)
    )
    item = Item(**{"attachments": attached} | values)
    return Entry(
        item,
        body,
        tuple(AttachmentText(item, f"{leaf.names}/{name}", name, 9, _extract(x)) for name, x in files),
    )


def _extract(content: str | Extract) -> Extract:
    return content if isinstance(content, Extract) else Extract((Part("", content),))


@dataclass(frozen=True)
class World:
    """What a rule is run on."""

    facts: Facts
    site: BuiltSite | None = None


def world(
    *entries: Entry,
    links: Iterable[tuple[RelationKind, int, int]] = (),
    today: date = TODAY,
    unit: Unit = UNIT,
    preset: str = "township",
    own_tree: ColumnTree | None = None,
    mode: str = "channel",
    pages: Iterable[Page] = (),
    files: Mapping[str, int] | None = None,
    history: Mapping[str, date] | None = None,
    phones: Iterable[str] = (),
    words: WordLists | None = None,
    calendar: WorkCalendar | None = None,
    limits: Mapping[str, Mapping[str, Any]] | None = None,
) -> World:
    """A catalog of these items; `links` are (kind, source's n, target's n) by position from 1."""
    items = [e.item for e in entries]
    relations = [Relation(k, items[s - 1].index_number, items[t - 1].index_number) for k, s, t in links]
    catalog = build_catalog(
        unit=unit,
        tree=own_tree or tree(preset),
        tables=read_tables(),
        today=today,
        items=items,
        relations=relations,
    )
    severe, common = packaged_words()
    facts = Facts(
        catalog=catalog,
        settings=CheckSettings(office_phones=frozenset(phones), limits=limits or {}),
        calendar=calendar or WorkCalendar(),
        words=words or WordLists(severe, common),
        bodies={e.item.index_number: e.body for e in entries},
        attachments={e.item.index_number: e.files for e in entries if e.files},
        history=history or {},
        mode=mode,
    )
    listed = {p.path: p for p in pages}
    paths = {(p + "index.html" if p.endswith("/") else p): 1 for p in listed}
    site = (
        BuiltSite(listed, {**paths, **(files or {})}, "www.shili.example", "/qs/")
        if listed or files
        else None
    )
    return World(facts, site)


SITE_TAGS = {"SiteName": "示例县人民政府", "SiteDomain": "www.shili.example", "SiteIDCode": "9901210001"}
ITEM_TAGS = SITE_TAGS | {
    "ColumnName": "通知公告", "ColumnType": "通知公告", "ArticleTitle": "第1条", "PubDate": "2026-11-20 09:00",
    "ContentSource": "示例县青山镇人民政府",
}  # fmt: skip
FOOT = (
    '<a href="https://bszs.conac.cn/1">党政机关网站标识</a> <a href="https://zfwzzc.www.gov.cn/x">我为政府网站找错</a> '
    "网站标识码：9901210001 主办单位：示例县人民政府办公室 电话 0990-5550000 皖ICP备00000000号 皖公网安备 00000000000000号 "
    '<a href="/sitemap/">站点地图</a>'
)


def page(
    path: str = "/info/x1/",
    main: str = "<h1>第1条</h1>",
    kind: str = "item",
    tags: Mapping[str, str] | None = None,
    foot: str = FOOT,
    lang: str = "zh-CN",
    title: str = "第1条",
    time: str = "2026-11-20 09:00",
    number: str = "",
    more: str = "",
) -> Page:
    """A page as the site makes it, parsed like a built one."""
    metas = "".join(
        f'<meta name="{k}" content="{v}">' for k, v in (ITEM_TAGS if tags is None else tags).items()
    )
    when = f'<p class="gk-item__line"><time>{time}</time></p>' if time else ""
    html = (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{metas}{more}</head>'
        f'<body data-page="{kind}"><main><article data-item="{number}">{main}{when}</article></main>'
        f"<footer>{foot}</footer></body></html>"
    )
    return parse_page(path, html.encode())


def findings(code: str, on: World) -> tuple[Problem, ...]:
    """What one rule finds, whatever the unit or mode: its scope is tested apart."""
    found = run([all_rules()[code]], on.facts, on.site, Names("content/", {}))
    return tuple(f.problem for f in found)


@dataclass(frozen=True)
class Case:
    """A rule, a world, and pieces of the messages it must give there, in order; none for a good one."""

    code: str
    on: World
    expected: tuple[str, ...] = field(default=())


def bad(code: str, on: World, *expected: str) -> Case:
    assert expected
    return Case(code, on, expected)


def good(code: str, on: World) -> Case:
    return Case(code, on)


def without(text: str) -> ColumnTree:
    """The township's tree less the columns with these names."""
    base = tree()
    hidden = {p: replace(c, hidden=True) if c.name in text.split() else c for p, c in base.columns.items()}
    return replace(base, columns=hidden)
