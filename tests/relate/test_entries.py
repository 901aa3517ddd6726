"""Lists that lost their shape: pairs fused into a line, amounts below their names, lists set against each other."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

LEAD = "# Commissioner announces grants for local groups\n"
LISTS = [
    (
        "Those funded were: Deal Film - [£5000] DCFM - [£4000] Walmer Family Youth Club - [£500]",
        ["DCFM=4000", "Deal Film=5000", "Walmer Family Youth Club=500"],
    ),
    (
        "Those funded were: Harbour House [£5000] (abuse, Deal) Walmer Boat Club [£4000] (youth) "
        "Deal Choir [£500] (music)",
        ["Deal Choir=500", "Harbour House=5000", "Walmer Boat Club=4000"],
    ),
    (
        "[£5000] Harbour House [£4000] Walmer Boat Club [£500] Deal Choir",
        ["Deal Choir=500", "Harbour House=5000", "Walmer Boat Club=4000"],
    ),
    ("Harbour House got [£500] in May, spent [£300] in June and lost [£200] in July.", ["Harbour House=500"]),
    (
        "The Harbour Project - (abuse, Deal and Walmer)\n[£8,341] to fund a car for workers.\n"
        "Walmer Choir (music)\n[£3,689] - Funding a piano.",
        ["Harbour Project=8341", "Walmer Choir=3689"],
    ),
    ("{Kent|kent}\nTotal funding awarded: [£463,857]", ["@kent=463857"]),
    (
        "Home Office funding for Walmer Crisis head office\n2008-09-[£75,000]\n2009-10-[£76,000]",
        ["Walmer Crisis head office=75000", "Walmer Crisis head office=76000"],
    ),
    ("Walmer Project Fund\n2008-09-[£75,000]", []),
    ("The Grants\n[£8,341] to fund a car.\nThe Totals\n[£9,341] to fund a bus.", []),
    (
        "Deal and Walmer were awarded [£448,150] and [£434,000] respectively.",
        ["Deal=448150", "Walmer=434000"],
    ),
    (
        "Deal, Walmer and Ripple were awarded [£4,000], [£3,000] and [£2,000] respectively.",
        ["Deal=4000", "Ripple=2000", "Walmer=3000"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), LISTS)
def test_recipients_of_lists(marked: str, expected: list[str]) -> None:
    assert told(LEAD + marked)[1] == expected


def test_a_line_of_very_many_pairs_gives_each_its_name() -> None:
    line = " ".join(f"Hall {number} Trust - [£{1000 + 7 * number}]" for number in range(10, 260))
    assert len(told(LEAD + "Funded were: " + line)[1]) == 250
