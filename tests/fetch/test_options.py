"""What an operator sets for a source: organisations, words, and URLs to follow without writing a source."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from flows.inputs import InputError, job_of
from tests.fetch.world import World, article, codes, govuk
from tests.server.govuk import HOST
from tests.server.http import page, static


def asked(world: World, name: str) -> list[str]:
    """Return the values of a parameter of the first search."""
    target = next(path for path in world.server.paths(HOST) if "/search.json" in path)
    return [value for key, value in parse_qsl(urlsplit(target).query) if key == name]


def test_news_of_any_organisation(world: World) -> None:
    govuk(world)
    options = {"govuk-news": {"organisations": "home-office, department-for-transport"}}
    assert world.run("govuk-news", source_options=options).new == 24
    assert asked(world, "filter_organisations") == ["home-office", "department-for-transport"]
    world.run("govuk-news")
    assert asked(world, "filter_organisations") == [
        "home-office",
        "ministry-of-justice",
        "prime-ministers-office-10-downing-street",
        "hm-treasury",
    ]


def test_publications_by_other_words(world: World) -> None:
    govuk(world)
    world.run("govuk-publications", source_options={"govuk-publications": {"words": "youth justice"}})
    assert asked(world, "q") == ["youth justice"]


def test_feeds_and_pages_that_are_followed_by_a_setting(world: World) -> None:
    host = "council.example.org"
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/></entry></feed>'
    pages = {
        "/feed": page(feed, kind="application/atom+xml"),
        "/a": article("A."),
        "/b": article("B."),
    }
    world.server.add(host, static(pages))
    options = {"web": {"urls": f"https://{host}/feed  https://{host}/b"}}
    captured = world.run("web", source_options=options)
    assert (captured.new, codes(captured)) == (2, [])
    again = world.run("web", source_options=options)
    assert (again.new, again.unchanged, codes(again)) == (0, 2, [])


def test_the_source_of_urls_needs_some(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="FUNDTRAIL_SOURCE_OPTIONS"):
        job_of(["web"], samples=tmp_path)
    options = {"web": {"urls": "https://council.example.org/feed"}}
    assert [pull.source_id for pull in job_of(["web"], samples=tmp_path, options=options).pulls] == ["web"]
    (pull,) = job_of(["web", "https://council.example.org/a"], samples=tmp_path).pulls
    assert pull.urls == ("https://council.example.org/a",)
