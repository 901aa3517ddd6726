"""Tables that were flattened to text become tables again, each cell at its place."""

from __future__ import annotations

import pytest

from tests.parse.helpers import article, header, read, rows

BIDS = [
    ["Area (bids)", "Award", "Summary"],
    ["Kent (1)", "£378,967", "• Courses\n• A helpline\nfor families"],
]

OWN_LINES = """\
The bids that won are these:
Area (bids)
|
Award
|
Summary
|
Kent (1)
|
£378,967
|
• Courses
• A helpline
for families
|
Surrey (1)
|
£502,602
|
• Groups
|
|
"""


def test_cells_on_own_lines_between_separators() -> None:
    document = read(OWN_LINES)
    assert rows(document) == [*BIDS, ["Surrey (1)", "£502,602", "• Groups"]]
    assert header(document) == ["Area (bids)", "Award", "Summary"]
    assert document.tables[0].caption == "The bids that won are these:"


def test_separators_on_own_lines_are_no_cells_however_regular_they_are() -> None:
    document = read(
        "Youth fund: the bids\n\nThree bids won.\n\nArea\n|\nTotal awarded\n|\nUse\n|\n"
        "Kent (1)\n|\n£463,857\n|\n• Help in three layers for\nchildren at risk, and\ntheir families.\n|\n"
        "Essex (1)\n|\n£546,250\n|\n• Courses in school, by\nofficers and by\nyouth workers.\n|\n"
        "Surrey (2)\n|\n£528,569\n|\n• Advice on the internet\nand by telephone, day\nand night.\n|\n"
    )
    assert [row[:2] for row in rows(document)] == [
        ["Area", "Total awarded"],
        ["Kent (1)", "£463,857"],
        ["Essex (1)", "£546,250"],
        ["Surrey (2)", "£528,569"],
    ]


def test_a_cell_with_a_list_has_a_block_for_each_item() -> None:
    assert article(read(OWN_LINES))[6:8] == ["Courses", "A helpline\nfor families"]


@pytest.mark.parametrize(
    "text",
    [
        "Area | Award | Use\nKent | £1 | lamps\nEssex | £2 | a warden\n",
        "| Area | Award | Use |\n|---|---:|---|\n| Kent | £1 | lamps |\n| Essex | £2 | a warden |\n",
        "Area\tAward\tUse\nKent\t£1\tlamps\nEssex\t£2\ta warden\n",
        "Area     Award    Use\nKent     £1       lamps\nEssex    £2       a warden\n",
    ],
    ids=["pipes", "markdown", "tabs", "aligned"],
)
def test_rows_on_a_line(text: str) -> None:
    document = read(f"The grants are listed here:\n\n{text}\nThe fund is closed.\n")
    assert rows(document) == [["Area", "Award", "Use"], ["Kent", "£1", "lamps"], ["Essex", "£2", "a warden"]]
    assert header(document) == ["Area", "Award", "Use"]
    assert article(document)[-1] == "The fund is closed."


def test_an_empty_cell_keeps_its_column() -> None:
    document = read(" | 2025/26 | 2026/27\nStaff | 221 | 234\nTransport | | 45\n")
    assert rows(document) == [["", "2025/26", "2026/27"], ["Staff", "221", "234"], ["Transport", "", "45"]]


def test_a_lone_row_of_links_is_no_table() -> None:
    assert read("Home | News | Contact\n\nThe grant is £5 million for the county.\n").tables == ()


def test_one_cell_a_line_with_a_header() -> None:
    text = (
        "The winners are below.\n\nPCC area\nAmount\nPartner\nKent\n£1\nAlpha\nSurrey\n£2\nBeta\nDorset\n£3\nGamma\n"
        "Total\n£6\n\nBids were limited to three for each commissioner.\n"
    )
    document = read(text)
    assert rows(document) == [
        ["PCC area", "Amount", "Partner"],
        ["Kent", "£1", "Alpha"],
        ["Surrey", "£2", "Beta"],
        ["Dorset", "£3", "Gamma"],
        ["Total", "£6", ""],
    ]
    assert header(document) == ["PCC area", "Amount", "Partner"]


def test_an_amount_that_breaks_behind_its_comma_is_one_cell() -> None:
    text = "Grants\n\nGroup\nGrant\nDeal Choir\n£4,500\nWalmer FC\n£993,\n456.65\nRipple Hall\n£3,000\nElm Hall\n£2,500"
    assert rows(read(text))[2] == ["Walmer FC", "£993,\n456.65"]


def test_two_pairs_of_lines_are_no_table() -> None:
    assert read("Kent\n£1\nSurrey\n£2\n\nThat is all that is known so far.\n").tables == ()


def test_a_label_with_amounts_behind_it() -> None:
    text = (
        "Allocations are shown below:\n\nArea Patrol allocation VRU allocation\nWest Midlands £3,371,824 £4,388,080\n"
        "Merseyside £1,746,172 £4,388,080\nNorthumbria £1,079,203 £2,163,720\n"
    )
    document = read(text)
    assert rows(document)[:2] == [
        ["Area", "Patrol allocation", "VRU allocation"],
        ["West Midlands", "£3,371,824", "£4,388,080"],
    ]


def test_labels_with_a_dash_or_colon_before_the_amount() -> None:
    document = read(
        "Approved:\nLeeds Council - £208,725.00\nKirklees Council: £129,878.68\nShipley Trust – £620\n"
    )
    assert rows(document) == [
        ["Leeds Council", "£208,725.00"],
        ["Kirklees Council", "£129,878.68"],
        ["Shipley Trust", "£620"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The fund has grown to £5\nThe levy has gone up by £6\nThe county has a budget of £7\n",
        "He said yes.  Then he left.  She stayed.\nWe saw it.  It was good.  All was well.\n",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert read(text).tables == ()


def test_a_table_run_together_on_one_line() -> None:
    line = (
        "Police authority £ Avon and Somerset 494,892 Bedfordshire 81,390 City of London 0 Kent 298,863"
        " West Mercia 1,157,670"
    )
    document = read(f"The shares are in the table.\n{line}\n")
    assert rows(document) == [
        ["Police authority", "£"],
        ["Avon and Somerset", "494,892"],
        ["Bedfordshire", "81,390"],
        ["City of London", "0"],
        ["Kent", "298,863"],
        ["West Mercia", "1,157,670"],
    ]


def test_figures_under_a_header_with_the_unit() -> None:
    text = "Cost      £000     Change\nStaff     1,012    (25)\nOffices   41       3\nCars      9        -\n"
    assert rows(read(text)) == [
        ["Cost", "£000", "Change"],
        ["Staff", "1,012", "(25)"],
        ["Offices", "41", "3"],
        ["Cars", "9", "-"],
    ]


UNITS = [
    "Area", "Core", "Top up", "£m", "£m", "Kent", "120.9", "0.0", "Essex", "43.2", "2.8", "Gwent", "9.1", "0.4",
]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "spaced"])
def test_bare_figures_under_a_row_of_units(gap: str) -> None:
    document = read(f"The grants of this year are here.\n\n{gap.join(UNITS)}\n\nThe next ones come in May.\n")
    assert rows(document) == [
        ["Area", "Core", "Top up"],
        ["", "£m", "£m"],
        ["Kent", "120.9", "0.0"],
        ["Essex", "43.2", "2.8"],
        ["Gwent", "9.1", "0.4"],
    ]


@pytest.mark.parametrize(
    ("header", "first"),
    [
        ("Group\nSpent £", ["Group", "Spent £"]),
        ("Group\nAmount awarded", ["Group", "Amount awarded"]),
        ("Grants by group (£)\nGroup\nGranted", ["Group", "Granted"]),
    ],
)
def test_labels_and_bare_figures_on_lines_by_turns(header: str, first: list[str]) -> None:
    text = f"{header}\nYouth Club\n1,264\nNorth\nLamp Trust\n2,500\nPark Friends\n980\nTotal\n4,744\n"
    assert rows(read(f"The vote is over.\n\n{text}\nThe hall was lent for nothing.\n")) == [
        first,
        ["Youth Club", "1,264"],
        ["North", ""],
        ["Lamp Trust", "2,500"],
        ["Park Friends", "980"],
        ["Total", "4,744"],
    ]


def test_lines_of_counts_without_a_unit_are_no_table() -> None:
    text = "Officers by area\n\nArea\nOfficers\nKent\n1,264\nEssex\n2,500\nGwent\n980\n\nThat is fewer than in May.\n"
    assert read(text).tables == ()


def test_two_tables_with_a_blank_line_between_them_stay_two() -> None:
    document = read(
        "Cost of the office.\n\n| | Budget £000 | Actual £000 |\n| Staff | 12 | 9 |\n| Cars | 7 | 6 |\n\n"
        "Grants paid | £000\nLamp Trust | 95\nPark Friends | 34\n"
    )
    assert [rows(document, table)[-1] for table in document.tables] == [
        ["Cars", "7", "6"],
        ["Park Friends", "34"],
    ]
    assert rows(document, document.tables[1])[0] == ["Grants paid", "£000"]


def test_rows_with_blank_lines_between_them_are_one_table() -> None:
    document = read("Area | Award £\n\nKent | 55\n\nEssex | 66\n\nThe fund is closed.\n")
    assert rows(document) == [["Area", "Award £"], ["Kent", "55"], ["Essex", "66"]]


@pytest.mark.parametrize(
    ("header", "first"),
    [
        ("Group Spent £\n", ["Group", "Spent £"]),
        ("Awards (£):\n", ["Lamp Trust", "95"]),
    ],
)
@pytest.mark.parametrize("mark", ["", "- "])
def test_a_label_with_a_bare_figure_behind_it(header: str, first: list[str], mark: str) -> None:
    lines = "".join(f"{mark}{line}\n" for line in ("Lamp Trust 95", "Park Friends: 1,264", "Youth Club – 30"))
    document = read(f"The vote is over.\n\n{header}{lines}\nThe hall was lent for nothing.\n")
    assert rows(document)[0] == first
    assert rows(document)[-2:] == [["Park Friends", "1,264"], ["Youth Club", "30"]]


def test_a_unit_of_its_own_row_in_aligned_columns() -> None:
    document = read(
        "Area     Core     Top up\n         £m       £m\nKent     120.9    7.4\nEssex    43.2     2.8\n"
    )
    assert header(document) == ["Area", "Core", "Top up", "", "£m", "£m"]


def test_numbered_headings_under_a_line_with_a_sign_are_no_table() -> None:
    assert read("What the £ buys\nPhase 1\nPhase 2\nPhase 3\n\nThe plan has three phases.\n").tables == ()


def test_a_table_on_one_line_goes_on_behind_a_repeated_header() -> None:
    line = "Police authority £ Kent 494,892 Gwent 250 Essex 0 Police authority £ Surrey 5,463 All authorities 9,900"
    assert rows(read(f"{line} The sums are shared by head.\n")) == [
        ["Police authority", "£"],
        ["Kent", "494,892"],
        ["Gwent", "250"],
        ["Essex", "0"],
        ["Surrey", "5,463"],
        ["All authorities", "9,900"],
    ]


def test_a_table_on_one_line_with_two_headed_columns() -> None:
    line = "Area Core £m Top up £m Kent 120.9 7.4 Gwent 43 0.4 Essex 9.1 2.8"
    assert rows(read(f"The sums are below.\n{line}\n")) == [
        ["", "Area Core £m", "Top up £m"],
        ["Kent", "120.9", "7.4"],
        ["Gwent", "43", "0.4"],
        ["Essex", "9.1", "2.8"],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "\t2023/24 £000\t2024/25 £000\nStaff\t120\t130\nCars\t10\t12\n",
            ["", "2023/24 £000", "2024/25 £000"],
        ),
        (
            "| Area | Core |\n|---|---|\n| | £m |\n| Kent | 1.5 |\n| Essex | 3.5 |\n",
            ["Area", "Core", "", "£m"],
        ),
        ("Year Grant (£m)\n2019/20 5.1\n2020/21 6.1\n2021/22 7.1\n", ["Year", "Grant (£m)"]),
        ("Area\nCore £m\nTop up £m\nKent\n5.1\n6.2\nEssex\n7.0\n8.1\n", ["Area", "Core £m", "Top up £m"]),
    ],
    ids=["corner before a tab", "unit row below a rule", "years", "two rows"],
)
def test_headers(text: str, expected: list[str]) -> None:
    assert header(read(f"The grants are these.\n\n{text}\nThe fund is closed.\n")) == expected


def test_a_label_may_hold_an_amount_of_its_own() -> None:
    document = read(
        "Table 1: budget (£m)\n\nStaff 32.0\nIncome from a £15 rise (12.8)\nStill to be found 7.8\n"
    )
    assert rows(document) == [
        ["Staff", "32.0"],
        ["Income from a £15 rise", "(12.8)"],
        ["Still to be found", "7.8"],
    ]
