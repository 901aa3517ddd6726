"""Short stories of one area or body, decisions, lists with a leader, and who gets what in them."""

from __future__ import annotations

import pytest

from tests.relate.marking import told

STORIES = [
    (
        (
            "# [£1.1m] for safer streets in {Nottinghamshire|nottinghamshire}\n{PCC Caroline "
            "Henry|nottinghamshire} has been told that her bid succeeded.\nThe [£1.1m] will pay "
            "for cameras and gates."
        ),
        "award award",
        ["@nottinghamshire=1100000"],
    ),
    (
        (
            "# {Nottinghamshire|nottinghamshire} is to get [£1.1m]\nThe sum comes out of the "
            "<Safer Streets Fund>, to which the {Nottinghamshire PCC|nottinghamshire} had "
            "applied."
        ),
        "award",
        ["@nottinghamshire=1100000"],
    ),
    (
        (
            "# Commissioner backs youth work\n{Nottinghamshire's PCC|nottinghamshire} is to spend "
            "[£300,000] on youth work.\nTen clubs will share it."
        ),
        "total",
        [],
    ),
    (
        (
            "# Commissioner backs youth work\nArnold Boys Club is one of ten clubs to which money "
            "goes. It will get [£12,000], over two years."
        ),
        "award",
        ["Arnold Boys Club=12000"],
    ),
    (
        (
            "# More wardens\nThanks to [£160,000] from the {Nottinghamshire PCC|nottinghamshire}, "
            "Mansfield District Council can take on four wardens."
        ),
        "award",
        ["Mansfield District Council=160000"],
    ),
    (
        "# Lights\nIn Worksop, [£85,000] will go on street lights, and in Retford [£40,000].",
        "award award",
        ["Retford=40000", "Worksop=85000"],
    ),
    (
        "# Lights\nWorksop gets [£85,000] for street lights and Retford [£40,000].",
        "award award",
        ["Retford=40000", "Worksop=85000"],
    ),
    (
        (
            "# Victims\nServices for victims in {Nottinghamshire|nottinghamshire} have been given "
            "[£740,000] by the Ministry of Justice."
        ),
        "award",
        ["@nottinghamshire=740000"],
    ),
    (
        (
            "# Victims\n{Nottinghamshire|nottinghamshire} has had confirmation of [£740,000] from "
            "the Ministry of Justice."
        ),
        "award",
        ["@nottinghamshire=740000"],
    ),
    (
        (
            "# Victims\nThe Ministry of Justice's [£740,000] for "
            "{Nottinghamshire|nottinghamshire} runs until 2024."
        ),
        "award",
        ["@nottinghamshire=740000"],
    ),
    (
        (
            "# Decision record\nApproval was given to award Equation [£96,000] for work with men, "
            "and to extend Imara's grant by [£20,000]."
        ),
        "award award",
        ["Equation=96000", "Imara=20000"],
    ),
    (
        "# Decision record\nThe PCC approves: a. [£96,000] for Equation; b. [£20,000] for Imara.",
        "award award",
        ["Equation=96000", "Imara=20000"],
    ),
    (
        "# Decision record\nIt is proposed to enter into a grant agreement with Equation for [£96,000].",
        "award",
        ["Equation=96000"],
    ),
    ("# Cadets\nFrom the fund, Bulwell Cadets have received [£1,000].", "award", ["Bulwell Cadets=1000"]),
    (
        "# Cadets\nBulwell Cadets, who meet on Mondays, are [£1,000] to the good.",
        "award",
        ["Bulwell Cadets=1000"],
    ),
    (
        "# Cadets\nAmong others, Bulwell Cadets ([£1,000]) and Hucknall Hub ([£900]) were helped.",
        "award award",
        ["Bulwell Cadets=1000", "Hucknall Hub=900"],
    ),
    (
        (
            "# Cadets\n[£1,000] was found for Bulwell Cadets, [£900] for Hucknall Hub, and for "
            "Sneinton Band [£400]."
        ),
        "award award award",
        ["Bulwell Cadets=1000", "Hucknall Hub=900", "Sneinton Band=400"],
    ),
    ("# Cadets\nThe list is headed by Bulwell Cadets with [£1,000].", "award", ["Bulwell Cadets=1000"]),
    ("# Cadets\nThird came Bulwell Cadets, who took [£1,000].", "award", ["Bulwell Cadets=1000"]),
    ("# Cadets\nBulwell Cadets picked up a cheque for [£1,000].", "award", ["Bulwell Cadets=1000"]),
    (
        "# Cadets\nThe commissioner visited Bulwell Cadets, to which he gave [£1,000] last year.",
        "award",
        ["Bulwell Cadets=1000"],
    ),
    (
        "# Cadets\nThe commissioner visited Bulwell Cadets, which he has supported with [£1,000].",
        "award",
        ["Bulwell Cadets=1000"],
    ),
    (
        "# Knife crime\nTwo charities, Redthread and Ebony Horse Club, get [£50,000] each.",
        "award",
        ["Ebony Horse Club=50000", "Redthread=50000"],
    ),
    (
        "# Knife crime\nRedthread's grant is [£50,000]; that of Ebony Horse Club, [£20,000].",
        "award award",
        ["Ebony Horse Club=20000", "Redthread=50000"],
    ),
    (
        "# Knife crime\n{London|london} has the largest share, [£5m].",
        "award",
        ["@london=5000000"],
    ),
    (
        "# Knife crime\nThe largest share, [£5m], falls to {London|london}.",
        "award",
        ["@london=5000000"],
    ),
    (
        "# Knife crime\n{London|london} leads with [£5m], followed by {Kent|kent} with [£2m].",
        "award award",
        ["@kent=2000000", "@london=5000000"],
    ),
    (
        "# Knife crime\n{Kent|kent} had [£2m] in 2019 and [£1m] in 2020.",
        "award award",
        ["@kent=1000000", "@kent=2000000"],
    ),
    ("# Knife crime\n{Kent|kent}, where stabbings rose, is given [£2m].", "award", ["@kent=2000000"]),
    ("# Knife crime\nForces such as {Kent|kent} ([£2m]) gain most.", "award", ["@kent=2000000"]),
    ("# Knife crime\nNo less than [£2m] is going to {Kent|kent}.", "award", ["@kent=2000000"]),
]


@pytest.mark.parametrize(("marked", "roles", "claims"), STORIES)
def test_who_gets_what(marked: str, roles: str, claims: list[str]) -> None:
    assert told(marked) == (roles, claims)
