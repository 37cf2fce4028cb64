"""Atom feeds by RFC 4287: required elements, ids that stay, change notes, and nothing that XML forbids."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from gongkai.exports.feeds import feed_files
from gongkai.model.catalog import Catalog
from gongkai.model.item import Change
from gongkai.model.moment import Moment
from tests.exports.make import OPEN, POLICY, SITE, absolute, files, make_catalog, make_item, rooted

ATOM = "{http://www.w3.org/2005/Atom}"
ITEM = f"{SITE}/info/990000000-202605-00001/"


def feeds(catalog: Catalog) -> Mapping[str, ET.Element]:
    made = files(feed_files(catalog, OPEN, absolute))
    return {path: ET.fromstring(data) for path, data in made.items()}


def entries(feed: ET.Element) -> list[ET.Element]:
    return feed.findall(f"{ATOM}entry")


def text(element: ET.Element, tag: str) -> str:
    found = element.find("/".join(ATOM + part for part in tag.split("/")))
    assert found is not None
    return found.text or ""


def href(element: ET.Element, rel: str) -> str:
    return next(link.attrib["href"] for link in element.findall(f"{ATOM}link") if link.attrib["rel"] == rel)


def test_the_site_and_each_open_column_have_one() -> None:
    assert sorted(feeds(make_catalog())) == [
        "feed.xml",
        "jcgk/feed.xml",
        "jcgk/zcjd/feed.xml",
        "jcgk/zcwj/feed.xml",
        "zt/feed.xml",
    ]


@pytest.mark.parametrize("path", ["feed.xml", "jcgk/feed.xml", "jcgk/zcwj/feed.xml", "zt/feed.xml"])
def test_required_elements(path: str) -> None:
    feed = feeds(make_catalog())[path]
    assert feed.tag == f"{ATOM}feed"
    assert text(feed, "id") == href(feed, "self") == f"{SITE}/{path}"
    assert href(feed, "alternate") == f"{SITE}/{path.removesuffix('feed.xml')}"
    assert text(feed, "title")
    assert text(feed, "author/name") == "示例县青山镇人民政府"
    assert text(feed, "updated") == "2026-05-09T00:00:00+08:00"
    for entry in entries(feed):
        for tag in ("id", "title", "published", "updated", "summary", "author/name"):
            assert text(entry, tag)
        assert href(entry, "alternate")
        assert text(entry, "updated") <= text(feed, "updated")
    identities = [text(entry, "id") for entry in entries(feed)]
    assert len(identities) == len(set(identities)) > 0


def test_an_item_and_its_change_notes() -> None:
    found = entries(feeds(make_catalog())["jcgk/zcwj/feed.xml"])
    assert [(text(e, "id"), text(e, "title"), text(e, "summary"), text(e, "published")) for e in found] == [
        (f"{ITEM}#change-2026-05-09-1", f"更正：{POLICY.title}", "日期更正", "2026-05-09T00:00:00+08:00"),
        (f"{ITEM}#change-2026-05-06-2", f"更正：{POLICY.title}", "标题更正", "2026-05-06T00:00:00+08:00"),
        (
            f"{ITEM}#change-2026-05-06-1",
            f"更正：{POLICY.title}",
            "附件2金额更正",
            "2026-05-06T00:00:00+08:00",
        ),
        (ITEM, POLICY.title, "摘要", "2026-05-03T09:30:00+08:00"),
    ]
    assert text(found[-1], "updated") == "2026-05-09T00:00:00+08:00"
    assert {href(entry, "alternate") for entry in found} == {ITEM}
    terms = [each.attrib for each in found[-1].findall(f"{ATOM}category")]
    assert terms == [
        {"term": "决策公开/政策文件", "label": "政策文件"},
        {"term": "工作动态", "label": "工作动态"},
    ]


def test_an_older_note_keeps_its_id_when_a_later_one_comes() -> None:
    before = make_item(1, changes=(Change(date(2026, 5, 6), "一"),))
    after = make_item(1, changes=(Change(date(2026, 5, 6), "一"), Change(date(2026, 5, 7), "二")))
    found = [
        {text(entry, "id") for entry in entries(feeds(make_catalog([item], ()))["feed.xml"])}
        for item in (before, after)
    ]
    assert found[0] < found[1]


def test_a_group_holds_what_is_below_it_and_the_site_all() -> None:
    made = feeds(make_catalog([*make_catalog().items, make_item(8, columns=("gzdt",))], ()))
    assert len(entries(made["jcgk/feed.xml"])) == 5
    assert len(entries(made["feed.xml"])) == 6


def test_a_gathering_column_has_the_items_of_its_areas() -> None:
    other = make_item(7, columns=("jcgk/zcwj",), category="计划")
    feed = feeds(make_catalog([POLICY, other], ()))["zt/feed.xml"]
    assert {href(entry, "alternate") for entry in entries(feed)} == {ITEM}


def test_the_newest_thirty() -> None:
    start = date(2026, 1, 1)
    items = [make_item(n, published=Moment(start + timedelta(days=n))) for n in range(40)]
    found = entries(feeds(make_catalog(items, ()))["feed.xml"])
    assert [text(entry, "title") for entry in found] == [f"第{n}条" for n in range(39, 9, -1)]


def test_a_note_on_an_old_item_comes_to_the_top() -> None:
    start = date(2026, 1, 1)
    items = [make_item(n, published=Moment(start + timedelta(days=n))) for n in range(1, 41)]
    items.append(
        make_item(99, published=Moment(date(2012, 1, 1)), changes=(Change(date(2026, 4, 1), "更正"),))
    )
    found = entries(feeds(make_catalog(items, ()))["feed.xml"])
    assert text(found[0], "title") == "更正：第99条"
    assert "第99条" not in [text(entry, "title") for entry in found]


def test_an_empty_column_has_a_valid_feed_that_does_not_change_by_the_day() -> None:
    feed = feeds(make_catalog((), ()))["zt/feed.xml"]
    assert entries(feed) == []
    assert text(feed, "updated") == "2019-05-15T00:00:00+08:00"


def test_without_a_site_address() -> None:
    made = files(feed_files(make_catalog(), OPEN, rooted))
    feed = ET.fromstring(made["jcgk/zcwj/feed.xml"])
    identities = [text(feed, "id"), *(text(entry, "id") for entry in entries(feed))]
    assert all(each.startswith("tag:") and ".gongkai.invalid,2026:/" in each for each in identities)
    assert len(set(identities)) == len(identities)
    assert href(entries(feed)[0], "alternate") == "/info/990000000-202605-00001/"


def test_control_characters_are_removed_and_markup_is_escaped() -> None:
    item = make_item(1, title="标题\x0b\x00<b>&\ufffe", summary="\x1b[1m摘要\ud800")
    (entry,) = entries(feeds(make_catalog([item], ()))["feed.xml"])
    assert text(entry, "title") == "标题<b>&"
    assert text(entry, "summary") == "[1m摘要"


def test_a_withdrawn_item_is_in_no_feed() -> None:
    assert b"\xe6\x92\xa4\xe4\xb8\x8b" not in b"".join(
        files(feed_files(make_catalog(), OPEN, absolute)).values()
    )


def test_bytes_begin_as_an_xml_document() -> None:
    data = files(feed_files(make_catalog(), OPEN, absolute))["feed.xml"]
    assert data.startswith(
        b"<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\""
    )
    assert b'xml:lang="zh-CN"' in data
