"""What a table says about itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.model import Role
from extractors.tables import Orientation, TableKind, table_roles
from extractors.tables.headers import financial_year_of, unit_of
from tests.tables.helpers import read, table_of

AWARDS = [["Area", "Award", "Summary"], ["Kent", "£300", "Lights"], ["Essex", "£200", "Wardens"]]
BUDGET = [["", "Budget £000", "Actual £000"], ["Staff", "1,012", "987"], ["Income", "(60)", "(71)"]]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (AWARDS, TableKind.AWARDS),
        (BUDGET, TableKind.OTHER),
        ([["Band", "2023/24 £"], ["Band A", "150.10"], ["Band B", "175.12"]], TableKind.OTHER),
        ([["Theme", "Funding"], ["Stalking", "£2.7m"], ["Children", "£3m"]], TableKind.SHARES),
        ([["Organisation", "Grant"], ["Kent Scouts", "£500"], ["Dover Boxing", "£700"]], TableKind.AWARDS),
        ([["Project", "Amount awarded (£)"], ["Garden", "1,500"], ["Drama", "2,700"]], TableKind.AWARDS),
        ([["Name", "Role"], ["A", "Chair"], ["B", "Clerk"]], TableKind.OTHER),
        ([["Year", "Funding"], ["2021/22", "£2m"], ["2022/23", "£3m"]], TableKind.SIZES),
        ([["Year", "Funding"], ["2021/22", "£2m"], ["2022/23", "£3m"], ["Total", "£5m"]], TableKind.SHARES),
    ],
)
def test_kind(rows: list[list[str]], kind: TableKind) -> None:
    assert read(table_of(rows))[0].kind is kind


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("The councils got these grants:", TableKind.AWARDS),
        ("What the cuts take from each budget:", TableKind.OTHER),
    ],
)
def test_headers_of_years_alone_leave_it_to_the_text_above(above: str, kind: TableKind) -> None:
    rows = [
        ["", "2019/20 £", "2020/21 £"],
        ["Slough", "335,938", "336,200"],
        ["Wokingham", "104,205", "99,000"],
    ]
    assert read(table_of(rows, caption=above))[0].kind is kind


def test_columns_of_an_awards_table() -> None:
    rows = [
        ["Area", "No. of bids", "Award", "What it is for"],
        ["Kent", "2", "£300", "Lights"],
        ["Essex", "1", "£200", "Wardens"],
    ]
    reading, _ = read(table_of(rows))
    (field,) = reading.amount_fields
    assert (field.index, field.recipient_field, reading.bids_field, reading.purpose_field) == (2, 0, 1, 3)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("£000", ("GBP", 1000)),
        ("2023/24 £'000", ("GBP", 1000)),
        ("£k", ("GBP", 1000)),
        ("Total (£m)", ("GBP", 1_000_000)),
        ("£ million", ("GBP", 1_000_000)),
        ("Amount (£)", ("GBP", 1)),
        ("Spent £", ("GBP", 1)),
        ("€", ("EUR", 1)),
        ("Number of bids", None),
        ("Grants of £500", None),
    ],
)
def test_units_in_headers(words: str, unit: tuple[str, int] | None) -> None:
    assert unit_of(words) == (None if unit is None else (unit[0], Decimal(unit[1])))


@pytest.mark.parametrize(
    ("words", "year"),
    [("2023/24", "2023/24"), ("Budget 2023-24 £000", "2023/24"), ("FY24", "2023/24"), ("24/25 (£)", "2024/25"),
     ("2023/24 to 2024/25", None), ("2024", None), ("Allocation 2023 to 2024", "2023/24"), ("2023\u201324", "2023/24"),
     ("Awards 2021 to 2024", None), ("2022 to 2023 and 2023 to 2024", None)],
)  # fmt: skip
def test_years_in_headers(words: str, year: str | None) -> None:
    assert financial_year_of(words) == year


@pytest.mark.parametrize(
    ("rows", "caption", "values"),
    [
        ([["Area", "£000"], ["Kent", "1,204"], ["Essex", "95"]], None, ["1204000", "95000"]),
        ([["Area", "Award £m"], ["Kent", "1.2"], ["Essex", "0.9"]], None, ["1200000", "900000"]),
        ([["Area", "Spent £"], ["Kent", "1,264"], ["Essex", "950"]], None, ["1264", "950"]),
        ([["Area", "Amount awarded"], ["Kent", "1,264"], ["Essex", "2,950"]], None, ["1264", "2950"]),
        ([["Area", "2023/24"], ["Kent", "221,460"], ["Essex", "233,905"]], "Summary, £000", ["221460000", "233905000"]),
        ([["Area", "Bids"], ["Kent", "12"], ["Essex", "9"]], None, []),
        ([["Area", "Offences"], ["Kent", "12,000"], ["Essex", "9,000"]], None, []),
        ([["Area", "Share %"], ["Kent", "12"], ["Essex", "9"]], None, []),
    ],
)  # fmt: skip
def test_bare_figures_under_a_header(rows: list[list[str]], caption: str | None, values: list[str]) -> None:
    _, money = read(table_of(rows, caption=caption))
    assert [mention.amount_low for mention in money] == [Decimal(value) for value in values]
    assert all("unit-from-header" in mention.flags for mention in money)


def test_brackets_in_a_budget_are_negative() -> None:
    _, money = read(table_of(BUDGET))
    income = [mention for mention in money if mention.row_no == 2]
    assert [mention.amount_low for mention in income] == [Decimal(-60000), Decimal(-71000)]
    assert {mention.text for mention in income} == {"60", "71"}
    assert all("accounting-negative" in mention.flags for mention in income)


def test_header_gives_year_and_rate() -> None:
    _, money = read(table_of([["Area", "2023/24 per year (£)"], ["Kent", "1,204"], ["Essex", "9,500"]]))
    assert {(mention.financial_year, mention.per) for mention in money} == {("2023/24", "year")}


def test_totals_by_label_and_by_arithmetic() -> None:
    labelled, _ = read(table_of([*AWARDS, ["TOTAL", "£500", ""]]))
    silent, _ = read(table_of([*AWARDS, ["Surrey", "£100", "Bins"], ["Everyone", "£600", ""]]))
    assert (set(labelled.total_records), set(silent.total_records)) == ({3}, {4})


def test_sections_are_no_records() -> None:
    rows = [["Area", "Award"], ["South", ""], ["Kent", "£300"], ["North", ""], ["Durham", "£200"]]
    assert read(table_of(rows))[0].section_records == {1, 3}


def test_recipients_across_the_top() -> None:
    rows = [["Fund", "Kent", "Essex"], ["Hotspot funding", "£1m", "£2m"], ["Duty grant", "£300k", "£400k"]]
    assert read(table_of(rows))[0].orientation is Orientation.COLUMNS


@pytest.mark.parametrize(
    ("rows", "roles"),
    [
        ([*AWARDS, ["TOTAL", "£500", ""]], {"£300": Role.AWARD, "£200": Role.AWARD, "£500": Role.TOTAL}),
        ([*AWARDS, ["Subtotal", "£500", ""]], {"£300": Role.AWARD, "£200": Role.AWARD, "£500": Role.TOTAL}),
        (
            [["Theme", "Funding"], ["Stalking", "£2.7m"], ["Children", "£3m"]],
            {"£2.7m": Role.PART, "£3m": Role.PART},
        ),
        ([["Area", "Award", "Total"], ["Kent", "£1", "£2"]], {"£1": Role.AWARD, "£2": Role.TOTAL}),
        (
            [["Area", "Award (£)", "Per officer (£)"], ["Kent", "5,000", "16"]],
            {"5,000": Role.AWARD, "16": Role.OTHER},
        ),
        ([["", "Budget", "Actual"], ["Staff", "£5", "£6"]], {"£5": Role.OTHER, "£6": Role.OTHER}),
    ],
)
def test_roles(rows: list[list[str]], roles: dict[str, Role]) -> None:
    document = table_of(rows)
    reading, money = read(document)
    found = table_roles(document.tables[0], reading, money)
    assert {mention.text: found[mention.mention_id] for mention in money} == roles


def test_areas_in_columns_beside_a_row_with_its_unit() -> None:
    reading, money = read(
        table_of([["", "Kent", "Essex"], ["Core grant (£m)", "1.5", "2.5"], ["Officers", "30", "40"]])
    )
    assert reading.orientation is Orientation.COLUMNS
    assert [mention.amount_low for mention in money] == [Decimal(1500000), Decimal(2500000)]
