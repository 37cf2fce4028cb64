"""Catalogs made by hand: a small column tree with one column of every sort, and items for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from gongkai.model.catalog import Catalog, build_catalog
from gongkai.model.column import Area, Column, ColumnTree, Statement, Topic
from gongkai.model.item import Attachment, Item
from gongkai.model.moment import Moment
from gongkai.model.problem import Held
from gongkai.model.relation import Relation, RelationKind
from gongkai.model.unit import Portal, Unit
from gongkai.model.vocabulary import Article, FieldDef, Kind, Tables, Term
from gongkai.views.addresses import Addresses, make_addresses
from gongkai.views.compose import page_view
from gongkai.views.features import COLUMNS, CORE, INDICES, LINKAGE
from gongkai.views.pages import PageView
from gongkai.views.spec import Feature, PageSpec

TODAY = date(2026, 11, 23)
UNIT = "示例县青山镇人民政府"
FEATURES: Mapping[str, Feature] = {f.name: f for f in (CORE, COLUMNS, INDICES, LINKAGE)}
SITE = "https://qingshan.example/zwgk/"


def _field(key: str, name: str, kind: str = "text") -> FieldDef:
    return FieldDef(key, name, (), kind, "")


def _kinds() -> dict[str, Kind]:
    own: dict[str, tuple[str, ...]] = {
        "consultation": ("consult_start", "consult_end", "drafting_note"),
        "feedback": ("received", "adopted"),
        "leader": ("person_name", "rank", "photo"),
        "link": ("url",),
        "press": ("press_time", "transcript"),
        "meeting": ("agenda",),
    }
    plain = ("page", "article", "file", "normative", "interpretation", "notice", "view", "list", "report")
    return {key: Kind(key, key, own.get(key, ()), ()) for key in (*plain, *own)}


TABLES = Tables(
    kinds=_kinds(),
    fields={
        f.key: f
        for f in (
            _field("consult_start", "征集开始", "date"),
            _field("consult_end", "征集截止", "date"),
            _field("drafting_note", "起草说明"),
            _field("received", "收到意见数", "count"),
            _field("adopted", "采纳数", "count"),
            _field("person_name", "姓名"),
            _field("rank", "排序", "count"),
            _field("photo", "照片", "file"),
            _field("url", "网址", "url"),
            _field("press_time", "发布会时间", "moment"),
            _field("transcript", "实录", "relation"),
            _field("agenda", "议题", "list"),
        )
    },
    themes=(
        Term("t02", "综合政务", children=("政务公开", "政务督查")),
        Term("t06", "农业、林业、水利", children=("林业",)),
    ),
    genres=(Term("jueding", "决定"), Term("tongzhi", "通知")),
    audiences=(),
    forms=(Term("text", "文字"), Term("figure", "图解"), Term("video", "视频")),
    channels=(),
    validities=(
        Term("effective-soon", "尚未施行"),
        Term("valid", "有效"),
        Term("amended", "已修改"),
        Term("repealed", "已废止"),
        Term("expired", "已失效"),
    ),
    fields26=(
        Term("cxgh", "城乡规划"),
        Term("hjgl", "户籍管理"),
        Term("jz", "救灾"),
        Term("ssgl", "税收管理"),
    ),
    statutory={
        "20": (
            Article("20-1", "政策法规", "行政法规、规章和规范性文件", ""),
            Article("20-3", "规划计划", "规划", ""),
            Article("20-8", "收费项目", "行政事业性收费", ""),
            Article("20-12", "应急管理", "突发事件", ""),
            Article("20-14", "招考录用", "公务员招考", ""),
        ),
        "21-township": (
            Article("21-7", "筹资筹劳", "筹资筹劳", ""),
            Article("21-8", "社会救助", "社会救助", ""),
        ),
    },
)

_BUDGET = (Area("预算", ("zdly/czys",), "预算"), Area("决算", ("zdly/czys",), "决算"))
_RELIEF = (Area("救灾", ("fwgk/jz",)), Area("救助", ("fwgk/shjz",)))


def column(path: str, names: str, *children: str, **extra: Any) -> Column:
    """A column; its slug and name are the last parts of path and names."""
    given: dict[str, Any] = {"counted": not path.startswith("zwdt"), "children": children, **extra}
    return Column(path, path.rpartition("/")[2], names.rpartition("/")[2], names, **given)


_ALL = (
    column("zfxxgk", "政府信息公开", "zfxxgk/nb", "zfxxgk/zn", "zfxxgk/nr", five="管理公开"),
    column("zfxxgk/nb", "政府信息公开/政府信息公开年报", kind="report", five="管理公开", empty="show"),
    column("zfxxgk/zn", "政府信息公开/政府信息公开指南", kind="page", five="管理公开", empty="show"),
    column("zfxxgk/nr", "政府信息公开/法定主动公开内容", kind="view", view="statutory", empty="show"),
    column("jcgk", "决策公开", "jcgk/zcwj", "jcgk/yjzj", "jcgk/yjfk", "jcgk/ghjh", "jcgk/zjfk", five="决策公开"),
    column("jcgk/zcwj", "决策公开/政策文件", "jcgk/zcwj/gfxwj", "jcgk/zcwj/zfwj", "jcgk/zcwj/sjwj"),
    column("jcgk/zcwj/gfxwj", "决策公开/政策文件/行政规范性文件", kind="normative", articles=("20-1",),
           five="决策公开", interpret="required", type="政策文件", description="规范性文件", keywords=("文件", "有效期")),
    column("jcgk/zcwj/zfwj", "决策公开/政策文件/镇政府文件", kind="file", articles=("20-1",), five="决策公开",
           interpret="optional", type="政策文件"),
    column("jcgk/zcwj/sjwj", "决策公开/政策文件/上级政策文件", kind="file", level="上级", five="决策公开"),
    column("jcgk/yjzj", "决策公开/意见征集", kind="consultation", five="决策公开", within="now"),
    column("jcgk/yjfk", "决策公开/意见反馈", kind="feedback", five="决策公开"),
    column("jcgk/ghjh", "决策公开/规划计划", articles=("20-3",), fields26=("城乡规划",), five="决策公开"),
    column("jcgk/zjfk", "决策公开/征集与反馈", kind="view", view="consultations", empty="show", five="决策公开"),
    column("glgk", "管理公开", "glgk/sf", "glgk/yj", "glgk/ld", five="管理公开"),
    column("glgk/sf", "管理公开/收费", kind="list", articles=("20-8",), five="管理公开", empty="na",
           na_reason="本镇无收费项目"),
    column("glgk/yj", "管理公开/应急管理", articles=("20-12", "20-3"), five="管理公开"),
    column("glgk/ld", "管理公开/领导信息", kind="leader", five="管理公开"),
    column("fwgk", "服务公开", "fwgk/jz", "fwgk/shjz", "fwgk/gy", five="服务公开"),
    column("fwgk/jz", "服务公开/救灾", fields26=("救灾",), five="服务公开", topic="gysy"),
    column("fwgk/shjz", "服务公开/社会救助", five="服务公开", article21=("社会救助",), topic="gysy"),
    column("fwgk/gy", "服务公开/社会公益事业", kind="view", view="topic", topic="gysy", five="服务公开"),
    column("zdly", "重点领域", "zdly/czys"),
    column("zdly/czys", "重点领域/财政预决算", categories=("预算", "决算"), topic="czys", five="管理公开"),
    column("zcjd", "政策解读", "zcjd/bjjd", type="政策解读"),
    column("zcjd/bjjd", "政策解读/本级政策解读", kind="interpretation", type="政策解读", facet_by="解读形式"),
    column("zwdt", "政务动态", "zwdt/tzgg", "zwdt/gzdt"),
    column("zwdt/tzgg", "政务动态/通知公告", kind="notice", type="通知公告"),
    column("zwdt/gzdt", "政务动态/工作动态", five="结果公开"),
)  # fmt: skip

TREE = ColumnTree(
    preset="test",
    name="乡镇",
    mode="channel",
    columns={c.path: c for c in _ALL},
    roots=("zfxxgk", "jcgk", "glgk", "fwgk", "zdly", "zcjd", "zwdt"),
    nav_primary=("zfxxgk", "zwdt", "zcjd"),
    nav_five=("jcgk", "glgk", "fwgk"),
    nav_special=("zdly",),
    topics=(
        Topic("czys", "财政预决算", "财预〔2016〕143号", _BUDGET),
        Topic("gysy", "社会公益事业", "国办发〔2018〕10号", _RELIEF),
    ),
    fields26=("城乡规划", "救灾"),
    fields26_elsewhere={"户籍管理": "由县公安机关公开"},
    article21="township",
    statements=(Statement("政府债务", "由县财政部门公开"),),
    links=(Statement("县政府公报", "链接县政府网站"),),
)


def make_unit(**extra: Any) -> Unit:
    """The unit of the tests."""
    given: dict[str, Any] = {
        "name": UNIT,
        "doc_words": ("青政发", "青政办发"),
        "demonstration": True,
        **extra,
    }
    return Unit(**given)


def make_item(number: int, path: str = "jcgk/ghjh", day: date | None = None, **extra: Any) -> Item:
    """A public item; without a day, one published `number` days after the start of 2026."""
    when = day or date.fromordinal(date(2026, 1, 1).toordinal() + number)
    index_number = f"990121/{when:%Y%m}-{number:05d}"
    given: dict[str, Any] = {
        "path": f"{path}/{number}.md",
        "sha256": f"{number:064x}",
        "body_offset": 0,
        "body_line": 1,
        "index_number": index_number,
        "slug": index_number.replace("/", "-"),
        "title": f"第{number}条信息",
        "kind": TREE.columns[path].kind,
        "columns": (path,),
        "published": Moment(when),
        "publisher": UNIT,
        "level": TREE.columns[path].level,
        **extra,
    }
    return Item(**given)


def policy(number: int, path: str = "jcgk/zcwj/gfxwj", **extra: Any) -> Item:
    """A policy file with its document number."""
    given: dict[str, Any] = {
        "doc_number": f"青政发〔2026〕{number}号",
        "issuers": (UNIT,),
        "written": date(2026, 1, 1),
        "document_nature": "行政规范性文件",
        **extra,
    }
    return make_item(number, path, **given)


def attachment(name: str, number: int = 1) -> Attachment:
    """An attachment beside an item."""
    return Attachment(f"jcgk/ghjh/{name}", name, "", f"/info/x/{number}.docx", 12600, "ab" * 32)


def related(kind: RelationKind, source: Item, target: Item) -> Relation:
    """A relation between two items."""
    return Relation(kind, source.index_number, target.index_number)


def make_catalog(
    items: Iterable[Item] = (),
    relations: Iterable[Relation] = (),
    *,
    today: date = TODAY,
    held: Iterable[Held] = (),
    unit: Unit | None = None,
    tree: ColumnTree = TREE,
) -> Catalog:
    """A catalog over the small tree."""
    return build_catalog(
        unit=unit or make_unit(),
        tree=tree,
        tables=TABLES,
        today=today,
        items=items,
        relations=relations,
        held=held,
    )


def addresses_of(catalog: Catalog, features: Mapping[str, Feature] = FEATURES) -> Addresses:
    """The addresses of a build with some features."""
    return make_addresses(catalog, frozenset(features), SITE)


def specs_of(catalog: Catalog, features: Mapping[str, Feature] = FEATURES) -> tuple[PageSpec, ...]:
    """All pages of a build."""
    addresses = addresses_of(catalog, features)
    return tuple(spec for feature in features.values() for spec in feature.pages(catalog, addresses))


def views_of(catalog: Catalog, features: Mapping[str, Feature] = FEATURES) -> dict[str, PageView]:
    """Every page's view by its path."""
    addresses = addresses_of(catalog, features)
    return {spec.path: page_view(spec, features, catalog, addresses) for spec in specs_of(catalog, features)}


PORTAL = Portal(name="示例县人民政府", url="https://www.shili.example/", site_id="9901210001")

CORE_ONLY: Mapping[str, Feature] = {CORE.name: CORE}
