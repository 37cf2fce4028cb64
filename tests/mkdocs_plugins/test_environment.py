"""Addresses as seen from a page."""

import pytest

from gongkai.mkdocs_plugins.environment import rooted_url, settle
from gongkai.mkdocs_plugins.making_stage import root_url
from gongkai.mkdocs_plugins.ordinary import ascii_address
from gongkai.mkdocs_plugins.renderer import base_url
from gongkai.views.spec import PageSpec


@pytest.mark.parametrize(
    ("path", "base", "plain", "expected"),
    [
        ("/jcgk/zcwj/", "../..", False, "../../jcgk/zcwj/"),
        ("/jcgk/zcwj/", "../..", True, "../../jcgk/zcwj/index.html"),
        ("/", ".", False, "./"),
        ("/", "..", True, "../index.html"),
        ("/feed.xml", "..", True, "../feed.xml"),
        ("https://a.example/", "..", True, "https://a.example/"),
    ],
)
def test_an_address_from_a_page(path: str, base: str, plain: bool, expected: str) -> None:
    assert settle(rooted_url(path, plain), base) == expected


@pytest.mark.parametrize(
    ("path", "expected"), [("/", "."), ("/five/", ".."), ("/info/a/", "../.."), ("/404.html", "/qs")]
)
def test_the_way_to_the_root(path: str, expected: str) -> None:
    assert base_url(PageSpec(path, "x", "core", ()), "/qs/") == expected


def test_the_path_of_the_sites_address() -> None:
    assert root_url("https://a.example/qs/") == "/qs/"
    assert root_url("https://a.example/") == "/"
    assert root_url("") == "/"


def test_ordinary_pages_have_ascii_addresses() -> None:
    assert ascii_address("关于本站.md") == "guan-yu-ben-zhan/"
    assert ascii_address("页面/About Us.md") == "about-us/"
