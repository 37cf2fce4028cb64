"""An amount in another unit than 万元 is converted, never read as if it were in 万元."""

import pytest

from gongkai.loading.amounts import amount
from gongkai.loading.bad_value import BadValue
from gongkai.loading.field_types import number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("860.5", 860.5), ("860", 860), ("1,860.5万元", 1860.5), ("860亿元", 8_600_000), ("8.6亿", 86_000),
        ("５０００元", 0.5), ("-3 万元", -3), ("0.1亿元", 1000), ("860万", 860), ("", None), ("无", None),
    ],
)  # fmt: skip
def test_amounts_are_in_ten_thousands(written: str, value: float | None) -> None:
    assert amount(written) == value


@pytest.mark.parametrize("written", ["860美元", "约860万元", "8.6千万", "元", "1e5"])
def test_what_is_no_amount_is_said(written: str) -> None:
    with pytest.raises(BadValue) as told:
        amount(written)
    assert told.value.context is not None
    assert "万元" in told.value.context["expected"]


@pytest.mark.parametrize("written", ["860亿元", "860万元", "860元"])
def test_a_plain_number_takes_no_money(written: str) -> None:
    with pytest.raises(BadValue):
        number(written)
    assert number("77.2%") == 77.2
