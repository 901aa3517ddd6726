"""Which fund an award comes from: its sentence's, the document's, the one named last."""

from __future__ import annotations

import pytest

from tests.relate.marking import related

FUNDS = [
    # A project in the sentence is what the money is for; the document's one fund is where it comes from.
    ("The <Deal Fund> is open.\nThe <<Link Project>> was given [£5,000].", "deal-fund"),
    ("The <Deal Fund> is open.\nRefuge was given [£5,000] from the <Ripple Fund>.", "ripple-fund"),
    # Of two funds that are named as often, the one before the award.
    ("The <Deal Fund> is open.\nRefuge was given [£5,000].\nThe <Ripple Fund> opens in May.", "deal-fund"),
    ("The <Deal Fund> is open.\nThe <Ripple Fund> is closed.\nRefuge was given [£5,000].", "ripple-fund"),
    # No fund at all: the programme beside it.
    ("Refuge was given [£5,000] for its <<Link Project>>.", "link-project"),
    ("Refuge was given [£5,000].", None),
]


@pytest.mark.parametrize(("marked", "expected"), FUNDS)
def test_the_programme_of_an_award(marked: str, expected: str | None) -> None:
    (claim,) = related("# Grants for groups\n" + marked).claims
    assert claim.programme_id == expected
