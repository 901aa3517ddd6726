"""How far a qualifier reaches: over words set between commas, and over lists of bare amounts."""

from __future__ import annotations

import pytest

from tests.money.helpers import money_in


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("No single purchase may exceed, with tax, £7,500.", ["up_to"]),
        ("No single purchase may, with tax, exceed £7,500.", ["up_to"]),
        ("No single purchase, with tax, may exceed £7,500.", ["up_to"]),
        ("No single purchase may exceed (with tax) £7,500.", ["up_to"]),
        ("No single purchase may exceed – with tax – £7,500.", ["up_to"]),
        ("No grant of the Youth & Sports Fund could be above £3k.", ["up_to"]),
        ("Each club may spend no more than, in any one year, £900.", ["up_to"]),
        ("The limit is, for each club, £900.", ["up_to"]),
        ("The limit, whatever the club, is £900.", ["up_to"]),
        ("Claims are capped, in rural wards, at £900.", ["up_to"]),
        ("The minimum, for small clubs, is £300.", ["at_least"]),
        ("Repairs came to more than, he said, £4m.", ["at_least"]),
        ("Repairs came to £4m, including tax, or more.", ["at_least"]),
        ("We do not pay for drinks, for fines, or for meals that cost over £10.", ["at_least"]),
        ("No club that has received more than £900 may ask.", ["at_least"]),
        ("No club that asks will get more than £900.", ["up_to"]),
        ("The force did not say, in public, that it had spent over £5m.", ["at_least"]),
        ("Police did not say, in their report, how it had paid more than £5m.", ["at_least"]),
        ("It is not clear, at this stage, whether the theft cost more than £5m.", ["at_least"]),
        ("The talks are over, he said, £4m is lost.", ["exact"]),
        ("More than twenty clubs, in all the wards, £4m and ten vans were there.", ["exact"]),
        ("No club lost out, Kent kept its van, and Essex made more than £4m.", ["at_least"]),
        ("The limit was dropped, Kent left, and £4m was lost.", ["exact"]),
    ],
)
def test_words_set_between_commas_do_not_cut_a_qualifier_off(sentence: str, qualifiers: list[str]) -> None:
    assert [mention.qualifier for mention in money_in(sentence)] == qualifiers


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("Groups can have up to £500, £1,000 or £2,000.", ["up_to", "up_to", "up_to"]),
        ("Groups can have up to £500, £1,000, or £2,000.", ["up_to", "up_to", "up_to"]),
        ("Groups can have at least £500, £700, £1,000 or £2,000.", ["at_least"] * 4),
        ("The three can have up to £500, £700 and £900 respectively.", ["up_to", "up_to", "up_to"]),
        ("Groups can have £500, up to £1,000 or £2,000.", ["exact", "up_to", "up_to"]),
        ("Groups can have £500, £1,000 or £2,000.", ["exact", "exact", "exact"]),
        ("Groups had up to £500, £1,000 in all.", ["up_to", "exact"]),
        ("Groups had up to £500, £1,000 and £2,000.", ["up_to", "exact", "exact"]),
        ("Groups had up to £500, £1,000 for lamps or £2,000 for gates.", ["up_to", "exact", "exact"]),
    ],
)
def test_amounts_of_one_list_share_a_qualifier(sentence: str, qualifiers: list[str]) -> None:
    assert [mention.qualifier for mention in money_in(sentence)] == qualifiers
