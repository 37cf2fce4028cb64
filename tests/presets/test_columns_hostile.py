"""Whatever stands in a columns file: findings with a place and a hint, never an exception, always a whole tree."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.loading.columns_file import read_columns_file
from gongkai.loading.columns_terms import ATTRIBUTES, PLACING, SECTIONS
from gongkai.loading.presets import read_tables
from gongkai.model.column import ColumnTree
from tests.presets.reading import PATH

TABLES = read_tables()
PATHS = "xwfb jdbz glgk/qzqd glgk zfxxgk zdly/shgy 政策解读 无此栏目 顶层".split()
WORDS = [
    *"township subdistrict 每月 na show view topic article 是 20-10 本镇 index a-b 甲/乙".split(),
    "",
    "[",
    "无",
]

scalars = st.sampled_from(WORDS + PATHS) | st.text(max_size=6)
attributes = st.dictionaries(
    st.sampled_from([*ATTRIBUTES, *PLACING, "不认识"]), scalars | st.lists(scalars, max_size=3), max_size=5
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(PATHS) | scalars, inner | attributes, max_size=3)
    ),
    max_leaves=6,
)
files = st.dictionaries(
    st.sampled_from([*SECTIONS, "不认识"]), values | attributes | st.lists(attributes, max_size=3), max_size=5
)


def whole(tree: ColumnTree) -> bool:
    """Every column's parent and children are there, and nothing points at an absent one."""
    below = [path for column in tree.columns.values() for path in column.children]
    parents = {column.parent for column in tree.columns.values()} - {""}
    named = [*tree.roots, *below, *parents, *tree.nav_primary, *tree.nav_five, *tree.nav_special]
    gathered = [p for topic in tree.topics for area in topic.areas for p in area.columns]
    return len(below) == len(set(below)) and set(named + gathered) <= set(tree.columns)


def check(text: str) -> None:
    tree, problems = read_columns_file(PATH, text, TABLES, ("甲村",))
    assert whole(tree)
    assert all(p.message and p.hint and p.line >= 0 and p.path == PATH for p in problems)
    assert list(problems) == sorted(problems, key=lambda p: p.place)


@settings(max_examples=50)
@given(files)
def test_any_well_formed_file(data: dict[str, object]) -> None:
    check(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@settings(max_examples=50)
@given(st.text(alphabet=st.sampled_from("继承隐藏改名:：-[]{}&*!|>'\"#%@`, \n\t甲ab0"), max_size=40))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "{a: " * 5_000, "- " * 20_000, "a: &x [b]\nc: [*x, *x]\n", "\x85", "---\n---\n"]
)
def test_texts_made_to_hurt(text: str) -> None:
    check(text)
