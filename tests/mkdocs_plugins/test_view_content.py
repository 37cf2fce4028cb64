"""What stands for a view in its page's fingerprint: the same for equal views, another for any difference."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from gongkai import views
from gongkai.mkdocs_plugins.view_content import view_content
from gongkai.views.pages import BodyView, LeaveView, ListView
from gongkai.views.parts import Head, Link, Pager, Period, Row

ROW = Row("1", "甲", "/info/1/", "2026-05-03", column=Link("栏目", "/a/"))
HEAD = Head("column", "甲", "/a/", breadcrumbs=(Link("首页", "/"), Link("甲")), meta=(("ColumnName", "甲"),))
VIEW = ListView(HEAD, "甲", "", (ROW, replace(ROW, index_number="2")), Pager(older="/a/archive/1/"), ("类",))


@pytest.mark.parametrize(
    "other",
    [
        replace(VIEW, heading="乙"),
        replace(VIEW, rows=VIEW.rows[::-1]),
        replace(VIEW, rows=VIEW.rows[:1]),
        replace(VIEW, rows=(ROW, replace(ROW, index_number="2", column=Link("栏目", "/b/")))),
        replace(VIEW, pager=Pager(older="/a/archive/1/", number=1)),
        replace(VIEW, categories=("类", "")),
        replace(VIEW, head=replace(HEAD, meta=())),
        replace(VIEW, description="甲", note=""),
        LeaveView(HEAD, "甲", "", ""),
    ],
)
def test_any_difference_shows(other: object) -> None:
    assert view_content(other) != view_content(VIEW)


@given(st.text(min_size=1), st.text())
def test_only_values_count(one: str, two: str) -> None:
    again = "".join([one[:1], one[1:]])
    assert view_content(Link(one, two)) == view_content(Link(sys.intern(again), two))
    shared, apart = (Link(one, one), Link(one, again)), (Link(again, one), Link(one, again))
    assert view_content(shared) == view_content(apart)
    assert view_content(Link(one, two)) != view_content(Link(two, one)) or one == two


def test_tables_count_as_what_they_hold() -> None:
    body = BodyView("1", "a", {"甲": "/a/"}, {})
    assert view_content(body) == view_content(replace(body, links=MappingProxyType({"甲": "/a/"})))
    assert view_content(body) != view_content(replace(body, links={"甲": "/b/"}))
    assert view_content((Period("", "", "a"), None)) != view_content((None, Period("", "", "a")))


@dataclass(frozen=True)
class OfAFeature:
    """A view of a feature of somebody else's."""

    head: Head
    day: date
    more: object = None


class Odd:
    """What the encoder does not know."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Odd({self.name})"


def test_what_the_encoder_does_not_know_counts_too() -> None:
    view = OfAFeature(HEAD, date(2026, 5, 3))
    assert view_content(view) == view_content(OfAFeature(HEAD, date(2026, 5, 3)))
    assert view_content(view) != view_content(OfAFeature(HEAD, date(2026, 5, 4)))
    for one, other in (
        (Odd("a"), Odd("b")),
        (Markup("a"), Markup("b")),
        (Markup("a"), "a"),
        (complex(1), complex(2)),
    ):
        assert view_content(replace(view, more=one)) != view_content(replace(view, more=other))
    assert view_content(replace(view, more=Odd("a"))) == view_content(replace(view, more=Odd("a")))


def test_every_field_of_our_views_is_in_the_bytes() -> None:
    found = 0
    for module in pkgutil.iter_modules(views.__path__):
        for each in vars(importlib.import_module(f"gongkai.views.{module.name}")).values():
            if isinstance(each, type) and is_dataclass(each):
                found += 1
                assert not [f.name for f in fields(each) if f.name.startswith("_")], each
    assert found > 50
