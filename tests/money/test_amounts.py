"""Values: what is money, where it starts and ends, and how much it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.money import find_money
from extractors.segments import segment
from tests.money.helpers import document_of, money_in


@pytest.mark.parametrize(
    ("sentence", "surface", "value"),
    [
        ("The force got £311,836 for it.", "£311,836", "311836"),
        ("The force got £200,333.33.", "£200,333.33", "200333.33"),
        ("The force got £5000 today.", "£5000", "5000"),
        ("A pot of £11.3 million is ready.", "£11.3 million", "11300000"),
        ("A pot of £15million is ready.", "£15million", "15000000"),
        ("A pot of £2.7m is ready.", "£2.7m", "2700000"),
        ("A pot of £2.7M is ready.", "£2.7M", "2700000"),
        ("A pot of £3mn is ready.", "£3mn", "3000000"),
        ("A pot of £3mln is ready.", "£3mln", "3000000"),
        ("A pot of £5 m is ready.", "£5 m", "5000000"),
        ("Crime costs £1.2bn.", "£1.2bn", "1200000000"),
        ("Crime costs £59 billion.", "£59 billion", "59000000000"),
        ("A boost of £64k came.", "£64k", "64000"),
        ("A boost of £64K came.", "£64K", "64000"),
        ("A boost of £250 thousand came.", "£250 thousand", "250000"),
        ("A boost of £2 hundred thousand came.", "£2 hundred thousand", "200000"),
        ("They raised a quarter of a million pounds.", "a quarter of a million pounds", "250000"),
        ("They raised half a million pounds.", "half a million pounds", "500000"),
        ("They raised three-quarters of a million pounds.", "three-quarters of a million pounds", "750000"),
        ("They raised a quarter million pounds.", "a quarter million pounds", "250000"),
        ("They plan a half-million-pound scheme.", "a half-million-pound", "500000"),
        ("They raised one-and-a-half million pounds.", "one-and-a-half million pounds", "1500000"),
        ("Amount (£): 5,000", "5,000", "5000"),
        ("Value (£000): 120 in all", "120", "120000"),
        ("They raised &#163;5,000 today.", "&#163;5,000", "5000"),
        ("They raised £half a million.", "£half a million", "500000"),
        ("They raised three quarters of a million pounds.", "three quarters of a million pounds", "750000"),
        ("They raised two million pounds.", "two million pounds", "2000000"),
        ("They raised one and a half million pounds.", "one and a half million pounds", "1500000"),
        ("They raised two hundred and fifty thousand pounds.", "two hundred and fifty thousand pounds", "250000"),
        ("They raised £one million.", "£one million", "1000000"),
        ("They raised £1½m.", "£1½m", "1500000"),
        ("They raised £½ million.", "£½ million", "500000"),
        ("They raised 50,000 pounds.", "50,000 pounds", "50000"),
        ("They raised 1.5 million pounds.", "1.5 million pounds", "1500000"),
        ("They raised GBP 500,000.", "GBP 500,000", "500000"),
        ("They raised 500,000 GBP.", "500,000 GBP", "500000"),
        ("It adds 29p to the bill.", "29p", "0.29"),
        ("It adds 50 pence to the bill.", "50 pence", "0.50"),
        ("The band pays £103.12p.", "£103.12p", "103.12"),
        ("That is £0.64p a day.", "£0.64p", "0.64"),
        ("The offer is twelve pounds and fifty pence.", "twelve pounds and fifty pence", "12.50"),
        ("The offer is £1 200 000 for the county.", "£1 200 000", "1200000"),
        ("The offer is £1,\n200,000 for the county.", "£1,\n200,000", "1200000"),
        ("The offer is £ 5,000.", "£ 5,000", "5000"),
        ("The offer is £1 .2m.", "£1 .2m", "1200000"),
        ("The offer is £1.2m1 in all.", "£1.2m", "1200000"),
        ("The offer is £3,000[2] in all.", "£3,000", "3000"),
        ("The offer is £3,000* in all.", "£3,000", "3000"),
        ("The offer is £3,000¹ in all.", "£3,000", "3000"),
        ("A £1m-plus scheme.", "£1m", "1000000"),
        ("Equipment, £1 million-worth of it.", "£1 million", "1000000"),
        ("A £500,000-a-year post.", "£500,000", "500000"),
        ("It is £20 million A12 money.", "£20 million", "20000000"),
        ("The fee was £5 M25 tolls aside.", "£5", "5"),
        ("It paid &pound;750 for it.", "&pound;750", "750"),
        ("The gap (£1,200) was closed.", "£1,200", "1200"),
        ("The bill was £0.", "£0", "0"),
    ],
)  # fmt: skip
def test_an_amount_and_its_span(sentence: str, surface: str, value: str) -> None:
    (mention,) = money_in(sentence)
    assert (mention.text, mention.amount_low, mention.amount_high) == (
        surface,
        Decimal(value),
        Decimal(value),
    )


@pytest.mark.parametrize(
    ("sentence", "surface", "low", "high"),
    [
        ("It needs £1.2-1.5m.", "£1.2-1.5m", "1200000", "1500000"),
        ("It needs £8–10m.", "£8–10m", "8000000", "10000000"),
        ("It needs £8m to £10m.", "£8m to £10m", "8000000", "10000000"),
        ("It needs £8m to 10 million.", "£8m to 10 million", "8000000", "10000000"),
        ("It needs £10-£15m.", "£10-£15m", "10000000", "15000000"),
        ("It needs £800,000-£1.2m.", "£800,000-£1.2m", "800000", "1200000"),
        ("Grants are between £300 and £2,000.", "£300 and £2,000", "300", "2000"),
        ("Grants run from £500 to £35,000.", "£500 to £35,000", "500", "35000"),
        ("Grants ranging from £500 up to £35,000.", "£500 up to £35,000", "500", "35000"),
        ("Grants of £5-10,000 are open.", "£5-10,000", "5000", "10000"),
        ("Grants of £300-500 are open.", "£300-500", "300", "500"),
        ("Goods worth £1m-£2m went.", "£1m-£2m", "1000000", "2000000"),
        ("It costs 10-15p.", "10-15p", "0.10", "0.15"),
        ("It costs 8-10 million pounds.", "8-10 million pounds", "8000000", "10000000"),
        ("An extra £16.00- £24.00 was asked.", "£16.00- £24.00", "16", "24"),
    ],
)
def test_a_range_is_one_mention(sentence: str, surface: str, low: str, high: str) -> None:
    (mention,) = money_in(sentence)
    assert (mention.text, mention.amount_low, mention.amount_high) == (surface, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The precept would rise from £223 to £238.", ["223", "238"]),
        ("Reserves fall from £52m to £28m.", ["52000000", "28000000"]),
        ("The tax goes up by £3.37, from £169.47 to £172.84.", ["3.37", "169.47", "172.84"]),
        ("The gap between £11 and £15 is small.", ["11", "15"]),
        ("Kent got £5,000 and £7,000 went to Essex.", ["5000", "7000"]),
        ("Kent got £5,000 or £10,000.", ["5000", "10000"]),
        ("The sum of £10-£5 is odd.", ["10", "5"]),
        ("They put £5m to 10 areas.", ["5000000"]),
        ("They put in £5m-2024 prices.", ["5000000"]),
    ],
)
def test_what_looks_like_a_range_and_is_none(sentence: str, values: list[str]) -> None:
    assert [mention.amount_low for mention in money_in(sentence)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("sentence", "currencies"),
    [
        ("A deal of £10 million ($13 million).", ["GBP", "USD"]),
        ("Europol gave €3,000 and US$500.", ["EUR", "USD"]),
        ("Europol gave 20,000 euros.", ["EUR"]),
        ("They sent A$40,000 home.", ["AUD"]),
    ],
)
def test_currencies(sentence: str, currencies: list[str]) -> None:
    assert [mention.currency for mention in money_in(sentence)] == currencies


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Merthyr's share is £209, 332.78.", "209332.78"),
        ("Merthyr's share is £14,50.", "1450"),
        ("Merthyr's share is £1.200.000.", "1200000"),
        ("Merthyr's share is £2,5000.", "25000"),
        ("Merthyr's share is £1.234,56.", "1234.56"),
    ],
)
def test_a_malformed_amount_is_read_literally_and_flagged(sentence: str, value: str) -> None:
    document = document_of(sentence)
    (mention,), (issue,) = find_money(document, segment(document))
    assert (mention.amount_low, mention.flags) == (Decimal(value), ("malformed",))
    assert (issue.code, issue.fragment) == ("malformed-amount", mention.text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Reports fell by 82% and 75 per cent.",
        "More than 125+ organisations signed.",
        "In 2023 there were 1,900 visits.",
        "Call 01622 677055 or 0800 555 111.",
        "The site at TQ 123 456 near ME14 1XX.",
        "Section 17 of the Act, and section 29p.",
        "The G20 met off the M25 on 5 March.",
        "He won 38,123 votes, a 12.4% share.",
        "A multi-million pound scheme.",
        "Millions of pounds, even hundreds of thousands of pounds, were lost.",
        "A few thousand pounds went missing.",
        "The camera films in 1080p.",
        "Police found six pounds of cannabis.",
        "Figures are in £000 and £m.",
        "See pp. 10-12 and p29.",
        "1.2 million people live here.",
    ],
)
def test_what_is_no_money(sentence: str) -> None:
    assert money_in(sentence) == []


@pytest.mark.parametrize(
    ("headline", "body", "values"),
    [
        ("Kent force wins 1.2 million", "It has been given £1.2m.", ["1200000", "1200000"]),
        ("11.3 million awarded to commissioners", "It is for programmes.", ["11300000"]),
        ("Half a million boost for wardens", "It is for programmes.", ["500000"]),
        ("Funding of 3.5m announced", "It is for programmes.", ["3500000"]),
        ("1.2 million people at risk", "A sum of £1.2m is ready.", ["1200000"]),
        ("2 million crimes a year", "A sum of £3m is ready.", ["3000000"]),
        ("Force logs 30,000 offences", "A sum of £3m is ready.", ["3000000"]),
    ],
)
def test_a_headline_without_its_sign(headline: str, body: str, values: list[str]) -> None:
    found = money_in(headline, body, headings=1)
    assert [mention.amount_low for mention in found] == [Decimal(value) for value in values]
    assert all("sign-lost" in mention.flags for mention in found if not mention.text.startswith("£"))
