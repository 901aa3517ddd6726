"""The commands for analysts and maintainers, run as a user runs them."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.cli.errors import explain_error
from tests.command_line import fundtrail
from tests.export.giving_schema import errors

GOVUK = "govuk-perpetrator-fund-2021.html"
BLOG = "university-blog-two-articles.html"


@pytest.fixture
def copied(published: Path, tmp_path: Path) -> Path:
    """A home of its own with the samples published and a folder for corrections."""
    home = tmp_path / "home"
    shutil.copytree(published, home)
    (home / "warehouse" / "corrections").mkdir(parents=True, exist_ok=True)
    return home


def told(home: Path, *words: str) -> Any:
    done = inside(home, *words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def inside(home: Path, *words: str) -> Any:
    """Run a command in this process, which is quicker; the error that ends it is in ``exception``."""
    return CliRunner().invoke(app, words, env={"FUNDTRAIL_HOME": str(home), "COLUMNS": "200"})


def refused(home: Path, *words: str) -> str:
    """Return the line that a command prints instead of doing its work."""
    done = inside(home, *words)
    assert done.exit_code == 1, done.output
    assert isinstance(done.exception, Exception)
    message = explain_error(done.exception)
    assert message is not None, done.exception
    return message


def lines(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


COMMANDS = {
    "schema": (),
    "search": ("domestic",),
    "check": (),
    "diff": ("old.duckdb",),
    "export": ("out",),
    "correct": ("a", "b", "--field", "role", "--old", "", "--new", "", "--why", "x"),
    "merge": ("a", "b", "--why", "x"),
    "split": ("a", "b", "--why", "x"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_has_help_that_names_its_options(tmp_path: Path, command: str) -> None:
    done = inside(tmp_path, command, "--help")
    assert done.exit_code == 0
    assert "--json" in done.stdout


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("schema", "diff")])
def test_without_a_published_file_each_says_how_to_make_one(tmp_path: Path, command: str) -> None:
    assert "run `fundtrail ingest` first" in refused(tmp_path, command, *COMMANDS[command])


def test_schema_lists_tables_and_views_without_a_published_file(tmp_path: Path) -> None:
    record = told(tmp_path, "schema")
    assert {"award", "document", "reconciliation"} <= {table["name"] for table in record["tables"]}
    assert {"v_award", "v_evidence"} <= {view["name"] for view in record["views"]}


def test_schema_of_a_table_and_of_a_view(tmp_path: Path) -> None:
    columns = {column["name"]: column for column in told(tmp_path, "schema", "award")["columns"]}
    assert columns["announcement_id"]["refers_to"] == "announcement.announcement_id"
    assert columns["award_id"]["key"] is True
    assert columns["funder"]["nullable"] is True
    shown = inside(tmp_path, "schema", "v_calendar").stdout
    assert "What was announced in each month?" in shown
    assert "FROM v_announcements" in shown


def test_schema_of_a_misspelt_table_offers_the_near_ones(tmp_path: Path) -> None:
    assert "did you mean award" in refused(tmp_path, "schema", "awrd")
    assert "`fundtrail schema` lists them" in refused(tmp_path, "schema", "zzzz")


def test_search_finds_the_page_and_shows_the_words(published: Path) -> None:
    answer = told(published, "search", "codeword", "pharmacy")
    assert answer["method"] in ("fts", "plain")
    hits = told(published, "search", "perpetrators", "--limit", "2")["hits"]
    assert len(hits) == 2
    assert all(hit["url"].startswith("file:") and hit["snippet"] for hit in hits)


def test_search_without_a_hit_and_without_a_word(published: Path) -> None:
    assert "No document answers 'zebra'" in inside(published, "search", "zebra").stdout
    assert "nothing to search for" in refused(published, "search", "?!")


def test_check_runs_all_and_passes_on_the_samples(published: Path) -> None:
    results = told(published, "check")
    assert {result["kind"] for result in results} == {"gate", "warning"}
    assert [result["name"] for result in results if result["kind"] == "gate" and not result["passed"]] == []
    assert "checks pass" in inside(published, "check").stdout


def test_check_fails_when_a_gate_does_and_shows_the_rows(copied: Path) -> None:
    database = copied / "warehouse" / "data" / "fundtrail.duckdb"
    database.chmod(0o644)
    import duckdb

    with duckdb.connect(str(database)) as connection:
        connection.execute("UPDATE money_mention SET text = 'other words' WHERE text = '£378,967'")
    done = fundtrail(copied, "check", "mention-spans")
    assert done.returncode == 1
    assert "gate mention-spans" in done.stdout
    assert "other words" in done.stdout
    assert fundtrail(copied, "check", "currencies").returncode == 0


def test_check_of_an_unknown_name(published: Path) -> None:
    assert "there is no check mention-span;" in refused(published, "check", "mention-span")


def test_diff_of_a_file_with_itself_and_of_no_published_file(published: Path, tmp_path: Path) -> None:
    database = published / "warehouse" / "data" / "fundtrail.duckdb"
    assert "say the same" in inside(published, "diff", str(database)).stdout
    assert "is no file" in refused(published, "diff", str(tmp_path / "gone"))
    (tmp_path / "text").write_text("not a database")
    assert "is no DuckDB file" in refused(published, "diff", str(tmp_path / "text"))
    import duckdb

    duckdb.connect(str(tmp_path / "empty.duckdb")).close()
    assert "was not published by fundtrail" in refused(published, "diff", str(tmp_path / "empty.duckdb"))


def test_a_correction_is_written_applied_and_shown_by_diff(copied: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.duckdb"
    shutil.copy(copied / "warehouse" / "data" / "fundtrail.duckdb", old)
    done = fundtrail(copied, "correct", GOVUK, "£378,967", "--field", "amount", "--old", "£378,967", "--new", "378976",
                     "--why", "digits swapped", "--who", "A. Person")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "amount_low: 378967 becomes 378976" in done.stdout
    rows = lines(copied / "warehouse" / "corrections" / "values.csv")
    assert [(row["field"], row["old"], row["new"], row["who"], row["why"]) for row in rows] == [
        ("amount_low", "378967", "378976", "A. Person", "digits swapped"),
        ("amount_high", "378967", "378976", "A. Person", "digits swapped"),
    ]
    assert fundtrail(copied, "ingest", "--no-prefect").returncode == 0
    assert told(copied, "query", "SELECT DISTINCT outcome FROM correction") == [{"outcome": "applied"}]
    marked = "SELECT amount_low FROM money_mention WHERE value_origin = 'correction'"
    assert told(copied, "query", marked) == [{"amount_low": "378976.00"}]
    differences = {one["table"]: one for one in told(copied, "diff", str(old))}
    assert differences["correction"]["added"] == 2
    assert differences["money_mention"]["changed"] == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("£378,967", "--field", "role", "--old", "total", "--new", "part"), "role is award now, not total"),
        (("£378,967", "--field", "role", "--old", "award", "--new", "gift"), "no value of role: award, total, part"),
        (("£378", "--field", "role", "--old", "award", "--new", "part"), "some that it has:\n  £378,967"),
        (("£378,967", "--field", "colour", "--old", "", "--new", "red"), "cannot be corrected; amount, amount_high"),
        (("£378,967", "--field", "currency", "--old", "GBP", "--new", ""), "currency must have a value"),
        (("£378,967", "--field", "amount_low", "--old", "378967", "--new", "lots"), "'lots' is no value of amount_low"),
        (("£378,967", "--field", "per", "--old", "", "--new", "year", "--occurrence", "9"), "occurs 1 times, not 9"),
        (("Kent (1) £378,967", "--field", "area_id", "--old", "kent", "--new", "kentshire"), "no police_area"),
        (("--field", "published_on", "--old", "2021-08-11", "--new", "11 August"), "is no value of published_on"),
        (("£378,967", "--field", "title", "--old", "x", "--new", "y"), "leave the quote out"),
    ],
)  # fmt: skip
def test_a_correction_that_does_not_fit_is_refused(
    published: Path, words: tuple[str, ...], message: str
) -> None:
    assert message in refused(published, "correct", GOVUK, *words, "--why", "a test")
    assert not list(published.rglob("values.csv"))


def test_a_correction_needs_a_reason_and_a_known_page(published: Path) -> None:
    change = ("--field", "role", "--old", "award", "--new", "part")
    assert "--why is empty" in refused(published, "correct", GOVUK, "£378,967", *change, "--why", " ")
    assert "no document has the id or URL" in refused(
        published, "correct", "gone.html", "£1", *change, "--why", "x"
    )


def test_a_documents_field_is_corrected_without_a_quote(copied: Path) -> None:
    record = told(copied, "correct", GOVUK, "--field", "published_on", "--old", "2021-08-11", "--new", "2021-08-12",
                  "--why", "a test", "--who", "me")  # fmt: skip
    assert [(one["field"], one["quote"], one["new"]) for one in record] == [
        ("published_on", "", "2021-08-12")
    ]


def test_split_and_merge_decide_at_the_next_build(copied: Path) -> None:
    same = (
        "SELECT count(DISTINCT announcement_id) AS n FROM document WHERE url LIKE '%/" + GOVUK + "'"
        " OR url LIKE '%/" + BLOG + "'"
    )
    assert told(copied, "query", same) == [{"n": 1}]
    done = fundtrail(copied, "split", BLOG, GOVUK, "--why", "another event", "--who", "A. Person")
    assert done.returncode == 0, done.stderr
    assert "from the next build on they are apart" in done.stdout
    assert fundtrail(copied, "ingest", "--no-prefect").returncode == 0
    assert told(copied, "query", same) == [{"n": 2}]
    message = refused(copied, "merge", GOVUK, BLOG, "--why", "no")
    assert "A. Person put them apart on" in message
    assert "announcements.csv" in message
    file = copied / "warehouse" / "corrections" / "announcements.csv"
    file.write_text(file.read_text().replace("apart,", "together,"))
    assert fundtrail(copied, "ingest", "--no-prefect").returncode == 0
    assert told(copied, "query", same) == [{"n": 1}]


def test_awards_are_split_and_merged_by_their_claims(copied: Path) -> None:
    kent = "SELECT award_id, claims, value_origin FROM award WHERE area_id = 'kent' ORDER BY claims DESC"
    (award,) = told(copied, "query", kent)
    claims = [row["claim_id"] for row in told(copied, "query", "SELECT claim_id FROM award_claim WHERE award_id = '"
                                              + award["award_id"] + "' ORDER BY claim_id")]  # fmt: skip
    assert len(claims) == award["claims"] == 4
    record = told(copied, "split", claims[0], claims[1], "--why", "a second grant", "--who", "A. Person")
    assert record["decision"] == "apart"
    assert record["a"]["quote"].startswith("Kent (1)")
    essex = told(copied, "query", "SELECT award_id FROM award WHERE area_id = 'essex'")[0]["award_id"]
    assert told(copied, "merge", award["award_id"], essex, "--why", "a test", "--who", "me")["b"]["quote"]
    assert fundtrail(copied, "ingest", "--no-prefect").returncode == 0
    both = "SELECT claims, value_origin FROM award WHERE area_id IN ('kent', 'essex')"
    left = told(copied, "query", both)
    assert [len(left), sum(row["claims"] for row in left)] == [2, 8]
    assert {row["value_origin"] for row in left} == {"correction"}
    decided = "SELECT field, new, outcome FROM correction ORDER BY correction_no"
    assert told(copied, "query", decided) == [
        {"field": "award_id", "new": "apart", "outcome": "applied"},
        {"field": "award_id", "new": "together", "outcome": "applied"},
    ]
    message = refused(copied, "merge", claims[1], claims[0], "--why", "no")
    assert "A. Person put them apart on" in message
    assert "awards.csv" in message


def test_what_cannot_be_decided_on_awards_is_refused_with_the_reason(published: Path) -> None:
    (kent,) = told(published, "query", "SELECT award_id, best_claim_id FROM award WHERE area_id = 'kent'")
    same = refused(published, "split", kent["award_id"], kent["best_claim_id"], "--why", "x")
    assert f"both are the claim {kent['best_claim_id']}" in same
    mixed = refused(published, "merge", kent["award_id"], GOVUK, "--why", "x")
    assert f"{kent['award_id']} is an award or claim and '{GOVUK}' is none" in mixed


def test_a_spoilt_file_of_decisions_is_named(copied: Path) -> None:
    (copied / "warehouse" / "corrections" / "announcements.csv").write_text("url_a,url_b\n")
    message = refused(copied, "merge", BLOG, GOVUK, "--why", "x")
    assert "must be mended first: announcements.csv: the columns must be decision" in message


def test_an_error_is_one_line_and_no_traceback(published: Path) -> None:
    done = fundtrail(published, "schema", "awrd")
    assert done.returncode == 1
    assert done.stderr == "fundtrail: there is no table or view 'awrd'; did you mean award or v_award?\n"


def test_merge_of_a_page_with_itself(published: Path) -> None:
    assert "both are the document" in refused(published, "merge", GOVUK, GOVUK, "--why", "x")


def test_export_of_the_samples(published: Path, tmp_path: Path) -> None:
    record = told(published, "export", str(tmp_path / "out"))
    assert record["tables"]["document"] == 8
    assert record["grants"] >= 25
    package = json.loads((tmp_path / "out" / "360giving.json").read_text(encoding="utf-8"))
    assert errors(package) == []
    codes = {
        grant["beneficiaryLocation"][0]["geoCode"]
        for grant in package["grants"]
        if "beneficiaryLocation" in grant
    }
    assert len(codes) == 25
    assert {code[:3] for code in codes} == {"E23", "W15"}


def test_export_into_a_folder_in_use_and_of_an_unknown_table(published: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert "is not empty; --force" in refused(published, "export", str(tmp_path))
    done = fundtrail(
        published, "export", str(tmp_path), "--force", "--tables", "award,source", "--tables", "run"
    )
    assert done.returncode == 0, done.stderr
    assert "Exported 3 tables" in done.stdout
    assert {path.name for path in (tmp_path / "csv").iterdir()} == {"award.csv", "source.csv", "run.csv"}
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert "there is no table awards" in refused(
        published, "export", str(tmp_path / "new"), "--tables", "awards"
    )
