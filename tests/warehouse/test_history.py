"""Since when we say what we say: what earlier builds said is kept, and what the policy of history folds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.conftest import House
from tests.warehouse.making import NOON, Page
from warehouse.history import fold
from warehouse.load import run_script, script
from warehouse.schema import TABLES, create_table

#: Naive, as the tables keep times.
START = NOON.replace(tzinfo=None)

Version = tuple[int, int | None, int, int, int]


def kent(amount: str = "£5,000", value: str = "5000", at: int = 0, title: str = "Kent wins") -> Page:
    page = Page(f"Kent gets {amount} for patrols.", title=title, at=NOON + timedelta(days=at))
    return page.award(f"Kent gets {amount}", "Kent", amount, value, area="kent")


def witness(number: int) -> Page:
    """Another document of the same award, which links to the first one."""
    page = Page(
        "Kent gets £5,000 for patrols.",
        url=f"https://trade.test/{number}",
        source="trade",
        on=date(2021, 8, 8),
        links={"original": "https://example.test/a"},
    )
    return page.award("Kent gets £5,000", "Kent", "£5,000", "5000", area="kent")


@pytest.fixture
def book() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty file's tables and macros."""
    with duckdb.connect() as connection:
        connection.execute(";\n".join(create_table(table) for table in TABLES.values()))
        run_script(connection, script("macros.sql"))
        yield connection


#: What six builds said of one award: witnesses come at days 10, 20 and 30, the amount differs from day 100 to 200.
#: Each is (first day, first day not, amount, witnesses, versions folded into it).
SAID: list[Version] = [
    (0, 10, 5000, 1, 0),
    (10, 20, 5000, 2, 0),
    (20, 30, 5000, 3, 0),
    (30, 100, 5000, 4, 0),
    (100, 200, 5100, 4, 0),
    (200, None, 5000, 4, 0),
]


def folded(book: duckdb.DuckDBPyConnection, cutoff: int | None, said: list[Version]) -> list[Version]:
    """Fold what one award's versions say before a day, and return what is left."""
    book.execute("DROP TABLE IF EXISTS version_now; DROP TABLE IF EXISTS folding; DELETE FROM fact_version")
    book.execute("CREATE TEMP TABLE version_now AS FROM fact_version")
    for since, until, amount, claims, others in said:
        content = json.dumps({"recipient": "Kent", "amount": amount, "claims": claims})
        times = (day(since), None if until is None else day(until))
        book.execute(
            "INSERT INTO version_now VALUES ('award', 'a', ?, ?, ?, 'new-document', ?)",
            [*times, content, others],
        )
    before = len(said)
    gone = fold(book, None if cutoff is None else day(cutoff))
    rows = book.execute("SELECT * FROM fact_version ORDER BY said_from").fetchall()
    assert before - gone == len(rows)
    return [
        (
            (since - START).days,
            None if until is None else (until - START).days,
            told["amount"],
            told["claims"],
            number,
        )
        for _, _, since, until, content, _, number in rows
        for told in [json.loads(content)]
    ]


def day(number: int) -> datetime:
    return START + timedelta(days=number)


def test_without_a_policy_every_version_is_kept(book: duckdb.DuckDBPyConnection) -> None:
    assert folded(book, None, SAID) == SAID


def test_old_versions_that_differ_in_witnesses_only_are_folded_and_nothing_else(
    book: duckdb.DuckDBPyConnection,
) -> None:
    # The amount that was published for a while, and the days on which each amount was first said, are as they were.
    assert folded(book, 110, SAID) == [(0, 100, 5000, 1, 3), (100, 200, 5100, 4, 0), (200, None, 5000, 4, 0)]


def test_what_the_policy_does_not_reach_yet_stays(book: duckdb.DuckDBPyConnection) -> None:
    assert folded(book, 25, SAID) == [(0, 20, 5000, 1, 1), *SAID[2:]]


def test_folding_goes_on_from_build_to_build_and_counts_what_is_gone(book: duckdb.DuckDBPyConnection) -> None:
    once = folded(book, 25, SAID)
    assert folded(book, 110, once) == folded(book, 110, SAID)


def test_the_present_version_is_never_folded(book: duckdb.DuckDBPyConnection) -> None:
    said: list[Version] = [(0, 10, 5000, 1, 0), (10, None, 5000, 2, 0)]
    assert folded(book, 900, said) == said


def test_a_version_after_a_pause_begins_anew(book: duckdb.DuckDBPyConnection) -> None:
    said: list[Version] = [(0, 10, 5000, 1, 0), (20, 30, 5000, 2, 0), (30, None, 5100, 2, 0)]
    assert folded(book, 900, said) == said


VERSIONS = st.lists(
    st.tuples(st.integers(1, 40), st.integers(1, 2), st.integers(1, 3), st.booleans()), max_size=8
)


@given(VERSIONS, st.integers(0, 300))
@settings(max_examples=40, deadline=None)
def test_since_when_each_amount_is_said_does_not_depend_on_the_policy(
    steps: list[tuple[int, int, int, bool]], cutoff: int
) -> None:
    said: list[Version] = []
    at = 0
    for length, amount, claims, pause in steps:
        at += 5 if pause else 0
        said.append((at, at + length, amount, claims, 0))
        at += length
    with duckdb.connect() as book:
        book.execute(create_table(TABLES["fact_version"]))
        book.execute(script("macros.sql").split(";")[0])
        left = folded(book, cutoff, said)
    for moment in range(at + 1):
        assert amount_at(left, moment) == amount_at(said, moment)
    assert [first for first, _, _, _, _ in left[:1]] == [first for first, _, _, _, _ in said[:1]]
    assert len(left) + sum(number for *_, number in left) == len(said)


def amount_at(said: list[Version], moment: int) -> int | None:
    return next(
        (amount for first, end, amount, _, _ in said if end is not None and first <= moment < end), None
    )


def test_builds_keep_the_days_and_fold_by_the_policy(house: House) -> None:
    house.stage(kent())
    house.build(history_days=30)
    for number, at in enumerate((10, 20)):
        house.stage(witness(number))
        house.build(at=NOON + timedelta(days=at), history_days=30)
    house.stage(kent("£5,100", "5100", at=40))
    house.build(at=NOON + timedelta(days=40), history_days=30)
    house.stage(kent(at=90))
    house.build(at=NOON + timedelta(days=90), history_days=30)
    assert house.rows(
        "SELECT said_from, said_until, CAST(content->>'amount' AS INTEGER), CAST(content->>'claims' AS INTEGER), folded"
        " FROM fact_version WHERE kind = 'award' ORDER BY said_from"
    ) == [(day(0), day(40), 5000, 1, 2), (day(40), day(90), 5100, 3, 0), (day(90), None, 5000, 3, 0)]
    assert house.one(
        "SELECT first_said, same_since, last_said, CAST(said_last->>'amount' AS INTEGER), versions, folded"
        " FROM v_first_said WHERE kind = 'award'"
    ) == (day(0), day(90), None, 5000, 3, 2)
    for at, amount in ((0, 5000), (15, 5000), (39, 5000), (40, 5100), (89, 5100), (90, 5000)):
        assert house.one(f"SELECT amount FROM awards_as_of(TIMESTAMP '{day(at)}')") == amount
    policy = house.rows("SELECT name, value FROM build_info WHERE name LIKE 'history%' ORDER BY name")
    assert policy == [("history_days", "30"), ("history_folded", "3")]


def test_a_fact_that_is_gone_keeps_its_days(house: House) -> None:
    house.stage(kent())
    house.build(history_days=0)
    gone = Page("Kent gets nothing.", at=NOON + timedelta(days=5))
    house.stage(gone)
    house.build(at=NOON + timedelta(days=5), history_days=0)
    house.stage(witness(1))
    house.build(at=NOON + timedelta(days=900), history_days=0)
    assert house.rows(
        "SELECT first_said, last_said FROM v_first_said WHERE kind = 'award' ORDER BY first_said LIMIT 1"
    ) == [(START, START + timedelta(days=5))]


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"claims": 9}, True),
        ({"documents": 9}, True),
        ({"title": "More money for Kent"}, True),
        ({"amount": 5001}, False),
        ({"recipient": "Kent Police"}, False),
        ({"funder": None}, False),
        ({"announced_on": "2021-08-08"}, False),
        ({"announcement_id": "other"}, False),
    ],
)
def test_what_makes_a_version_another(
    book: duckdb.DuckDBPyConnection, changed: dict[str, object], same: bool
) -> None:
    said = {"announcement_id": "one", "title": "Kent wins", "announced_on": "2021-08-07", "recipient": "Kent",
            "amount": 5000, "funder": "Home Office", "claims": 1, "documents": 1}  # fmt: skip
    contents = [json.dumps(said), json.dumps({**said, **changed})]
    assert book.execute("SELECT substance(?) = substance(?)", contents).fetchone() == (same,)


def test_the_policy_is_one_of_the_inputs(house: House) -> None:
    house.stage(kent())
    house.build(history_days=30)
    at = NOON + timedelta(days=1)
    house.build(at=at, history_days=30)
    assert house.one("SELECT value FROM build_info WHERE name = 'built_at'") == str(START)
    house.build(at=at, history_days=60)
    assert house.one("SELECT value FROM build_info WHERE name = 'history_days'") == "60"


def altered(house: House, *statements: str) -> None:
    """Change the published file as another release might have left it."""
    house.target.chmod(0o644)
    with duckdb.connect(str(house.target)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_file_of_an_earlier_release_is_carried_on_from(house: House) -> None:
    house.stage(kent())
    house.build()
    altered(
        house,
        "DROP VIEW v_first_said",
        "ALTER TABLE fact_version DROP COLUMN folded",
        "DROP TABLE money_line",
        "UPDATE build_info SET value = '0' WHERE name IN ('schema_version', 'inputs')",
    )
    house.build(at=NOON + timedelta(days=30))
    assert house.rows("SELECT said_from, folded FROM fact_version WHERE kind = 'award'") == [(START, 0)]
    assert house.rows("SELECT code FROM issue") == []


@pytest.mark.parametrize("broken", ["bytes", "tables"])
def test_a_file_that_nothing_can_be_carried_on_from_is_kept_aside_and_an_issue(
    house: House, broken: str
) -> None:
    house.stage(kent())
    house.build()
    if broken == "bytes":
        house.target.chmod(0o644)
        house.target.write_bytes(b"no database at all")
    else:
        altered(house, "DROP TABLE identity", "UPDATE build_info SET value = '0' WHERE name = 'inputs'")
    before = house.target.read_bytes()
    at = datetime(2024, 2, 3, 4, 5, 6, tzinfo=NOON.tzinfo)
    house.build(at=at)
    aside = house.home / "fundtrail.unread-20240203T040506.duckdb"
    assert aside.read_bytes() == before
    code, message = house.one("SELECT code, message FROM issue")
    assert code == "history-lost"
    assert aside.name in message
    assert house.rows("SELECT DISTINCT said_from, cause FROM fact_version") == [
        (at.replace(tzinfo=None), "first-build")
    ]
