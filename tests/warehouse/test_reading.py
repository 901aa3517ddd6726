"""What analysts read: views, search, the dictionary, differences between files, checks."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.conftest import House
from tests.warehouse.making import NOON, Page
from warehouse import dictionary, search
from warehouse.checks import all_checks, run_checks
from warehouse.diff import diff
from warehouse.schema import TABLES
from warehouse.views import all_views


def two_awards() -> tuple[Page, Page]:
    one = Page("Kent gets £1,000 from the Perpetrator Fund.", url="https://a.test/1", on=date(2023, 3, 31))
    one.fund("Perpetrator Fund", "dapif")
    one.award("Kent gets £1,000", "Kent", "£1,000", "1000", area="kent", programme_id="dapif")
    two = Page("Safer Streets Fund: Kent gets £2,500.", url="https://a.test/2", on=date(2023, 4, 1))
    two.fund("Safer Streets Fund", "ssf")
    two.award("Kent gets £2,500", "Kent", "£2,500", "2500", area="kent", programme_id="ssf")
    return one, two


@pytest.fixture
def full(house: House) -> House:
    house.stage(*two_awards())
    house.build()
    return house


@pytest.mark.parametrize("view", [view.name for view in all_views()])
def test_every_view_can_be_read_and_is_commented(full: House, view: str) -> None:
    full.rows(f"SELECT * FROM {view}")
    assert full.one(f"SELECT comment FROM duckdb_views() WHERE view_name = '{view}'").endswith(
        ("?", ".", "currency.")
    )


def test_the_financial_year_turns_on_the_first_of_april(full: House) -> None:
    assert full.rows("SELECT year, total FROM v_awards_by_year ORDER BY year") == [
        ("2022/23", Decimal("1000.00")),
        ("2023/24", Decimal("2500.00")),
    ]


def test_each_way_of_adding_up_comes_to_the_same(full: House) -> None:
    for view in ("v_awards_by_area", "v_awards_by_year", "v_awards_by_programme", "v_awards_by_funder"):
        assert full.one(f"SELECT sum(total) FROM {view}") == Decimal("3500.00")
    assert full.one("SELECT sum(awarded) FROM v_calendar") == Decimal("3500.00")


def test_every_area_is_in_the_table_of_areas(full: House) -> None:
    assert full.one("SELECT count(*), count(*) FILTER (WHERE awards = 0) FROM v_awards_by_area") == (43, 42)


def test_populations_add_up_to_england_and_wales(full: House) -> None:
    # The Office for National Statistics' own totals of mid-2019: England 56,286,961 and Wales 3,152,879.
    assert full.one("SELECT count(*), sum(people) FROM population WHERE mid_year = 2019") == (43, 59_439_840)


def test_a_welsh_area_is_the_sum_of_the_authorities_that_its_source_names(full: House) -> None:
    welsh = full.rows("SELECT people, source FROM population WHERE source LIKE '%Wales%'")
    assert (len(welsh), sum(people for people, _ in welsh)) == (4, 3_152_879)
    for people, source in welsh:
        authorities = re.findall(r"[A-Za-z] (\d{5,6})\b", source)
        assert sum(map(int, authorities)) == people


def test_a_total_per_head(full: House) -> None:
    row = full.one("SELECT total, people, per_head FROM v_awards_per_head WHERE area_id = 'kent'")
    assert row == (Decimal("3500.00"), 1_860_111, Decimal("0.0019"))


def test_evidence_leads_to_the_words(full: House) -> None:
    row = full.rows("SELECT quote, sentence, url, publisher, rule_id, best FROM v_evidence ORDER BY url")[0]
    assert row == (
        "Kent gets £1,000", "Kent gets £1,000 from the Perpetrator Fund.", "https://a.test/1", "Home Office",
        "test.claim.v1", True)  # fmt: skip


def test_search_finds_stems_best_first(full: House) -> None:
    answer = search.search(full.target, "safe street")
    assert answer.method == "fts"
    assert [hit.url for hit in answer.hits] == ["https://a.test/2"]
    assert "Safer Streets" in answer.hits[0].snippet


def test_without_the_extension_search_is_plain_and_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warehouse.search.extension_file", lambda: None)
    house.stage(*two_awards())
    house.build()
    answer = search.search(house.target, "streets kent")
    assert (answer.method, [hit.url for hit in answer.hits]) == ("plain", ["https://a.test/2"])
    with pytest.raises(ValueError, match="nothing to search for"):
        search.search(house.target, " ?! ")


def test_the_dictionary_names_every_table_column_view_and_check() -> None:
    text = dictionary.data_dictionary()
    for table in TABLES.values():
        assert f"## {table.name}\n" in text
        assert all(f"| `{column.name}` |" in text for column in table.columns)
    assert all(f"## {view.name}\n" in text for view in all_views())
    assert all(f"`{check.name}`" in text for check in all_checks())
    assert (Path(__file__).parents[2] / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == text


def test_describe_knows_tables_and_views_only() -> None:
    assert dictionary.describe("award").startswith("## award\n")
    assert "```sql" in dictionary.describe("v_evidence")
    with pytest.raises(KeyError, match="no table or view 'nothing'"):
        dictionary.describe("nothing")


def test_a_difference_has_its_cause(house: House, tmp_path: Path) -> None:
    one, two = two_awards()
    house.stage(one)
    house.build()
    old = tmp_path / "old.duckdb"
    old.write_bytes(house.target.read_bytes())
    changed = Page("Kent gets £1,200 from the Perpetrator Fund.", url="https://a.test/1", on=date(2023, 3, 31),
                   at=NOON + timedelta(days=1))  # fmt: skip
    changed.fund("Perpetrator Fund", "dapif")
    changed.award("Kent gets £1,200", "Kent", "£1,200", "1200", area="kent", programme_id="dapif")
    house.stage(changed, two)
    house.build(at=NOON + timedelta(days=1))
    found = {one.table: one for one in diff(old, house.target)}
    assert (found["document"].added, found["document"].changed, found["document"].removed) == (1, 1, 0)
    assert found["document"].causes == {"new-document": 1, "new-version": 1}
    assert found["money_mention"].causes == {"new-document": 1, "new-version": 1}
    assert (found["award"].added, found["award"].changed) == (1, 1)
    assert "source" not in found and "police_area" not in found
    assert diff(house.target, house.target) == ()


def test_a_new_witness_is_why_its_award_and_announcement_differ(house: House, tmp_path: Path) -> None:
    house.stage(*two_awards())
    house.build()
    old = tmp_path / "old.duckdb"
    old.write_bytes(house.target.read_bytes())
    page = Page("Kent gets £1,000 from the Perpetrator Fund.", url="https://b.test/1", source="trade",
                on=date(2023, 3, 31), links={"original": "https://a.test/1"})  # fmt: skip
    page.award("Kent gets £1,000", "Kent", "£1,000", "1000", area="kent", programme_id="dapif")
    house.stage(page)
    house.build(at=NOON + timedelta(days=1))
    found = {one.table: one for one in diff(old, house.target)}
    for table in ("award", "announcement", "announcement_member", "document", "award_claim"):
        assert set(found[table].causes) == {"new-document"}, table
    assert (found["award"].changed, found["announcement"].changed) == (1, 1)


def test_files_of_two_releases_are_compared_in_what_both_have(full: House, tmp_path: Path) -> None:
    old = tmp_path / "old.duckdb"
    old.write_bytes(full.target.read_bytes())
    old.chmod(0o644)
    with duckdb.connect(str(old)) as connection:
        for view in reversed(all_views()):
            connection.execute(f"DROP VIEW {view.name}")
        connection.execute("DROP TABLE document_change; ALTER TABLE award DROP COLUMN value_origin")
        connection.execute("UPDATE award SET recipient = 'Essex' WHERE amount = 1000")
    assert [(one.table, one.changed, one.causes) for one in diff(old, full.target)] == [
        ("award", 1, {"resolution": 1})
    ]


def test_a_change_of_rules_is_its_cause(house: House, tmp_path: Path) -> None:
    house.stage(two_awards()[0])
    house.build()
    old = tmp_path / "old.duckdb"
    old.write_bytes(house.target.read_bytes())
    again = Page(
        "Kent gets £1,000 from the Perpetrator Fund.", url="https://a.test/1", on=date(2023, 3, 31), key="k2"
    )
    again.award("Kent gets £1,000", "the Kent force", "£1,000", "1000", area="kent")
    house.stage(again, key="k2")
    house.build(at=NOON + timedelta(days=1))
    assert {cause for one in diff(old, house.target) for cause in one.causes} <= {"rule-change", "resolution"}
    assert house.rows("SELECT DISTINCT cause FROM v_changes WHERE said_before IS NOT NULL") == [
        ("rule-change",)
    ]


def test_checks_run_on_a_published_file_and_warn(full: House) -> None:
    results = {result.name: result for result in run_checks(full.target)}
    assert results["mention-spans"].gate and results["mention-spans"].passed
    assert not [r.name for r in results.values() if not r.passed]


def test_a_warning_names_the_rows(house: House) -> None:
    house.stage(Page("Kent gets £5.", on=None).award("Kent gets £5", "Kent", "£5", "5", area="kent"))
    report = house.build()
    assert [(check.name, check.offending) for check in report.warnings] == [("undated-documents", 1)]
    assert "https://example.test/a" in report.warnings[0].examples[0]
