"""Amounts beside a name that nobody receives, and short forms of names that a document has given in full."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

LEAD = "# Commissioner speaks of funding\n"
NOBODY = [
    "The government is cutting funding to {Kent Police|kent} of more than [£10m].",
    "{Kent|kent} faces a shortfall of [£3m].",
    "There is a [£3 million] shortfall for victims' services in {Kent|kent}.",
    "{Kent|kent}'s grant was part of [£11.3m] in Home Office funding.",
    "It was given as part of {Kent|kent}'s [£500,000] investment in pilots.",
    "{Kent Police|kent} had [£681,000] in proceeds of crime.",
    "The Cash Team of {Kent Police|kent} obtained forfeiture orders of [£3,761,215].",
    "Visitors are worth more than [£6bn] a year to {Kent|kent}.",
    "The cash, from a [£35m] pot, has been allocated to {Kent|kent}.",
    "Groups in Walmer receive [£3m] for safety.",
    "The ministry has provided Fire and Rescue Authorities with [£11.3m] in funding.",
    "{Kent|kent} receives [£1] in every £7 of funding.",
    "The grant is shared out:\n- [£9,475k] for Corporate Services",
    "The grant is shared out:\n- [£150k] to Earmarked Reserves",
    "Grants awarded:\n- Harbour House: [£0]",
]
SOMEBODY = [
    ("Part of the money, [£5,000], went to Harbour House.", ["Harbour House=5000"]),
    ("{Kent|kent}'s part of it is [£2m].", ["@kent=2000000"]),
    ("The proceeds went to Harbour House, which was given [£5,000].", ["Harbour House=5000"]),
    ("The fund was worth [£2.5m] to {Kent|kent}.", ["@kent=2500000"]),
]


@pytest.mark.parametrize("marked", NOBODY)
def test_nobody_gets_what_is_cut_seized_or_the_whole(marked: str) -> None:
    assert told(LEAD + marked)[1] == []


@pytest.mark.parametrize(("marked", "expected"), SOMEBODY)
def test_somebody_gets_what_only_stands_beside_such_words(marked: str, expected: list[str]) -> None:
    assert told(LEAD + marked)[1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{Kent Police|kent} (KP) asked for help. KP will receive [£5,000].", ["@kent=5000"]),
        ("Harbour House Trust (HHT) asked for help. HHT will receive [£5,000].", ["HHT=5000"]),
        ("{Kent|kent} has asked. The OPCC (OPCC) of the county was awarded [£5,000].", ["@kent=5000"]),
    ],
)
def test_short_forms_keep_the_area_of_the_full_name(marked: str, expected: list[str]) -> None:
    assert told(LEAD + marked.replace(". ", ".\n"))[1] == expected
