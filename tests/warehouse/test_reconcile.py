"""What adds up, what rounds, what differs: each kind with a case of each."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.warehouse.conftest import House
from tests.warehouse.making import AREAS, Page


def verdicts(house: House, kind: str) -> list[tuple[Any, ...]]:
    return house.rows(
        f"SELECT verdict, stated, computed, difference FROM reconciliation WHERE kind = '{kind}' ORDER BY stated"
    )


def rows(total: str, value: str, *amounts: int, extra: str = "", bids: tuple[int, ...] = ()) -> Page:
    lines = [f"Area {n} | £{amount:,}" for n, amount in enumerate(amounts)]
    page = Page("\n".join([f"In all {total} is given.{extra}", *lines]))
    page.money(total, value)
    for number, (amount, line) in enumerate(zip(amounts, lines, strict=True)):
        more = {"bids": bids[number]} if bids else {}
        page.award(
            line, f"Area {number}", f"£{amount:,}", str(amount), area=AREAS[number], row=number, **more
        )
    return page


@pytest.mark.parametrize(
    ("total", "value", "expected"),
    [
        ("£600", "600", ("agrees", Decimal(600), Decimal(600), Decimal(0))),
        ("£601", "601", ("differs", Decimal(601), Decimal(600), Decimal(-1))),
        ("£0.6k", "600", ("agrees", Decimal(600), Decimal(600), Decimal(0))),
        ("£1k", "1000", ("rounds", Decimal(1000), Decimal(600), Decimal(-400))),
    ],
)
def test_rows_against_the_stated_total(
    house: House, total: str, value: str, expected: tuple[Any, ...]
) -> None:
    house.stage(rows(total, value, 101, 202, 297))
    house.build()
    assert verdicts(house, "rows-vs-total") == [expected]


def test_the_explanation_has_the_words_of_both_sides_and_the_evidence_their_places(house: House) -> None:
    page = rows("£1,500", "1500", 1_000, 400)
    house.stage(page)
    house.build()
    told, evidence = house.one(
        "SELECT explanation, evidence FROM reconciliation WHERE kind = 'rows-vs-total'"
    )
    assert told == (
        "The 2 rows from “Area 0 | £1,000” to “Area 1 | £400” add up to £1,400, £100 less than the stated “£1,500”."
    )
    sides = json.loads(evidence)
    assert [page.text[e["start_char"] : e["end_char"]] for e in (sides["stated"], *sides["computed_from"])] == [
        "£1,500", "Area 0 | £1,000", "Area 1 | £400"]  # fmt: skip
    assert house.rows("SELECT kind, difference FROM v_discrepancies") == [("rows-vs-total", -100)]


def test_a_total_of_something_else_is_not_compared(house: House) -> None:
    house.stage(rows("£28 million", "28000000", 100, 200))
    house.build()
    assert verdicts(house, "rows-vs-total") == []


@pytest.mark.parametrize(("stated", "verdict"), [(2, "agrees"), (3, "differs")])
def test_rows_against_the_stated_number_of_recipients(house: House, stated: int, verdict: str) -> None:
    page = rows("£300", "300", 100, 200, extra=f" {stated} areas share it.")
    page.count(f"{stated} areas", stated, "recipients")
    house.stage(page)
    house.build()
    assert verdicts(house, "rows-vs-recipients") == [(verdict, stated, 2, 2 - stated)]


@pytest.mark.parametrize(("stated", "verdict"), [(29, "agrees"), (31, "differs")])
def test_bids_against_the_stated_number(house: House, stated: int, verdict: str) -> None:
    page = rows("£300", "300", 100, 200, extra=f" {stated} bids won.", bids=(14, 15))
    page.count(f"{stated} bids", stated, "bids")
    house.stage(page)
    house.build()
    assert verdicts(house, "bids-vs-stated") == [(verdict, stated, 29, 29 - stated)]


@pytest.mark.parametrize(
    ("total", "value", "verdict"),
    [
        ("£11.3m", "11300000", "agrees"),
        ("£11,335,884.89", "11335884.89", "rounds"),
        ("£12.9m", "12900000", "differs"),
        ("£40m", "40000000", "not enough known"),
    ],
)
def test_parts_against_the_total(house: House, total: str, value: str, verdict: str) -> None:
    page = Page(f"Of {total} in all, £5.6m is for adults, £3m for young people and £2.7m against stalking.")
    page.money(total, value)
    for words, amount in (("£5.6m", "5600000"), ("£3m", "3000000"), ("£2.7m", "2700000")):
        page.money(words, amount, "part")
    house.stage(page)
    house.build()
    assert verdicts(house, "parts-vs-total")[0][0] == verdict
    assert verdicts(house, "parts-vs-total")[0][2] == 11_300_000


@pytest.mark.parametrize(
    ("total", "value", "verdict"),
    [
        ("£36 million", "36000000", "agrees"),
        ("£35.4m", "35400000", "rounds"),
        ("£30m", "30000000", "differs"),
    ],
)
def test_a_yearly_rate_times_its_term(house: House, total: str, value: str, verdict: str) -> None:
    page = Page(f"£18 million a year for two years makes {total}.")
    page.money("£18 million", "18000000", per="year", years=2)
    page.money(total, value)
    house.stage(page)
    house.build()
    assert verdicts(house, "rate-times-term")[0][::2] == (verdict, 36_000_000)


@pytest.mark.parametrize(
    ("words", "value", "verdict"),
    [
        ("£30m", "30000000", "agrees"),
        ("£28 million", "28000000", "differs"),
        ("£90 million", "90000000", "not enough known"),
    ],
)
def test_a_running_total_against_what_is_known(house: House, words: str, value: str, verdict: str) -> None:
    pages = []
    for year, amount in ((2019, 7), (2020, 10), (2021, 20)):
        told = f" It makes {words} since 2020." if year == 2021 else ""
        page = Page(
            f"The Perpetrator Fund gives £{amount}m.{told}", url=f"https://a.test/{year}", on=date(year, 6, 1)
        )
        page.money(f"£{amount}m", f"{amount}000000")
        page.fund("Perpetrator Fund", "dapif")
        if told:
            page.money(words, value, "cumulative", qualifier="exact")
        pages.append(page)
    house.stage(*pages)
    house.build()
    assert verdicts(house, "cumulative-vs-known") == [
        (verdict, int(value), 30_000_000, 30_000_000 - int(value)),
    ]
    assert "2 dated announcements" in house.one("SELECT explanation FROM reconciliation")
