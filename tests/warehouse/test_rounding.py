"""How far words fix an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.rounding import Reach, reach, step, trailing_unit, verdict


@pytest.mark.parametrize(
    ("text", "amount", "qualifier", "low", "high"),
    [
        ("£11.3 million", "11300000", "exact", "11250000", "11350000"),
        ("£11m", "11000000", "exact", "10500000", "11500000"),
        ("£1.25bn", "1250000000", "exact", "1245000000", "1255000000"),
        ("£950k", "950000", "exact", "949500", "950500"),
        ("£311,836", "311836", "exact", "311836", "311836"),
        ("£200,333.33", "200333.33", "exact", "200333.33", "200333.33"),
        ("£500,000", "500000", "exact", "500000", "500000"),
        ("£500,000", "500000", "about", "400000", "600000"),
        ("£5.6m", "5600000", "about", "5500000", "5700000"),
        ("£41 million", "41000000", "at_least", "41000000", "42000000"),
        ("£18 million", "18000000", "up_to", "17000000", "18000000"),
        ("£5 million", "5000000", "under", "4000000", "5000000"),
        ("two million pounds", "2000000", "exact", "1500000", "2500000"),
        ("£15million", "15000000", "exact", "14500000", "15500000"),
    ],
)
def test_reach_of_words(text: str, amount: str, qualifier: str, low: str, high: str) -> None:
    value = Decimal(amount)
    assert reach(text, value, value, qualifier) == Reach(Decimal(low), Decimal(high))


def test_a_range_reaches_beyond_both_ends() -> None:
    told = reach("£8-10m", Decimal(8_000_000), Decimal(10_000_000), "exact")
    assert told == Reach(Decimal(7_500_000), Decimal(10_500_000))


@pytest.mark.parametrize(
    ("computed", "expected"),
    [("11300000", "agrees"), ("11334384.69", "rounds"), ("11350000.01", "differs"), ("11249999", "differs")],
)
def test_verdict_on_a_rounded_total(computed: str, expected: str) -> None:
    stated = Decimal(11_300_000)
    assert verdict(reach("£11.3m", stated, stated, "exact"), stated, Decimal(computed)) == expected


@pytest.mark.parametrize(
    ("amount", "unit"), [(500_000, 100_000), (123, 1), (0, 1), (10, 10), (1_250_000, 10_000)]
)
def test_place_of_the_last_digit(amount: int, unit: int) -> None:
    assert trailing_unit(Decimal(amount)) == unit


@given(
    st.integers(min_value=1, max_value=99_999),
    st.integers(min_value=0, max_value=3),
    st.sampled_from(["exact", "about", "up_to", "at_least", "under"]),
)
def test_an_amount_is_always_within_its_own_reach(figure: int, decimals: int, qualifier: str) -> None:
    words = f"£{figure / 10**decimals:.{decimals}f} million"
    amount = Decimal(words.removeprefix("£").removesuffix(" million")) * 1_000_000
    assert reach(words, amount, amount, qualifier).holds(amount)
    assert step(words, amount, qualifier) == Decimal(10) ** (6 - decimals)
