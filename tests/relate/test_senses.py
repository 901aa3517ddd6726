"""A sentence reduced to the senses of its words, on which the weights of roles are fitted."""

from __future__ import annotations

import pytest

from extractors.relate.clauses import FUND, MONEY, PCC
from extractors.relate.senses import around, of_document, skeleton


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council was awarded money by Kent", ["one", "auxiliary", "give", "fund", "by", "name"]),
        (f"{PCC} landed {MONEY} from the {FUND}", ["area", "get", "money", "from", "fund's name"]),
        ("We asked the Treasury; nothing came.", ["we", "ask", "government", ";", "."]),
        ("Elm Trust and Oak Trust", ["one", "name", "one"]),
        ("", []),
    ],
)
def test_skeleton(text: str, expected: list[str]) -> None:
    assert skeleton(text) == expected


def test_words_of_one_sense_look_alike_around_an_amount() -> None:
    def seen(sentence: str) -> dict[str, float]:
        return dict(around(sentence, sentence.index(MONEY)))

    awarded = seen(f"{PCC} was awarded {MONEY} to tackle burglary")
    granted = seen(f"{PCC} was given {MONEY} to reduce burglary")
    bid = seen(f"{PCC} bid for {MONEY} to reduce burglary")
    assert awarded == granted
    assert awarded["acts~give @ nothing"] == 1.0
    assert bid["acts~ask @ nothing"] == 1.0
    assert awarded["senses~give @ purpose"] == 0.8


def test_words_far_from_the_amount_are_not_seen() -> None:
    sentence = "awarded " + "so " * 200 + MONEY
    assert "anywhere before~give" not in dict(around(sentence, sentence.index(MONEY)))


def test_a_document_is_seen_by_how_much_of_each_sense_it_has() -> None:
    seen = dict(of_document("Thieves fined", "The judge fined them. The court fined him. A bill came."))
    assert seen["title~cost"] == 0.6
    assert seen["document~cost"] == 1.5
    assert seen["document~ask"] == 0.0
