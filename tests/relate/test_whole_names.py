"""Names without what only opens their sentence, without their place, with their common noun."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

LEAD = "# Commissioner announces funding for local groups\n"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Walmer in East Dorset received [£33,000].", ["Walmer=33000"]),
        ("Action in Walmer received [£33,000].", ["Action=33000"]),
        ("[£600] was awarded to Walmer autism network for a trip.", ["Walmer autism network=600"]),
        ("Similarly Ripple Boxing Club received [£3,000].", ["Ripple Boxing Club=3000"]),
    ],
)
def test_the_whole_name_and_no_more(marked: str, expected: list[str]) -> None:
    assert told(LEAD + marked)[1] == expected


def test_a_word_that_only_opens_its_sentence_is_nobody() -> None:
    assert told(LEAD + "Having received [£3,000], there was joy.")[1] == []
