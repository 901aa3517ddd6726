"""What the words after ``fundtrail ingest`` become, and the lock that one run holds."""

from __future__ import annotations

import json
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extractors.sources import catalogue
from flows.ingest import Job
from flows.inputs import InputError, job_of
from flows.lock import BusyError, exclusive
from flows.sources_job import Pull
from flows.sources_state import Cursor, read_cursor, write_cursor


def test_words_are_paths_urls_and_sources(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>x</p>")
    job = job_of(
        [str(page), "https://example.org/a?token=x", "govuk-news", "apcc", "govuk-news"],
        samples=tmp_path,
        since=date(2024, 1, 1),
        cap=5,
    )
    assert job.paths == (page,)
    assert [(pull.source_id, pull.urls) for pull in job.pulls] == [
        ("govuk-news", ()),
        ("apcc", ()),
        ("web", ("https://example.org/a?token=x",)),
    ]
    assert {(pull.since, pull.until, pull.cap) for pull in job.pulls} == {(date(2024, 1, 1), None, 5)}
    assert "token" not in job.command


def test_the_name_of_a_file_of_sources_means_all_of_them(tmp_path: Path) -> None:
    pulls = job_of(["pcc-wordpress"], samples=tmp_path).pulls
    assert len(pulls) == 16
    assert {pull.source_id.partition("-")[0] for pull in pulls} == {"pcc"}


def test_no_word_means_the_samples(tmp_path: Path) -> None:
    job = job_of([], samples=tmp_path)
    assert (job.paths, job.source_id, job.pulls) == ((tmp_path,), "samples", ())


def test_days_in_the_wrong_order_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="after"):
        job_of(["apcc"], samples=tmp_path, since=date(2024, 2, 1), until=date(2024, 1, 1))


def test_a_job_survives_json_without_its_secrets(tmp_path: Path) -> None:
    pulls = (
        Pull(source_id="apcc", since=date(2024, 1, 1), until=date(2024, 2, 1), cap=3),
        Pull(source_id="web", urls=("https://example.org/a?page=2&token=hunter2",)),
    )
    text = json.dumps(Job(paths=(tmp_path,), pulls=pulls).parameters())
    again = Job.of(json.loads(text))
    assert "hunter2" not in text
    assert again.paths == (tmp_path,)
    assert again.pulls[0] == pulls[0]
    assert again.pulls[1].urls == ("https://example.org/a?page=2",)


def test_the_window_is_the_lag_unless_days_are_given() -> None:
    (declared,) = catalogue.find("govuk-news")
    now = datetime(2024, 3, 1, 12, tzinfo=UTC)
    assert Pull(source_id="govuk-news").window(declared.source, now) == (date(2024, 1, 1), date(2024, 3, 1))
    given = Pull(source_id="govuk-news", since=date(2021, 8, 1), until=date(2021, 9, 1))
    assert given.window(declared.source, now) == (date(2021, 8, 1), date(2021, 9, 1))


def test_a_cursor_is_kept_and_a_damaged_one_is_a_fresh_one(tmp_path: Path) -> None:
    cursor = Cursor(
        finished_at="2024-01-01T00:00:00+00:00", aliases={"https://a/": "https://b/"}, owed={"https://c/": ""}
    )
    write_cursor(tmp_path, "apcc", cursor)
    assert read_cursor(tmp_path, "apcc") == cursor
    (tmp_path / "cursors" / "apcc.json").write_text('{"finished_at": ')
    assert read_cursor(tmp_path, "apcc") == Cursor()


def test_a_second_run_waits_for_the_first_when_it_may(tmp_path: Path) -> None:
    lock = tmp_path / "run.lock"
    with exclusive(lock):
        with pytest.raises(BusyError, match="another run"), exclusive(lock):
            raise AssertionError("two runs at once")
        released = threading.Event()
        entered = threading.Event()

        def second() -> None:
            with exclusive(lock, wait=60):
                assert released.is_set()
                entered.set()

        thread = threading.Thread(target=second)
        thread.start()
        released.set()
    thread.join(timeout=60)
    assert entered.is_set()
