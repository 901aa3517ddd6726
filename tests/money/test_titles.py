"""Headings whose amount has no sign and stands nowhere else in the document."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.money.helpers import money_in

BODY = "The wardens will walk the streets by night."


@pytest.mark.parametrize(
    ("heading", "surface", "value", "qualifier"),
    [
        ("A quarter of a million for street wardens", "A quarter of a million", "250000", "exact"),
        ("Half a million for wardens", "Half a million", "500000", "exact"),
        ("Marfield: half a million more for victims", "half a million", "500000", "exact"),
        ("Over 1.2 million for youth clubs", "1.2 million", "1200000", "at_least"),
        ("900k for CCTV in Marfield", "900k", "900000", "exact"),
        ("Wardens get 78,000 boost", "78,000", "78000", "exact"),
        ("78,000 cash boost for clubs", "78,000", "78000", "exact"),
        ("Festivals to share 78,000 fund", "78,000", "78000", "exact"),
        ("78,000 goes to clubs", "78,000", "78000", "exact"),
        ("45,000 up for grabs", "45,000", "45000", "exact"),
        ("Commissioner pledges almost 100,000 to new court", "100,000", "100000", "about"),
        ("Former officer awarded 65,000 for injury", "65,000", "65000", "exact"),
        ("Minister scoops up over half a million for wardens", "half a million", "500000", "at_least"),
        ("Force awards two million to victims", "two million", "2000000", "exact"),
    ],
)
def test_a_heading_that_speaks_of_money(heading: str, surface: str, value: str, qualifier: str) -> None:
    (mention,) = money_in(heading, BODY, headings=1)
    assert (mention.text, mention.amount_low, mention.qualifier) == (surface, Decimal(value), qualifier)
    assert mention.flags == ("sign-lost",)


@pytest.mark.parametrize(
    "heading",
    [
        "Half a million visitors for the festival",
        "Half a million for the festival",
        "Half a million for charity march of wardens",
        "Half a million sign petition for wardens",
        "Half a million lights go out",
        "78,000 homes boost",
        "78,000 people get flood grants",
        "78,000 people get wardens",
        "Officer numbers get 20,000 boost",
        "20,000 police boost",
        "2,000 grants awarded to clubs",
        "2,000 awarded for bravery",
        "1,200 cash machines raided",
        "3,000 fund managers meet",
        "Wardens get 78,000 calls",
        "5k for charities",
        "Festival gets half a million visitors",
        "Town of 78,000 gets boost",
    ],
)
def test_a_heading_that_counts_something_else(heading: str) -> None:
    assert money_in(heading, BODY, headings=1) == []


def test_only_a_heading_is_read_so_freely() -> None:
    assert money_in(BODY, "Then came half a million for wardens.", "Wardens get 78,000 boost.") == []
