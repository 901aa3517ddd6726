"""What the safe views add up to, against figures added up by hand from the pages themselves.

The Home Office's table of August 2021 has 25 rows, which come to £11,334,384.69, and says that they come to
£11,335,884.89. The other pages announce £15 million (the Budget of March 2021), £36 million (two years of £18 million)
and £39 million. The shares, running totals (£41 million since 2020) and yearly rates that the pages state as well
must be in no sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.command_line import ROOT, SAMPLES, fundtrail
from warehouse.reader import Reader, open_published

#: Real documents that are not ours to publish; looked at only where they are at hand.
SEEDS = ROOT.parent / "shared" / "seeds"
AWARDED = Decimal("11334384.69")
STATED = Decimal("11335884.89")
OTHERS = [Decimal(15_000_000), Decimal(36_000_000), Decimal(39_000_000)]
#: Areas whose awards the table gives, three of them.
SOME = {"kent": Decimal("378967.00"), "london": Decimal("1563547.00"), "derbyshire": Decimal("659488.21")}


@pytest.fixture(scope="module", params=["samples", "samples and real documents", "real documents"])
def case(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Reader]]:
    name = str(request.param)
    if "real" in name and not SEEDS.is_dir():
        pytest.skip("the real documents are not at hand")
    inputs = [*([SAMPLES] if "samples" in name else []), *(SEEDS.glob("*.txt") if "real" in name else [])]
    home: Path = tmp_path_factory.mktemp("sums")
    done = fundtrail(home, "ingest", "--no-prefect", *map(str, inputs))
    assert done.returncode == 0, done.stderr
    with open_published(home / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        yield name, reader


Case = tuple[str, Reader]


def test_each_way_of_adding_up_awards_comes_to_the_table(case: Case) -> None:
    _, reader = case
    for view in ("v_awards_by_area", "v_awards_by_year", "v_awards_by_programme", "v_awards_by_funder"):
        assert reader.value(f"SELECT sum(total) FROM {view}") == AWARDED, view
    assert reader.value("SELECT sum(amount_total) FROM v_award") == AWARDED
    assert reader.value("SELECT sum(awarded) FROM v_announcements") == AWARDED
    assert reader.value("SELECT sum(total) FROM v_awards_per_head") == AWARDED
    assert reader.value("SELECT count(*) FROM award") == 25
    told = {
        row["area_id"]: row["total"] for row in reader.rows("SELECT area_id, total FROM v_awards_by_area")
    }
    assert {area: told[area] for area in SOME} == SOME


def test_each_announcement_is_one_with_all_its_documents(case: Case) -> None:
    name, reader = case
    rows = reader.rows("SELECT total_low, documents FROM announcement ORDER BY total_low")
    documents = {
        "samples": [5, 1, 1, 1],
        "samples and real documents": [7, 2, 2, 2],
        "real documents": [2, 1, 1, 1],
    }
    assert [row["total_low"] for row in rows] == sorted([STATED, *OTHERS])
    assert [row["documents"] for row in rows] == documents[name]


def test_announced_totals_are_each_counted_once(case: Case) -> None:
    _, reader = case
    total = STATED + sum(OTHERS)
    assert total == Decimal("101335884.89")
    assert reader.value("SELECT sum(announced) FROM v_announced_totals") == total
    dated = reader.value("SELECT sum(total_low) FROM announcement WHERE announced_on IS NOT NULL")
    assert reader.value("SELECT sum(announced) FROM v_calendar") == dated


def test_months_and_years(published: Path) -> None:
    with open_published(published / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        months = {row["month"]: (row["announced"], row["awarded"]) for row in reader.rows("FROM v_calendar")}
        years = {row["year"]: row["n"] for row in reader.rows(
            "SELECT year, sum(total) AS n FROM v_awards_by_year GROUP BY year")}  # fmt: skip
    nothing = Decimal(0)
    assert months == {
        date(2021, 3, 1): (Decimal(15_000_000), nothing),
        date(2021, 8, 1): (STATED, AWARDED),
        date(2023, 1, 1): (Decimal(36_000_000), nothing),
        date(2023, 5, 1): (Decimal(39_000_000), nothing),
    }
    assert years == {"2021/22": AWARDED}


def test_what_the_pages_themselves_get_wrong_is_found(case: Case) -> None:
    _, reader = case
    found = {
        (row["kind"], row["verdict"], row["difference"])
        for row in reader.rows("SELECT DISTINCT kind, verdict, difference FROM reconciliation")
    }
    assert ("rows-vs-total", "differs", Decimal("-1500.20")) in found
    assert ("bids-vs-stated", "differs", Decimal(-2)) in found
    assert ("rows-vs-recipients", "agrees", Decimal(0)) in found
    assert ("rate-times-term", "agrees", Decimal(0)) in found
    assert {kind for kind, verdict, _ in found if verdict == "differs"} == {"rows-vs-total", "bids-vs-stated"}


def test_levels_are_never_mixed(case: Case) -> None:
    _, reader = case
    relations = {
        row["relation"]: row["most"]
        for row in reader.rows("SELECT relation, max(amount_high) AS most FROM money_line GROUP BY relation")
    }
    assert relations["cumulative"] == Decimal(41_000_000)
    assert relations["rate-of-total"] == Decimal(18_000_000)
    assert relations["award"] == SOME["london"]
    assert relations["total"] == Decimal(39_000_000)
