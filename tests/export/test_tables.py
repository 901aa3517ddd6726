"""Tables as Parquet and CSV: exact, described, safe to open, and no longer than licences allow."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from tests.export.conftest import FORMULA
from warehouse.export.licences import attribution, open_licence
from warehouse.export.report import ExportError, ExportReport
from warehouse.export.run import export
from warehouse.export.safe_cells import is_risky, safe_sql, safe_text, writable
from warehouse.schema import TABLES


def rows_of(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def descriptor(exported: ExportReport) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((exported.directory / "datapackage.json").read_text(encoding="utf-8"))
    return loaded


def test_the_data_package_is_valid(exported: ExportReport) -> None:
    report = Package(str(exported.directory / "datapackage.json")).validate()
    assert [[error.message for error in task.errors] for task in report.tasks if not task.valid] == []
    assert report.valid


def test_every_table_and_file_is_described(exported: ExportReport) -> None:
    assert set(exported.tables) == set(TABLES)
    described = {resource["path"] for resource in descriptor(exported)["resources"]}
    assert described == set(exported.files) - {"datapackage.json"}


def test_columns_carry_their_comments_keys_and_references(exported: ExportReport) -> None:
    award = next(one for one in descriptor(exported)["resources"] if one["name"] == "award")
    assert award["schema"]["primaryKey"] == ["award_id"]
    fields = {field["name"]: field for field in award["schema"]["fields"]}
    assert fields["amount"]["type"] == "number"
    assert fields["amount"]["description"] == "Amount of its best claim (the middle of a range)."
    assert {
        "fields": ["announcement_id"],
        "reference": {"resource": "announcement", "fields": ["announcement_id"]},
    } in award["schema"]["foreignKeys"]


@pytest.mark.parametrize("name", ["award", "award_claim", "money_mention", "announcement", "reconciliation"])
def test_parquet_has_the_very_rows(database: Path, exported: ExportReport, name: str) -> None:
    file = exported.directory / "parquet" / f"{name}.parquet"
    with duckdb.connect(str(database), read_only=True) as connection:
        query = f"(FROM {name} EXCEPT ALL FROM '{file}') UNION ALL (FROM '{file}' EXCEPT ALL FROM {name})"
        assert connection.execute(query).fetchall() == []
        assert connection.execute(f"DESCRIBE FROM '{file}'").fetchall() == [
            (*column[:2], "YES", None, None, None)
            for column in connection.execute(f"DESCRIBE {name}").fetchall()
        ]


def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe_in_csv_only(exported: ExportReport) -> None:
    assert ("'" + FORMULA) in {row["recipient"] for row in rows_of(exported.directory, "award")}
    assert "'-2+3 good causes" in {row["title"] for row in rows_of(exported.directory, "document")}
    file = exported.directory / "parquet" / "award.parquet"
    assert (FORMULA,) in duckdb.execute(f"SELECT recipient FROM '{file}'").fetchall()


def test_no_text_cell_of_any_table_starts_like_a_formula(exported: ExportReport) -> None:
    number = re.compile(r"-?\d+(\.\d+)?")
    for name in exported.tables:
        for row in rows_of(exported.directory, name):
            bad = [cell for cell in row.values() if is_risky(cell) and not number.fullmatch(cell)]
            assert bad == [], name


def test_numbers_stay_numbers(exported: ExportReport) -> None:
    differences = [row["difference"] for row in rows_of(exported.directory, "reconciliation")]
    assert all(re.fullmatch(r"-?\d+\.\d\d", value) for value in differences)
    assert {row["amount"] for row in rows_of(exported.directory, "award")} >= {"378967.00", "1500.50"}


def test_whole_texts_go_out_only_under_an_open_licence(exported: ExportReport) -> None:
    texts = {
        row["source_id"]: row["text"]
        for row in rows_of(exported.directory, "document")
        if row["title"] != "No date"
    }
    assert texts["gov"].startswith("The Perpetrator Fund.")
    assert texts["trade"] == ""
    assert exported.texts_withheld == 1
    for name in ("document", "document_version"):
        file = exported.directory / "parquet" / f"{name}.parquet"
        assert duckdb.execute(f"SELECT count(*) FILTER (WHERE text IS NULL) FROM '{file}'").fetchall() == [
            (1,)
        ]
    quotes = {row["quote"] for row in rows_of(exported.directory, "award_claim")}
    assert f"'{FORMULA} gets £700" in quotes


def test_each_source_is_named_with_its_licence(exported: ExportReport) -> None:
    sources = {source["source_id"]: source for source in descriptor(exported)["sources"]}
    assert sources["gov"]["attribution"] == (
        "Home Office. Contains public sector information licensed under the Open Government Licence v3.0."
    )
    assert (sources["gov"]["texts"], sources["trade"]["texts"]) == ("included", "withheld")
    page = (exported.directory / "LICENCES.md").read_text(encoding="utf-8")
    assert "| Trade | A Trade Paper | not known | withheld | A Trade Paper (no licence known)" in page


@pytest.mark.parametrize(
    "written", ["OGL v3.0", "open government licence V3.0", "Apache-2.0", "CC BY 4.0", "OGL-UK-3.0"]
)
def test_open_licences_are_known_by_their_usual_names(written: str) -> None:
    assert open_licence(written) is not None


@pytest.mark.parametrize("written", [None, "", "all rights reserved", "CC BY-NC 4.0", "Crown copyright"])
def test_other_licences_are_never_taken_for_open(written: str | None) -> None:
    assert open_licence(written) is None
    assert "withheld" in attribution("A Paper", written)


def test_a_choice_of_tables(database: Path, tmp_path: Path) -> None:
    report = export(database, tmp_path / "out", tables=["police_area", "source"])
    assert set(report.tables) == {"police_area", "source"}
    assert "360giving.json" not in report.files
    assert Package(str(tmp_path / "out" / "datapackage.json")).validate().valid


def test_an_unknown_table_is_refused_with_the_known_ones(database: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"no table awards; there are source, document"):
        export(database, tmp_path / "out", tables=["awards"])
    assert not (tmp_path / "out").exists()


def test_a_file_of_another_version_is_refused(database: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.duckdb"
    shutil.copy(database, older)
    older.chmod(0o644)
    with duckdb.connect(str(older)) as connection:
        connection.execute("ALTER TABLE cue DROP COLUMN cue_no")
    with pytest.raises(ExportError, match="no cue_no in cue: another version"):
        export(older, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_exporting_twice_gives_the_same_tables(
    database: Path, exported: ExportReport, tmp_path: Path
) -> None:
    again = export(database, tmp_path / "again")
    for name in again.files:
        if name.endswith((".csv", ".md")) or name == "360giving.json":
            assert (again.directory / name).read_bytes() == (exported.directory / name).read_bytes(), name


@given(st.text(alphabet=st.sampled_from(" =+-@\t\r\n＝－a1'\u00a0\u3000"), max_size=6))
def test_sql_and_python_agree_on_what_is_risky(text: str) -> None:
    told = duckdb.execute(f"SELECT {safe_sql('word')} FROM (SELECT ? AS word)", [text]).fetchall()[0][0]
    assert told == safe_text(text)
    assert not is_risky(told)


@given(st.text())
def test_writable_text_goes_into_a_spreadsheet(text: str) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    assert not ILLEGAL_CHARACTERS_RE.search(writable(text))
    writable(text).encode("utf-8")
