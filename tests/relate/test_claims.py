"""Who gets what: one case for each construction, and what looks like one and is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.model import Capture, Per
from extractors.pipeline import extract
from tests.relate.marking import awards, related

KENT = ("kent", "Kent", "1000000")

ONE_CLAIM = [
    ("{Kent|kent} has been awarded [£1m].", KENT),
    ("{Kent|kent} will receive [£1m] to fight stalking.", KENT),
    ("{Kent|kent} is set to get [£1m].", KENT),
    ("{Kent|kent}, which runs the scheme, has secured [£1m].", KENT),
    ("[£1m] has been awarded to {Kent|kent}.", KENT),
    ("[£1m] will go to {Kent|kent}.", KENT),
    ("A sum of [£1m] was set aside by ministers for {Kent|kent}.", KENT),
    ("Ministers have awarded [£1m] to {Kent|kent}.", KENT),
    ("Ministers have awarded {Kent|kent} [£1m].", KENT),
    ("A grant of [£1m] to {Kent|kent} was confirmed.", KENT),
    ("{Kent|kent}'s share is [£1m].", KENT),
    ("{Kent|kent}'s [£1m] pays for patrols.", KENT),
    ("Work starts in one county ({Kent|kent}) first. It went to {Kent|kent} ([£1m]).", KENT),
    ("Police in {Kent|kent} have been given [£1m].", KENT),
    ("- {Kent|kent}: [£1m]", KENT),
    ("- {Kent|kent} – [£1m]", KENT),
    ("- [£1m] to {Kent|kent}", KENT),
    ("Last month [£1m] was won by {Kent|kent}.", KENT),
    ("Victim Support received [£787,970] to give advice.", (None, "Victim Support", "787970")),
    ("The Wren Trust was awarded [£2,500].", (None, "Wren Trust", "2500")),
    (
        "With a grant of [£3,000], Risca Street Pastors took on volunteers.",
        (None, "Risca Street Pastors", "3000"),
    ),
    ("A grant to Harbour House of [£4,250] was agreed.", (None, "Harbour House", "4250")),
    ("The commissioner awarded [£5,000] to the charity Harbour House.", (None, "Harbour House", "5000")),
    ("Harbour House, a night shelter, was given [£700].", (None, "Harbour House", "700")),
    ("- Base 51 – [£3,200] for lamps", (None, "Base 51", "3200")),
    ("[£4,990] helped Harbour House to open its doors.", (None, "Harbour House", "4990")),
    ("Elmore ran the service in two towns at a cost of [£24,000].", (None, "Elmore", "24000")),
    ("To Harbour House went [£850].", (None, "Harbour House", "850")),
    ("Leeds City Council - [£208,725.00]", (None, "Leeds City Council", "208725")),
]


@pytest.mark.parametrize(("sentence", "claim"), ONE_CLAIM)
def test_one_claim(sentence: str, claim: tuple[str | None, str, str]) -> None:
    assert awards(sentence) == [claim]


SEVERAL = [
    (
        "There is [£1.2m] for {Kent|kent} and [£900,000] for {Essex|essex}.",
        [("kent", "Kent", "1200000"), ("essex", "Essex", "900000")],
    ),
    (
        "The money is shared out, with {Kent|kent} getting [£1m], {Essex|essex} [£2m] and {Sussex|sussex} [£3m].",
        [("kent", "Kent", "1000000"), ("essex", "Essex", "2000000"), ("sussex", "Sussex", "3000000")],
    ),
    (
        "Money went to {Kent|kent} ([£1m]), {Essex|essex} ([£2m]) and {Sussex|sussex} ([£3m]).",
        [("kent", "Kent", "1000000"), ("essex", "Essex", "2000000"), ("sussex", "Sussex", "3000000")],
    ),
    (
        "{Kent|kent} and {Essex|essex} will each receive [£880,000].",
        [("essex", "Essex", "880000"), ("kent", "Kent", "880000")],
    ),
    (
        "Wren Explorer Scouts received [£1,500], while Lark Running Club was awarded [£896] and Finch Cadets [£729].",
        [
            (None, "Wren Explorer Scouts", "1500"),
            (None, "Lark Running Club", "896"),
            (None, "Finch Cadets", "729"),
        ],
    ),
    (
        "Awards of [£2,000] were made to Lark Running Club, Harbour House and Finch Cadets.",
        [
            (None, "Finch Cadets", "2000"),
            (None, "Harbour House", "2000"),
            (None, "Lark Running Club", "2000"),
        ],
    ),
    (
        "Harbour House received [£5,000] in May and was a recipient of [£4,000] before.",
        [(None, "Harbour House", "5000"), (None, "Harbour House", "4000")],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), SEVERAL)
def test_several_claims(sentence: str, claims: list[tuple[str | None, str, str]]) -> None:
    assert sorted(awards(sentence), key=str) == sorted(claims, key=str)


NONE = [
    "The Home Office has awarded [£11.3m] to 25 commissioners.",
    "{Kent|kent} and {Essex|essex} will share [£2m].",
    "{Kent|kent} has received a share of [£23.5m].",
    "{Kent|kent} has applied for [£1m].",
    "{Kent|kent} charities will receive [£100,000].",
    "Each of the 14 teams in {Kent|kent} will receive [£10,000].",
    "Four projects in {Kent|kent} have been awarded [£10,000].",
    "{Kent|kent} must find savings of [£6m].",
    "A total of [£4m] was spent on patrols in {Kent|kent}.",
    "Local Authorities received [£4m].",
    "Ministers found [£5m] to help victims.",
    "The commissioner set aside [£5m] for Independent Sexual Violence Advisers.",
    "The Home Secretary announced [£5m] for the <Safer Streets Fund>.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_claim(sentence: str) -> None:
    assert awards(sentence) == []


def test_the_commissioner_stands_for_the_area_of_the_page() -> None:
    text = (
        "{Kent|kent} Police are glad.\nIn {Kent|kent} lamps go up.\nThe Commissioner has secured [£640,000]."
    )
    assert awards(text) == [("kent", "Kent", "640000")]


def test_the_commissioner_stands_for_nobody_on_a_page_of_several_areas() -> None:
    text = "{Kent|kent} and {Essex|essex} and {Sussex|sussex} met.\nThe Commissioner has secured [£640,000]."
    assert awards(text) == []


def test_it_stands_for_the_body_before() -> None:
    text = "Harbour House runs a night shelter. It has received [£5,000] for beds."
    assert awards(text) == [(None, "Harbour House", "5000")]


def test_the_same_award_told_twice_is_one_claim_at_its_most_exact_figure() -> None:
    text = (
        "{Kent|kent} has secured [£1.2 million].\nThe grant of [£1,196,432] to {Kent|kent} is for two years."
    )
    assert awards(text) == [("kent", "Kent", "1196432")]


def test_two_sums_to_one_recipient_are_two_claims() -> None:
    text = "{Kent|kent} has secured [£1.2 million].\nA grant of [£96,432] to {Kent|kent} followed."
    assert len(awards(text)) == 2


def test_a_claim_carries_fund_funder_purpose_rule_and_quote() -> None:
    claim = related(
        "The Home Office has awarded {Kent|kent} [£550,000] from the <Safer Streets Fund> to install cameras."
    ).claims[0]
    assert claim.programme_id == "safer-streets-fund"
    assert claim.funder == "Home Office"
    assert claim.purpose == "to install cameras"
    assert claim.rule_id == "claim.give.v1"
    assert claim.quote == "Kent £550,000"


def test_a_document_that_names_no_fund_gives_claims_without_one() -> None:
    assert related("{Kent|kent} has secured [£1.2 million].").claims[0].programme_id is None


def test_a_list_for_each() -> None:
    text = "Who won\n[£2,000] each: Lark Running Club; Harbour House; Finch Cadets."
    found = awards(text, per=Per.ITEM)
    assert sorted(name for _, name, _ in found) == ["Finch Cadets", "Harbour House", "Lark Running Club"]


def test_a_table_s_rows_come_from_the_funder_of_the_document_s_total() -> None:
    text = (
        "Money for offices\n\nThe Home Office has shared out £3 million among commissioners.\n\n"
        "Area | Award\nKent | £1,000,000\nEssex | £2,000,000\n"
    )
    body = text.encode()
    capture = Capture(
        capture_id="0" * 64, source_id="s", url="file:a.txt", final_url="file:a.txt", http_status=None,
        captured_at=datetime(2024, 1, 1, tzinfo=UTC), media_type="text/plain", byte_size=len(body), raw_path="",
    )  # fmt: skip
    claims = extract(capture, body).claims
    assert [(claim.area_id, claim.funder) for claim in claims] == [
        ("kent", "Home Office"),
        ("essex", "Home Office"),
    ]
