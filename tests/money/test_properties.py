"""Invariants: spans, and that what is formatted is read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.money import find_money
from extractors.segments import segment
from tests.money.helpers import document_of, money_in

_PIECES = st.sampled_from(
    ["£5m", "£1,200", "£1 200 000", "29p", "up to ", " - ", " to ", "between ", " and ", "£", "\n", "  ", "(", ")",
     "over three years", "each", "$3", "€4.50", "million", "2023/24", ".", ",", "a year", "£8-10m", "\u00ad", "\u00a0",
     "half a million pounds"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_every_span_is_its_text(text: str) -> None:
    document = document_of(text)
    mentions, _ = find_money(document, segment(document))
    previous = 0
    for mention in mentions:
        assert document.text[mention.start_char : mention.end_char] == mention.text
        assert previous <= mention.start_char
        assert mention.amount_low <= mention.amount_high
        for cue in mention.cues:
            assert cue.start_char is not None and cue.end_char is not None
            assert 0 <= cue.start_char < cue.end_char <= len(document.text)
        previous = mention.end_char


@given(st.decimals(min_value=0, max_value=10**9, places=2))
@pytest.mark.parametrize("style", ["£{:,.2f}", "£{:.2f}", "GBP {:,.2f}", "€{:,.2f}", "{:,.2f} pounds"])
def test_a_formatted_amount_is_read_back(style: str, amount: Decimal) -> None:
    (mention,) = money_in(f"The board paid {style.format(amount)} for it.")
    assert mention.amount_low == mention.amount_high == amount


@given(st.integers(min_value=1, max_value=99_999))
@pytest.mark.parametrize(
    ("style", "factor"),
    [("£{}m", 10**6), ("£{} million", 10**6), ("£{}bn", 10**9), ("£{}k", 10**3), ("£{}", 1)],
)
def test_a_whole_number_with_a_magnitude_is_read_back(style: str, factor: int, number: int) -> None:
    (mention,) = money_in(f"The board paid {style.format(number)} for it.")
    assert mention.amount_low == number * factor


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=999))
def test_a_range_is_read_back(one: int, other: int) -> None:
    low, high = sorted((one, other + 1000))
    (mention,) = money_in(f"The board may pay £{low}m to £{high}m for it.")
    assert (mention.amount_low, mention.amount_high) == (Decimal(low * 10**6), Decimal(high * 10**6))


@pytest.mark.parametrize("piece", ["£5 to ", "5p ", "£1,", "9,999 ", "a hundred and ", "£5 each or £6 "])
def test_a_long_run_of_figures_takes_linear_work(piece: str) -> None:
    """Each amount looks at the words near it alone; a hang here is work that grows with the square of the text."""
    assert len(money_in(piece * 2000 + "and £7m.")) >= 1
