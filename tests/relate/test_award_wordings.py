"""The many ways to say that a body or an area gets money, below a heading that speaks of funding."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

HEADING = "# Commissioner announces funding for local groups\n"
WORDINGS = [
    ("Hartley Scouts pocketed [£750] for tents.", "award", ["Hartley Scouts=750"]),
    ("The Lantern Trust has [£12,000] from the fund for night shelters.", "award", ["Lantern Trust=12000"]),
    (
        "Among the winners is Moor Lane Boxing Club, which takes [£4,200].",
        "award",
        ["Moor Lane Boxing Club=4200"],
    ),
    (
        "Thanks to a grant of [£9,000], Ashby Youth Club can stay open on Fridays.",
        "award",
        ["Ashby Youth Club=9000"],
    ),
    (
        "Ashby Youth Club can stay open on Fridays thanks to a [£9,000] grant.",
        "award",
        ["Ashby Youth Club=9000"],
    ),
    (
        "Ashby Youth Club has been boosted by a [£9,000] grant from the commissioner.",
        "award",
        ["Ashby Youth Club=9000"],
    ),
    (
        "A [£9,000] grant for Ashby Youth Club will pay for a part-time worker.",
        "award",
        ["Ashby Youth Club=9000"],
    ),
    (
        "Ashby Youth Club's [£9,000] grant will pay for a part-time worker.",
        "award",
        ["Ashby Youth Club=9000"],
    ),
    ("The commissioner has approved [£9,000] for Ashby Youth Club.", "award", ["Ashby Youth Club=9000"]),
    (
        "The commissioner has approved a grant of [£9,000] for Ashby Youth Club.",
        "award",
        ["Ashby Youth Club=9000"],
    ),
    ("A cheque for [£500] was presented to Ashby Youth Club.", "award", ["Ashby Youth Club=500"]),
    ("Ashby Youth Club was presented with a cheque for [£500].", "award", ["Ashby Youth Club=500"]),
    (
        "Ashby Youth Club was delighted to be handed [£500] by the commissioner.",
        "award",
        ["Ashby Youth Club=500"],
    ),
    (
        "Refuge received [£5,000], Base 51 [£3,000] and Harbour House [£1,200].",
        "award award award",
        ["Base 51=3000", "Harbour House=1200", "Refuge=5000"],
    ),
    (
        "Refuge gets [£5,000] and Harbour House gets [£1,200].",
        "award award",
        ["Harbour House=1200", "Refuge=5000"],
    ),
    (
        "Refuge was given [£5,000] while Harbour House was given [£1,200].",
        "award award",
        ["Harbour House=1200", "Refuge=5000"],
    ),
    (
        "[£5,000] goes to Refuge, [£3,000] to Base 51 and [£1,200] to Harbour House.",
        "award award award",
        ["Base 51=3000", "Harbour House=1200", "Refuge=5000"],
    ),
    (
        "Grants were made to Refuge ([£5,000]), Base 51 ([£3,000]) and Harbour House ([£1,200]).",
        "award award award",
        ["Base 51=3000", "Harbour House=1200", "Refuge=5000"],
    ),
    ("Refuge and Harbour House each received [£2,000].", "award", ["Harbour House=2000", "Refuge=2000"]),
    ("Refuge and Harbour House got [£2,000] apiece.", "award", ["Harbour House=2000", "Refuge=2000"]),
    ("The largest grant, [£20,000], went to Harbour House.", "award", ["Harbour House=20000"]),
    ("The largest grant was [£20,000] to Harbour House.", "award", ["Harbour House=20000"]),
    ("The smallest award was [£150], to Wem Bowling Club.", "award", ["Wem Bowling Club=150"]),
    (
        "Harbour House got the most, [£20,000], and Wem Bowling Club the least, [£150].",
        "award award",
        ["Harbour House=20000", "Wem Bowling Club=150"],
    ),
    (
        "Nearly [£30,000] has been granted to Harbour House for its advice line.",
        "award",
        ["Harbour House=30000"],
    ),
    ("Money for Harbour House ([£30,000]) will keep its advice line open.", "award", ["Harbour House=30000"]),
    ("Harbour House will use its [£30,000] to keep the advice line open.", "award", ["Harbour House=30000"]),
    ("Harbour House plans to spend its [£30,000] grant on an advice line.", "award", ["Harbour House=30000"]),
    ("With its [£30,000], Harbour House will keep the advice line open.", "award", ["Harbour House=30000"]),
    ("Harbour House will put its [£30,000] award towards an advice line.", "award", ["Harbour House=30000"]),
    ("Harbour House successfully applied for [£30,000].", "award", ["Harbour House=30000"]),
    ("Harbour House has succeeded in its bid for [£30,000].", "award", ["Harbour House=30000"]),
    ("{Kent|kent} has received [£2m] from the fund since 2019.", "award", ["@kent=2000000"]),
    ("{Kent|kent} will see [£2m] invested in hotspot patrols.", "award", ["@kent=2000000"]),
    ("{Kent|kent} is to benefit from [£2m] of hotspot funding.", "award", ["@kent=2000000"]),
    ("Some [£2m] is coming to {Kent|kent}.", "award", ["@kent=2000000"]),
    ("[£2m] is being pumped into {Kent|kent} to pay for patrols.", "award", ["@kent=2000000"]),
    ("[£2m] boost for {Kent Police|kent}", "award", ["@kent=2000000"]),
    ("{Kent Police|kent} lands [£2m] for hotspot patrols", "award", ["@kent=2000000"]),
    ("{Kent Police|kent} in line for [£2m]", "award", ["@kent=2000000"]),
    (
        "Hotspot patrols in {Kent|kent} are to continue thanks to [£2m] from the Home Office.",
        "award",
        ["@kent=2000000"],
    ),
    ("The Home Office has handed {Kent Police|kent} [£2m].", "award", ["@kent=2000000"]),
    (
        "The Home Office has agreed to fund {Kent Police|kent} to the tune of [£2m].",
        "award",
        ["@kent=2000000"],
    ),
    ("The Home Office allocated {Kent|kent} a grant of [£2m] for 2024/25.", "award", ["@kent=2000000"]),
    ("Home Office funding of [£2m] for {Kent|kent} was confirmed today.", "award", ["@kent=2000000"]),
    ("{Kent|kent}'s allocation for 2024/25 is [£2m].", "award", ["@kent=2000000"]),
    ("For {Kent|kent} the figure is [£2m].", "award", ["@kent=2000000"]),
    ("In {Kent|kent}, [£2m] will pay for patrols.", "award", ["@kent=2000000"]),
    ("{Kent|kent} - [£2m]", "award", ["@kent=2000000"]),
    ("{Kent|kent}: [£2m] for patrols", "award", ["@kent=2000000"]),
    (
        "{Kent|kent}, [£2m]; {Essex|essex}, [£1.9m]; {Surrey|surrey}, [£1m]",
        "award award award",
        ["@essex=1900000", "@kent=2000000", "@surrey=1000000"],
    ),
    (
        "{Kent|kent} will get [£2m], {Essex|essex} [£1.9m] and {Surrey|surrey} [£1m].",
        "award award award",
        ["@essex=1900000", "@kent=2000000", "@surrey=1000000"],
    ),
    ("{Kent|kent} and {Essex|essex} will each get [£2m].", "award", ["@essex=2000000", "@kent=2000000"]),
    (
        "{PCC Matthew Scott|kent} has secured [£2m] to improve street safety in Gravesend.",
        "award",
        ["@kent=2000000"],
    ),
    (
        "[£2m] has been secured by {Kent Police and Crime Commissioner Matthew Scott|kent}.",
        "award",
        ["@kent=2000000"],
    ),
    ("The [£2m] secured by {Kent's PCC|kent} will pay for cameras in Gravesend.", "award", ["@kent=2000000"]),
    (
        "{Kent's PCC|kent} has been successful in a bid for [£2m] from the <Safer Streets Fund>.",
        "award",
        ["@kent=2000000"],
    ),
    ("{Kent's PCC|kent} has given [£2m] to Victim Support.", "award", ["Victim Support=2000000"]),
    ("{Kent's PCC|kent} is giving Victim Support [£2m].", "award", ["Victim Support=2000000"]),
    (
        "Victim Support has been commissioned by {Kent's PCC|kent} with [£2m].",
        "award",
        ["Victim Support=2000000"],
    ),
    ("{Matthew Scott|kent} handed over [£700] to the Deal Angling Club.", "award", ["Deal Angling Club=700"]),
    (
        "{Matthew Scott|kent} approved [£700] towards Deal Angling Club's new hut.",
        "award",
        ["Deal Angling Club=700"],
    ),
    ("That the sum of [£700] be granted to Deal Angling Club.", "award", ["Deal Angling Club=700"]),
    (
        "To approve a grant of [£700] to the Deal Angling Club for safety kit.",
        "award",
        ["Deal Angling Club=700"],
    ),
    ("To award [£45,000] to Catch22 for the delivery of a victims' service.", "award", ["Catch22=45000"]),
    ("RESOLVED that [£700] be paid to Deal Angling Club.", "award", ["Deal Angling Club=700"]),
    ("Approved: Deal Angling Club, [£700] for safety kit", "award", ["Deal Angling Club=700"]),
    ("Deal Angling Club (Deal): [£700] – life jackets", "award", ["Deal Angling Club=700"]),
    ("Deal Angling Club – life jackets – [£700]", "award", ["Deal Angling Club=700"]),
    ("1. Deal Angling Club, [£700]", "award", ["Deal Angling Club=700"]),
    ("[£700] – Deal Angling Club", "award", ["Deal Angling Club=700"]),
    (
        "Deal Angling Club is a local charity. It has been given [£700] for life jackets.",
        "award",
        ["Deal Angling Club=700"],
    ),
    (
        "Deal Angling Club teaches teenagers to fish. The club received [£700] from the fund.",
        "award",
        ["Deal Angling Club=700"],
    ),
    (
        "Deal Angling Club teaches teenagers to fish. The [£700] it received will pay for rods.",
        "award",
        ["Deal Angling Club=700"],
    ),
    (
        "Deal Angling Club, which teaches teenagers to fish, has [£700] for rods.",
        "award",
        ["Deal Angling Club=700"],
    ),
    (
        "One of the groups to benefit is Deal Angling Club, which was awarded [£700].",
        "award",
        ["Deal Angling Club=700"],
    ),
    (
        (
            "Other recipients include Deal Angling Club, which got [£700] for rods, and Walmer "
            "Choir, given [£350]."
        ),
        "award award",
        ["Deal Angling Club=700", "Walmer Choir=350"],
    ),
    ("Walmer Choir won [£350], as did Deal Angling Club.", "award", ["Walmer Choir=350"]),
    ("There was also [£350] for Walmer Choir.", "award", ["Walmer Choir=350"]),
    ("A further [£350] was found for Walmer Choir.", "award", ["Walmer Choir=350"]),
    ("Another [£350] will help Walmer Choir buy music.", "award", ["Walmer Choir=350"]),
    ("Walmer Choir, meanwhile, has been allocated [£350].", "award", ["Walmer Choir=350"]),
]


@pytest.mark.parametrize(("marked", "roles", "claims"), WORDINGS)
def test_who_gets_what(marked: str, roles: str, claims: list[str]) -> None:
    assert told(HEADING + marked) == (roles, claims)
