"""Flattened tables in which an area or a fund is named once for several rows."""

from __future__ import annotations

import pytest

from tests.parse.helpers import read, rows

TEXT = """\
Grants of the year
Police area
Purpose
Amount
Kent
Lamps in Deal
£4,500
Cameras in Dover
£7,250
Essex
Lamps in Harwich
£6,100
Alarms in Clacton
£900
"""


def test_a_row_without_its_first_cell_belongs_to_the_one_above() -> None:
    document = read(TEXT)
    table = document.tables[0]
    assert rows(document) == [
        ["Police area", "Purpose", "Amount"],
        ["Kent", "Lamps in Deal", "£4,500"],
        ["Cameras in Dover", "£7,250"],
        ["Essex", "Lamps in Harwich", "£6,100"],
        ["Alarms in Clacton", "£900"],
    ]
    assert [(cell.row, cell.row_span) for cell in table.cells if cell.col == 0] == [(0, 1), (1, 2), (3, 2)]
    assert [cell.col for cell in table.cells if cell.row == 2] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        # No heading for the amounts, so that nothing tells where a row ends.
        TEXT.replace("\nAmount\n", "\nWhen\n"),
        # A row of two cells too few.
        TEXT.replace("Cameras in Dover\n", ""),
        # A row of one cell too many.
        TEXT.replace("Cameras in Dover\n", "Cameras\nin\nthe town\nof Dover\n"),
    ],
)
def test_no_merged_cells_where_rows_do_not_fit(text: str) -> None:
    assert all(cell.row_span == 1 for table in read(text).tables for cell in table.cells)


def test_a_total_stands_under_the_first_column() -> None:
    document = read(TEXT.rstrip() + "\nTotal\n£18,750\n")
    assert rows(document)[-1] == ["Total", "", "£18,750"]


def test_a_column_of_bodies_is_never_merged() -> None:
    text = TEXT.replace("Police area", "Organisation")
    assert all(cell.row_span == 1 for table in read(text).tables for cell in table.cells)
