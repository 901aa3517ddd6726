"""JSON bodies: GOV.UK content items and WordPress posts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from extractors.parse import ParseError
from tests.parse.helpers import article, read

ITEM: dict[str, Any] = {
    "base_path": "/government/news/lamps",
    "title": "£40,000 for lamps",
    "description": "Six parks get lamps.",
    "locale": "en",
    "first_published_at": "2021-08-05T00:01:00+01:00",
    "details": {"body": "<div class='govspeak'><p>Kent gets <strong>£40,000</strong>.</p></div>"},
    "links": {"organisations": [{"title": "Home Office"}, {"title": "Ministry of Justice"}]},
    "withdrawn_notice": {},
}


def as_json(value: Any) -> str:
    return json.dumps(value)


def test_content_item() -> None:
    document = read(as_json(ITEM), media_type="application/json")
    assert document.parser == "govuk-content.v1"
    assert article(document) == ["£40,000 for lamps", "Six parks get lamps.", "Kent gets £40,000."]
    assert document.title == "£40,000 for lamps"
    assert document.published_on == date(2021, 8, 5)
    assert document.publisher == "Home Office, Ministry of Justice"
    assert document.links["canonical"] == "https://www.gov.uk/government/news/lamps"
    assert not document.withdrawn


def test_a_withdrawn_item_is_marked() -> None:
    notice = {"explanation": "<p>Old.</p>", "withdrawn_at": "2022-01-01T00:00:00Z"}
    assert read(as_json(ITEM | {"withdrawn_notice": notice})).withdrawn


def test_the_documents_of_a_publication_are_read() -> None:
    details = {"documents": ["<section><p>Table of grants</p></section>"], "body": "<p>See below.</p>"}
    assert article(read(as_json(ITEM | {"details": details})))[2:] == ["See below.", "Table of grants"]


def test_wordpress_post() -> None:
    post = {
        "title": {"rendered": "Kent&#8217;s <i>new</i> lamps"},
        "content": {"rendered": "<p>Kent gets £40,000.</p>", "protected": False},
        "date_gmt": "2021-08-05T09:30:00",
        "link": "https://pcc.example/lamps/",
    }
    document = read(as_json(post), media_type="application/json")
    assert document.parser == "wordpress-post.v1"
    assert article(document) == ["Kent’s new lamps", "Kent gets £40,000."]
    assert document.title == "Kent’s new lamps"
    assert document.published_on == date(2021, 8, 5)
    assert document.links["canonical"] == "https://pcc.example/lamps/"


def test_a_post_of_one_minute_past_midnight_is_of_that_day() -> None:
    post = {
        "title": {"rendered": "Lamps"},
        "content": {"rendered": "<p>Kent gets £40,000.</p>"},
        "date": "2021-08-05T00:01:00",
        "date_gmt": "2021-08-04T23:01:00",
    }
    assert read(as_json(post)).published_on == date(2021, 8, 5)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"a": 1}, "unknown-json"),
        ([], "unknown-json"),
        (ITEM | {"details": {}}, "no-text"),
        ({"title": {"rendered": "x"}, "content": {"rendered": ""}}, "no-text"),
    ],
)
def test_other_json_is_refused(value: Any, code: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(as_json(value), media_type="application/json")
    assert caught.value.code == code
