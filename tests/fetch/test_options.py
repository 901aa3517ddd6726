"""What an operator sets for a source: organisations, words, and URLs to follow without writing a source."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from flows.inputs import InputError, job_of
from flows.settings import Settings
from flows.sources import make_fetcher
from flows.sources_job import Pull
from raw.fetch.cache import Kept, PageCache
from tests.fetch.world import NOW, World, article, codes, govuk
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


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"govuk_news": {"organisations": "home-office"}}, "a source 'govuk_news' that there is not"),
        ({"govuk-news": {"organizations": "home-office"}}, "no option organizations; it has organisations"),
        ({"apcc": {"words": "x"}}, "no option words; it has none"),
    ],
)
def test_an_option_that_is_none_is_refused(
    tmp_path: Path, options: dict[str, dict[str, str]], words: str
) -> None:
    with pytest.raises(InputError, match=words):
        job_of(["govuk-news"], samples=tmp_path, options=options)


def test_no_setting_makes_a_nuisance_of_the_fetcher(tmp_path: Path) -> None:
    pull = Pull(source_id="govuk-news")
    for factor, loopback, rate in (
        (0.5, False, 3.0),
        (1.0, False, 6.0),
        (1000.0, False, 10.0),
        (2.0, True, 12.0),
    ):
        chosen = Settings(home=tmp_path, rate_factor=factor, allow_loopback=loopback)

        async def pace(chosen: Settings = chosen) -> float:
            async with make_fetcher(chosen, [pull]) as fetcher:
                return fetcher.gate(f"https://{HOST}/a").pace.rate

        assert asyncio.run(pace()) == rate


def test_listings_that_nobody_asks_for_any_more_are_not_kept(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    for name in ("old", "used", "new"):
        kept = Kept(headers={"etag": f'"{name}"'}, final_url=f"https://{HOST}/{name}", body=b"words")
        cache.put(f"https://{HOST}/{name}", kept)
    past = (NOW - timedelta(days=40)).timestamp()
    for path in list(tmp_path.iterdir()):
        os.utime(path, (past, past))
    assert cache.get(f"https://{HOST}/used") is not None
    cache.put(f"https://{HOST}/new", kept)
    assert cache.sweep(NOW - timedelta(days=30)) == 1
    assert cache.get(f"https://{HOST}/old") is None
    assert cache.get(f"https://{HOST}/used") is not None
