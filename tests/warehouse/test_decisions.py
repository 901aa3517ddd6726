"""What people put together or keep apart: announcements and awards, and what becomes of a decision."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractors.model import InvariantError
from tests.warehouse.conftest import House
from tests.warehouse.making import NOON, Page
from warehouse.decisions import Decision, Side, add_decision, read_decisions

GOV, TRADE = "https://gov.test/1", "https://trade.test/1"
HEAD = "decision,url_a,url_b,who,when,why\n"
AWARD_HEAD = "decision,url_a,quote_a,occurrence_a,url_b,quote_b,occurrence_b,who,when,why\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "corrections"
    made.mkdir()
    return made


def decision(word: str, a: Side, b: Side) -> Decision:
    return Decision(decision=word, a=a, b=b, who="A. Person", when=date(2024, 1, 1), why="rang them up")


def release() -> Page:
    """The ministry gives £950,000, of which the Kent force gets £378,967."""
    page = Page("The Perpetrator Fund gives £950,000. Kent gets £378,967.", url=GOV)
    page.money("£950,000", "950000")
    page.fund("Perpetrator Fund", "dapif")
    return page.award("Kent gets £378,967", "Kent", "£378,967", "378967", area="kent")


def story(words: str = "£378,967", value: str = "378967", who: str = "Invicta Trust", **more: Any) -> Page:
    """A paper tells of the same fund, and of a recipient by another name."""
    text = f"From the £950,000 Perpetrator Fund, {who} gets {words}."
    page = Page(text, url=TRADE, source="trade", on=date(2021, 8, 8))
    page.money("£950,000", "950000")
    page.fund("Perpetrator Fund", "dapif")
    return page.award(f"{who} gets {words}", who, words, value, **more)


KENT = Side(url=GOV, quote="Kent gets £378,967")
TRUST = Side(url=TRADE, quote="Invicta Trust gets £378,967")


def outcomes(house: House) -> list[tuple[Any, ...]]:
    return house.rows("SELECT field, new, quote, other_quote, outcome FROM correction ORDER BY correction_no")


def messages(house: House) -> list[str]:
    return [row[0] for row in house.rows("SELECT message FROM issue WHERE code = 'correction-stale'")]


def test_two_recipients_that_are_one_are_put_together(house: House, folder: Path) -> None:
    house.stage(release(), story())
    house.build()
    assert house.one("SELECT count(*), sum(amount) FROM award") == (2, 757934)
    before = dict(house.rows("SELECT area_id, award_id FROM award"))
    add_decision(folder, decision("together", TRUST, KENT))
    report = house.build(corrections=folder)
    assert not report.failed_gates
    assert house.one("SELECT award_id, area_id, recipient, amount, claims, value_origin FROM award") == (
        before["kent"], "kent", "Kent", 378967, 2, "correction")  # fmt: skip
    assert house.rows("SELECT entity_id, superseded_by FROM superseded") == [(before[None], before["kent"])]
    assert outcomes(house) == [
        ("award_id", "together", "Invicta Trust gets £378,967", "Kent gets £378,967", "applied")
    ]
    assert house.rows("SELECT value_origin FROM v_award") == [("correction",)]


def test_two_awards_of_one_recipient_are_kept_apart(house: House, folder: Path) -> None:
    house.stage(release(), story(who="Kent", area="kent"))
    house.build()
    assert house.one("SELECT claims FROM award") == 2
    add_decision(folder, decision("apart", KENT, Side(url=TRADE, quote="Kent gets £378,967")))
    house.build(at=NOON + timedelta(days=1), corrections=folder)
    assert house.rows("SELECT claims, amount, value_origin FROM award") == [(1, 378967, "correction")] * 2
    assert house.rows(
        "SELECT DISTINCT cause FROM v_changes WHERE said_before IS NOT NULL AND kind = 'award'"
    ) == [("correction",)]


def test_a_contradiction_is_kept_apart_as_an_award_of_its_own(house: House, folder: Path) -> None:
    house.stage(release(), story("£80,000", "80000", who="Kent", area="kent"))
    house.build()
    assert house.one("SELECT claims, contradictions FROM award") == (2, 1)
    add_decision(folder, decision("apart", KENT, Side(url=TRADE, quote="Kent gets £80,000")))
    house.build(corrections=folder)
    assert house.rows("SELECT amount, contradictions FROM award ORDER BY amount") == [(80000, 0), (378967, 0)]


def test_an_occurrence_picks_the_claim(house: House, folder: Path) -> None:
    page = Page("Kent one | £200,000\nKent one | £200,000", url=GOV)
    for row, after in ((1, 0), (2, 20)):
        page.award("Kent one | £200,000", "Kent", "£200,000", "200000", area="kent", row=row, after=after)
    house.stage(page)
    house.build()
    assert house.one("SELECT count(*) FROM award") == 2
    side = Side(url=GOV, quote="Kent one | £200,000")
    add_decision(folder, decision("together", side, Side(url=GOV, quote=side.quote, occurrence=2)))
    house.build(corrections=folder)
    assert house.rows("SELECT claims, amount FROM award") == [(2, 200000)]


@pytest.mark.parametrize(
    ("word", "side", "message"),
    [
        ("together", Side(url=TRADE, quote="Sussex gets £1"), "there is no claim 'Sussex gets £1' at"),
        (
            "apart",
            Side(url="https://gone.test/", quote=TRUST.quote),
            "there is no claim 'Invicta Trust gets £378,967'",
        ),
        ("together", Side(url=TRADE, quote=TRUST.quote, occurrence=2), "there is no claim"),
    ],
)
def test_a_decision_whose_claim_is_gone_is_stale(
    house: House, folder: Path, word: str, side: Side, message: str
) -> None:
    house.stage(release(), story())
    add_decision(folder, decision(word, KENT, side))
    house.build(corrections=folder)
    assert house.one("SELECT count(*), count_if(value_origin = 'rule') FROM award") == (2, 2)
    assert [outcome for *_, outcome in outcomes(house)] == ["stale"]
    assert message in messages(house)[0]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"per": "year", "years": 2}, "one is a sum, the other an amount a year"),
        ({"apart": True}, "they are of different announcements; put their documents together first"),
    ],
)
def test_what_cannot_be_one_award_is_not_joined(
    house: House, folder: Path, more: dict[str, Any], message: str
) -> None:
    if more.pop("apart", False):
        add_decision(folder, decision("apart", Side(url=GOV), Side(url=TRADE)))
    house.stage(release(), story(**more))
    add_decision(folder, decision("together", KENT, TRUST))
    report = house.build(corrections=folder)
    assert not report.failed_gates
    assert house.one("SELECT count(*) FROM award") == 2
    assert message in messages(house)[0]


def test_of_two_decisions_that_exclude_each_other_the_one_that_keeps_apart_holds(
    house: House, folder: Path
) -> None:
    third = "https://trade.test/2"
    other = story(who="Kent", area="kent")
    other.url, other.source = third, "trade"
    house.stage(release(), story(), Page(**_as(other, third)).award(
        "Kent gets £378,967", "Kent", "£378,967", "378967", area="kent"))  # fmt: skip
    add_decision(folder, decision("together", KENT, TRUST))
    add_decision(folder, decision("together", TRUST, Side(url=third, quote="Kent gets £378,967")))
    add_decision(folder, decision("apart", KENT, Side(url=third, quote="Kent gets £378,967")))
    house.build(corrections=folder)
    assert sorted(outcome for *_, outcome in outcomes(house)) == ["applied", "applied", "stale"]
    assert "another decision keeps claims of the two apart" in messages(house)[0]


def _as(page: Page, url: str) -> dict[str, Any]:
    return {"text": page.text, "url": url, "source": page.source, "on": page.on}


def test_documents_put_together_say_who_did_so_and_are_marked(house: House, folder: Path) -> None:
    other = Page("Areas share £11.3 million.", url=TRADE, source="trade")
    other.money("£11.3 million", "11300000")
    house.stage(release(), other)
    add_decision(folder, decision("together", Side(url=GOV), Side(url=TRADE)))
    house.build(corrections=folder)
    assert house.one("SELECT documents, value_origin FROM announcement") == (2, "correction")
    reasons = house.one(
        f"SELECT reasons FROM announcement_member JOIN document USING (document_id) WHERE url = '{GOV}'"
    )
    assert f"put together with {TRADE} by A. Person on 2024-01-01: rang them up" in reasons
    assert "the only document" not in reasons
    assert outcomes(house) == [("announcement_id", "together", None, None, "applied")]


def test_documents_kept_apart_say_so_too(house: House, folder: Path) -> None:
    house.stage(release(), story())
    add_decision(folder, decision("apart", Side(url=GOV), Side(url=TRADE)))
    house.build(corrections=folder)
    assert house.rows("SELECT documents, value_origin FROM announcement") == [(1, "correction")] * 2
    reasons = house.one(
        f"SELECT reasons FROM announcement_member JOIN document USING (document_id) WHERE url = '{GOV}'"
    )
    assert reasons == [
        "the only document",
        f"kept apart from {TRADE} by A. Person on 2024-01-01: rang them up",
    ]


def test_a_document_that_tells_of_no_funding_cannot_be_put_together(house: House, folder: Path) -> None:
    house.stage(release(), Page("Nothing about money.", url=TRADE, source="trade"))
    add_decision(folder, decision("together", Side(url=GOV), Side(url=TRADE)))
    house.build(corrections=folder)
    assert f"there is no document that tells of funding {TRADE} any more" in messages(house)[0]


def test_decisions_are_written_as_they_are_read(folder: Path) -> None:
    made = (decision("apart", Side(url="a"), Side(url="b")),
            decision("together", Side(url="a", quote="x, y", occurrence=2), Side(url="b", quote="z")))  # fmt: skip
    for one in made:
        add_decision(folder, one)
    assert read_decisions(folder) == made
    assert (
        folder / "announcements.csv"
    ).read_text() == HEAD + "apart,a,b,A. Person,2024-01-01,rang them up\n"
    assert (folder / "awards.csv").read_text() == (
        AWARD_HEAD + 'together,a,"x, y",2,b,z,1,A. Person,2024-01-01,rang them up\n'
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "maybe,a,x,1,b,y,1,A,2024-01-01,so",
            "awards.csv, line 2: decision must be together or apart, not 'maybe'",
        ),
        ("apart,a,,1,b,y,1,A,2024-01-01,so", "awards.csv, line 2: quote_a is empty"),
        ("apart,a,x,1,,y,1,A,2024-01-01,so", "awards.csv, line 2: url_b is empty"),
        ("apart,a,x,1,b,y,none,A,2024-01-01,so", "line 2: occurrence_b must be 1 or more, not 'none'"),
        ("apart,a,x,1,a,x,1,A,2024-01-01,so", "line 2: both sides are 'x' at a"),
        ("apart,a,x,1,b,y,1,A,2024-01-01,", "line 2: why is empty"),
        ("apart,a,x,1,b,y,1,A,soon,so", "line 2: when must be a date like 2024-01-31, not 'soon'"),
        ("apart,a,x,1,b,y", "line 2: 10 values are needed"),
        (
            "apart,a,x,1,b,y,1,A,2024-01-01,so\ntogether,b,y,1,a,x,1,B,2024-01-02,no",
            "awards.csv, line 3: awards.csv, line 2 decides on these two already",
        ),
    ],
)
def test_a_wrong_line_says_what_is_wrong_with_it(folder: Path, line: str, message: str) -> None:
    (folder / "awards.csv").write_text(AWARD_HEAD + line + "\n")
    with pytest.raises(InvariantError) as raised:
        read_decisions(folder)
    assert message in str(raised.value)


def test_columns_of_another_kind_are_refused(folder: Path) -> None:
    (folder / "awards.csv").write_text(HEAD)
    with pytest.raises(InvariantError, match=r"awards\.csv: the columns must be decision, url_a, quote_a"):
        read_decisions(folder)
