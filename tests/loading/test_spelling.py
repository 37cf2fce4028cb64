"""Names in pinyin from the small table are what pypinyin says."""

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from gongkai.loading.spelling import initials, spelled
from scripts import readings

COMMON = "".join(readings.common_characters())
CHINESE = st.text(
    st.one_of(st.sampled_from(COMMON), st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF))
)
MIXED = st.text(
    st.one_of(st.sampled_from("青山重庆长乐区A1 -（）"), st.characters(codec="utf-8")), max_size=8
)
PHRASED = st.tuples(CHINESE, st.sampled_from(sorted(PHRASES_DICT)), CHINESE).map("".join)


@settings(max_examples=400)
@given(st.one_of(CHINESE, MIXED, PHRASED))
def test_any_name(name: str) -> None:
    assert spelled(name) == lazy_pinyin(name)
    assert initials(name) == lazy_pinyin(name, style=Style.FIRST_LETTER)


def test_every_phrase_of_common_characters() -> None:
    wrong = [p for p in PHRASES_DICT if set(p) <= set(COMMON) and spelled(p) != lazy_pinyin(p)]
    assert wrong == []


def test_village_names() -> None:
    names = ("青山村", "长乐村", "重阳社区", "柏树坳村", "六安里社区")
    assert [initials(name) for name in names] == [lazy_pinyin(n, style=Style.FIRST_LETTER) for n in names]


def test_the_table_is_in_step_with_pypinyin() -> None:
    assert readings.TABLE.read_text(encoding="utf-8") == readings.table_text()


def test_common_names_do_not_load_the_dictionaries() -> None:
    program = "import sys; from gongkai.loading.spelling import spelled; spelled('青山村'); print('pypinyin' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
