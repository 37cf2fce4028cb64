"""What is written by hand for speed is what the libraries write."""

import json
import xml.etree.ElementTree as ET
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from gongkai.exports.files import (
    ascii_address,
    attribute,
    escaped,
    json_line,
    json_list,
    json_members,
    json_object,
    json_text,
    legal,
)

TEXT = st.text(st.one_of(st.sampled_from("&<>\"'\t\r\n公%/ "), st.characters(codec="utf-8")))
VALUE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXT),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(TEXT, inner)),
    max_leaves=5,
)


@given(TEXT)
def test_text_in_xml(text: str) -> None:
    element = ET.Element("a", {"b": legal(text)})
    element.text = legal(text) or None
    inner = escaped(text)
    by_hand = f'<a b="{attribute(text)}">{inner}</a>' if inner else f'<a b="{attribute(text)}" />'
    assert by_hand == ET.tostring(element, encoding="unicode")


@given(TEXT)
def test_addresses(text: str) -> None:
    assert ascii_address(text) == quote(text, safe="/:?#[]@!$&'()*+,;=%-._~")


@given(st.lists(TEXT))
def test_lists_of_texts(texts: list[str]) -> None:
    assert json_list(texts) == json_list(tuple(texts)) == json_text(texts)


@given(st.dictionaries(TEXT, VALUE, min_size=1))
def test_json(value: dict[str, object]) -> None:
    members = json_members(value)
    assert json_line(members) == json_text(value)
    assert json.loads(json_object(members)) == value
