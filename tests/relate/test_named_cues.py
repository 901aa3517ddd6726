"""One case and more for each cue of a role and each form of award that a page is known to use."""

from __future__ import annotations

import pytest

from tests.relate.marking import related, told

HEADING = "# Commissioner announces funding for local groups\n"
ROLES = [
    # Money that is no funding.
    ("Council tax for policing goes up by [£14.95] a year for a Band D home.", "other"),
    ("The policing precept will be [£273.30] for a Band D home.", "other"),
    ("The deputy chief constable's salary is [£142,000].", "other"),
    ("Shop theft cost the county's traders [£31m] last year.", "other"),
    ("Knife crime costs the health service [£14m] a year.", "other"),
    ("A driver was fined [£660] by magistrates in Dover.", "other"),
    ("Cash of [£18,250] was seized from a flat in Deal.", "other"),
    ("The merger of two control rooms has brought savings of [£2.4m].", "other"),
    ("Last year's underspend came to [£1.9m].", "other"),
    ("The office reported an underspend of [£85,000].", "other"),
    ("{Kent Police|kent} faces a cut of [£6m] to its grant.", "other"),
    ("The panel heard of cuts of [£6m] by 2027.", "other"),
    # Running totals, parts, shares and bids.
    ("It brings the total to [£4.6m].", "cumulative"),
    ("This latest round brings the total handed out since 2017 to [£4.6m].", "cumulative"),
    ("The council will add [£16,000] of match funding.", "other"),
    ("The council adds [£16,000] in match funding to the sum.", "other"),
    ("Match funding of [£16,000] comes from the borough.", "other"),
    ("The borough will provide match funding of [£16,000].", "other"),
    ("The force has a revenue budget of [£268m].", "other"),
    ("The force's revenue budget for next year is [£268m].", "other"),
    ("Jane Doe, who is paid [£65,000] a year, met the choir.", "other"),
    ("Six other groups have [£8,400] between them.", "total"),
    ("Four other clubs were given [£3,100].", "total"),
    ("The fund is worth [£6m], of which [£1.5m] is for burglary.", "total part"),
    ("The fund is worth [£6m]. Of that, [£1.5m] is for burglary.", "total part"),
    ("Nineteen forces will get a share of [£6m].", "total"),
    ("The force will bid for [£700,000] in the autumn.", "bid"),
    ("The borough has bid for [£700,000] from the Home Office.", "bid"),
    ("The borough has applied for [£700,000] from the Home Office.", "bid"),
    ("The borough applied for [£700,000] last week and waits for an answer.", "bid"),
]
AWARDS = [
    (
        "The Home Office gave [£1.2m] to {Kent|kent} and [£900,000] to {Essex|essex}.",
        ["@essex=900000", "@kent=1200000"],
    ),
    ("[£1.2m] to {Kent|kent} and [£900,000] to {Essex|essex}", ["@essex=900000", "@kent=1200000"]),
    (
        "{Kent|kent} and {Essex|essex} were awarded [£1.2m] and [£900,000] respectively.",
        ["@essex=900000", "@kent=1200000"],
    ),
    ("{Kent|kent} was awarded [£1.2m].", ["@kent=1200000"]),
    ("The ministry awarded {Kent|kent} [£1.2m].", ["@kent=1200000"]),
    ("{Kent|kent}'s award is [£1.2m].", ["@kent=1200000"]),
    ("{Kent|kent}'s [£1.2m] grant will pay for patrols.", ["@kent=1200000"]),
    (
        "[£4,000] to Deal Choir for sheet music, [£2,500] to Walmer Scouts for tents and "
        "[£900] to Ripple Hall for lamps.",
        ["Deal Choir=4000", "Ripple Hall=900", "Walmer Scouts=2500"],
    ),
    (
        "- [£4,000] to Deal Choir for music\n- [£2,500] to Walmer Scouts for tents\n- [£900] to Ripple Hall",
        ["Deal Choir=4000", "Ripple Hall=900", "Walmer Scouts=2500"],
    ),
]


@pytest.mark.parametrize(("marked", "roles"), ROLES)
def test_a_cue_of_a_role(marked: str, roles: str) -> None:
    assert told(HEADING + marked)[0] == roles


@pytest.mark.parametrize(("marked", "claims"), AWARDS)
def test_a_form_of_award(marked: str, claims: list[str]) -> None:
    assert told(HEADING + marked)[1] == claims


@pytest.mark.parametrize(
    "marked",
    [
        "{Kent's Police and Crime Commissioner|kent} has awarded Deal Night Shelter [£3,500] for beds.",
        "{Kent's Police and Crime Commissioner|kent} gave [£3,500] to Deal Night Shelter for beds.",
        "Deal Night Shelter was given [£3,500] by {Kent's Police and Crime Commissioner|kent} for beds.",
        "Deal Night Shelter has received a grant of [£3,500] from {Kent's Police and Crime Commissioner|kent}.",
    ],
)
def test_a_small_grant_to_a_charity_has_a_recipient_without_an_area(marked: str) -> None:
    assert told("# Grants for shelters\n" + marked) == ("award", ["Deal Night Shelter=3500"])


def test_an_award_of_the_headline_and_of_the_text_is_one_at_the_exact_figure() -> None:
    marked = (
        "# [£1.2m] for {Kent|kent}\nAlmost [£1.2 million] has been awarded to {Kent|kent} for patrols.\n"
        "{Kent's PCC|kent} said that the [£1,187,650] awarded to {Kent|kent} would be spent by March."
    )
    assert told(marked) == ("award award award", ["@kent=1187650"])


@pytest.mark.parametrize(
    ("marked", "claims"),
    [
        (
            "{Kent|kent} and {Essex|essex} will, respectively, receive [£1.2m] and [£900,000].",
            ["@essex=900000", "@kent=1200000"],
        ),
        (
            "[£500] and [£300] were awarded, respectively, to Deal Choir and Walmer FC.",
            ["Deal Choir=500", "Walmer FC=300"],
        ),
        (
            "Grants of [£1.2m], [£900,000] and [£300,000] went to {Kent|kent}, {Essex|essex} and "
            "{Surrey|surrey} respectively.",
            ["@essex=900000", "@kent=1200000", "@surrey=300000"],
        ),
        (
            "The Commissioner gave Elmton District Council, Ashby Council and Oakham Town Council [£38,000], "
            "[£85,000] and [£34,000] respectively.",
            ["Ashby Council=85000", "Elmton District Council=38000", "Oakham Town Council=34000"],
        ),
    ],
)
def test_respectively_pairs_two_lists(marked: str, claims: list[str]) -> None:
    found = told("# Grants for patrols\n" + marked)
    assert (set(found[0].split()), found[1]) == ({"award"}, claims)


def test_respectively_of_another_list_pairs_nothing() -> None:
    marked = "Deal Choir and Walmer Choir were awarded [£500] and [£300] in 2019 and 2020 respectively."
    assert all(claim.rule_id != "claim.respectively.v1" for claim in related(marked).claims)


def test_two_lists_of_unlike_length_are_not_paired() -> None:
    marked = "Grants of [£1.2m] and [£900,000] went to {Kent|kent}, {Essex|essex} and {Surrey|surrey} respectively."
    assert "@essex=900000" not in told(marked)[1]
