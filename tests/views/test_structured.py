import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gongkai.model.item import Item
from gongkai.model.moment import Moment
from gongkai.views.pages import GroupView, PageView
from gongkai.views.parts import YearBar
from gongkai.views.structured import as_script
from tests.views.make import make_catalog, make_item, policy, views_of


def graph(view: PageView) -> dict[str, Any]:
    """The facts of a page by their type."""
    return {part["@type"]: part for part in json.loads(view.head.data)["@graph"]}


def item_graph(item: Item) -> dict[str, Any]:
    return graph(views_of(make_catalog((item,)))[item.address])


def test_a_document_is_a_legislation_with_its_force() -> None:
    item = policy(1, doc_number="青政发〔2026〕1号", issuers=("青山镇人民政府",), written=date(2026, 5, 1))
    data = item_graph(item)["Legislation"]
    assert data["legislationIdentifier"] == "青政发〔2026〕1号"
    assert data["legislationDate"] == "2026-05-01"
    assert data["legislationLegalForce"] == "https://schema.org/InForce"
    assert [body["name"] for body in data["legislationPassedBy"]] == ["青山镇人民政府"]


def test_anything_else_is_an_article_published_in_beijing_time() -> None:
    item = make_item(1, published=Moment(date(2026, 5, 3), 570))
    data = item_graph(item)["Article"]
    assert data["datePublished"] == "2026-05-03T09:30+08:00"
    assert "legislationLegalForce" not in data


def test_a_page_says_where_it_is_and_home_who_publishes() -> None:
    views = views_of(make_catalog((make_item(1, "jcgk/ghjh"),)))
    names = [e["name"] for e in graph(views["/jcgk/ghjh/"])["BreadcrumbList"]["itemListElement"]]
    assert names[0] == "首页"
    assert "GovernmentOrganization" in graph(views["/"])


def test_no_text_can_end_the_script() -> None:
    view = views_of(make_catalog((make_item(1, title="</script><b>&amp;"),)))["/"]
    item = make_item(1, title="</script><b>&amp;")
    page = views_of(make_catalog((item,)))[item.address]
    assert "<" not in view.head.data + page.head.data
    assert graph(page)["Article"]["headline"] == "</script><b>&amp;"


def test_years_are_drawn_without_gaps_and_only_when_there_are_several() -> None:
    days = [date(2024, 1, 2), date(2026, 1, 2), date(2026, 2, 2)]
    items = [make_item(n, "jcgk/ghjh", day) for n, day in enumerate(days, 1)]
    view = views_of(make_catalog(items))["/jcgk/"]
    assert isinstance(view, GroupView)
    assert view.years == (YearBar("2024", 1, 50), YearBar("2025", 0, 0), YearBar("2026", 2, 100))
    single = views_of(make_catalog(items[1:]))["/jcgk/"]
    assert isinstance(single, GroupView)
    assert single.years == ()


@given(
    st.dictionaries(
        st.text(), st.one_of(st.text(), st.lists(st.text()), st.dictionaries(st.text(), st.text()))
    )
)
def test_facts_are_written_as_json_writes_them(data: dict[str, object]) -> None:
    plain = json.dumps(
        {"@context": "https://schema.org", "@graph": [data]}, ensure_ascii=False, separators=(",", ":")
    )
    safe = plain.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    assert as_script([data]) == safe
