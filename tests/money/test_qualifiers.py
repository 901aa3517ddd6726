"""How exactly the words fix an amount."""

from __future__ import annotations

import pytest

from tests.money.helpers import money_in


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("It received £5m.", ["exact"]),
        ("It received a further £5m.", ["exact"]),
        ("It received an additional £5m.", ["exact"]),
        ("It received another £5m and an extra £2m.", ["exact", "exact"]),
        ("It received a total of £5m.", ["exact"]),
        ("About £5m is needed.", ["about"]),
        ("Around £5m is needed.", ["about"]),
        ("Some £5m is needed.", ["about"]),
        ("Roughly £5m is needed.", ["about"]),
        ("Nearly £5m is needed.", ["about"]),
        ("Almost £5m is needed.", ["about"]),
        ("Just over £5m is needed.", ["about"]),
        ("Just under £5m is needed.", ["about"]),
        ("Just shy of £5m is needed.", ["about"]),
        ("In the region of £5m is needed.", ["about"]),
        ("It needs c.£3m this year.", ["about"]),
        ("It needs circa £3m this year.", ["about"]),
        ("It needs approx. £3m this year.", ["about"]),
        ("It needs £3m or so.", ["about"]),
        (
            "Approximately £5.6m is for men, £3m for children and £2.7m for others.",
            ["about", "exact", "exact"],
        ),
        ("Grants of up to £5,000 are open.", ["up_to"]),
        ("Grants of up to £5,000 or £10,000 are open.", ["up_to", "up_to"]),
        ("Grants of up to £5,000 are open and £7,000 was spent.", ["up_to", "exact"]),
        ("As much as £5m could come.", ["up_to"]),
        ("No more than £5m can come.", ["up_to"]),
        ("A maximum of £5m can come.", ["up_to"]),
        ("The maximum grant of £500 applies.", ["up_to"]),
        (
            "The maximum that a group could ask for was £5,000, but I am doubling that to £10,000.",
            ["up_to", "up_to"],
        ),
        ("Bids are capped at £500.", ["up_to"]),
        ("Each has a limit of £500.", ["up_to"]),
        ("The limit for any one bid is £500.", ["up_to"]),
        ("It can spend £500 at most.", ["up_to"]),
        ("It can spend £500 or less.", ["up_to"]),
        ("There were 20 awards, none exceeding £500.", ["up_to"]),
        ("No bid may be for more than £500.", ["up_to"]),
        ("It may claim up to and including £500.", ["up_to"]),
        ("Groups may ask, with £50,000 as the ceiling.", ["up_to"]),
        ("More than £5m was lost.", ["at_least"]),
        ("Over £5m was lost.", ["at_least"]),
        ("Well over £5m was lost.", ["at_least"]),
        ("At least £5m was lost.", ["at_least"]),
        ("In excess of £5m was lost.", ["at_least"]),
        ("Upwards of £5m was lost.", ["at_least"]),
        ("A minimum of £5m was lost.", ["at_least"]),
        ("A £120m+ fund opens.", ["at_least"]),
        ("A £1m-plus fund opens.", ["at_least"]),
        ("It will bring £1m-plus again.", ["at_least"]),
        ("A sum of £5m or more was lost.", ["at_least"]),
        ("No force got less than £1m.", ["at_least"]),
        ("Over £10 million ($13 million) was lost.", ["at_least", "at_least"]),
        ("Less than £5m was lost.", ["under"]),
        ("It costs under £5.", ["under"]),
        ("It costs below £5.", ["under"]),
        ("Not quite £5m was spent.", ["about"]),
        ("The best part of £5m was spent.", ["about"]),
        ("An estimated £5m was lost.", ["about"]),
        ("The most that any group can get is £5,000.", ["up_to"]),
        ("Grants of up to £1,000 for groups or £5,000 for partnerships.", ["up_to", "up_to"]),
        ("The appeal passed the £5m mark.", ["at_least"]),
        ("The fund has £5m and counting.", ["at_least"]),
        ("A sub-£5m deal.", ["under"]),
        ("Cameras will come under the £5m scheme.", ["exact"]),
        ("He will hand over £5m to the court.", ["exact"]),
        ("News about £5m plans spread.", ["exact"]),
        ("More than 20 groups share £5m.", ["exact"]),
        ("It costs £5m plus VAT.", ["exact"]),
        ("It costs about £7-8 million.", ["about"]),
        ("Grants are between £300 and £2,000.", ["exact"]),
    ],
)
def test_qualifier(sentence: str, qualifiers: list[str]) -> None:
    assert [mention.qualifier for mention in money_in(sentence)] == qualifiers


def test_the_cue_names_the_deciding_words() -> None:
    (mention,) = money_in("The council set aside a maximum of £500 for it.")
    (cue,) = mention.cues
    assert (cue.attribute, cue.value, cue.text) == ("qualifier", "up_to", "a maximum of")
    assert (
        cue.start_char is not None
        and "The council set aside a maximum of"[cue.start_char : cue.end_char] == cue.text
    )
