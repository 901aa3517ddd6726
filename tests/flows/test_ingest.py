"""One run: from folders to the published file, again, killed, and fed with rubbish."""

from __future__ import annotations

import gzip
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from tests.command_line import ROOT, SAMPLES, environment, fundtrail, tables
from warehouse.reader import open_published


def test_the_samples_give_the_answer_on_one_screen(published: Path) -> None:
    done = fundtrail(published, "ingest", "--no-prefect")
    assert done.returncode == 0
    assert "Nothing changed" in done.stdout
    assert "8 documents" in done.stdout
    assert "£1,500.20" in done.stdout
    assert "29" in done.stdout and "31" in done.stdout
    assert "fundtrail.duckdb" in done.stdout
    assert done.stdout.count("fundtrail query") == 2
    assert len(done.stdout.splitlines()) <= 40


def test_the_queries_of_the_summary_can_be_pasted(published: Path) -> None:
    summary = fundtrail(published, "ingest", "--no-prefect").stdout
    for line in summary.splitlines():
        if "fundtrail query" in line:
            sql = line.split('"', 1)[1].rsplit('"', 1)[0]
            answer = fundtrail(published, "query", sql, "--json")
            assert answer.returncode == 0, answer.stderr
            assert json.loads(answer.stdout)


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    first = fundtrail(tmp_path, "ingest", "--no-prefect", "--json", str(SAMPLES))
    database = tmp_path / "warehouse" / "data" / "fundtrail.duckdb"
    before = (database.read_bytes(), database.stat().st_mtime_ns)
    second = fundtrail(tmp_path, "ingest", "--no-prefect", "--json", str(SAMPLES))
    assert json.loads(first.stdout)["outcome"] == "published"
    assert json.loads(first.stdout)["counts"]["captured"] == 8
    assert json.loads(second.stdout)["outcome"] == "unchanged"
    assert json.loads(second.stdout)["counts"]["captured"] == 0
    assert (database.read_bytes(), database.stat().st_mtime_ns) == before


def test_a_changed_file_is_a_new_version_and_the_old_one_is_kept(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    page = pages / "kent.txt"
    page.write_text("Grants for Kent\n\nKent Police has been awarded £100,000 from the Safer Streets Fund.\n")
    assert fundtrail(tmp_path, "ingest", "--no-prefect", str(pages)).returncode == 0
    page.write_text("Grants for Kent\n\nKent Police has been awarded £120,000 from the Safer Streets Fund.\n")
    assert fundtrail(tmp_path, "ingest", "--no-prefect", str(pages)).returncode == 0
    with open_published(tmp_path / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        assert [str(row["amount"]) for row in reader.rows("SELECT amount FROM award")] == ["120000.00"]
        assert reader.value("SELECT versions FROM document") == 2
        assert reader.value("SELECT count(*) FROM capture") == 2


def test_an_input_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = fundtrail(tmp_path, "ingest", "--no-prefect", "nowhere.html")
    assert done.returncode == 1
    assert "nowhere.html" in done.stderr
    assert "Traceback" not in done.stderr


def test_one_run_at_a_time(tmp_path: Path) -> None:
    from flows.lock import exclusive

    with exclusive(tmp_path / "warehouse" / "data" / "run.lock"):
        done = fundtrail(tmp_path, "ingest", "--no-prefect")
    assert done.returncode == 1
    assert "another run" in done.stderr


@pytest.mark.slow
def test_killed_at_random_moments_and_run_once_more(tmp_path: Path, published: Path) -> None:
    """The tables are those of an undisturbed run (URLs are the same: both read the samples)."""
    rng = random.Random(11)
    command = [sys.executable, "-m", "flows.cli", "ingest", "--no-prefect"]
    for _ in range(5):
        run = subprocess.Popen(
            command, cwd=ROOT, env=environment(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(rng.uniform(0.3, 5.0))
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert fundtrail(tmp_path, "ingest", "--no-prefect").returncode == 0
    assert tables(tmp_path) == tables(published)


@pytest.fixture
def rubbish(tmp_path: Path) -> Path:
    """A folder of rubbish with two good pages in it."""
    folder = tmp_path / "rubbish"
    folder.mkdir()
    good = (SAMPLES / "sector-news-39-million-package.html").read_bytes()
    (folder / "good.html").write_bytes(good)
    (folder / "good.txt").write_text("Money for Kent\n\nKent Police has been awarded £100,000.\n")
    (folder / "empty.html").write_bytes(b"")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.html").write_bytes(bytes(random.Random(1).randbytes(5000)))
    (folder / "bomb.html").write_bytes(gzip.compress(b"\0" * 300_000_000, compresslevel=9))
    (folder / "latin.html").write_bytes(
        "<html><body><p>Kent gets £5,000 naïvely</p></body></html>".encode("latin-1")
    )
    (folder / "wrong.html").write_bytes(
        b'<html><head><meta charset="utf-16"></head><body><p>Kent gets \xc2\xa37,000.</p></body></html>'
    )
    (folder / "mixed.html").write_bytes(b"<p>\xa35,000 to Kent</p><p>\xc2\xa36,000 to Essex</p>")
    (folder / "loop").symlink_to(folder)
    (folder / "self.html").symlink_to(folder / "self.html")
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.cell(text="Kent Police has been awarded 100,000 pounds.")
    pdf.output(str(folder / "whole.pdf"))
    whole = (folder / "whole.pdf").read_bytes()
    (folder / "truncated.pdf").write_bytes(whole[: len(whole) // 3])
    writer = PdfWriter(clone_from=PdfReader(folder / "whole.pdf"))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(folder / "encrypted.pdf")
    return folder


@pytest.mark.slow
def test_rubbish_ends_as_issues_and_the_good_pages_are_published(tmp_path: Path, rubbish: Path) -> None:
    big = b"<html><body>" + b"<p>The meeting went on.</p>" * 1_900_000 + b"</body></html>"
    assert len(big) > 50_000_000
    (rubbish / "big.html").write_bytes(big)
    done = fundtrail(tmp_path, "ingest", "--no-prefect", "--json", str(rubbish))
    assert done.returncode == 3, done.stderr
    report = json.loads(done.stdout)
    assert report["outcome"] == "published"
    failed = {Path(issue["url"]).name for issue in report["issues"] if issue["severity"] == "error"}
    assert failed >= {
        "empty.html", "empty.txt", "binary.html", "bomb.html", "self.html", "truncated.pdf", "encrypted.pdf"
    }  # fmt: skip
    with open_published(tmp_path / "warehouse" / "data" / "fundtrail.duckdb") as reader:
        names = {Path(row["url"]).name for row in reader.rows("SELECT url FROM document")}
        recorded = {Path(row["url"] or "").name for row in reader.rows("SELECT url FROM issue")}
    assert names >= {"good.html", "good.txt", "whole.pdf", "latin.html"}
    assert not failed & names
    assert failed <= recorded
    assert names | failed >= {path.name for path in rubbish.iterdir()} - {"loop"}
    again = fundtrail(tmp_path, "ingest", "--no-prefect", "--json", str(rubbish))
    assert again.returncode == 3
    assert json.loads(again.stdout)["outcome"] == "unchanged"


@pytest.mark.slow
@pytest.mark.xdist_group("prefect")
def test_the_prefect_flow_publishes_the_same_tables(tmp_path: Path, published: Path) -> None:
    done = fundtrail(tmp_path, "ingest")
    assert done.returncode == 0, done.stderr
    assert "Published." in done.stdout
    assert tables(tmp_path) == tables(published)
    assert not (tmp_path / ".prefect").exists()
    assert (tmp_path / "warehouse" / "data" / "prefect").is_dir()
