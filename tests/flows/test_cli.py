"""The command line as a person meets it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.command_line import ROOT, environment, fundtrail

HEAVY = ("prefect", "spacy", "duckdb", "pyarrow", "pydantic", "lxml", "httpx", "rich")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom flows.cli import app\nfrom typer.testing import CliRunner\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_before_the_first_ingest_the_error_says_what_to_do(tmp_path: Path) -> None:
    for words in (["query", "SELECT 1"], ["show", "x"], ["explain", "x"], ["status"]):
        done = fundtrail(tmp_path, *words)
        assert done.returncode == 1
        assert "fundtrail ingest" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_bad_setting_is_named(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "status"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "FUNDTRAIL_HOME": str(tmp_path), "FUNDTRAIL_WORKERS": "many"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "FUNDTRAIL_WORKERS" in done.stderr
    assert "'many'" in done.stderr


def test_show_marks_each_amount_with_its_value(published: Path) -> None:
    done = fundtrail(published, "show", "trade-press")
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    assert "£18 million[total £18,000,000 up to per year over 2 years]" in text
    assert "£36 million[total £36,000,000 over 2 years]" in text
    assert "£41 million[cumulative £41,000,000 at least]" in text
    assert "£199[" not in text, "an event advert is furniture"


def test_show_of_an_unknown_page_lists_some(published: Path) -> None:
    done = fundtrail(published, "show", "nowhere")
    assert done.returncode == 1
    assert "trade-press-two-year-fund.html" in done.stderr


def award_of(published: Path, area_id: str) -> dict[str, str]:
    sql = f"SELECT award_id, best_claim_id FROM award WHERE area_id = '{area_id}'"
    found: dict[str, str] = json.loads(fundtrail(published, "query", sql, "--json").stdout)[0]
    return found


def test_explain_leads_from_an_award_to_the_words(published: Path) -> None:
    award = award_of(published, "west-midlands")
    done = fundtrail(published, "explain", award["award_id"])
    assert done.returncode == 0
    assert "£209,332.78 to West Midlands" in done.stdout
    assert "£209, 332.78" in done.stdout, "the words as they stand, stray space and all"
    assert "sha256" in done.stdout
    assert "extraction key" in done.stdout


def test_explain_of_a_claim_as_json_has_quote_capture_and_cues(published: Path) -> None:
    claim = award_of(published, "kent")["best_claim_id"]
    facts = json.loads(fundtrail(published, "explain", claim, "--json").stdout)
    assert facts["row"]["amount_low"] == "378967.00"
    assert facts["row"]["quote"] == facts["quote"]
    assert len(facts["document"]["capture_id"]) == 64
    assert facts["capture"]["byte_size"] > 0


def test_status_counts_documents_and_runs(published: Path) -> None:
    facts = json.loads(fundtrail(published, "status", "--json").stdout)
    assert facts["documents"] == 8
    assert facts["runs"][0]["outcome"] == "published"
    assert [row["documents"] for row in facts["sources"] if row["source_id"] == "samples"] == [8]
    history = facts["history"]
    assert (history["facts"], history["versions"], history["folded"], history["days"]) == (29, 29, 0, 365)


def test_status_says_how_far_the_history_goes_back(published: Path) -> None:
    told = fundtrail(published, "status").stdout
    assert re.search(r"History since \d{4}-\d\d-\d\d: 29 versions of 29 facts\.", " ".join(told.split()))


def test_query_refuses_what_is_no_select(published: Path) -> None:
    done = fundtrail(published, "query", "COPY (SELECT 1) TO '/tmp/x.csv'")
    assert done.returncode == 1
    assert "only SELECT" in done.stderr


def test_query_as_csv(published: Path) -> None:
    done = fundtrail(published, "query", "SELECT area_id, amount FROM award WHERE area_id = 'kent'", "--csv")
    assert done.stdout.splitlines() == ["area_id,amount", "kent,378967.00"]


def test_lines_of_csv_end_as_a_shell_expects(published: Path) -> None:
    command = [sys.executable, "-m", "flows.cli", "query", "SELECT 'kent' AS area", "--csv"]
    done = subprocess.run(command, cwd=ROOT, env=environment(published), capture_output=True, check=True)
    assert done.stdout == b"area\nkent\n"
