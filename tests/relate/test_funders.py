"""Who gives: ministries by their words, commissioners by the name that their office had on the day."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.relate.funders import office_on
from tests.relate.marking import related

KENT = "Police and Crime Commissioner for Kent"


def funders(marked: str) -> list[tuple[str, str | None]]:
    return [(claim.recipient, claim.funder) for claim in related(marked).claims]


@pytest.mark.parametrize(
    "marked",
    [
        "{Kent's Police and Crime Commissioner|kent} has awarded Deal Choir [£3,500] for lamps.",
        "{Kent's PCC|kent}, who lives in Deal, gave [£3,500] to Deal Choir.",
        "{Kent PCC|kent} is giving Deal Choir [£3,500] for lamps.",
        "Deal Choir was awarded [£3,500] by {Kent's PCC|kent} for lamps.",
        "[£3,500] was given to Deal Choir by {Kent's PCC|kent}.",
        "Deal Choir has received a grant of [£3,500] from {Kent's PCC|kent}.",
        "Deal Choir was given a grant from {Kent's PCC|kent} of [£3,500] for lamps.",
    ],
)
def test_the_office_of_the_commissioner_who_gives(marked: str) -> None:
    assert funders(marked) == [("Deal Choir", KENT)]


def test_the_commissioner_of_a_page_about_one_area() -> None:
    marked = "{Kent's PCC|kent} met the choir on Monday.\nThe Commissioner has awarded Deal Choir [£3,500] for lamps."
    assert funders(marked) == [("Deal Choir", KENT)]


def test_the_commissioner_of_no_area_is_nobody_that_can_be_named() -> None:
    assert funders("The Commissioner has awarded Deal Choir [£3,500] for lamps.") == [("Deal Choir", None)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{PCC Jane Doe|kent} has announced [£3,500] for Deal Choir.", [("Deal Choir", None)]),
        ("{Kent's PCC|kent} was awarded [£3m] by the Home Office.", [("Kent's PCC", "Home Office")]),
        ("{Kent PCC|kent} awarded [£3m] for street lights", [("Kent PCC", None)]),
        ("Deal Choir received [£3,500] after a bid from {PCC Jane Doe|kent}.", [("Deal Choir", None)]),
        (
            "{PCC Jane Doe|kent} paid tribute to helpers as Deal Choir was awarded [£3,500] for lamps.",
            [("Deal Choir", None)],
        ),
        (
            "{PCC Jane Doe|kent} will provide more patrols after Deal Choir was awarded [£3,500] for lamps.",
            [("Deal Choir", None)],
        ),
        (
            "{Kent's PCC|kent} spoke.\nDeal Choir was awarded [£3,500] by the Commissioner for Victims.",
            [("Deal Choir", None)],
        ),
        (
            "The {Metropolitan Police|london} met the choir.\nThe Commissioner has awarded Deal Choir [£3,500].",
            [("Deal Choir", None)],
        ),
        ("{Kent|kent} was awarded [£3m] for lamps, and {Essex Police|essex} were pleased.", [("Kent", None)]),
    ],
)
def test_who_announces_or_receives_does_not_give(marked: str, expected: list[tuple[str, str | None]]) -> None:
    assert funders(marked) == expected


@pytest.mark.parametrize(
    ("area", "day", "name"),
    [
        ("kent", None, "Police and Crime Commissioner for Kent"),
        ("essex", date(2017, 9, 30), "Police and Crime Commissioner for Essex"),
        ("essex", date(2017, 10, 1), "Police, Fire and Crime Commissioner for Essex"),
        ("west-yorkshire", date(2022, 1, 1), "West Yorkshire Combined Authority"),
        ("kent", date(2001, 1, 1), "Police and Crime Commissioner for Kent"),
    ],
)
def test_an_office_has_the_name_of_the_day(area: str, day: date | None, name: str) -> None:
    assert office_on(area, day) == name


def test_an_area_without_an_office_is_an_error() -> None:
    with pytest.raises(ValueError, match="no office of the police area 'rutland'"):
        office_on("rutland", None)
