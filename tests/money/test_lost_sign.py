"""Pound signs that an encoding lost, and amounts written without one."""

from __future__ import annotations

import pytest

from tests.money.helpers import money_in

PAD = ("The panel met in the town hall.", "It heard from six groups.", "All of them spoke well.")


def amounts(*paragraphs: str) -> list[tuple[str, str]]:
    """Return surface and value of the money in paragraphs that stand below a few others."""
    return [(mention.text, str(mention.amount_low)) for mention in money_in(*PAD, *paragraphs)]


@pytest.mark.parametrize("sign", ["\ufffd", "?", "Ł", "œ", "ú"])
def test_a_stand_in_is_a_pound_sign(sign: str) -> None:
    assert amounts(f"Kent has {sign}5,000 and Essex {sign}1.2m, with {sign}50 for tea.") == [
        (f"{sign}5,000", "5000"),
        (f"{sign}1.2m", "1200000"),
        (f"{sign}50", "50"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "That was in the \ufffd90s, and \ufffd2012 was another good year.",
        "Did they come? 3,000 did.",
        "Who got £5? The answer is ?5,000.",
        "Do you know the road?5,000 people do.",
    ],
)
def test_other_question_marks_and_lost_quotes_are_no_pound_signs(sentence: str) -> None:
    assert [surface for surface, _ in amounts(sentence) if "£" not in surface] == []


def test_a_sign_read_in_two_bytes_starts_at_the_sign() -> None:
    assert amounts("Kent has Â£5,000 for lamps.") == [("£5,000", "5000")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Give us even 5k and we will show you.", [("5k", "5000")]),
        ("A grant of 1.2 million for lamps came in.", [("1.2 million", "1200000")]),
        ("The 20k fund is open.", [("20k", "20000")]),
        ("She ran a 5k in the park.", []),
        ("They received 2 million calls.", []),
        ("They won 5k followers.", []),
        ("The wall cost 5m to climb.", []),
        ("Some 1.2 million people saw it.", []),
    ],
)
def test_amounts_without_a_sign_in_prose(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert amounts(sentence) == expected


def test_a_value_that_is_stated_with_its_sign_needs_none_again() -> None:
    text = (
        "The £2.5 million is for lamps. Of all that was said, the 2.5 million in public money won most votes."
    )
    assert amounts(text) == [("£2.5 million", "2500000"), ("2.5 million", "2500000")]
