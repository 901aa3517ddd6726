"""Rates over time, and amounts for each of several."""

from __future__ import annotations

import pytest

from tests.money.helpers import money_in


@pytest.mark.parametrize(
    ("sentence", "per"),
    [
        ("It costs £15 a year.", ["year"]),
        ("It costs £15 per annum.", ["year"]),
        ("It gives £2m each financial year.", ["year"]),
        ("It gives £2m for each of the next two years.", ["year"]),
        ("Band A would pay £10 per annum and band H homes £30.", ["year", "year"]),
        ("It costs £10 a year, with a grant of £30.", ["year", None]),
        ("With £900 its coaches can hold two sessions every week.", [None]),
        ("Both clubs are better off by £2,000.", ["item"]),
        ("Three schools get £500 each and one gets £900.", ["item", None]),
        ("Small grants (up to £5,000) are open.", ["item"]),
        ("The award must not exceed £5,000.", ["item"]),
        ("The grant is under £5,000.", [None]),
        ("Successful applicants will receive up to £5,000.", ["item"]),
        ("It costs £15 p.a. at Band D.", ["year"]),
        ("It gives £2m annually.", ["year"]),
        ("It gives £2m every year.", ["year"]),
        ("A £500,000-a-year post.", ["year"]),
        ("Up to £18 million worth of funding a year is promised.", ["year"]),
        ("It spends £1.2m of its money each year.", ["year"]),
        ("An annual funding pot of £200,000 is open.", ["year"]),
        ("The annual bill would rise from £223 to £238.", ["year", "year"]),
        ("Each year £3m goes to victims.", ["year"]),
        ("It costs £2 a month.", ["month"]),
        ("It costs £2 monthly.", ["month"]),
        ("It costs 28p a week.", ["week"]),
        ("An annual increase of 10p per week or £5 per year.", ["week", "year"]),
        ("That is 29p a week for Band D homes and 22p for Band B.", ["week", "week"]),
        ("It costs £4.48 per week or £0.64p per day.", ["week", "day"]),
        ("Wardens cost £46.50 an hour.", ["hour"]),
        ("Wardens cost £31 for every hour.", ["hour"]),
        ("More than £1m each went north.", ["item"]),
        ("They get £880,000 and £1.16 million apiece respectively.", ["item", "item"]),
        ("A charge of £5 per household.", ["item"]),
        ("Its ceiling is £5,000 a project.", ["item"]),
        ("He gave £8,000 to each council.", ["item"]),
        ("Kent and Essex will each receive up to £880,000.", ["item"]),
        ("Each PCC will get £1m.", ["item"]),
        ("Every force in Wales will receive at least £1m.", ["item"]),
        ("Grants of up to £5,000 are open.", ["item"]),
        ("Grants of between £100 and £3,000 are open.", ["item"]),
        ("Awards of £2,000 were made to four groups.", ["item"]),
        ("Groups can bid for up to £20,000.", ["item"]),
        ("The maximum grant a group could ask for was £5,000.", ["item"]),
        ("No bid may be for more than £550,000.", ["item"]),
        ("The pay is £14.50/hour.", ["hour"]),
        ("A daily rate of £300 applies.", ["day"]),
        ("It gets £5m in each of the next three years.", ["year"]),
        ("Groups can receive up to £5,000.", ["item"]),
        ("Both councils will receive £5,000.", ["item"]),
        ("Up to £5,000 is available to each group.", ["item"]),
        ("A sum of £5,000 is available per year.", ["year"]),
        ("A sum of £5m will go to victims.", [None]),
        ("Kent will receive up to £5m.", [None]),
        ("A micro grant is below £1,000.", ["item"]),
        ("A grant of £5,000 came.", [None]),
        ("Grants worth £141,000 came.", [None]),
        ("It builds at £2,850 per square metre.", [None]),
        ("It paid £2m to help 300 victims a year.", [None]),
        ("It paid £5m over the year.", [None]),
        ("Each side of the road needs care, said the PCC; £5m came.", [None]),
        ("It is £12 a year or £1 in all.", ["year", None]),
        ("The annual report says that £5m was spent.", [None]),
    ],
)
def test_per(sentence: str, per: list[str | None]) -> None:
    assert [mention.per for mention in money_in(sentence)] == per


def test_the_answer_to_how_much_one_may_ask_for_is_per_item() -> None:
    (mention,) = money_in("How much can my group ask for?", "Up to £5,000.")
    assert (mention.per, mention.qualifier) == ("item", "up_to")
    assert mention.cues[-1].text == "How much can my group ask for?"
