"""Which claims tell of one award, and what the safe views add up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.conftest import House
from tests.warehouse.making import NOON, Page
from warehouse.resolve.claims import Claim, group_claims
from warehouse.rounding import Reach


def table(url: str = "https://gov.test/t", **rows: str) -> Page:
    lines = [f"{area.title()} | {words}" for area, words in rows.items()]
    page = Page("\n".join(["The Perpetrator Fund gives £950,000 in all.", *lines]), url=url)
    page.money("£950,000", "950000")
    page.fund("Perpetrator Fund", "dapif")
    for number, ((area, words), line) in enumerate(zip(rows.items(), lines, strict=True)):
        value = words.removeprefix("£").replace(",", "")
        page.award(line, area.title(), words, value, area=area, row=number, programme_id="dapif")
    return page


def news(words: str, value: str, url: str = "https://trade.test/n", **more: object) -> Page:
    text = f"From the £950,000 Perpetrator Fund, Kent gets {words}."
    page = Page(text, url=url, source="trade", on=date(2021, 8, 8))
    page.money("£950,000", "950000")
    page.fund("Perpetrator Fund", "dapif")
    return page.award(f"Kent gets {words}", "Kent", words, value, area="kent", **more)


def test_ten_outlets_and_the_release_tell_of_one_award(house: House) -> None:
    house.stage(table(kent="£378,967", essex="£571,033"))
    house.stage(*(news("£378,967", "378967", url=f"https://trade.test/{n}") for n in range(10)))
    house.build()
    assert house.one("SELECT claims, documents, amount, contradictions FROM award WHERE area_id = 'kent'") == (
        11, 11, 378967, 0)  # fmt: skip
    assert house.one("SELECT source_id FROM award a JOIN award_claim c ON c.claim_id = a.best_claim_id"
                     " JOIN document d ON d.document_id = c.document_id WHERE a.area_id = 'kent'") == "gov"  # fmt: skip
    assert house.one("SELECT sum(total) FROM v_awards_by_area") == Decimal("950000")
    assert house.one("SELECT sum(announced) FROM v_announced_totals") == Decimal("950000")


def test_a_rounded_claim_is_a_witness_not_an_award(house: House) -> None:
    house.stage(table(kent="£378,967", essex="£571,033"), news("£0.4m", "400000"))
    house.build()
    assert house.rows("SELECT amount, claims FROM award WHERE area_id = 'kent'") == [(378967, 2)]
    assert house.rows("SELECT verdict FROM v_evidence WHERE area_id = 'kent' ORDER BY best DESC") == [
        ("agrees",),
        ("rounds",),
    ]


def test_a_contradicting_claim_stays_visible(house: House) -> None:
    house.stage(table(kent="£378,967", essex="£571,033"), news("£387,967", "387967"))
    house.build()
    assert house.rows("SELECT amount, claims, contradictions FROM award WHERE area_id = 'kent'") == [
        (378967, 2, 1)
    ]
    assert house.rows("SELECT verdict FROM v_evidence WHERE quote LIKE '%387%'") == [("differs",)]


def test_two_rows_of_one_table_are_two_awards_even_with_equal_amounts(house: House) -> None:
    page = Page("Kent one | £200,000\nKent two | £200,000")
    page.award("Kent one | £200,000", "Kent", "£200,000", "200000", area="kent", row=1)
    page.award("Kent two | £200,000", "Kent", "£200,000", "200000", area="kent", row=2)
    house.stage(page)
    house.build()
    assert house.one("SELECT count(*), sum(amount) FROM award") == (2, 400000)


def test_an_award_told_in_prose_and_table_of_one_document_is_one(house: House) -> None:
    page = Page("Kent wins £200,000 today.\nKent | £200,000")
    page.award("Kent wins £200,000", "Kent", "£200,000", "200000", area="kent")
    page.award("Kent | £200,000", "Kent", "£200,000", "200000", area="kent", row=1)
    house.stage(page)
    house.build()
    assert house.one("SELECT count(*), max(claims), max(documents) FROM award") == (1, 2, 1)


def test_a_yearly_rate_counts_over_its_term_and_one_without_is_in_no_sum(house: House) -> None:
    page = Page("Kent gets £10,000 a year for three years; Essex gets £5,000 a year.")
    page.award("Kent gets £10,000", "Kent", "£10,000", "10000", area="kent", per="year", years=3)
    page.award("Essex gets £5,000", "Essex", "£5,000", "5000", area="essex", per="year")
    house.stage(page)
    house.build()
    by_area = "SELECT total, not_added FROM v_awards_by_area WHERE awards > 0 ORDER BY area_id"
    assert house.rows(by_area) == [(Decimal("0.00"), 1), (Decimal("30000.00"), 0)]


def test_a_recipient_without_an_area_joins_by_its_name(house: House) -> None:
    one = Page("The Hope & Light Trust gets £4,321.", url="https://a.test/1")
    one.award("Hope & Light Trust gets £4,321", "Hope & Light Trust", "£4,321", "4321")
    two = Page("£4,321 goes to the Hope and Light Trust.", url="https://b.test/1", source="trade")
    two.award("£4,321 goes to the Hope and Light Trust", "the Hope and Light Trust", "£4,321", "4321")
    house.stage(one, two)
    house.build()
    assert house.one("SELECT recipient, claims FROM award") == ("Hope & Light Trust", 2)


def test_an_award_keeps_its_name_when_its_page_is_rewritten(house: House) -> None:
    house.stage(table(kent="£378,967", essex="£571,033"))
    house.build()
    before = dict(house.rows("SELECT area_id, award_id FROM award"))
    again = table(kent="£378,967", essex="£571,030")
    rewritten = Page("Corrected. " + again.text, url=again.url, at=NOON.replace(day=5))
    rewritten.money("£950,000", "950000")
    rewritten.fund("Perpetrator Fund", "dapif")
    rewritten.award("Kent | £378,967", "Kent", "£378,967", "378967", area="kent", row=0)
    rewritten.award("Essex | £571,030", "Essex", "£571,030", "571030", area="essex", row=1)
    house.stage(rewritten)
    house.build(at=NOON.replace(day=5))
    assert dict(house.rows("SELECT area_id, award_id FROM award")) == before
    assert house.rows("SELECT amount FROM awards_as_of(TIMESTAMP '2024-01-02') WHERE area_id = 'essex'") == [
        (571033,)
    ]
    assert house.rows("SELECT amount FROM awards_as_of(TIMESTAMP '2024-01-06') WHERE area_id = 'essex'") == [
        (571030,)
    ]


def test_levels_of_money_are_told_apart(house: House) -> None:
    page = Page("£36m in all, £18m a year for two years: £20m for work, £16m for study. It makes £41m since 2020; Kent"
                " gets £1m, asked for £2m; £125m went elsewhere.")  # fmt: skip
    page.money("£36m", "36000000")
    page.money("£18m", "18000000", per="year", years=2)
    page.money("£20m", "20000000", "part")
    page.money("£16m", "16000000", "part")
    page.money("£41m", "41000000", "cumulative")
    page.money("£2m", "2000000", "bid")
    page.money("£125m", "125000000")
    house.stage(page.award("£1m", "Kent", "£1m", "1000000", area="kent"))
    house.build()
    told = dict(
        house.rows("SELECT m.text, l.relation FROM money_line l JOIN money_mention m USING (mention_id)")
    )
    assert told == {
        "£36m": "total",
        "£18m": "rate-of-total",
        "£20m": "part",
        "£16m": "part",
        "£41m": "cumulative",
        "£2m": "bid",
        "£125m": "other-total",
        "£1m": "award",
    }


def claim(name: str, document: str, low: int, high: int, row: int | None = None) -> Claim:
    place = None if row is None else (document, 0, row)
    return Claim(
        claim_id=name,
        document_id=document,
        reach=Reach(Decimal(low), Decimal(high)),
        rank=1,
        start_char=0,
        row=place,
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.integers(1, 50), st.integers(0, 9), st.none() | st.integers(0, 5)
        ),
        max_size=8,
    )
)
def test_every_claim_is_in_one_group_and_table_rows_never_share_one(
    told: list[tuple[str, int, int, int | None]],
) -> None:
    claims = [claim(str(n), doc, low, low + width, row) for n, (doc, low, width, row) in enumerate(told)]
    groups = group_claims(claims)
    assert sorted(c.claim_id for group in groups for c in group) == sorted(c.claim_id for c in claims)
    for group in groups:
        rows = [c.row for c in group if c.row]
        for one in rows:
            assert all(one[0] != other[0] or one[2] == other[2] for other in rows)
    assert group_claims(claims[::-1]) == groups


def test_among_equal_claims_the_first_told_is_the_best_whatever_its_documents_id() -> None:
    first = replace(claim("z", "zz", 500, 500), told="2021-08-04 bb")
    same_day = replace(claim("y", "yy", 500, 500), told="2021-08-04 cc")
    later = replace(claim("a", "aa", 500, 500), told="2021-09-01 aa")
    ((*best,),) = group_claims([later, same_day, first])
    assert [one.claim_id for one in best] == ["z", "y", "a"]
