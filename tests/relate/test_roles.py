"""What an amount is: one table of sentences for each role, in words of our own."""

from __future__ import annotations

import pytest

from extractors.model import Per
from tests.relate.marking import related, roles

TOTAL = [
    "A new [£25 million] fund opens to bids next week.",
    "Ministers unveiled a [£39m] package of measures.",
    "The fund, worth [£4m], closes in May.",
    "The Home Office has given [£11.3 million] to 25 commissioners.",
    "Forces across the country are to receive a share of [£23.5m].",
    "Twelve local charities have been awarded [£60,000].",
    "The <Safer Streets Fund> of [£20m] is open.",
    "This [£15m] <Safer Streets Fund> is open to all.",
    "{Kent|kent} and {Essex|essex} will receive [£2m] between them.",
    "Grants totalling [£48,000] went to youth projects.",
    "Nine projects were successful, with bids totalling [£1.1m].",
    "The work is paid for from a [£3m] government pot.",
    "In all the package comes to [£4,671,475].",
]
AWARD = [
    "{Kent|kent} has been awarded [£378,967].",
    "Base 51 received [£4,000] for new lights.",
    "[£9,500] went to Harbour House.",
    "The commissioner gave Harbour House [£2,500].",
    "We secured a [£640,000] grant from the ministry.",
    "A youth group in the town has been awarded [£900].",
    "A [£5,000] cheque was handed over on Monday.",
]
PART = [
    "The fund is worth [£10m], of which [£4m] is for stalking.",
    "Of the [£8m] found this year, [£3m] of it pays for patrols.",
    "Groups can apply for grants of up to [£7,500].",
    "Small grants (up to [£1,000]) are on offer.",
    "Charities may bid for up to [£20,000].",
    "The most that any group can have: grants range from [£150].",
    "The maximum grant is [£6,000].",
    "Every force will get [£1m] for patrols.",
    "The commissioner put [£8,000] to each ward.",
    "A package of [£9m] includes [£2m] for lamps.",
]
CUMULATIVE = [
    "This brings the total given since 2020 to [£41 million].",
    "It takes the overall sum invested to [£105.5m].",
    "Since its launch the fund has handed out [£500,000].",
    "Over the past seven years groups have had [£1.7m] in grants.",
    "The programme has cost ministers nothing like the [£80m] given out so far.",
]
BID = [
    "The commissioner has put in a bid for [£700,000].",
    "{Kent|kent} has applied for [£2m] from the Home Office.",
    "The force is seeking [£450,000].",
    "The fund had 193 applications, totalling [£1.5m].",
    "A bid of [£9,000] from the stewards was refused.",
]
OTHER = [
    "The precept will go up by [£15] for a Band D home.",
    "Her salary is [£88,600] a year.",
    "Domestic abuse costs the economy [£66bn].",
    "Officers seized [£71,480] from a garage.",
    "The force must find savings of [£6m].",
    "Its reserves stand at [£56.8m].",
    "He was fined [£200] by the court.",
    "Drugs with a street value of [£9m] were taken off the streets.",
    "The revenue budget of [£424.7m] was agreed.",
    "Thieves stole tools worth [£3,000].",
]


def _table() -> list[tuple[str, str]]:
    rows = {
        "total": TOTAL,
        "award": AWARD,
        "part": PART,
        "cumulative": CUMULATIVE,
        "bid": BID,
        "other": OTHER,
    }
    return [(sentence, role) for role, sentences in rows.items() for sentence in sentences]


@pytest.mark.parametrize(("sentence", "role"), _table())
def test_role_of_the_last_amount(sentence: str, role: str) -> None:
    assert roles(sentence)[-1] == role


def test_a_successful_bid_is_no_bid() -> None:
    assert roles("{Kent|kent} made a successful bid for [£550,000].") == ["award"]


def test_award_beats_cumulative() -> None:
    assert roles("{Kent|kent} has been allocated [£4.8m] since 2019.") == ["award"]


def test_a_headline_follows_the_body() -> None:
    text = "# Lights on after [£64k] boost\nLancaster will receive [£64,300] for lamps."
    assert roles(text) == ["award", "award"]


def test_amounts_that_add_up_are_parts_of_the_total() -> None:
    text = "There is [£11.3m] of funding. About [£5.6m] is for adults, [£3m] for children and [£2.7m] for stalking."
    assert roles(text) == ["total", "part", "part", "part"]


def test_a_rate_by_the_hour_is_a_cost() -> None:
    assert roles("Wardens are charged to the grant at [£21.75].", per=Per.HOUR) == ["other"]


def test_every_role_carries_the_words_that_decided_it() -> None:
    mention = related("The commissioner has put in a bid for [£700,000].").money[0]
    cue = next(cue for cue in mention.cues if cue.attribute == "role")
    assert (cue.value, cue.rule_id) == ("bid", "role.bid.for.v1")
    assert cue.text == "bid for £700,000"
