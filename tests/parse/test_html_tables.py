"""Tables of a page: grid, header, caption, and which tables only lay the page out."""

from __future__ import annotations

from tests.parse.helpers import header, page, rows

STORY = "<h1>Six parks to get lamps</h1><p>The grants for the parks of the county are these:</p>"


def test_a_table_with_head_and_lists_in_cells() -> None:
    document = page(
        STORY + "<table><thead><tr><th>Area</th><th>Award</th><th>Use</th></tr></thead><tbody>"
        "<tr><td>Kent</td><td>£1</td><td><ul><li>lamps</li><li>a warden</li></ul></td></tr></tbody></table>"
    )
    assert rows(document) == [["Area", "Award", "Use"], ["Kent", "£1", "lamps\na warden"]]
    assert header(document) == ["Area", "Award", "Use"]
    assert document.tables[0].caption == "The grants for the parks of the county are these:"
    assert document.text.endswith("Area\tAward\tUse\nKent\t£1\tlamps\na warden")


def test_spans_place_cells_as_a_browser_does() -> None:
    document = page(
        STORY + "<table><tr><th>Area</th><th colspan='2'>Award</th></tr>"
        "<tr><td rowspan='2'>Kent</td><td>2021</td><td>£1</td></tr><tr><td>2022</td><td>£2</td></tr></table>"
    )
    places = [(c.row, c.col, c.row_span, c.col_span) for c in document.tables[0].cells]
    assert places == [
        (0, 0, 1, 1),
        (0, 1, 1, 2),
        (1, 0, 2, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]


def test_a_first_row_above_figures_is_a_header_without_th() -> None:
    document = page(
        STORY + "<table><tr><td>Area</td><td>Award</td></tr><tr><td>Kent</td><td>£1</td></tr></table>"
    )
    assert header(document) == ["Area", "Award"]


def test_a_row_label_in_th_is_no_column_header() -> None:
    document = page(
        STORY + "<table><tr><th>Kent</th><td>£1</td></tr><tr><th>Essex</th><td>£2</td></tr></table>"
    )
    assert header(document) == []
    assert rows(document) == [["Kent", "£1"], ["Essex", "£2"]]


def test_an_empty_cell_is_kept() -> None:
    document = page(
        STORY + "<table><tr><td>Kent</td><td></td></tr><tr><td>Essex</td><td>£2</td></tr></table>"
    )
    assert rows(document) == [["Kent", ""], ["Essex", "£2"]]


def test_a_table_that_lays_out_the_page_is_none() -> None:
    inner = "<table><tr><td>Area</td><td>Award</td></tr><tr><td>Kent</td><td>£1</td></tr></table>"
    document = page(
        f"<table><tr><td>Menu</td><td>{STORY}{inner}</td></tr><tr><td>a</td><td>b</td></tr></table>"
    )
    assert len(document.tables) == 1
    assert rows(document) == [["Area", "Award"], ["Kent", "£1"]]


def test_a_caption_names_the_table() -> None:
    document = page(
        STORY + "<table><caption>Awards in 2021</caption><tr><td>Area</td><td>Award</td></tr>"
        "<tr><td>Kent</td><td>£1</td></tr></table>"
    )
    assert document.tables[0].caption == "Awards in 2021"


def test_absurd_spans_are_cut() -> None:
    document = page(
        STORY + "<table><tr><th>A</th><th colspan='99999999'>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    )
    assert document.tables[0].col_count == 3 - 1
