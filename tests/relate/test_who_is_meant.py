"""Subjects that stand far from their verb: brought in before, placed in brackets, spoken of as "it"."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

MEANT = [
    # Brought in behind the verb, or in the sentence's first half.
    ("Among those to gain is Walmer Boat Club. It received [£3,000].", ["Walmer Boat Club=3000"]),
    ("One is Harbour House in Deal, which shelters women: it was handed [£6,000].", ["Harbour House=6000"]),
    ("Harbour House in Deal has gained too. Last year it was handed [£6,000].", ["Harbour House=6000"]),
    ("It rained on Harbour House. The mayor of Deal spoke. It was [£6,000] of damage.", []),
    (
        "Harbour House is a refuge in Deal.\nThe charity, which Jo Bloggs runs, has been handed [£6,000].",
        ["Harbour House=6000"],
    ),
    (
        "A centre in Deal has been awarded [£3,000].\nThe Sandown Centre in Deal grows food.",
        ["Sandown Centre=3000"],
    ),
    # Brackets and places between a name and its verb.
    (
        "In 2019 Deal Women's Aid Support (DWAS) received [£2,975] for counselling.",
        ["Deal Women's Aid Support=2975"],
    ),
    ("Deal (pictured, Castle Street), for instance, has been awarded [£432,000].", ["Deal=432000"]),
    (
        "Deal Community Radio station in Walmer were awarded [£5,000] last year.",
        ["Deal Community Radio station=5000"],
    ),
    ("Willow Farm, based in Walmer, which was awarded [£60,000], trains women.", ["Willow Farm=60000"]),
    ("Towns include Walmer, in Dover, which was awarded over [£9,000].", ["Walmer=9000"]),
    ("Willow Farm in Walmer and the south of Kent, awarded [£60,000] to go on.", ["Willow Farm=60000"]),
    ("Dover 105.5 received [£11,840] towards a garden.", ["Dover 105.5=11840"]),
    ("The 1st Deal Scout Group was awarded [£2,087] towards a camp.", ["1st Deal Scout Group=2087"]),
    ("On 1st April 2014 the money, [£2,087], was gone.", []),
    # Two recipients of one sentence, the second a subject of its own.
    (
        "[£85,000] goes to Harbour House and the Youth Offending Service will receive [£100,000].",
        ["Harbour House=85000", "Youth Offending Service=100000"],
    ),
    # Other ties.
    (
        "{Kent's PCC|kent} has been successful in bidding for [£527,573] from the <Youth Fund>.",
        ["@kent=527573"],
    ),
    ("With [£461,895] now set to come into {Kent|kent}, streets will be lit.", ["@kent=461895"]),
    ("There was an investment in Walmer of [£490,881] towards lighting.", ["Walmer=490881"]),
    ("In Walmer, [£344,785] was invested in street lighting.", ["Walmer=344785"]),
    ("Walmer Drug Project (Countywide): Awarded [£8,443] to train a worker.", ["Walmer Drug Project=8443"]),
]


@pytest.mark.parametrize(("marked", "expected"), MEANT)
def test_who_is_meant(marked: str, expected: list[str]) -> None:
    lead = "# Commissioner announces funding for local groups\n"
    assert told(lead + marked.replace(". ", ".\n"))[1] == expected
