"""Numbers: every valid one is found, and no credit code, doc number, date or amount is taken for one."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.privacy import mobiles, weak_masks
from gongkai.loading.detectors import detect, uscc_ok

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
days = st.dates(date(1920, 1, 1), date(2025, 12, 31))


@st.composite
def id_numbers(draw: st.DrawFn) -> str:
    region = draw(st.integers(110000, 659999))
    body = f"{region}{draw(days):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    total = sum(int(a) * b for a, b in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    body = "11" + str(draw(st.integers(110000, 659999))) + draw(st.text(ALPHABET, min_size=9, max_size=9))
    total = sum(ALPHABET.index(c) * w for c, w in zip(body, USCC, strict=True))
    return body + ALPHABET[(31 - total % 31) % 31]


@given(id_numbers(), st.sampled_from(["{}", "张某{}，", "身份证号：{}\n", "a {} b", "| {} |"]))
def test_every_valid_id_number_is_found_and_masked(number: str, around: str) -> None:
    hits = list(detect(around.format(number)))
    assert [h.code for h in hits] == ["L061"]
    assert number not in hits[0].shown
    assert hits[0].shown.count("*") == 14


@given(credit_codes())
def test_a_credit_code_is_no_card(code: str) -> None:
    assert uscc_ok(code)
    assert "L062" not in [h.code for h in detect(f"银行账户 单位代码 {code}")]


@given(days, st.integers(1, 999), st.integers(0, 10**11))
def test_dates_doc_numbers_and_amounts_are_none(day: date, number: int, amount: int) -> None:
    text = f"青政发〔{day.year}〕{number}号 {day} {day:%Y%m%d} 金额{amount / 100:.2f}元 119901210000000000/{day:%Y%m}-{number:05d}"
    assert not list(detect(text))
    assert not list(mobiles(text, frozenset()))


@given(st.integers(3, 9), st.integers(0, 10**9 - 1))
def test_mobiles(second: int, rest: int) -> None:
    number = f"1{second}{rest:09d}"
    assert [h.shown for h in mobiles(f"电话{number}。", frozenset())] == [f"{number[:3]}****{number[-4:]}"]
    assert not list(mobiles(f"电话{number}。", frozenset({number})))
    assert not list(mobiles(f"编号{number}99", frozenset()))


def test_masks() -> None:
    assert list(weak_masks("340102199001******", 6))
    assert not list(weak_masks("340***********1234 3*****", 7))
