"""Further subjects: the office that a line leaves out, names behind a programme's, kinds of people that are nobody."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

WORDINGS = [
    (
        "It went to 20 charities, among them Harbour House with [£5,000], Deal Choir with [£4,920] and Walmer FC with "
        "[£4,000].",
        ["Deal Choir=4920", "Harbour House=5000", "Walmer FC=4000"],
    ),
    (
        "Deal has 2,380 Tasers, the {Kent Police|kent} having been granted close to [£2m] for them.",
        ["@kent=2000000"],
    ),
    ("With a grant of almost [£10,000] Harbour House will run its choir.", ["Harbour House=10000"]),
    (
        "For its <<Starfish project>> Harbour House (HH) has been awarded [£475,000].",
        ["Harbour House=475000"],
    ),
    (
        "The PCC has approved [£39,000] to support the {Kent|kent} charity, Harbour House.",
        ["Harbour House=39000"],
    ),
    ("Walmer Women's Group received [£5,000] to support Chinese women.", ["Walmer Women's Group=5000"]),
    ("Grants of [£17,000] went to LGBTQ+ communities.", []),
    ("The government undertook to provide [£3.2m] of funding for SARCs.", []),
    ("Although Harbour House received [£5,000], it closed.", ["Harbour House=5000"]),
    ("We've had success, with over [£5m] in funding.", []),
    ("{Essex|essex} attracted [£546,781], so why did {Kent|kent} get nothing?", ["@essex=546781"]),
    ("Three forces received [£1.2m] under the scheme, yet {Kent|kent} has received nothing.", []),
    ("Funding for {Kent|kent} for 2009-10 is [£8.94m].", ["@kent=8940000"]),
    (
        "Harbour House runs a drop-in for homeless people in Deal - [£3,000] will be used towards the rent.",
        ["Harbour House=3000"],
    ),
    ("Harbour House runs a drop-in - it cost [£3,000] in rent.", []),
    ("[£600] was awarded to Deal autism network for a choir.", ["Deal autism network=600"]),
    ("AB Boxing and Fitness CIC - [£12,000]", ["AB Boxing and Fitness CIC=12000"]),
    (
        "[£1,400] to Rugby and Daventry Methodist Church for a pantry",
        ["Rugby and Daventry Methodist Church=1400"],
    ),
    ("The [£308,000] contract with Harbour House began in October.", ["Harbour House=308000"]),
    (
        "Harbour House helps the young of Deal.\nTheir award of [£5,000] will be used for a gym.",
        ["Harbour House=5000"],
    ),
    ("The Met will be given [£5m] for patrols.", ["@london=5000000"]),
]
OF_ONE_AREA = [
    ("- Secured [£650k] in Safer Streets funding for four wards", ["@kent=650000"]),
    ("Its bid for [£99,000] was successful.", ["@kent=99000"]),
    ("It follows last month's successful bid of [£380,000].", ["@kent=380000"]),
    ("The Home Office has awarded the OPCC a total of [£200,333].", ["@kent=200333"]),
    (
        "The Office of the Police and Crime Commissioner (OPCC) attracted an extra [£880,000].",
        ["@kent=880000"],
    ),
    ("There is [£4m] secured by the Commissioner's team for victims.", ["@kent=4000000"]),
    ("This week we have secured nearly [£300k] from the fund.", ["@kent=300000"]),
    ("The force's bid for [£99,000] was turned down.", []),
    ("Stolen in all was [£650,000].", []),
]


@pytest.mark.parametrize(("marked", "expected"), WORDINGS)
def test_who_gets_what(marked: str, expected: list[str]) -> None:
    assert told("# Commissioner announces funding for local groups\n" + marked)[1] == expected


@pytest.mark.parametrize(("marked", "expected"), OF_ONE_AREA)
def test_the_office_of_the_one_area_that_a_page_is_about(marked: str, expected: list[str]) -> None:
    lead = "# {Kent's Police and Crime Commissioner|kent} speaks of funding\n"
    assert told(lead + "{Kent|kent} is safer.\n" + marked)[1] == expected
