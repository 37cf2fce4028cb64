"""The quick way to rows of digits finds what the pattern finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.loading.detectors import _LONG_DIGITS, _digit_runs

ROW = st.from_regex(r"[0-9](?:[ -]?[0-9]){12,19}[ -]?[xX]?", fullmatch=True)
PIECE = st.one_of(
    ROW,
    st.sampled_from(["，", " ", "-", "\u3000", "０", "－", "Ｘ", "甲", "\n", "/", "X", "1", "2 3"]),
    st.text(max_size=3),
)


@settings(max_examples=500)
@given(st.lists(PIECE, max_size=8).map("".join))
def test_rows_of_digits(text: str) -> None:
    assert list(_digit_runs(text)) == [match.span() for match in _LONG_DIGITS.finditer(text)]
