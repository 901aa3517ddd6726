"""Awards of tables of every shape that a page is known to have, read from pages and from text."""

from __future__ import annotations

import pytest

from extractors.model import ClaimMethod
from extractors.pipeline import extract
from tests.parse.helpers import capture_of

LEAD = "<h1>Awards to forces</h1><p>The Home Office has shared out these awards for patrols and wardens:</p>"


def awards(body: str, *, media_type: str = "text/plain") -> list[tuple[str | None, str, str, str | None]]:
    """Return area, recipient, pounds and programme of each award that stands in a table."""
    raw = body.encode()
    claims = extract(capture_of(raw, media_type=media_type), raw).claims
    assert {claim.method for claim in claims} <= {ClaimMethod.TABLE}
    return [(k.area_id, k.recipient, f"{k.amount_low:.0f}", k.programme_id) for k in claims]


def of_page(rows: str) -> list[tuple[str | None, str, str, str | None]]:
    return awards(
        f"<!doctype html><html><body><main>{LEAD}<table>{rows}</table></main></body></html>",
        media_type="text/html",
    )


def row(*cells: str, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def test_areas_in_rows() -> None:
    body = row("Area", "Award", tag="th") + row("Kent", "£378,000") + row("Essex", "£500,500")
    assert of_page(body) == [("kent", "Kent", "378000", None), ("essex", "Essex", "500500", None)]


def test_areas_in_columns() -> None:
    body = row("", "Kent", "Essex", tag="th") + row("Award for patrols", "£378,000", "£500,500")
    assert sorted(of_page(body), key=str) == [
        ("essex", "Essex", "500500", None),
        ("kent", "Kent", "378000", None),
    ]


def test_several_columns_of_amounts_with_a_programme_each() -> None:
    body = (
        row("Area", "Violence Reduction Unit", "Grip", "Total", tag="th")
        + row("Kent", "£1,160,000", "£861,000", "£2,021,000")
        + row("Essex", "£1,170,000", "£1,011,000", "£2,181,000")
        + row("Total", "£2,330,000", "£1,872,000", "£4,202,000")
    )
    assert of_page(body) == [
        ("kent", "Kent", "1160000", "violence-reduction-units"),
        ("kent", "Kent", "861000", "grip"),
        ("essex", "Essex", "1170000", "violence-reduction-units"),
        ("essex", "Essex", "1011000", "grip"),
    ]


def test_a_merged_cell_of_a_recipient_counts_for_each_of_its_rows() -> None:
    body = (
        row("Area", "Work", "Award", tag="th")
        + "<tr><td rowspan='2'>Kent</td><td>Lamps</td><td>£30,000</td></tr>"
        + "<tr><td>Gates</td><td>£20,000</td></tr>"
        + row("Essex", "Wardens", "£10,000")
    )
    assert of_page(body) == [
        ("kent", "Kent", "30000", None),
        ("kent", "Kent", "20000", None),
        ("essex", "Essex", "10000", None),
    ]


def test_a_merged_header_stands_above_each_of_its_columns() -> None:
    body = (
        "<tr><th rowspan='2'>Area</th><th colspan='2'>Award</th></tr>"
        + row("2021/22", "2022/23", tag="th")
        + row("Kent", "£30,000", "£20,000")
        + row("Essex", "£10,000", "£15,000")
    )
    assert of_page(body) == [
        ("kent", "Kent", "30000", None),
        ("kent", "Kent", "20000", None),
        ("essex", "Essex", "10000", None),
        ("essex", "Essex", "15000", None),
    ]


@pytest.mark.parametrize(
    "label", ["Subtotal", "Sub-total", "TOTAL", "Total", "Grand total", "Total of these", "Sum"]
)
def test_a_row_of_sums_is_no_award(label: str) -> None:
    body = row("Area", "Award", tag="th") + row("Kent", "£300") + row("Essex", "£200") + row(label, "£500")
    assert of_page(body) == [("kent", "Kent", "300", None), ("essex", "Essex", "200", None)]


def test_a_subtotal_between_rows_and_a_total_below_are_no_awards() -> None:
    body = (
        row("Area", "Award", tag="th")
        + row("Kent", "£300")
        + row("Essex", "£200")
        + row("Subtotal, south", "£500")
        + row("Durham", "£100")
        + row("TOTAL", "£600")
    )
    assert [(area, pounds) for area, _, pounds, _ in of_page(body)] == [
        ("kent", "300"),
        ("essex", "200"),
        ("durham", "100"),
    ]


def test_a_count_behind_a_recipient_is_its_bids() -> None:
    body = (
        row("Area and number of bids", "Award", tag="th") + row("Kent (2)", "£300") + row("Essex (1)", "£200")
    )
    raw = f"<!doctype html><html><body><main>{LEAD}<table>{body}</table></main></body></html>".encode()
    claims = extract(capture_of(raw, media_type="text/html"), raw).claims
    assert [(k.area_id, k.recipient, k.bids) for k in claims] == [("kent", "Kent", 2), ("essex", "Essex", 1)]


@pytest.mark.parametrize(
    ("header", "cell", "pounds"),
    [
        ("Award (£000)", "1,204", "1204000"),
        ("Award £000", "95", "95000"),
        ("Award £m", "1.2", "1200000"),
        ("Award (£m)", "0.35", "350000"),
        ("Award £", "1,264", "1264"),
        ("Award (£k)", "75", "75000"),
    ],
)
def test_the_unit_of_the_header_counts_for_its_cells(header: str, cell: str, pounds: str) -> None:
    body = row("Area", header, tag="th") + row("Kent", cell) + row("Essex", cell)
    assert of_page(body) == [("kent", "Kent", pounds, None), ("essex", "Essex", pounds, None)]


@pytest.mark.parametrize(
    "table",
    [
        "Area | Award\nKent | £378,000\nEssex | £500,500\nTotal | £878,500\n",
        "Area\tAward\nKent\t£378,000\nEssex\t£500,500\nTotal\t£878,500\n",
        "Area     Award\nKent     £378,000\nEssex    £500,500\nTotal    £878,500\n",
        "Area\nAward\nKent\n£378,000\nEssex\n£500,500\nTotal\n£878,500\n",
        "Area\n|\nAward\n|\nKent\n|\n£378,000\n|\nEssex\n|\n£500,500\n|\nTotal\n|\n£878,500\n|\n",
    ],
    ids=["pipes", "tabs", "aligned", "lines", "separators on lines"],
)
def test_a_flattened_table(table: str) -> None:
    lead = "Awards to forces\n\nThe Home Office has shared out these awards for patrols."
    assert awards(f"{lead}\n\n{table}\nThe fund is closed.\n") == [
        ("kent", "Kent", "378000", None),
        ("essex", "Essex", "500500", None),
    ]
