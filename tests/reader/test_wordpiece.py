"""Cutting words into the pieces that the encoder knows."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reader.encoder import vocabulary
from extractors.reader.wordpiece import pieces

SMALL = {"[UNK]": 0, "grant": 1, "##s": 2, "!": 3, "cafe": 4, "£": 5, "##3": 6, "##m": 7}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grants!", [(1, 0, 5), (2, 5, 6), (3, 6, 7)]),
        ("CAFÉ", [(4, 0, 4)]),
        (" £3m ", [(5, 1, 2), (6, 2, 3), (7, 3, 4)]),
        ("zebra grant", [(0, 0, 5), (1, 6, 11)]),
        ("", []),
        ("\u00ad \n", []),
    ],
)
def test_pieces_of_a_small_vocabulary(text: str, expected: list[tuple[int, int, int]]) -> None:
    assert [(p.number, p.start, p.end) for p in pieces(text, SMALL)] == expected


def test_a_common_word_is_one_piece_and_a_sum_is_several() -> None:
    text = "awarded £1.2 million"
    assert [text[p.start : p.end] for p in pieces(text, vocabulary())] == [
        "awarded",
        "£1",
        ".",
        "2",
        "million",
    ]


@given(st.text(max_size=200))
def test_pieces_stand_in_order_inside_the_text(text: str) -> None:
    found = pieces(text, vocabulary())
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.start <= b.start for a, b in pairwise(found))
