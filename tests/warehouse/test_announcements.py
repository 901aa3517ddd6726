"""Which documents tell of one announcement, and under which lasting identifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse import corpus
from tests.warehouse.conftest import House
from tests.warehouse.making import NOON, Page, inputs
from warehouse.resolve.clusters import Tie, Traits, cluster
from warehouse.resolve.identity import name_groups
from warehouse.rounding import Reach
from warehouse.sketch import sketch

PROSE = (
    "Ministers say that the money will pay for work with people who harm their partners, so that they change how they"
    " behave. Forces asked for a share in spring and heard of the outcome this week. Each project is run together with"
    " a charity that knows the area and its victims, and will be looked at by researchers after a year."
)


def release(**more: object) -> Page:
    page = Page(f"Ministers give £11,335,884.89 to 25 areas.\n{PROSE}", url="https://gov.test/1", **more)  # type: ignore[arg-type]
    page.money("£11,335,884.89", "11335884.89")
    return page.fund("25 areas", "dapif")


def retold(
    url: str = "https://trade.test/1", words: str = "£11.3 million", value: str = "11300000", **more: object
) -> Page:
    page = Page(f"A sum of {words} goes to areas from the Perpetrator Fund.", url=url, source="trade", **more)  # type: ignore[arg-type]
    page.money(words, value)
    return page.fund("Perpetrator Fund", "dapif")


def groups(house: House) -> list[list[str]]:
    rows = house.rows("SELECT list(url ORDER BY url) FROM document GROUP BY announcement_id ORDER BY 1")
    return [row[0] for row in rows]


def test_a_rounded_retelling_of_the_same_fund_joins(house: House) -> None:
    house.stage(release(), retold(on=date(2021, 8, 9)))
    house.build()
    assert groups(house) == [["https://gov.test/1", "https://trade.test/1"]]
    row = house.one("SELECT total_low, documents, announced_on, funder, programme_id FROM announcement")
    assert row == (Decimal("11335884.89"), 2, date(2021, 8, 7), "Home Office", "dapif")
    assert house.one("SELECT best_document_id = (SELECT document_id FROM document WHERE source_id = 'gov')"
                     " FROM announcement")  # fmt: skip
    reasons = house.one("SELECT DISTINCT reasons FROM announcement_member")
    assert reasons == ["the same total (35)", "the same fund (25)", "published within three days (15)"]


def test_another_total_of_the_same_fund_stays_apart(house: House) -> None:
    house.stage(release(), retold(words="£36 million", value="36000000"))
    house.build()
    assert len(groups(house)) == 2


def test_the_same_total_a_year_later_is_another_announcement(house: House) -> None:
    house.stage(release(), retold(on=date(2022, 8, 7)))
    house.build()
    assert len(groups(house)) == 2


def test_different_rounds_stay_apart_whatever_else_they_share(house: House) -> None:
    first = Page(f"Round four gives £2,345,678.\n{PROSE}", url="https://a.test/4").fund(
        "Round four", "ssf", 4
    )
    second = Page(f"Round five gives £2,345,678.\n{PROSE}", url="https://a.test/5").fund(
        "Round five", "ssf", 5
    )
    for page in (first, second):
        page.money("£2,345,678", "2345678")
    house.stage(first, second)
    house.build()
    assert len(groups(house)) == 2
    assert "different rounds of the fund (-100)" in house.one("SELECT reasons FROM document_pair")


def test_an_undated_copy_joins_by_its_text(house: House) -> None:
    copy = Page(
        f"Money for 25 areas: £11.3m.\n{PROSE[:230]}", url="https://copy.test/1", source="trade", on=None
    )
    copy.money("£11.3m", "11300000")
    house.stage(release(), copy)
    house.build()
    assert len(groups(house)) == 1


def test_a_link_to_the_original_is_enough(house: House) -> None:
    page = Page("More on the £9m here.", url="https://blog.test/1", source="trade", on=date(2021, 12, 1),
                links={"original": "http://www.gov.test/1/"})  # fmt: skip
    page.money("£9m", "9000000")
    house.stage(release(), page)
    house.build()
    assert len(groups(house)) == 1


def test_a_copy_that_names_its_canonical_address_joins(house: House) -> None:
    page = Page("£9m and nothing else in common.", url="https://blog.test/1", source="trade", on=date(2021, 12, 1),
                links={"canonical": "https://gov.test/1"})  # fmt: skip
    page.money("£9m", "9000000")
    house.stage(release(), page)
    house.build()
    assert groups(house) == [["https://blog.test/1", "https://gov.test/1"]]
    assert house.one("SELECT DISTINCT reasons[1] FROM announcement_member") == "one links to the other (100)"


def test_a_revised_page_is_a_version_and_no_announcement_of_its_own(house: House) -> None:
    house.stage(release())
    house.build()
    name = house.one("SELECT announcement_id FROM announcement")
    revised = Page(f"Updated. Ministers give £11,400,000 to 25 areas.\n{PROSE}", url="https://gov.test/1",
                   at=NOON + timedelta(days=1))  # fmt: skip
    revised.money("£11,400,000", "11400000")
    house.stage(revised)
    house.build(at=NOON + timedelta(days=1))
    assert house.one("SELECT announcement_id, documents, total_low FROM announcement") == (
        name,
        1,
        11_400_000,
    )
    assert house.one("SELECT versions FROM document") == 2


def test_the_most_exact_figure_of_a_headline_counts(house: House) -> None:
    page = Page(
        "£11 million shared out: £11,335,884.89 for 25 areas.", url="https://gov.test/1", on=date(2021, 8, 1)
    )
    page.money("£11 million", "11000000")
    page.money("£11,335,884.89", "11335884.89")
    page.count("25 areas", 25, "recipients")
    other = Page("25 areas get £11.3m.", url="https://blog.test/1", source="trade", on=date(2021, 8, 10))
    other.money("£11.3m", "11300000")
    other.count("25 areas", 25, "recipients")
    house.stage(page, other)
    house.build()
    assert house.one("SELECT DISTINCT reasons FROM announcement_member") == [
        "the same total (35)", "the same stated count (20)", "published within two weeks (5)"]  # fmt: skip


def test_a_document_without_funding_has_no_announcement(house: House) -> None:
    page = Page("A burglar was fined £80 today.")
    page.money("£80", "80", "other")
    house.stage(page)
    house.build()
    assert house.one("SELECT announcement_id IS NULL FROM document")
    assert house.one("SELECT count(*) FROM money_line") == 0


def test_a_pair_near_the_line_is_listed_for_a_person(house: House) -> None:
    page = Page("Areas share £11.3 million.", url="https://trade.test/2", source="trade")
    page.money("£11.3 million", "11300000")
    house.stage(release(), page)
    house.build()
    assert house.rows("SELECT score, url_a LIKE 'https:%' FROM v_borderline") == [(Decimal("0.500"), True)]


def test_identifiers_last_when_documents_come_and_pages_change(house: House) -> None:
    house.stage(release())
    house.build()
    name = house.one("SELECT announcement_id FROM announcement")
    house.stage(retold())
    house.build(at=NOON + timedelta(days=1))
    assert house.one("SELECT announcement_id, documents FROM announcement") == (name, 2)
    assert house.rows("SELECT cause FROM v_changes WHERE kind = 'announcement' ORDER BY changed_at") == [
        ("first-build",),
        ("new-document",),
    ]


def test_a_merge_keeps_one_name_and_says_what_became_of_the_other(house: House) -> None:
    other = Page("Areas share £11.3 million.", url="https://trade.test/2", source="trade")
    other.money("£11.3 million", "11300000")
    house.stage(release(), other)
    house.build()
    before = {row[0] for row in house.rows("SELECT announcement_id FROM announcement")}
    folder = house.home / "corrections"
    folder.mkdir()
    (folder / "announcements.csv").write_text(
        "decision,url_a,url_b,who,when,why\n"
        "together,https://gov.test/1,https://trade.test/2,A. Person,2024-01-01,same event\n"
        "apart,https://gov.test/1,https://gone.test/,A. Person,2024-01-01,old\n"
    )
    house.build(at=NOON + timedelta(days=1), corrections=folder)
    now = house.one("SELECT announcement_id FROM announcement")
    assert now in before
    assert house.one("SELECT entity_id, superseded_by FROM superseded") == ((before - {now}).pop(), now)
    code, message = house.one("SELECT code, message FROM issue")
    assert code == "correction-stale"
    assert "there is no document that tells of funding https://gone.test/ any more" in message


def test_a_decision_keeps_documents_apart(house: House) -> None:
    folder = house.home / "corrections"
    folder.mkdir()
    (folder / "announcements.csv").write_text(
        "decision,url_a,url_b,who,when,why\napart,https://gov.test/1,https://trade.test/1,A. Person,2024-01-01,no\n"
    )
    house.stage(release(), retold())
    house.build(corrections=folder)
    assert len(groups(house)) == 2


def test_a_made_up_corpus_resolves(house: House) -> None:
    truth = {}
    pages = []
    for story, page in corpus.pages(1500, seed=3):
        truth[page.document_id] = story
        pages.append(page)
    house.stage(*pages)
    house.build(registries={**inputs().registries, "programme": corpus.programmes(1500)})
    found = dict(house.rows("SELECT document_id, announcement_id FROM document"))
    right = _pairs(Counter((truth[name], group) for name, group in found.items()))
    assert right / _pairs(Counter(found.values())) >= 0.99
    assert right / _pairs(Counter(truth.values())) >= 0.95


def _pairs(sizes: Counter[object]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


TOTAL = Reach(Decimal(10), Decimal(12))


def test_a_weak_tie_does_not_chain_two_totals_together() -> None:
    traits = {"a": Traits(total=TOTAL), "b": Traits(), "c": Traits(total=Reach(Decimal(20), Decimal(20)))}
    ties = [Tie(a="a", b="b", points=80), Tie(a="b", b="c", points=70)]
    assert cluster(ties, traits) == [["a", "b"], ["c"]]


NAMES = st.sampled_from("abcdefgh")


@given(st.lists(st.tuples(NAMES, NAMES, st.integers(0, 120))))
def test_every_document_is_in_exactly_one_group_whatever_the_order(ties: list[tuple[str, str, int]]) -> None:
    made = [Tie(a=a, b=b, points=points) for a, b, points in ties if a != b]
    traits = {name: Traits() for name in "abcdefgh"}
    one = cluster(made, traits)
    assert sorted(name for group in one for name in group) == sorted(traits)
    assert cluster(made[::-1], traits) == one


@given(st.dictionaries(NAMES, st.integers(0, 3), min_size=1), st.dictionaries(NAMES, st.sampled_from("xyz")))
def test_names_are_unique_and_old_ones_accounted_for(
    group_of: Mapping[str, int], known: Mapping[str, str]
) -> None:
    groups = [sorted(m for m in group_of if group_of[m] == n) for n in sorted(set(group_of.values()))]
    naming = name_groups("announcement", groups, known)
    assert len(set(naming.names)) == len(groups)
    assert set(known.values()) <= set(naming.names) | set(naming.superseded)
    assert not set(naming.names) & set(naming.superseded)
    again = {member: name for name, group in zip(naming.names, groups, strict=True) for member in group}
    assert name_groups("announcement", groups, again).names == naming.names


def test_a_sketch_finds_a_passage_in_a_longer_text() -> None:
    short, long = (
        set(sketch(PROSE)),
        set(sketch("Something before this. " * 5 + PROSE + " And after it. " * 5)),
    )
    assert short and short <= long
    assert not short & set(
        sketch("Quite another text about other things that shares no run of words with it at all")
    )
