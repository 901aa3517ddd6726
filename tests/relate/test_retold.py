"""An award that is told rounded first and to the pound later is one award, of the exact figure."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

RETOLD = [
    (
        "{Kent's PCC|kent} has secured almost [£1.2m].\nThe grant, in all [£1,196,432], will buy lamps.",
        ["@kent=1196432"],
    ),
    (
        "# [£1.2m] for {Kent|kent}\n{Kent|kent} has received [£1.2m] for safety.\nThe funding totals [£1,196,432].",
        ["@kent=1196432"],
    ),
    (
        "{Kent's PCC|kent} has secured [£1.2m].\nHarbour House has been awarded [£1,196,432].",
        ["@kent=1200000", "Harbour House=1196432"],
    ),
    (
        "{Kent's PCC|kent} has secured [£1.2m].\n{Essex|essex} is the loser of [£1,196,432] of funding.",
        ["@kent=1200000"],
    ),
    (
        "{Kent's PCC|kent} has secured [£1.2m].\nThe funding of [£1,196,432] and the funding of [£1,203,000] ended.",
        ["@kent=1200000"],
    ),
    (
        "{Kent's PCC|kent} has secured [£1.2m].\nBurglary cost the county [£1,196,432] in losses.",
        ["@kent=1200000"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), RETOLD)
def test_an_award_stands_at_its_most_exact_figure(marked: str, expected: list[str]) -> None:
    assert told(marked)[1] == expected
