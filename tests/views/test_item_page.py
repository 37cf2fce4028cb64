from datetime import date, timedelta
from typing import Any

import pytest

from gongkai.model.item import Change, Item, Picture
from gongkai.model.moment import Moment
from gongkai.model.relation import RelationKind
from gongkai.views.leave import leave_path
from gongkai.views.pages import ItemView
from gongkai.views.parts import Period
from tests.views.make import (
    CORE_ONLY,
    TODAY,
    UNIT,
    attachment,
    make_catalog,
    make_item,
    policy,
    related,
    views_of,
)


def view_of(item: Item, *others: Item, **extra: Any) -> ItemView:
    view = views_of(make_catalog((item, *others), **extra))[item.address]
    assert isinstance(view, ItemView)
    return view


def facts(view: ItemView) -> dict[str, str]:
    return {fact.label: fact.value for fact in view.facts}


def paths(view: ItemView) -> dict[str, str]:
    return {fact.label: fact.path for fact in view.facts}


FULL = policy(
    3,
    theme="综合政务\\政务公开",
    genre="通知",
    effective=date(2026, 2, 1),
    valid_years=5,
    registration="QS-3",
    department="综合办",
    audience="农民",
    keywords=("甲", "乙"),
    summary="概述",
    source="本镇",
    author="张某",
    issuers=(UNIT, "示例县民政局"),
    published=Moment(date(2026, 1, 4), 605),
    columns=("jcgk/zcwj/gfxwj", "jcgk/ghjh"),
    category="类别",
)


def test_the_metadata_box_has_every_field_in_order() -> None:
    found = [(fact.label, fact.value) for fact in view_of(FULL).facts]
    assert found == [
        ("索引号", FULL.index_number),
        ("发布机构", UNIT),
        ("发文机关", UNIT),
        ("联合发文机关", "示例县民政局"),
        ("发文字号", "青政发〔2026〕3号"),
        ("名称", "第3条信息"),
        ("成文日期", "2026-01-01"),
        ("发布日期", "2026-01-04 10:05"),
        ("主题分类", "综合政务\\政务公开"),
        ("体裁分类", "通知"),
        ("目录分类", "决策公开/政策文件/行政规范性文件"),
        ("共享栏目", "决策公开/规划计划"),
        ("信息类别", "类别"),
        ("服务对象", "农民"),
        ("公开方式", "主动公开"),
        ("公开时限", "自形成或者变更之日起20个工作日内"),
        ("公开责任部门", "综合办"),
        ("有效性", "有效"),
        ("施行日期", "2026-02-01"),
        ("废止（失效）日期", "2031-02-01"),
        ("有效期", "5年"),
        ("登记号", "QS-3"),
        ("关键词", "甲、乙"),
        ("内容概述", "概述"),
        ("信息来源", "本镇"),
    ]


def test_facet_values_lead_to_their_index_pages_which_exist() -> None:
    catalog = make_catalog((FULL,))
    views = views_of(catalog)
    view = views[FULL.address]
    assert isinstance(view, ItemView)
    led = {label: path for label, path in paths(view).items() if path}
    assert set(led) == {
        "发文机关", "联合发文机关", "发文字号", "主题分类", "体裁分类", "目录分类", "共享栏目", "有效性",
    }  # fmt: skip
    assert led["主题分类"] == "/index/theme/t02-01/"
    assert led["有效性"] == "/index/validity/valid/"
    assert all(path in views for path in led.values())


def test_without_other_features_nothing_leads_to_their_pages() -> None:
    views = views_of(make_catalog((FULL,)), CORE_ONLY)
    view = views[FULL.address]
    assert isinstance(view, ItemView)
    assert not any(paths(view).values())
    assert facts(view)["有效性"] == "有效"


def test_what_has_no_document_number_was_made_on_a_day_and_has_no_validity() -> None:
    found = facts(view_of(make_item(1, written=date(2026, 1, 1))))
    assert found["生成日期"] == "2026-01-01"
    assert "成文日期" not in found
    assert "有效性" not in found


def test_a_relayed_item_names_its_source_with_its_address() -> None:
    item = make_item(1, "jcgk/zcwj/sjwj", source="县政府", source_url="https://www.shili.example/1")
    view = view_of(item)
    address = "https://www.shili.example/1"
    assert facts(view)["原文链接"] == address
    # A unit without a portal of that name: the notice stands between.
    assert paths(view)["原文链接"] == leave_path(address)


def test_meta_tags() -> None:
    item = make_item(
        1,
        keywords=("甲", "乙"),
        summary="概述",
        author="张某",
        published=Moment(date(2026, 1, 2), 61),
        pictures={"a.png": Picture("x/a.png", "/info/x/i1.png", "0")},
    )
    assert dict(view_of(item).head.meta) == {
        "ColumnName": "规划计划",
        "ColumnType": "信息公开",
        "ArticleTitle": "第1条信息",
        "PubDate": "2026-01-02 01:01",
        "ContentSource": UNIT,
        "Keywords": "甲;乙",
        "Author": "张某",
        "Description": "概述",
        "Image": "https://qingshan.example/zwgk/info/x/i1.png",
        "Url": f"https://qingshan.example/zwgk{item.address}",
    }
    assert "Author" not in dict(view_of(make_item(2)).head.meta)


def test_breadcrumb_leads_through_the_columns() -> None:
    crumbs = [(link.text, link.path) for link in view_of(policy(1)).head.breadcrumbs]
    assert crumbs == [
        ("首页", "/"),
        ("决策公开", "/jcgk/"),
        ("政策文件", "/jcgk/zcwj/"),
        ("行政规范性文件", "/jcgk/zcwj/gfxwj/"),
        ("正文", ""),
    ]


def test_details_have_chinese_names_and_leave_out_relations_order_and_nothing() -> None:
    leader = make_item(
        1,
        "glgk/ld",
        details={"person_name": "张某", "rank": 1, "photo": "镇长.jpg"},
        pictures={"镇长.jpg": Picture("x/镇长.jpg", "/info/x/i1.jpg", "0")},
    )
    assert [(f.label, f.value, f.path) for f in view_of(leader).details] == [
        ("姓名", "张某", ""),
        ("照片", "镇长.jpg", "/info/x/i1.jpg"),
    ]
    press = make_item(
        2, kind="press", details={"press_time": Moment(date(2026, 9, 20), 570), "transcript": "某号"}
    )
    assert [(f.label, f.value) for f in view_of(press).details] == [("发布会时间", "2026-09-20 09:30")]
    meeting = make_item(3, kind="meeting", details={"agenda": ("议题一", "议题二")})
    assert [f.value for f in view_of(meeting).details] == ["议题一；议题二"]
    link = make_item(4, kind="link", details={"url": "https://www.shili.example/"})
    assert view_of(link).details[0].path == leave_path("https://www.shili.example/")
    feedback = make_item(5, "jcgk/yjfk", details={"received": 0, "adopted": 0})
    assert [f.value for f in view_of(feedback).details] == ["0", "0"]


def test_attachments_changes_and_signature() -> None:
    item = policy(1, attachments=(attachment("附件1.docx"),), changes=(Change(date(2026, 5, 3), "金额更正"),))
    view = view_of(item)
    assert (view.attachments[0].title, view.attachments[0].name) == ("附件1.docx", "附件1.docx")
    assert (view.attachments[0].type, view.attachments[0].size) == ("DOCX", "12.3 KB")
    assert [(f.label, f.value) for f in view.changes] == [("2026-05-03", "金额更正")]
    assert view.signature == (UNIT, "2026年1月1日")
    assert view_of(make_item(2, written=TODAY)).signature == ()


def test_links_of_the_body_lead_to_public_items_and_files_only() -> None:
    gone = make_item(2, withdrawn=TODAY, withdrawn_reason="重复")
    there = make_item(3)
    item = make_item(
        1,
        links={"b.md": there.index_number, "c.md": gone.index_number, "d.md": "990121/202601-09999"},
        files={"表.docx": "/info/x/1.docx"},
    )
    view = view_of(item, gone, there)
    assert view.body.links == {"b.md": there.address, "表.docx": "/info/x/1.docx"}
    assert (view.body.source, view.body.sha256) == (item.index_number, item.sha256)


EFFECTIVE, LAST = date(2026, 3, 1), date(2026, 8, 31)


@pytest.mark.parametrize(
    ("today", "state", "words"),
    [
        (EFFECTIVE - timedelta(1), "尚未施行", "自2026年3月1日起施行"),
        (EFFECTIVE, "有效", ""),
        (LAST, "有效", ""),
        (LAST + timedelta(1), "已失效", "有效期至2026年8月31日，已失效"),
    ],
)
@pytest.mark.parametrize("features", [None, CORE_ONLY])
def test_validity_of_dates(today: date, state: str, words: str, features: Any) -> None:
    item = policy(1, effective=EFFECTIVE, expires=LAST)
    catalog = make_catalog((item,), today=today)
    view = (views_of(catalog, features) if features else views_of(catalog))[item.address]
    assert isinstance(view, ItemView)
    assert view.validity == state
    assert [words in banner.text for banner in view.banners] == ([True] if words else [])


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 5, 5), "未开始"),
        (date(2026, 5, 6), "进行中"),
        (date(2026, 5, 12), "进行中"),
        (date(2026, 5, 13), "已结束"),
    ],
)
def test_notice_period(day: date, state: str) -> None:
    item = make_item(1, "zwdt/tzgg", notice_start=date(2026, 5, 6), notice_end=date(2026, 5, 12))
    assert view_of(item, today=day).period == Period("2026-05-06", "2026-05-12", state)
    assert view_of(make_item(2)).period is None


def test_a_relation_adds_nothing_without_linkage() -> None:
    old, new = policy(1), policy(2)
    catalog = make_catalog((old, new), (related(RelationKind.REPEALS, new, old),))
    view = views_of(catalog, CORE_ONLY)[old.address]
    assert isinstance(view, ItemView)
    assert (view.validity, view.banners, view.relations) == ("已废止", (), ())
