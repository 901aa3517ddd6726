"""The awards that a table makes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.tables.claims import split_count
from tests.tables.helpers import claims_of, fund_in, table_of

ROWS = [
    ["PCC and number of bids", "Award", "Summary"],
    ["Kent (1)", "£378,967", "A  course\nfor parents"],
    ["Mayor's Office (London) (3)", "£1,563,547", "Two courses"],
    ["TOTAL", "£1,942,514", ""],
]


@pytest.mark.parametrize(
    ("cell", "name", "count"),
    [
        ("Kent (2)", "Kent", 2),
        ("Cambridgeshire & Peterborough(1)", "Cambridgeshire & Peterborough", 1),
        ("Mayor’s Office (London) (3)", "Mayor’s Office (London)", 3),
        ("Mayor’s Office (London)", "Mayor’s Office (London)", None),
        ("Gwent (2 bids)", "Gwent", 2),
        ("Gwent*", "Gwent", None),
        ("Gwent [1]", "Gwent", None),
        ("Hub 2000", "Hub 2000", None),
    ],
)
def test_a_count_behind_a_recipient(cell: str, name: str, count: int | None) -> None:
    assert split_count(cell) == (name, count)


def test_one_claim_a_row_and_none_for_the_total() -> None:
    document = table_of(ROWS)
    kent, london = claims_of(document, areas=["Kent"])
    assert (kent.recipient, kent.area_id, kent.bids, kent.purpose) == (
        "Kent",
        "kent",
        1,
        "A course for parents",
    )
    assert (kent.amount_low, kent.method, kent.row_no) == (Decimal(378967), "table", 1)
    assert kent.quote == "Kent (1)\n£378,967" == document.text[kent.start_char : kent.end_char]
    assert (london.recipient, london.area_id, london.bids) == ("Mayor's Office (London)", None, 3)


def test_several_amount_columns_each_with_its_programme() -> None:
    document = table_of(
        [["Area", "Grip Fund", "Duty Fund", "Total"], ["Kent", "£3", "£4", "£7"], ["Essex", "£5", "-", "£5"]]
    )
    funds = [
        fund_in(document, "Grip Fund", programme_id="grip"),
        fund_in(document, "Duty Fund", programme_id="duty"),
    ]
    claims = claims_of(document, areas=["Kent", "Essex"], funds=funds)
    assert [(claim.area_id, claim.amount_low, claim.programme_id) for claim in claims] == [
        ("kent", Decimal(3), "grip"),
        ("kent", Decimal(4), "duty"),
        ("essex", Decimal(5), "grip"),
    ]


def test_areas_across_the_top_are_turned_round() -> None:
    document = table_of(
        [
            ["Grant", "Kent", "Essex"],
            ["Grip", "£3m", "£5m"],
            ["Duty", "£310k", "£268k"],
            ["Sum", "£4m", "£6m"],
        ]
    )
    claims = claims_of(document, areas=["Kent", "Essex"])
    assert {(claim.area_id, claim.amount_low) for claim in claims} == {
        ("kent", Decimal(3_000_000)),
        ("essex", Decimal(5_000_000)),
        ("kent", Decimal(310_000)),
        ("essex", Decimal(268_000)),
    }


def test_a_programme_in_the_caption() -> None:
    document = table_of([["Area", "Award"], ["Kent", "£300"]], caption="Hotspot Fund awards")
    (claim,) = claims_of(document, funds=[fund_in(document, "Hotspot Fund", programme_id="hotspot")])
    assert claim.programme_id == "hotspot"


def test_a_programme_named_in_a_summary_is_not_the_fund() -> None:
    document = table_of([["Area", "Award", "Summary"], ["Kent", "£300", "Extends the Alpha Fund"]])
    (claim,) = claims_of(document, funds=[fund_in(document, "Alpha Fund", programme_id="alpha")])
    assert claim.programme_id is None


def test_a_blank_recipient_is_the_one_above() -> None:
    document = table_of([["Area", "Award"], ["Kent", "£300"], ["", "£200"], ["Essex", "£100"]])
    assert [claim.recipient for claim in claims_of(document)] == ["Kent", "Kent", "Essex"]


def test_a_purpose_behind_a_recipient() -> None:
    document = table_of([["Organisation", "Grant"], ["Dover Boxing, for its youth nights", "£300"]])
    (claim,) = claims_of(document)
    assert (claim.recipient, claim.purpose) == ("Dover Boxing", "its youth nights")


@pytest.mark.parametrize(
    "rows",
    [
        [["", "Budget £000", "Actual £000"], ["Staff", "1,012", "987"]],
        [["Theme", "Funding"], ["Stalking", "£2.7m"]],
        [["Area", "Award"], ["Kent", "£0"]],
    ],
)
def test_tables_without_awards(rows: list[list[str]]) -> None:
    assert claims_of(table_of(rows)) == []
