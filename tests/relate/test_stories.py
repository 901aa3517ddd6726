"""Short documents of several sentences: who "the grant" and "it" are, what is total, part, bid and cost."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

STORIES = [
    (
        (
            "# Youth charity wins backing\nThe Rowan Centre has learned that its application to "
            "the commissioner has come off.\nThe grant, [£14,500], will keep a part-time "
            "counsellor in post."
        ),
        "award",
        ["Rowan Centre=14500"],
    ),
    (
        (
            "# Decision notice 12/2023\nSubject: Rowan Centre\nDecision: that a grant of [£14,500] "
            "be made.\nCost of the service: [£29,000] a year."
        ),
        "award other",
        ["Rowan Centre=14500"],
    ),
    (
        (
            "# Police get cash for e-bikes\n{Suffolk Police|suffolk} will buy four electric "
            "bikes.\nThe [£11,000] comes from the Home Office.\nEach bike costs [£2,750]."
        ),
        "award other",
        ["@suffolk=11000"],
    ),
    (
        (
            "# {Suffolk|suffolk} towns to be made safer\nNearly [£400,000] of government money "
            "will pay for cameras and street lights in Lowestoft.\n{Suffolk's PCC|suffolk} put in "
            "the bid."
        ),
        "award",
        ["@suffolk=400000"],
    ),
    (
        (
            "# Fund for victims\nThe Ministry of Justice has put [£5m] into a fund for "
            "charities.\nAny charity may ask for between [£20,000 and £200,000].\nBids close in "
            "June."
        ),
        "total part",
        [],
    ),
    (
        (
            "# Grants awarded\nSixteen projects have had a share of [£90,000].\nThe most, "
            "[£10,000], goes to Sudbury Night Shelter.\nHaverhill Skate Park gets [£6,500] and "
            "Eye Scouts [£800]."
        ),
        "total award award award",
        ["Eye Scouts=800", "Haverhill Skate Park=6500", "Sudbury Night Shelter=10000"],
    ),
    (
        (
            "# Budget for policing agreed\nThe panel backed a rise of [£12] a year.\nIt will bring "
            "in [£3.9m], and savings of [£6m] are still needed.\nThe budget comes to [£190m]."
        ),
        "other other other other",
        [],
    ),
    (
        (
            "# Scheme of grants\n{Suffolk's PCC|suffolk} spends [£500,000] a year on grants to "
            "charities.\nSingle grants are between [£1,000 and £25,000]."
        ),
        "total part",
        [],
    ),
    (
        (
            "# Hotspot money\nMinisters gave [£66m] to forces in April.\n{Suffolk|suffolk}'s slice "
            "came to [£1.2m].\n{Essex|essex} was handed more than [£2m]."
        ),
        "total award award",
        ["@essex=2000000", "@suffolk=1200000"],
    ),
    (
        (
            "# Minutes\n7. It was RESOLVED to grant Eye Scouts [£800], Haverhill Skate Park "
            "[£6,500] and Sudbury Night Shelter [£10,000]."
        ),
        "award award award",
        ["Eye Scouts=800", "Haverhill Skate Park=6500", "Sudbury Night Shelter=10000"],
    ),
    (
        (
            "# Minutes\n8. Members noted that Eye Scouts had been granted [£800] and that "
            "Haverhill Skate Park's application for [£6,500] had been refused."
        ),
        "award bid",
        ["Eye Scouts=800"],
    ),
    (
        (
            "# Where the money went\nEye Scouts: [£800] for tents.\nHaverhill Skate Park: [£6,500] "
            "for ramps.\nTotal: [£7,300]."
        ),
        "award award total",
        ["Eye Scouts=800", "Haverhill Skate Park=6500"],
    ),
    (
        (
            "# Charity says thank you\nThe Rowan Centre would like to thank the commissioner for "
            "[£14,500], which will let it see 60 more young people."
        ),
        "award",
        ["Rowan Centre=14500"],
    ),
    (
        (
            '# Charity says thank you\n"We are so grateful for this [£14,500]," said Ann Lee, who '
            "runs the Rowan Centre."
        ),
        "award",
        ["Rowan Centre=14500"],
    ),
    (
        "# Rowan Centre gets [£14,500]\nThe charity will use the money for counsellors.",
        "award",
        ["Rowan Centre=14500"],
    ),
    (
        "# [£14,500] for Rowan Centre\nThe charity will use the money for counsellors.",
        "award",
        ["Rowan Centre=14500"],
    ),
    (
        (
            "# Victims' services\nThe commissioner commissions the Rowan Centre at a cost of "
            "[£145,000] a year."
        ),
        "award",
        ["Rowan Centre=145000"],
    ),
    (
        (
            "# Crime fund\nLast year the fund gave [£80,000] to 31 groups, and the year before "
            "[£75,000].\nSince 2013 it has given [£900,000] in all."
        ),
        "total total cumulative",
        [],
    ),
    (
        "# New round\nThere is [£60,000] to be won in this round.\nA group can have [£3,000] at most.",
        "total part",
        [],
    ),
    (
        (
            "# New round\nGroups have until Friday to ask for a share of [£60,000].\nSmall "
            "projects can have up to [£500]."
        ),
        "total part",
        [],
    ),
    (
        "# Operation\nOfficers took [£12,000] in cash and a car worth [£30,000] from the house.",
        "other other",
        [],
    ),
    (
        (
            "# Ipswich gains\nOf the [£2m] for the county, [£432,000] will go to Ipswich and "
            "[£310,000] to Lowestoft."
        ),
        "total award award",
        ["Ipswich=432000", "Lowestoft=310000"],
    ),
    (
        (
            "# National news\nThe Home Secretary said the [£30m] would go to 29 areas.\nOver three "
            "years the programme has had [£120m]."
        ),
        "total cumulative",
        [],
    ),
    (
        "# National news\nThe Chancellor set aside [£200m] for the police.\nUnions had asked for [£500m].",
        "total bid",
        [],
    ),
    (
        (
            "# Rural crime\nFarmers lost [£3m] to thieves last year.\nThe commissioner has found "
            "[£50,000] to mark tractors."
        ),
        "other total",
        [],
    ),
    (
        (
            "# Rural crime\nWoodbridge Young Farmers may mark 200 tractors with the [£5,000] that "
            "it has been given."
        ),
        "award",
        ["Woodbridge Young Farmers=5000"],
    ),
    (
        "# Road safety\n{Suffolk Roadsafe|suffolk} was allotted [£45,000] for speed signs.",
        "award",
        ["@suffolk=45000"],
    ),
    (
        (
            "# Office costs\nThe commissioner's office costs [£1.1m] a year to run.\nHis deputy "
            "earns [£48,000]."
        ),
        "other other",
        [],
    ),
    (
        "# Drugs scheme\nThe trial in {Suffolk|suffolk} was funded with [£220,000] from the Home Office.",
        "award",
        ["@suffolk=220000"],
    ),
    (
        "# Cadets\nThe panel was won over by Leiston Cadets, and [£1,750] was the result.",
        "award",
        ["Leiston Cadets=1750"],
    ),
    ("# Cadets\nFor new uniforms, Leiston Cadets got [£1,750].", "award", ["Leiston Cadets=1750"]),
    (
        "# Cadets\nLeiston Cadets, Beccles Sailing Club and Bungay Library each have [£1,750] to spend.",
        "award",
        ["Beccles Sailing Club=1750", "Bungay Library=1750", "Leiston Cadets=1750"],
    ),
    ("# Cadets\nLeiston Cadets is to share [£3,500] with Bungay Library.", "total", []),
    (
        "# Cadets\nThe [£1,750] for Leiston Cadets is the smallest of the grants.",
        "award",
        ["Leiston Cadets=1750"],
    ),
]


@pytest.mark.parametrize(("marked", "roles", "claims"), STORIES)
def test_who_gets_what(marked: str, roles: str, claims: list[str]) -> None:
    assert told(marked) == (roles, claims)
