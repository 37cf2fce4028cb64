"""Simple front matter is read without YAML, with the same result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.loading.front_matter import HANDLER
from gongkai.loading.plain_lines import plain_entries

_CHARACTERS = "甲乙年A1 0:：-#'\"[]{}&*!|>%@`,，、?=~/.()（）《〔“”…—_\t\n\r\u3000\xa0\ufeff+;<$^\\"


def by_yaml(front: str) -> object:
    return HANDLER.load("\n" + front)["entries"]


@pytest.mark.parametrize(
    "front",
    [
        "标题: 关于防汛的通知\n发布日期: 2026-05-03\n索引号: 119901210000000000/202605-00001\n",
        "发布日期: 2026-05-03 09:30\nsource_url: https://www.shili.example/a.html\n",
        "发文字号: 青政发〔2026〕12号\n标题: 《办法》（试行）— 第一部分\n审核: 张某 2026-05-03\n",
        "草稿: no\n编号: 0123\n值: 1e5\n空: null\n",
        "标题: a - b, c\n",
    ],
)
def test_what_clerks_write_is_read_at_once_and_alike(front: str) -> None:
    found = plain_entries(front, 2)
    assert found is not None
    assert found == by_yaml(front)


@pytest.mark.parametrize(
    "front",
    [
        "",
        "标题:\n",
        "标题: \n",
        "标题: 甲 \n",
        "标题: 甲: 乙\n",
        "标题: 甲:\n",
        "标题: 甲 # 乙\n",
        "标题: '甲'\n",
        "标题: [甲, 乙]\n",
        "标题: - 甲\n",
        "标题: -\n",
        "标题: ---\n",
        "标题: 甲\n标题: 乙\n",
        "标题: 甲\n  乙\n",
        "标题: 甲\n\n发布日期: 2026-05-03\n",
        "附件:\n  - 甲.docx\n",
        "标题: 甲\r\n",
        "标题:甲\n",
        "标题： 甲\n",
        "标题: 甲",
        " 标题: 甲\n",
        "标题: \u3000甲\n",
        "? 标题: 甲\n",
    ],
)
def test_everything_else_is_left_to_yaml(front: str) -> None:
    assert plain_entries(front, 2) is None


@given(st.lists(st.tuples(st.text("甲乙ab:1 #", max_size=5), st.text(_CHARACTERS, max_size=16)), max_size=4))
def test_what_is_taken_is_what_yaml_reads(pairs: list[tuple[str, str]]) -> None:
    front = "".join(f"{name}: {value}\n" for name, value in pairs)
    found = plain_entries(front, 2)
    if found is not None:
        assert found == by_yaml(front)


@given(st.text("甲A1 :/-，、（》.,;+_(){}\n", max_size=40))
def test_so_for_any_text(text: str) -> None:
    front = f"标题: 甲{text}\n"
    found = plain_entries(front, 2)
    if found is not None:
        assert found == by_yaml(front)
