"""What the reader says of amounts, and what it leaves unsaid."""

import math

import numpy as np
import pytest

from extractors.model import Role
from extractors.reader import Reading
from extractors.reader.encoder import encode, vocabulary


def span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_one_row_a_piece_and_the_same_numbers_each_time() -> None:
    numbers = [vocabulary()["[CLS]"], vocabulary()["grant"], vocabulary()["[SEP]"]]
    assert encode(numbers).shape == (3, 384)
    assert np.array_equal(encode(numbers), encode(numbers))


@pytest.mark.parametrize(
    ("text", "amount", "role"),
    [
        ("Kent Police has been awarded £50,000 for new drones.", "£50,000", Role.AWARD),
        ("The thieves stole jewellery worth £5,000 from a house in Dover.", "£5,000", Role.OTHER),
        (
            "The Home Office opened a £10 million fund for knife crime projects today.",
            "£10 million",
            Role.TOTAL,
        ),
        ("Charities can apply for grants of up to £5,000 each.", "£5,000", Role.PART),
        ("The council has applied for £200,000 but has not heard yet.", "£200,000", Role.BID),
    ],
)
def test_likeliest_role_of_plain_sentences(text: str, amount: str, role: Role) -> None:
    said = Reading(text, "", [span(text, amount)]).roles(span(text, amount))
    assert max(said, key=lambda one: said[one]) is role
    assert sum(math.exp(value) for value in said.values()) == pytest.approx(1)


def test_who_gets_it_and_who_does_not() -> None:
    text = "The commissioner gave Elm Boxing Club £4,000, and Mayor Jane Doe spoke of pride."
    reading = Reading(text, "", [span(text, "£4,000")])
    club = reading.gets(span(text, "£4,000"), span(text, "Elm Boxing Club"))
    mayor = reading.gets(span(text, "£4,000"), span(text, "Jane Doe"))
    assert club is not None and mayor is not None
    assert club > 0 > mayor


def test_nothing_is_said_of_what_no_window_holds() -> None:
    text = "Refuge got £500. " + "Then it rained for hours. " * 120 + "Shelter was told."
    reading = Reading(text, "", [span(text, "£500")])
    assert reading.gets(span(text, "£500"), span(text, "Shelter")) is None
    assert reading.roles((3, 4)) == {}
    assert Reading("", "", [(0, 0)]).roles((0, 0)) == {}


def test_words_behind_a_role_are_words_of_the_text() -> None:
    text = "The thieves stole £5,000 from a house in Dover."
    amount = span(text, "£5,000")
    words = [
        text[start:end] for (start, end), _ in Reading(text, "", [amount]).words_behind(amount, Role.OTHER)
    ]
    assert "stole" in words
