"""A small catalog made by hand: 示例县青山镇 with a policy file, its interpretation and a withdrawn item."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from gongkai.exports.catalog_csv import PATH as CSV
from gongkai.exports.catalog_csv import catalog_csv
from gongkai.exports.catalog_json import catalog_json_exports
from gongkai.exports.feeds import feed_files
from gongkai.model.catalog import Catalog, build_catalog
from gongkai.model.column import Area, Column, ColumnTree
from gongkai.model.item import Attachment, Change, Item, Picture
from gongkai.model.moment import Moment
from gongkai.model.relation import Relation, RelationKind
from gongkai.model.unit import Unit
from gongkai.model.vocabulary import FieldDef, Tables

TODAY = date(2026, 5, 20)
UNIT = Unit(name="示例县青山镇人民政府", code="99XXXXXXXXXXXXXXXX")
SITE = "https://qingshan.example/xxgk"
OPEN = frozenset({"jcgk", "jcgk/zcwj", "jcgk/zcjd", "zt"})

COLUMNS = (
    Column("jcgk", "jcgk", "决策公开", "决策公开", children=("jcgk/zcwj", "jcgk/zcjd")),
    Column("jcgk/zcwj", "zcwj", "政策文件", "决策公开/政策文件", kind="normative", five="决策公开"),
    Column("jcgk/zcjd", "zcjd", "政策解读", "决策公开/政策解读", five="决策公开", description="解读 & 说明"),
    Column("gzdt", "gzdt", "工作动态", "工作动态"),
    Column("zt", "zt", "专题", "专题", view="topic", gather=(Area("文件", ("jcgk/zcwj",), "规划"),)),
)
FIELDS = (
    FieldDef("received", "收到条数", (), "count", ""),
    FieldDef("photo", "照片", (), "file", ""),
    FieldDef("transcript", "实录", (), "relation", ""),
    FieldDef("decided", "决定日期", (), "date", ""),
    FieldDef("agenda", "议题", (), "list", ""),
    FieldDef("rank", "排序", (), "count", ""),
)
TABLES = Tables({}, {f.key: f for f in FIELDS}, (), (), (), (), (), (), (), {})
TREE = ColumnTree("township", "乡镇", "channel", {c.path: c for c in COLUMNS}, ("jcgk", "gzdt", "zt"))

SIGNED = "不得公开的审核人名"


def make_item(number: int, **changes: Any) -> Item:
    values: dict[str, Any] = {
        "path": f"决策公开/{number}.md",
        "sha256": "0" * 64,
        "body_offset": 0,
        "body_line": 1,
        "index_number": f"990000000/202605-{number:05d}",
        "slug": f"990000000-202605-{number:05d}",
        "title": f"第{number}条",
        "kind": "article",
        "columns": ("jcgk/zcjd",),
        "published": Moment(date(2026, 5, 1)),
        "publisher": "示例县青山镇人民政府",
    }
    return Item(**values | changes)


POLICY = make_item(
    1,
    title="关于加强 <防汛> & 抗旱工作的通知",
    kind="normative",
    columns=("jcgk/zcwj", "gzdt"),
    category="规划",
    published=Moment(date(2026, 5, 3), 9 * 60 + 30),
    doc_number="青政发〔2026〕12号",
    issuers=("示例县青山镇人民政府", "示例县水利局"),
    written=date(2026, 5, 2),
    effective=date(2026, 6, 1),
    valid_years=5,
    needs_interpretation=True,
    summary="摘要",
    keywords=("防汛", "抗旱"),
    attachments=(Attachment("决策公开/方案.docx", "方案.docx", "防汛方案", "/info/x/1.docx", 9, "a" * 64),),
    changes=(
        Change(date(2026, 5, 6), "附件2金额更正"),
        Change(date(2026, 5, 6), "标题更正"),
        Change(date(2026, 5, 9), "日期更正"),
    ),
)
INTERPRETATION = make_item(
    2,
    kind="interpretation",
    forms=("图解", "文字"),
    pictures={"图.png": Picture("决策公开/图.png", "/info/x/i1.png", "b" * 64)},
    details={
        "received": 0,
        "photo": "图.png",
        "transcript": "某处",
        "decided": date(2026, 5, 1),
        "agenda": ("一", "二"),
        "rank": 3,
    },
)
WITHDRAWN = make_item(3, title="撤下的标题", withdrawn=date(2026, 5, 10), withdrawn_reason="撤下的原因")
RELATIONS = (Relation(RelationKind.INTERPRETS, INTERPRETATION.index_number, POLICY.index_number),)


def make_catalog(
    items: Iterable[Item] = (POLICY, INTERPRETATION, WITHDRAWN), relations: Iterable[Relation] = RELATIONS
) -> Catalog:
    return build_catalog(unit=UNIT, tree=TREE, tables=TABLES, today=TODAY, items=items, relations=relations)


def absolute(path: str) -> str:
    return SITE + path


def rooted(path: str) -> str:
    return path


def files(pairs: Iterable[tuple[str, bytes]]) -> Mapping[str, bytes]:
    """The exported files by path; a path given twice is a mistake."""
    found: dict[str, bytes] = {}
    for path, data in pairs:
        assert path not in found
        found[path] = data
    return found


def feed_exports(
    catalog: Catalog, open_columns: frozenset[str], absolute: Callable[[str], str]
) -> Iterator[tuple[str, bytes]]:
    """All files that the plugin `gongkai/feeds` makes of a catalog."""
    yield from feed_files(catalog, open_columns, absolute)
    yield from catalog_json_exports(catalog, absolute)
    yield CSV, catalog_csv(catalog, absolute)
