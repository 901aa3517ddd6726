"""Tables whose headings say that their amounts are no funding, and columns of costs and requests beside grants."""

from __future__ import annotations

import pytest

from extractors.model import Role
from extractors.tables import TableKind, table_roles
from tests.tables.helpers import claims_of, read, table_of


@pytest.mark.parametrize(
    "heads",
    [
        ("Savings delivered or identified to date", "Effect of the proposed funding formula review"),
        ("Savings so far (£)", "Savings still to be found (£)"),
        ("Cuts since 2010 (£)", "Cuts to come (£)"),
        ("Cuts to grants 2014/15 (£)", "Cuts to grants 2015/16 (£)"),
        ("Funding gap 2023/24", "Funding gap 2024/25"),
        ("Salary of the chief (£)", "Salary of the deputy (£)"),
        ("Costs of custody (£)", "Costs of cars (£)"),
        ("Reserves in 2012 (£)", "Reserves in 2013 (£)"),
        ("Spent in 2012/13 (£)", "Spent in 2013/14 (£)"),
        ("Spend on drones (£)", "Spend on dogs (£)"),
    ],
)
def test_columns_of_what_is_no_funding(heads: tuple[str, str]) -> None:
    document = table_of(
        [["Police area", *heads], ["Kent", "£74m", "£24.5m"], ["Essex", "£20m", "£9.5m"]],
        caption="What the police areas told us:",
    )
    reading, money = read(document)
    assert reading.kind is TableKind.OTHER
    assert set(table_roles(document.tables[0], reading, money).values()) == {Role.OTHER}
    assert claims_of(document, areas=["Kent", "Essex"]) == []


@pytest.mark.parametrize(
    "heads",
    [
        ("Grant 2012/13 (£)", "Grant 2013/14 (£)"),
        ("Allocation (£)", "Extra allocation (£)"),
        ("Awarded in May (£)", "Awarded in June (£)"),
        ("Funding 2012/13 (£)", "Funding 2013/14 (£)"),
        ("Grant spent 2012/13 (£)", "Grant spent 2013/14 (£)"),
        ("Grants from seized cash (£)", "Grants from receipts (£)"),
        ("Budget of the grant 2022/23 (£)", "Budget of the grant 2023/24 (£)"),
    ],
)
def test_columns_of_grants_are_awards(heads: tuple[str, str]) -> None:
    document = table_of([["Police area", *heads], ["Kent", "£74m", "£24.5m"], ["Essex", "£20m", "£9.5m"]])
    assert read(document)[0].kind is TableKind.AWARDS


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("Police area Savings found to date Effect of the funding formula review", TableKind.OTHER),
        ("Police authority Budget requirement (£ million) Residents", TableKind.OTHER),
        ("Police area Grant for wardens Grant for lamps", TableKind.AWARDS),
        ("Grants were shared out in spite of the cuts:", TableKind.AWARDS),
    ],
)
def test_the_line_above_is_the_headings_of_a_table_without_any(above: str, kind: TableKind) -> None:
    rows = [["Kent", "£74m", "£24.5m"], ["Essex", "£20m", "£9.5m"], ["Surrey", "£2m", "£0.5m"]]
    assert read(table_of(rows, caption=above, headers=0))[0].kind is kind


@pytest.mark.parametrize(
    ("who", "caption", "kind"),
    [
        ("Force", "How much each force spent on interpreters:", TableKind.OTHER),
        ("Force", "How the forces spent the grant for interpreters:", TableKind.AWARDS),
        ("Group", "How much each spent:", TableKind.AWARDS),
        ("Force", "What each force received:", TableKind.AWARDS),
    ],
)
def test_years_under_a_question_about_spending(who: str, caption: str, kind: TableKind) -> None:
    rows = [[who, "2012/13 (£)", "2013/14 (£)"], ["Kent", "7,400", "2,450"], ["Essex", "2,000", "9,500"]]
    assert read(table_of(rows, caption=caption))[0].kind is kind


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ("To ask how much each force has spent on these in the last year.", TableKind.OTHER),
        ("The forces spend this on equipment of three kinds:", TableKind.AWARDS),
        ("To ask how much funding each force has had to spend on these.", TableKind.AWARDS),
    ],
)
def test_categories_under_a_question_how_much_was_spent(caption: str, kind: TableKind) -> None:
    rows = [["Force", "Drones", "Interpreters"], ["Kent", "£7,400", "£2,450"], ["Essex", "£2,000", "£9,500"]]
    assert read(table_of(rows, caption=caption))[0].kind is kind


def test_kinds_of_cost_under_a_text_about_spending() -> None:
    rows = [["Force", "Overtime", "Vehicles"], ["Kent", "£7,400", "£2,450"], ["Essex", "£2,000", "£9,500"]]
    assert read(table_of(rows, caption="What the forces spent in May:"))[0].kind is TableKind.OTHER
    assert read(table_of(rows, caption="What the forces were awarded in May:"))[0].kind is TableKind.AWARDS


def test_a_row_a_year_of_what_was_spent_is_no_funding() -> None:
    rows = [["Year", "£ million"], ["2005/06", "151"], ["2006/07", "156"], ["2007/08", "175"]]
    spent = "What was spent in prisons each year, with funding from the department:"
    given = "Grants spent in prisons each year, by the department:"
    assert read(table_of(rows, caption=spent))[0].kind is TableKind.OTHER
    assert read(table_of(rows, caption=given))[0].kind is TableKind.SIZES


def test_a_column_that_sorts_costs_makes_its_amounts_costs() -> None:
    rows = [
        ["Force", "Type of cost", "Amount"],
        ["Kent", "Repairs", "22,245.58"],
        ["Kent", "Meals", "4,415.31"],
    ]
    assert read(table_of(rows))[0].kind is TableKind.OTHER


def test_what_is_to_be_saved_is_no_funding() -> None:
    rows = [["Amount to be saved in 2015/16", "£5.4m"], ["Amount to be saved in 2016/17", "£2.1m"]]
    assert read(table_of(rows, caption="After the cut to the grant:", headers=0))[0].kind is TableKind.OTHER


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (("Cost (£)", "Request to the ward meeting (£)"), (Role.OTHER, Role.BID)),
        (("Amount requested (£)", "Grant approved (£)"), (Role.BID, Role.AWARD)),
        (("Total cost of the work (£)", "Grant (£)"), (Role.OTHER, Role.AWARD)),
        (("Match funding (£)", "Award (£)"), (Role.OTHER, Role.AWARD)),
        (("Grant (£)", "Savings (£)"), (Role.AWARD, Role.OTHER)),
        (("Grant towards costs (£)", "Total grant (£)"), (Role.AWARD, Role.TOTAL)),
        (("Requested and approved (£)", "Grant paid (£)"), (Role.AWARD, Role.AWARD)),
    ],
)
def test_columns_of_costs_and_requests(heads: tuple[str, str], roles: tuple[Role, Role]) -> None:
    document = table_of([["Group", *heads], ["Dover Boxing", "700", "500"], ["Deal Scouts", "900", "600"]])
    reading, money = read(document)
    found = table_roles(document.tables[0], reading, money)
    assert [found[mention.mention_id] for mention in money] == [*roles, *roles]
    awarded = [text for text, role in zip(("700", "500"), roles, strict=True) if role is Role.AWARD]
    assert [f"{claim.amount_low:.0f}" for claim in claims_of(document)[: len(awarded)]] == awarded


def test_the_sum_of_requests_is_a_bid() -> None:
    document = table_of(
        [
            ["Applicant", "Amount requested (£)"],
            ["Dover Boxing", "700"],
            ["Deal Scouts", "900"],
            ["Total", "1,600"],
        ]
    )
    reading, money = read(document)
    assert set(table_roles(document.tables[0], reading, money).values()) == {Role.BID}
    assert claims_of(document) == []


def test_requests_under_a_caption_of_grants_approved_are_awards() -> None:
    document = table_of(
        [["Applicant", "Amount requested (£)"], ["Dover Boxing", "700"]], caption="Grants approved in May"
    )
    assert [claim.recipient for claim in claims_of(document)] == ["Dover Boxing"]


@pytest.mark.parametrize(
    ("heads", "caption"),
    [
        (("Organisation", "Type of expenditure", "Amount (£)"), "Awards made in May"),
        (("Organisation", "Type of spend", "Total (£)"), "Successful applicants"),
        (("Force", "Amount"), "How much will each force get from the fund to spend on lamps?"),
        (("Force", "£m"), "Extra money for forces. Ministers said it must be spent on officers:"),
    ],
)
def test_new_money_that_is_yet_to_be_spent_is_funding(heads: tuple[str, ...], caption: str) -> None:
    rows = [list(heads), ["Dover", "Lamps", "£700"][: len(heads)], ["Deal", "Vans", "£900"][: len(heads)]]
    if len(heads) == 2:
        rows = [list(heads), ["Kent", "£7m"], ["Essex", "£9m"]]
    assert read(table_of(rows, caption=caption))[0].kind is TableKind.AWARDS


@pytest.mark.parametrize(
    ("head", "caption"),
    [
        ("Amount requested (£)", "Successful bids"),
        ("Grant requested (£)", "List of successful applicants"),
        ("Funding sought (£)", "Grants made in May"),
        ("Grant requested (£)", "Grant recipients 2023"),
    ],
)
def test_what_the_successful_asked_for_they_got(head: str, caption: str) -> None:
    document = table_of(
        [["Organisation", head], ["Dover Boxing", "700"], ["Deal Choir", "900"]], caption=caption
    )
    reading, money = read(document)
    assert set(table_roles(document.tables[0], reading, money).values()) == {Role.AWARD}
