"""The term and the financial year that a text ties to an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.money.helpers import money_in


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("It gets £24m over three years.", ["3"]),
        ("It gets £24m over the next three years.", ["3"]),
        ("It gets £24m for the next 3 years.", ["3"]),
        ("It gets £24m across two years.", ["2"]),
        ("It gets £90,000 over 18 months.", ["1.5"]),
        ("The grant of £90,000 covers 18 months.", ["1.5"]),
        ("A year-long scheme worth £10,000 starts.", ["1"]),
        ("It gets £90,000 over two and a half years.", ["2.5"]),
        ("An 18-month project worth £90,000 starts.", ["1.5"]),
        ("A two-year funding deal of £3m starts.", ["2"]),
        ("A £3m two-year programme starts.", ["2"]),
        ("Over three years, the Home Office has put in £242m.", ["3"]),
        ("Over the next three years the PCC will invest £5m.", ["3"]),
        ("It gets £9m from 2022/23 to 2024/25.", ["3"]),
        ("It gets £9m a year in 2022/23, 2023/24 and 2024/25.", ["3"]),
        ("It gets £9m between 2023 and 2025.", ["2"]),
        ("It gets £9m from 1 April 2023 to 31 March 2026.", ["3"]),
        ("It gets £36m (£18m a year) over two years.", ["2", "2"]),
        ("Half a term, spread over two years, meaning a total of £36m.", ["2"]),
        ("Three years of funding worth £3m was agreed.", ["3"]),
        ("It gets £5m over the next decade.", ["10"]),
        ("It gets £3m for a further two years.", ["2"]),
        ("It has put in £5m over the five years since 2018.", [None]),
        ("It spent £5m over the past five years.", [None]),
        ("It spent £5m in the last two years.", [None]),
        ("Hand-outs reach £200,000 in five years.", [None]),
        ("It has given £5m since 2020.", [None]),
        ("Between 2010 and 2017 the force lost £26m.", [None]),
        ("It gets £5m in 2023/24.", [None]),
        ("It gets £5m in 2023/24 and £4m in 2024/25.", [None, None]),
        ("Of the £39m, 50 projects over the next two years will profit.", [None]),
        ("A man aged 25 was jailed for two years over £900.", [None]),
        ("A 15-year-old stole £90.", [None]),
        ("It gets £5m this year.", [None]),
    ],
)
def test_term(sentence: str, years: list[str | None]) -> None:
    found = [mention.term_years for mention in money_in(sentence)]
    assert found == [None if year is None else Decimal(year) for year in years]


def test_a_term_said_in_the_next_sentence() -> None:
    yearly, total = money_in(
        "Ministers promise up to £18 million a year.",
        "Funding will be spread over two years, making £36 million.",
    )
    assert (yearly.per, yearly.term_years, total.term_years) == ("year", Decimal(2), Decimal(2))


def test_the_next_sentence_may_speak_of_something_else() -> None:
    (mention,) = money_in("Ministers promise £39 million.", "Fifty projects will run over two years.")
    assert mention.term_years is None


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("It gets £5m in 2023/24.", ["2023/24"]),
        ("It gets £5m in 2023-24.", ["2023/24"]),
        ("It gets £5m in 2023/2024.", ["2023/24"]),
        ("It gets £5m in FY24.", ["2023/24"]),
        ("It gets £5m in the financial year 2023 to 2024.", ["2023/24"]),
        ("In 2023/24 it gets £5m and £2m.", ["2023/24", "2023/24"]),
        ("It gets £5m in 2023/24 and £4m in 2024/25.", ["2023/24", "2024/25"]),
        ("It gets £9m from 2022/23 to 2024/25.", [None]),
        ("It gets £9m, more than in 2022/23.", [None]),
        ("It gets £9m in 2023.", [None]),
    ],
)
def test_financial_year(sentence: str, years: list[str | None]) -> None:
    assert [mention.financial_year for mention in money_in(sentence)] == years
