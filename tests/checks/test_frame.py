"""Addresses on pages lead where a browser takes them."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.frame import resolved, target_of

SEGMENT = st.sampled_from(
    ["a", "b.html", "info", "x-1", "..", ".", "", "1.pdf", "附件", "a;b", "c:d", "%E7%94%B2", "..c"]
)
PATHS = st.lists(st.sampled_from(["a", "info", "x-1"]), max_size=4).map(
    lambda parts: "/" + "".join(f"{p}/" for p in parts)
)
ADDRESSES = st.lists(SEGMENT, min_size=1, max_size=5).map("/".join).filter(lambda a: not a.startswith("//"))


@given(PATHS | PATHS.map(lambda path: path + "404.html"), ADDRESSES)
def test_an_address_is_resolved_as_browsers_do(path: str, address: str) -> None:
    assert resolved(path, address) == urljoin(path, address)


def test_addresses_of_the_channel_lose_its_path() -> None:
    assert target_of("/info/x/", "../../zwdt/", "h.example", "/qs/") == "/zwdt/"
    assert target_of("/404.html", "/qs/zwdt/?q=1#a", "h.example", "/qs/") == "/zwdt/"
    assert target_of("/", "https://h.example/qs/a.pdf", "h.example", "/qs/") == "/a.pdf"
    assert target_of("/", "mailto:a@b.example", "h.example", "/qs/") is None
