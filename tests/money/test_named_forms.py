"""One case and more for each form of value, qualifier and period that a page is known to use."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.money.helpers import money_in


@pytest.mark.parametrize(
    ("sentence", "surface", "value"),
    [
        ("The ward has £2.4mn to spend.", "£2.4mn", "2400000"),
        ("The ward has £7 mn to spend.", "£7 mn", "7000000"),
        ("The ward has £3.1 bn to spend.", "£3.1 bn", "3100000000"),
        ("The ward has £12K to spend.", "£12K", "12000"),
        ("The ward has £12.5k to spend.", "£12.5k", "12500"),
        ("The ward has £40 thousand to spend.", "£40 thousand", "40000"),
        ("The ward has £40thousand to spend.", "£40thousand", "40000"),
        ("The ward has forty thousand pounds to spend.", "forty thousand pounds", "40000"),
        ("The ward has twenty-five thousand pounds to spend.", "twenty-five thousand pounds", "25000"),
        ("The ward has a thousand pounds to spend.", "a thousand pounds", "1000"),
        ("The ward has six hundred pounds to spend.", "six hundred pounds", "600"),
        ("Thirty quid is what the lock costs.", "Thirty quid", "30"),
        ("The lock costs two pounds a month.", "two pounds", "2"),
        ("A quarter of a million pounds bought the vans.", "A quarter of a million pounds", "250000"),
        ("A £quarter of a million scheme.", "£quarter of a million", "250000"),
        ("A levy of 9.5p was added.", "9.5p", "0.095"),
        ("A levy of fifty pence was added.", "fifty pence", "0.50"),
        ("A levy of 1p was added.", "1p", "0.01"),
        ("A levy of £187.40p was added.", "£187.40p", "187.40"),
        ("The grant is £822, 000 in all.", "£822, 000", "822000"),
        ("The grant is £11.3\nmillion in all.", "£11.3\nmillion", "11300000"),
        ("The grant is £640,\n500 in all.", "£640,\n500", "640500"),
        ("The grant is £\n5,000 in all.", "£\n5,000", "5000"),
        ("The grant is £1\u00a0250\u00a0000 in all.", "£1\u00a0250\u00a0000", "1250000"),
        ("The grant is £2.5\u00a0million in all.", "£2.5\u00a0million", "2500000"),
        ("The grant is £1\u2009250\u2009000 in all.", "£1\u2009250\u2009000", "1250000"),
        ("It set aside c.£3m.", "£3m", "3000000"),
        ("It set aside c. £3m.", "£3m", "3000000"),
        ("A £120m+ fund is open.", "£120m", "120000000"),
        ("A £120 million+ fund is open.", "£120 million", "120000000"),
        ("There is around £55m1 for it.", "£55m", "55000000"),
        ("There is £880,000² and more to come.", "£880,000", "880000"),
        ("There is £880,000† and more to come.", "£880,000", "880000"),
        ("There is £1.5 million[3] for it.", "£1.5 million", "1500000"),
        ("There is £1.5 million(3) for it.", "£1.5 million", "1500000"),
    ],
)
def test_a_form_of_amount(sentence: str, surface: str, value: str) -> None:
    (mention,) = money_in(sentence)
    assert (mention.text, mention.amount_low, mention.amount_high) == (
        surface,
        Decimal(value),
        Decimal(value),
    )


@pytest.mark.parametrize(
    ("sentence", "surface", "low", "high"),
    [
        ("Repairs would cost £2.4-2.9m.", "£2.4-2.9m", "2400000", "2900000"),
        ("Repairs would cost £2.4 - 2.9 million.", "£2.4 - 2.9 million", "2400000", "2900000"),
        ("Repairs would cost £7m to £9m.", "£7m to £9m", "7000000", "9000000"),
        (
            "Repairs would cost £3.5 million to £5 million.",
            "£3.5 million to £5 million",
            "3500000",
            "5000000",
        ),
        ("Each bid was between £450 and £1,900.", "£450 and £1,900", "450", "1900"),
        ("Each bid was between £45k and £90k.", "£45k and £90k", "45000", "90000"),
    ],
)
def test_a_form_of_range(sentence: str, surface: str, low: str, high: str) -> None:
    (mention,) = money_in(sentence)
    assert (mention.text, mention.amount_low, mention.amount_high) == (surface, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The trial cost £5,000 (€5,800).", [("5000", "GBP"), ("5800", "EUR")]),
        ("It got £2m, €500,000 and $40,000.", [("2000000", "GBP"), ("500000", "EUR"), ("40000", "USD")]),
        ("The gang sent £1.1m and 900,000 euros abroad.", [("1100000", "GBP"), ("900000", "EUR")]),
        ("The post pays £110,000 ($143,000) a year.", [("110000", "GBP"), ("143000", "USD")]),
    ],
)
def test_other_currencies_beside_pounds(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(f"{mention.amount_low:.0f}", mention.currency) for mention in money_in(sentence)] == expected


@pytest.mark.parametrize(
    ("headline", "value"),
    [
        ("Quarter of a million boost for street wardens", "250000"),
        ("900k grant for youth work", "900000"),
        ("Force awarded 2.3m to patrol hotspots", "2300000"),
    ],
)
def test_a_form_of_headline_without_its_sign(headline: str, value: str) -> None:
    (mention,) = money_in(headline, "It is for patrols.", headings=1)
    assert mention.amount_low == Decimal(value)
    assert "sign-lost" in mention.flags


def test_a_headline_without_sign_or_magnitude_follows_the_figure_of_its_text() -> None:
    title, body = money_in(
        "78,000 for festivals in the county", "More than £78,000 was handed out.", headings=1
    )
    assert (title.text, title.amount_low, title.flags) == ("78,000", Decimal(78000), ("sign-lost",))
    assert body.amount_low == Decimal(78000)


@pytest.mark.parametrize(
    "sentence",
    [
        "Burglary fell by 12 per cent, robbery by 9.5% and theft by a fifth.",
        "Some 2,400 homes, 31 streets and 1.3 million visitors are covered.",
        "It ran from 2019 to 2022, and again in 2024.",
        "Ring 101, or 01306 555 200, or +44 7700 900123.",
        "The gate stands at SJ 845 972, near SK17 6AB.",
        "The office is at Pound Lane, CT1 2BZ.",
        "125+ organisations and 40+ schools took part.",
        "She took 51.3% of the vote: 61,408 votes to 58,260.",
        "He held the seat by 3,150 votes.",
    ],
)
def test_a_figure_that_is_no_money(sentence: str) -> None:
    assert money_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("Twelve clubs were helped, none with an award exceeding £900.", ["up_to"]),
        ("There were nine gifts, none exceeding £900, to clubs.", ["up_to"]),
        ("No single purchase is to exceed £7,500.", ["up_to"]),
        ("Groups can have up to £500 or £1,000 or £2,000.", ["up_to", "up_to", "up_to"]),
        ("Claims are capped at £130,300 for each year.", ["up_to"]),
        ("Gifts of £900 or more are listed.", ["at_least"]),
        ("Gifts of £900 or above are listed.", ["at_least"]),
        ("A further £5m was found, and an additional £2m.", ["exact", "exact"]),
        ("A further £5m or more was found.", ["at_least"]),
        ("Up to a further £5m was found.", ["up_to"]),
        ("Nearly £3m for lamps and £2m for gates was agreed.", ["about", "exact"]),
        ("More than £3m went on lamps, while £2m paid for gates.", ["at_least", "exact"]),
        ("The sum of £4m, plus up to £1m for gates, was agreed.", ["exact", "up_to"]),
        ("The two stand to get up to £880,000 and £1.16 million respectively.", ["up_to", "up_to"]),
        ("It will cost £119,000 or thereabouts.", ["about"]),
        ("It will cost a little under £119,000.", ["about"]),
    ],
)
def test_a_form_of_qualifier(sentence: str, qualifiers: list[str]) -> None:
    assert [mention.qualifier for mention in money_in(sentence)] == qualifiers


@pytest.mark.parametrize(
    ("sentence", "per"),
    [
        ("One firm pays out £4,000 each month for glass.", "month"),
        ("One firm pays out £4,000 every month for glass.", "month"),
        ("One firm pays out £4,000 per month for glass.", "month"),
        ("One firm pays out £4,000 per week for glass.", "week"),
        ("One firm pays out £4,000 each week for glass.", "week"),
        ("One firm pays out £4,000 per annum for glass.", "year"),
        ("One firm pays out £4,000 annually for glass.", "year"),
        ("One firm pays out £4,000 each year for glass.", "year"),
    ],
)
def test_a_form_of_rate(sentence: str, per: str) -> None:
    assert [mention.per for mention in money_in(sentence)] == [per]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("The refuge has £60,000 for the next three years.", "3"),
        ("The refuge has £60,000 over 18 months.", "1.5"),
        ("The refuge has £60,000 over the next 18 months.", "1.5"),
        ("The refuge has £60,000 from April 2023 until March 2025.", "2"),
        ("The refuge has £60,000 from 1 April 2022 until 31 March 2025.", "3"),
        ("The refuge has £60,000 until March 2025.", None),
        ("The refuge has had £60,000 since its doors opened.", None),
        ("The refuge was given £60,000 during the past three years.", None),
        ("The refuge was given £60,000 in the previous 18 months.", None),
    ],
)
def test_a_form_of_term(sentence: str, years: str | None) -> None:
    assert [mention.term_years for mention in money_in(sentence)] == [
        None if years is None else Decimal(years)
    ]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The refuge has £60,000 for 2025/26.", "2025/26"),
        ("The refuge has £60,000 for 2025-26.", "2025/26"),
        ("The refuge has £60,000 for 2025\u201326.", "2025/26"),
        ("The refuge has £60,000 for FY26.", "2025/26"),
        ("The refuge has £60,000 for FY 2025/26.", "2025/26"),
        ("The refuge has £60,000 for FY25/26.", "2025/26"),
        ("The refuge has £60,000 more than in 2021/22.", None),
    ],
)
def test_a_form_of_financial_year(sentence: str, year: str | None) -> None:
    (mention,) = money_in(sentence)
    assert (mention.financial_year, mention.term_years) == (year, None)
