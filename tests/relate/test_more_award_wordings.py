"""Further ways to say who gets what: inverted, shared out, at the end of a sentence, in lists."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

HEADING = "# Commissioner announces funding for local groups\n"
WORDINGS = [
    ("Also funded was Walmer Choir, with [£350].", "award", ["Walmer Choir=350"]),
    ("The remaining [£350] went to Walmer Choir.", "award", ["Walmer Choir=350"]),
    ("Walmer Choir accepted [£350].", "award", ["Walmer Choir=350"]),
    ("Walmer Choir is celebrating after being awarded [£350].", "award", ["Walmer Choir=350"]),
    ("Walmer Choir is celebrating a grant of [£350].", "award", ["Walmer Choir=350"]),
    ("Walmer Choir celebrates [£350] windfall", "award", ["Walmer Choir=350"]),
    ("Cash boost of [£350] for Walmer Choir", "award", ["Walmer Choir=350"]),
    (
        "A donation of [£350] from the commissioner has helped Walmer Choir buy music.",
        "award",
        ["Walmer Choir=350"],
    ),
    ("The commissioner has backed Walmer Choir with a [£350] grant.", "award", ["Walmer Choir=350"]),
    ("The commissioner is supporting Walmer Choir with funding of [£350].", "award", ["Walmer Choir=350"]),
    ("The commissioner's fund has provided Walmer Choir with [£350].", "award", ["Walmer Choir=350"]),
    ("Funding of [£350] will enable Walmer Choir to buy music.", "award", ["Walmer Choir=350"]),
    ("The commissioner has invested [£60,000] in Crimestoppers.", "award", ["Crimestoppers=60000"]),
    (
        "Gravesend Borough Council has been told it will receive [£322,500].",
        "award",
        ["Gravesend Borough Council=322500"],
    ),
    ("Gravesend will receive [£322,500] for cameras and street lights.", "award", ["Gravesend=322500"]),
    (
        "Gravesend has been allocated a [£322,500] share of the <Safer Streets Fund>.",
        "award",
        ["Gravesend=322500"],
    ),
    ("[£322,500] has been earmarked for Gravesend.", "award", ["Gravesend=322500"]),
    ("[£322,500] of it will be spent in Gravesend.", "award", ["Gravesend=322500"]),
    ("The <<Drive Project>> will receive [£1.1m] to expand.", "award", ["Drive Project=1100000"]),
    ("[£1.1m] for the <<Drive Project>> was confirmed.", "award", ["Drive Project=1100000"]),
    ("The town of Gravesend will have [£322,500] spent on its streets.", "award", ["Gravesend=322500"]),
    ("Ashford Rugby Club's share was [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("For Ashford Rugby Club there is [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club is [£2,000] the richer.", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club is [£2,000] better off.", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club came away with [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club will be paid [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("To Ashford Rugby Club goes [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("To Ashford Rugby Club the commissioner gave [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("[£2,000] has gone to Ashford Rugby Club, which trains girls.", "award", ["Ashford Rugby Club=2000"]),
    ("With [£2,000] Ashford Rugby Club can train girls.", "award", ["Ashford Rugby Club=2000"]),
    (
        "With [£2,000] from the fund, Ashford Rugby Club can train girls.",
        "award",
        ["Ashford Rugby Club=2000"],
    ),
    ("Ashford Rugby Club: [£2,000], to train girls.", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club ([£2,000]) will train girls.", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club, [£2,000], to train girls", "award", ["Ashford Rugby Club=2000"]),
    ("[£2,000] for Ashford Rugby Club, to train girls", "award", ["Ashford Rugby Club=2000"]),
    ("[£2,000]: Ashford Rugby Club", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club trains girls with [£2,000] from the fund.", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club is among those that gain, with [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club, for instance, had [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("At Ashford Rugby Club [£2,000] will pay for girls' training.", "award", ["Ashford Rugby Club=2000"]),
    ("Ashford Rugby Club runs sessions for girls. It got [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    (
        "A club in the town has had [£2,000] from the fund. With it Ashford Rugby Club will train girls.",
        "award",
        ["Ashford Rugby Club=2000"],
    ),
    ("Ashford Rugby Club was one of the winners, and got [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("The panel chose Ashford Rugby Club, which gets [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("The panel settled on [£2,000] for Ashford Rugby Club.", "award", ["Ashford Rugby Club=2000"]),
    ("The board agreed that [£2,000] should go to Ashford Rugby Club.", "award", ["Ashford Rugby Club=2000"]),
    ("The board agreed to let Ashford Rugby Club have [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("It was agreed that Ashford Rugby Club be given [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("Recommendation: that Ashford Rugby Club receive [£2,000].", "award", ["Ashford Rugby Club=2000"]),
    ("Decision: to pay Ashford Rugby Club [£2,000] towards its kit.", "award", ["Ashford Rugby Club=2000"]),
    (
        "The commissioner is asked to approve [£2,000] for Ashford Rugby Club.",
        "award",
        ["Ashford Rugby Club=2000"],
    ),
    ("The commissioner found [£2,000] for Ashford Rugby Club.", "award", ["Ashford Rugby Club=2000"]),
    ("The commissioner has put [£2,000] into Ashford Rugby Club.", "award", ["Ashford Rugby Club=2000"]),
    (
        "The commissioner's [£2,000] helps Ashford Rugby Club to train girls.",
        "award",
        ["Ashford Rugby Club=2000"],
    ),
    (
        "Ashford Rugby Club, which had asked for [£4,000], got [£2,000].",
        "bid award",
        ["Ashford Rugby Club=2000"],
    ),
    (
        "Ashford Rugby Club asked for [£4,000] and was given [£2,000].",
        "bid award",
        ["Ashford Rugby Club=2000"],
    ),
    (
        "Ashford Rugby Club got [£2,000] last year and [£3,000] this year.",
        "award award",
        ["Ashford Rugby Club=2000", "Ashford Rugby Club=3000"],
    ),
    (
        "Ashford Rugby Club has [£2,000] and Hythe Sea Cadets [£1,500].",
        "award award",
        ["Ashford Rugby Club=2000", "Hythe Sea Cadets=1500"],
    ),
    ("Ashford Rugby Club has [£2,000], as has Hythe Sea Cadets.", "award", ["Ashford Rugby Club=2000"]),
    (
        "[£2,000] went to Ashford Rugby Club and [£1,500] to Hythe Sea Cadets.",
        "award award",
        ["Ashford Rugby Club=2000", "Hythe Sea Cadets=1500"],
    ),
    (
        "There is [£2,000] for Ashford Rugby Club and [£1,500] for Hythe Sea Cadets.",
        "award award",
        ["Ashford Rugby Club=2000", "Hythe Sea Cadets=1500"],
    ),
    (
        "The winners are Ashford Rugby Club ([£2,000]) and Hythe Sea Cadets ([£1,500]).",
        "award award",
        ["Ashford Rugby Club=2000", "Hythe Sea Cadets=1500"],
    ),
    (
        "The winners: Ashford Rugby Club, [£2,000]; Hythe Sea Cadets, [£1,500].",
        "award award",
        ["Ashford Rugby Club=2000", "Hythe Sea Cadets=1500"],
    ),
    (
        "[£2,000] was given to Ashford Rugby Club, and Hythe Sea Cadets received [£1,500].",
        "award award",
        ["Ashford Rugby Club=2000", "Hythe Sea Cadets=1500"],
    ),
    (
        "{Kent|kent} gets [£2m]; for {Essex|essex} it is [£1.9m].",
        "award award",
        ["@essex=1900000", "@kent=2000000"],
    ),
    ("{Kent|kent}'s part of it is [£2m].", "award", ["@kent=2000000"]),
    ("{Kent|kent} comes off best, with [£2m].", "award", ["@kent=2000000"]),
    ("Most goes to {Kent|kent}, which has [£2m].", "award", ["@kent=2000000"]),
    ("{Kent Police|kent} can count on [£2m] next year.", "award", ["@kent=2000000"]),
    ("{Kent Police|kent} will have [£2m] to spend on patrols.", "award", ["@kent=2000000"]),
    ("{Kent Police|kent} is to be given [£2m] with which to pay for patrols.", "award", ["@kent=2000000"]),
    ("Home Office money worth [£2m] is on its way to {Kent|kent}.", "award", ["@kent=2000000"]),
    ("The Home Office is to pay {Kent|kent} [£2m].", "award", ["@kent=2000000"]),
    ("The Home Office has said yes to {Kent|kent}'s bid for [£2m].", "award", ["@kent=2000000"]),
    ("{Kent|kent}'s bid succeeded, and brought the county [£2m].", "award", ["@kent=2000000"]),
    ("{Kent's PCC|kent} has won [£2m] for safer streets in Dover.", "award", ["@kent=2000000"]),
    ("{Kent's PCC|kent} has announced [£2m] for Victim Support.", "award", ["Victim Support=2000000"]),
    (
        "{Kent's PCC|kent} is to give [£2m] to Victim Support over three years.",
        "award",
        ["Victim Support=2000000"],
    ),
    ("{Kent's PCC|kent} pays Victim Support [£2m].", "award", ["Victim Support=2000000"]),
    ("Dover is to get cameras worth [£200,000].", "award", ["Dover=200000"]),
    (
        "Dover District Council takes on wardens with its [£200,000].",
        "award",
        ["Dover District Council=200000"],
    ),
]


@pytest.mark.parametrize(("marked", "roles", "claims"), WORDINGS)
def test_who_gets_what(marked: str, roles: str, claims: list[str]) -> None:
    assert told(HEADING + marked) == (roles, claims)
