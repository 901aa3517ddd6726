"""Change histories: of Content API items and of GOV.UK's pages; times of the last change; pages that came in part."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from extractors.model import Change
from extractors.parse import parse
from extractors.parse.changes import read_moment
from tests.parse.helpers import capture_of, read
from tests.parse.test_apis import ITEM

ROW = """<li class="{prefix}-published-dates__change-item"><time class="timestamp" datetime="{when}">words</time>
<p class="{prefix}-published-dates__change-note">{note}</p></li>"""


def item(history: Any, **more: Any) -> str:
    return json.dumps({**ITEM, **more, "details": {**ITEM["details"], "change_history": history}})


def told(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.changed_at.astimezone(UTC).isoformat(), change.note) for change in changes]


def test_the_history_of_an_item_is_read_oldest_first_and_each_change_once() -> None:
    history = [
        {"public_timestamp": "2021-08-23T09:30:00.000+01:00", "note": "Added  the table.\n"},
        {"public_timestamp": "2021-08-11T00:01:00.000+01:00", "note": "First published."},
        {"public_timestamp": "2021-08-11T00:01:00.000+01:00", "note": "First published."},
    ]
    document = read(item(history, public_updated_at="2021-08-23T09:30:00.000+01:00"))
    assert told(document.changes) == [
        ("2021-08-10T23:01:00+00:00", "First published."),
        ("2021-08-23T08:30:00+00:00", "Added the table."),
    ]
    assert document.updated_at == datetime(2021, 8, 23, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "entry",
    [
        {"public_timestamp": "2021-08-23T09:30:00.000", "note": "No zone."},
        {"public_timestamp": None, "note": "No time."},
        {"public_timestamp": "2021-08-23T09:30:00Z", "note": " "},
        {"public_timestamp": "2021-08-23T09:30:00Z"},
        "First published.",
    ],
)
def test_a_change_that_says_too_little_is_an_issue_and_the_others_stay(entry: Any) -> None:
    good = {"public_timestamp": "2021-08-11T00:01:00Z", "note": "First published."}
    capture = capture_of(item([entry, good]).encode())
    document, issues = parse(capture, item([entry, good]).encode())
    assert told(document.changes) == [("2021-08-11T00:01:00+00:00", "First published.")]
    assert [issue.code for issue in issues] == ["unreadable-change"]


@pytest.mark.parametrize(("history", "codes"), [(None, []), ([], []), ("yesterday", ["unreadable-change"])])
def test_an_item_without_a_history_has_no_changes(history: Any, codes: list[str]) -> None:
    document, issues = parse(capture_of(item(history).encode()), item(history).encode())
    assert (document.changes, [issue.code for issue in issues]) == ((), codes)


@pytest.mark.parametrize("prefix", ["app-c", "gem-c"])
def test_the_updates_at_the_foot_of_a_page_are_its_changes_and_not_its_article(prefix: str) -> None:
    rows = ROW.format(
        prefix=prefix, when="2022-03-01T10:00:00.000+00:00", note="Added £5 million &amp; a map."
    )
    rows += ROW.format(prefix=prefix, when="2021-08-11T00:01:00.000+01:00", note="First published.")
    page = f"""<!doctype html><html lang="en"><head><title>Lamps - GOV.UK</title></head><body><main><h1>Lamps</h1>
<p>Kent gets £40,000 for lamps in six of its parks, which are dark.</p>
<div class="{prefix}-published-dates" id="full-publication-update-history" data-module="gem-toggle" lang="en">
Published 11 August 2021<br>Last updated 1 March 2022
<a href="#full-history" class="{prefix}-published-dates__toggle govuk-link">+&nbsp;show all updates</a>
<div class="{prefix}-published-dates__change-history js-hidden" id="full-history">
<ol class="{prefix}-published-dates__list">{rows}</ol></div></div></main></body></html>"""
    document = read(page, media_type="text/html")
    assert told(document.changes) == [
        ("2021-08-10T23:01:00+00:00", "First published."),
        ("2022-03-01T10:00:00+00:00", "Added £5 million & a map."),
    ]
    shown = [document.text[b.start_char : b.end_char] for b in document.blocks if b.furniture is None]
    assert not any("£5 million" in words for words in shown)


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        (
            '<meta property="article:modified_time" content="2024-05-02T09:00:00+01:00">',
            "2024-05-02T08:00:00+00:00",
        ),
        ('<meta name="govuk:public-updated-at" content="2024-05-02T09:00:00Z">', "2024-05-02T09:00:00+00:00"),
        (
            '<script type="application/ld+json">{"@type": "Article", "dateModified": "2024-05-02T09:00:00Z"}</script>',
            "2024-05-02T09:00:00+00:00",
        ),
        ('<meta property="article:modified_time" content="2024-05-02">', None),
        ("", None),
    ],
)
def test_a_page_may_say_when_it_was_last_changed(head: str, moment: str | None) -> None:
    page = f"<html><head>{head}</head><body><h1>Lamps</h1><p>Kent gets lamps.</p></body></html>"
    found = read(page, media_type="text/html").updated_at
    assert (found.astimezone(UTC).isoformat() if found else None) == moment


def test_a_wordpress_post_says_so_in_utc() -> None:
    post = {
        "title": {"rendered": "Lamps"},
        "content": {"rendered": "<p>Kent gets £40,000.</p>"},
        "date_gmt": "2021-08-05T09:30:00",
        "modified_gmt": "2021-08-06T10:00:00",
        "link": "https://pcc.example/lamps/",
    }
    assert read(json.dumps(post)).updated_at == datetime(2021, 8, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize("value", ["2021-08-11", "soon", "", None, 5, "2021-13-01T00:00:00Z"])
def test_what_names_no_moment_is_none(value: object) -> None:
    assert read_moment(value) is None


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("<html><body><h1>Lamps</h1><p>Kent gets £40,000 for la", ["cut-off-page"]),
        ("<html><body><h1>Lamps</h1><p>Kent gets lamps.</p></body></html>", []),
        ("<HTML><BODY><h1>Lamps</h1><p>Kent gets lamps.</p></HTML >", []),
        ("<h1>Lamps</h1><p>Kent gets lamps.</p>", []),
    ],
)
def test_a_page_that_ends_too_early_is_a_warning(page: str, codes: list[str]) -> None:
    capture = capture_of(page.encode(), media_type="text/html")
    _, issues = parse(capture, page.encode())
    assert [(issue.code, issue.severity) for issue in issues] == [(code, "warning") for code in codes]
