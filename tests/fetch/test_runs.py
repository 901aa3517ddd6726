"""Whole runs of the fetch stage: what is asked for, what is kept, what is recorded."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractors.model import Capture
from extractors.sources import catalogue
from extractors.sources.base import Item, Window
from flows import sources
from flows.sources_job import Pull
from flows.sources_state import read_cursor
from flows.stages import Captured
from raw.fetch.client import Fetcher
from raw.store import Store
from tests.fetch.conftest import Client
from tests.server.govuk import HOST, GovUk, awards_item, news_item
from tests.server.http import Reply, Request, Server, missing, page, redirect, static
from tests.server.settings import settings

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
KENT = "www.kent-pcc.gov.uk"
LIST = "/news-menu/press-releases/"


@dataclass
class World:
    """A server, a home and the runs in it."""

    server: Server
    home: Path

    def run(self, *pulls: Pull | str, now: datetime = NOW, **options: Any) -> Captured:
        self.server.log.clear()
        asked = [Pull(source_id=pull) if isinstance(pull, str) else pull for pull in pulls]
        return sources.fetch_sources(asked, settings=settings(self.home, self.server, **options), now=now)

    def captures(self) -> list[Capture]:
        return Store(self.home / "raw" / "data").captures()[0]

    def body(self, capture: Capture) -> bytes:
        return Store(self.home / "raw" / "data").read(capture.capture_id)

    def seen(self, captured: Captured) -> list[str]:
        urls: list[str] = json.loads(captured.seen.read_text(encoding="utf-8"))
        return urls


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with Server() as server:
        yield World(server, tmp_path)


def codes(captured: Captured) -> list[str]:
    return sorted(issue.code for issue in captured.issues)


def govuk(world: World, *, notices: int = 24, newest: datetime = NOW - timedelta(days=2)) -> GovUk:
    site = GovUk(per_second=100_000)
    site.fill(notices, newest=newest)
    world.server.add(HOST, site)
    return site


def article(words: str, *, token: str = "t0", canonical: str | None = None) -> Reply:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return page(
        f"<!doctype html><html><head><title>Grants</title>{link}"
        f'<meta name="csrf" content="{token}"></head><body><nav><a href="/">Home</a></nav>'
        f"<main><h1>Grants for villages</h1><p>9 May 2024</p><p>{words}</p></main>"
        f"<aside class=advert><p>Offer {token}</p></aside><form><input name=token value={token}></form></body></html>"
    )


def listing(*slugs: str) -> Reply:
    links = "".join(f'<li><a href="{LIST}2024/{slug}/">{slug}</a></li>' for slug in slugs)
    return page(f"<!doctype html><html><body><main><ul>{links}</ul></main></body></html>")


def kent(world: World, *slugs: str) -> dict[str, Reply]:
    """Add Kent's site with a listing and articles; return its pages, which may change."""
    pages = {LIST: listing(*slugs)}
    for number, slug in enumerate(slugs):
        pages[f"{LIST}2024/{slug}/"] = article(
            f"The commissioner gives £{number + 1},000 to the village of {slug}."
        )
    world.server.add(KENT, static(pages))
    return pages


def url(slug: str) -> str:
    return f"https://{KENT}{LIST}2024/{slug}/"


def test_a_second_run_asks_conditionally_and_keeps_nothing(world: World) -> None:
    govuk(world)
    first = world.run("govuk-news")
    assert (first.new, first.unchanged, codes(first)) == (24, 0, [])
    assert not any(entry.is_conditional for entry in world.server.log)
    second = world.run("govuk-news")
    assert (second.new, second.unchanged, codes(second)) == (0, 24, [])
    assert all(entry.is_conditional for entry in world.server.log)
    assert {entry.status for entry in world.server.log} == {304}
    assert len(world.captures()) == 24
    assert world.seen(first) == world.seen(second)


def test_an_edited_item_is_a_new_version_under_the_same_address(world: World) -> None:
    site = govuk(world)
    world.run("govuk-news")
    item = news_item(3, day=NOW - timedelta(days=3))
    item["details"]["body"] = "<p>The 3rd bridge cost £4 million.</p>"
    site.put(item)
    assert world.run("govuk-news").new == 1
    versions = [c for c in world.captures() if c.url.endswith("/notice-3")]
    assert len(versions) == 2
    assert [b"cost" in world.body(capture) for capture in versions] == [False, True]
    assert {capture.final_url for capture in versions} == {
        f"https://{HOST}/api/content/government/news/notice-3"
    }


def test_old_items_are_not_asked_for_again_unless_the_listing_says_that_they_changed(world: World) -> None:
    site = govuk(world, notices=30, newest=NOW - timedelta(days=2))
    site.put(awards_item())
    since = date(2021, 8, 1)
    world.run(Pull(source_id="govuk-news", since=since))
    world.run(Pull(source_id="govuk-news", since=since), now=NOW)
    old = "/api/content" + awards_item()["base_path"]
    assert old in world.server.paths(HOST)
    world.run("govuk-news")
    assert old not in world.server.paths(HOST)
    edited = awards_item()
    edited["public_updated_at"] = (NOW - timedelta(hours=1)).isoformat()
    edited["details"]["body"] = edited["details"]["body"].replace("£538,100", "£548,100")
    site.put(edited)
    assert world.run("govuk-news").new == 1
    assert old in world.server.paths(HOST)


def test_a_page_that_changes_its_token_and_advert_is_the_same_version(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar")
    assert world.run("pcc-kent").new == 3
    pages[f"{LIST}2024/ash/"] = article("The commissioner gives £1,000 to the village of ash.", token="t1")
    assert (world.run("pcc-kent").new, len(world.captures())) == (0, 3)
    pages[f"{LIST}2024/ash/"] = article("The commissioner gives £7,000 to the village of ash.", token="t2")
    assert (world.run("pcc-kent").new, len(world.captures())) == (1, 4)


def test_a_page_that_returns_to_its_old_words_is_a_version_again(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar")
    first = pages[f"{LIST}2024/ash/"]
    world.run("pcc-kent")
    pages[f"{LIST}2024/ash/"] = article("The commissioner gives nothing.")
    world.run("pcc-kent")
    pages[f"{LIST}2024/ash/"] = first
    world.run("pcc-kent")
    versions = [c.capture_id for c in world.captures() if c.url == url("ash")]
    assert len(versions) == 3
    assert versions[0] == versions[2] != versions[1]


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_vanishes_is_marked_once_and_comes_back(world: World, status: int) -> None:
    pages = kent(world, "ash", "birch", "cedar", "dill")
    world.run("pcc-kent")
    kept = pages.pop(f"{LIST}2024/dill/")
    pages[f"{LIST}2024/dill/"] = missing(status)
    pages[LIST] = listing("ash", "birch", "cedar")
    assert codes(world.run("pcc-kent")) == ["document-gone"]
    assert codes(world.run("pcc-kent")) == []
    pages[f"{LIST}2024/dill/"] = kept
    assert world.run("pcc-kent").new == 1
    assert [c.http_status for c in world.captures() if c.url == url("dill")] == [200, status, 200]


def test_a_redirect_and_a_canonical_link_lead_to_one_document(world: World) -> None:
    pages = kent(world, "ash", "old-ash", "printed-ash", "birch")
    pages[f"{LIST}2024/old-ash/"] = redirect(url("ash"))
    pages[f"{LIST}2024/ash/"] = article("One thousand.", canonical=url("ash"))
    pages[f"{LIST}2024/printed-ash/"] = article("One thousand, printed.", canonical=f"{LIST}2024/ash/")
    captured = world.run("pcc-kent")
    assert sorted({c.url for c in world.captures()}) == [url("ash"), url("birch")]
    assert codes(captured) == []
    assert world.run("pcc-kent").new == 0


def test_a_canonical_link_to_another_site_is_not_believed(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar")
    pages[f"{LIST}2024/ash/"] = article("One.", canonical="https://evil.example.org/news")
    pages[f"{LIST}2024/birch/"] = article("Two.", canonical=f"https://{KENT}/")
    world.run("pcc-kent")
    assert sorted(c.url for c in world.captures()) == [url("ash"), url("birch"), url("cedar")]


def test_a_layout_that_changes_overnight_keeps_the_last_good_data(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar")
    world.run("pcc-kent")
    before = world.captures()
    pages[LIST] = page("<html><body><div id=app></div><script src=/app.js></script></body></html>")
    captured = world.run("pcc-kent")
    (issue,) = captured.issues
    assert (issue.code, issue.severity, issue.stage) == ("layout-changed", "error", "discover")
    assert "a[href]" in issue.message and issue.url == f"https://{KENT}{LIST}"
    assert world.captures() == before
    assert read_cursor(world.home / "raw" / "data", "pcc-kent").problem == "layout-changed"


def test_a_listing_that_shrinks_below_what_is_expected_keeps_nothing(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar")
    pages[LIST] = listing("ash", "new")
    captured = world.run("pcc-kent")
    (issue,) = captured.issues
    assert issue.code == "fewer-than-expected"
    assert "2 documents listed where at least 3 are expected" in issue.message
    assert world.captures() == []


def test_one_bad_page_among_good_ones_is_an_issue(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar", "dill", "elm", "fern")
    pages[f"{LIST}2024/ash/"] = missing(403)
    pages[f"{LIST}2024/birch/"] = page(b"\x89PNG\r\n\x1a\n", kind="text/html")
    pages[f"{LIST}2024/cedar/"] = redirect("http://169.254.169.254/latest/")
    pages[f"{LIST}2024/dill/"] = Reply(body=b"<html>" + b"x" * 100, fault="short")
    pages[f"{LIST}2024/elm/"] = missing(404)
    captured = world.run("pcc-kent")
    assert codes(captured) == [
        "interrupted-body",
        "listed-but-missing",
        "not-permitted",
        "refused-address",
        "unexpected-content",
    ]
    assert [c.url for c in world.captures()] == [url("fern")]
    stored = [path for path in (world.home / "raw" / "data" / "blobs").rglob("*") if path.is_file()]
    assert len(stored) == 1


def test_links_to_other_hosts_are_left_alone(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar")
    more = f'<a href="https://169.254.169.254{LIST}2024/x/">x</a><a href="https://other.example.org{LIST}2024/y/">y</a>'
    shown = listing("ash", "birch", "cedar")
    pages[LIST] = replace(shown, body=shown.body.replace(b"</ul>", more.encode() + b"</ul>"))
    assert world.run("pcc-kent").new == 3
    assert {entry.request.host for entry in world.server.log} == {KENT}


def test_what_robots_forbid_is_recorded_and_left(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar")
    pages["/robots.txt"] = page(f"User-agent: *\nDisallow: {LIST}2024/ash/", kind="text/plain")
    captured = world.run("pcc-kent")
    assert captured.new == 2
    (issue,) = captured.issues
    assert (issue.code, issue.severity, issue.url) == ("robots-disallowed", "warning", url("ash"))


def test_an_api_that_refuses_a_parameter_says_so(world: World) -> None:
    govuk(world)
    refusing = world.server.sites[HOST]

    def site(request: Request) -> Reply:
        spoiled = (
            replace(request, target=request.target + "&nonsense=1") if "search" in request.path else request
        )
        return refusing(spoiled)

    world.server.add(HOST, site)
    (issue,) = world.run("govuk-news").issues
    assert (issue.code, issue.stage) == ("unexpected-status", "discover")
    assert "422" in issue.message


def test_wordpress_without_its_api_is_read_from_the_feed(world: World) -> None:
    host = "www.thamesvalley-pcc.gov.uk"
    stamp = "Thu, 26 Feb 2026 10:30:00 +0000"
    items = "".join(
        f"<item><link>https://{host}/news/{n}/</link><pubDate>{stamp}</pubDate></item>" for n in "ab"
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
    pages = {
        "/wp-json/wp/v2/posts": missing(403),
        "/feed/": page(feed, kind="application/rss+xml"),
        "/news/a/": article("A."),
        "/news/b/": article("B."),
    }

    def site(request: Request) -> Reply:
        past_the_end = request.path == "/feed/" and request.query
        return missing() if past_the_end else pages.get(request.path, missing())

    world.server.add(host, site)
    captured = world.run("pcc-thames-valley")
    assert (captured.new, codes(captured)) == (2, ["way-closed"])
    assert sorted(c.url for c in world.captures()) == [f"https://{host}/news/a/", f"https://{host}/news/b/"]


def test_wordpress_posts_are_kept_under_the_address_that_readers_use(world: World) -> None:
    host = "www.thamesvalley-pcc.gov.uk"
    post = {
        "id": 7,
        "link": f"https://{host}/grants/",
        "modified_gmt": "2026-02-20T09:00:00",
        "date_gmt": "2026-02-20T09:00:00",
        "title": {"rendered": "Grants"},
        "content": {"rendered": "<p>£5,000 for Reading.</p>"},
    }
    kind = "application/json; charset=UTF-8"
    shown = page(json.dumps([post] * 1), kind=kind)
    world.server.add(
        host,
        static({"/wp-json/wp/v2/posts": shown, "/wp-json/wp/v2/posts/7": page(json.dumps(post), kind=kind)}),
    )
    assert world.run("pcc-thames-valley").new == 1
    (capture,) = world.captures()
    assert (capture.url, capture.final_url) == (post["link"], f"https://{host}/wp-json/wp/v2/posts/7")


def test_a_feed_a_sitemap_and_a_page_by_their_urls(world: World) -> None:
    host = "council.example.org"
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/></entry></feed>'
    sitemap = f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://{host}/b</loc></url></urlset>"
    world.server.add(
        host,
        static(
            {
                "/feed": page(feed, kind="application/atom+xml"),
                "/sitemap.xml": page(sitemap, kind="text/xml"),
                "/a": article("A"),
                "/b": article("B"),
                "/c": article("C"),
            }
        ),
    )
    urls = tuple(f"https://{host}{path}" for path in ("/feed", "/sitemap.xml", "/c"))
    captured = world.run(Pull(source_id="web", urls=urls))
    assert (captured.new, codes(captured)) == (3, [])
    assert sorted(c.url for c in world.captures()) == [f"https://{host}{path}" for path in ("/a", "/b", "/c")]
    assert Counter(world.server.paths(host))["/c"] == 1


def test_the_cap_stops_a_run_and_the_next_goes_on(world: World) -> None:
    govuk(world, notices=50)
    asked: Counter[str] = Counter()
    for new in (20, 20, 10):
        captured = world.run(Pull(source_id="govuk-news", cap=20))
        assert captured.new == new
        asked.update(path for path in world.server.paths(HOST) if "/content/" in path)
    assert codes(captured) == []
    assert len(asked) == 50
    assert set(asked.values()) == {1}


def test_publications_bring_their_attachments(world: World) -> None:
    site = govuk(world, notices=0)
    item = awards_item()
    base = "/government/publications/allocations"
    stamp = (NOW - timedelta(days=5)).isoformat()
    item.update(
        base_path=base, document_type="transparency", public_updated_at=stamp, first_published_at=stamp
    )
    file = "https://assets.publishing.service.gov.uk/media/1/allocations.csv"
    item["details"]["attachments"] = [
        {"attachment_type": "file", "content_type": "text/csv", "id": "a", "url": file},
        {"attachment_type": "html", "id": "b", "url": f"{base}/notes"},
    ]
    notes = {
        **awards_item(),
        "base_path": f"{base}/notes",
        "content_id": "b",
        "document_type": "html_publication",
    }
    for number in range(5):
        other = awards_item()
        other.update(base_path=f"/government/publications/{number}", public_updated_at=stamp)
        other["document_type"] = "transparency"
        site.put(other)
    site.put(item)
    site.put(notes)
    table = page("Area,Award (£)\nKent,1000\nGwent,2000\n", kind="text/csv")
    world.server.add("assets.publishing.service.gov.uk", static({"/media/1/allocations.csv": table}))
    captured = world.run("govuk-publications")
    assert codes(captured) == []
    found = {c.url: c.media_type for c in world.captures()}
    assert found[file] == "text/csv"
    assert f"https://{HOST}{base}/notes" in found
    assert len(found) == 8


def test_a_moved_item_is_followed(world: World) -> None:
    site = govuk(world)
    target = news_item(3, day=NOW - timedelta(days=3))
    place = "/government/news/new-place"
    moved = {**target, "document_type": "redirect", "redirects": [{"path": "/x", "destination": place}]}
    site.put(moved)
    site.put({**target, "base_path": place, "links": {"organisations": []}})
    world.run("govuk-news")
    urls = [c.url for c in world.captures()]
    assert f"https://{HOST}{place}" in urls
    assert f"https://{HOST}/government/news/notice-3" not in urls


def test_no_secret_of_a_named_url_is_kept_anywhere(world: World) -> None:
    world.server.add("council.example.org", static({"/a": article("A"), "/b": missing(403)}))
    urls = tuple(f"https://council.example.org{path}?token=hunter2" for path in ("/a", "/b"))
    captured = world.run(Pull(source_id="web", urls=urls))
    assert captured.new == 1
    everything = [path.read_bytes() for path in world.home.rglob("*") if path.is_file()]
    assert not any(b"hunter2" in content for content in everything)
    assert "hunter2" not in repr(captured.issues)


def test_what_fails_in_passing_is_asked_for_again_at_the_end_and_in_the_next_run(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar", "dill")
    good = pages[f"{LIST}2024/ash/"]
    refused = [missing(503)] * 4  # three attempts, and one of the last round

    def site(request: Request) -> Reply:
        if request.path == f"{LIST}2024/ash/" and refused:
            return refused.pop()
        return pages.get(request.path, missing())

    world.server.add(KENT, site)
    captured = world.run("pcc-kent")
    assert (captured.new, codes(captured)) == (4, [])

    pages[f"{LIST}2024/elm/"] = missing(503)
    pages[LIST] = listing("ash", "birch", "cedar", "dill", "elm")
    captured = world.run("pcc-kent")
    assert (captured.new, codes(captured)) == (0, ["server-unavailable"])
    pages[LIST] = listing("ash", "birch", "cedar", "dill")
    pages[f"{LIST}2024/elm/"] = replace(good, body=good.body.replace(b"ash", b"elm"), headers={})
    captured = world.run("pcc-kent")
    assert (captured.new, codes(captured)) == (1, [])
    assert url("elm") in {c.url for c in world.captures()}
    assert read_cursor(world.home / "raw" / "data", "pcc-kent").owed == {}


def test_ten_thousand_items_are_paged_to_the_end(world: World, client: Client) -> None:
    site = GovUk(per_second=100_000)
    site.fill(10_000, newest=NOW, step=timedelta(minutes=5))
    world.server.add(HOST, site)
    client.server = world.server
    (way,) = catalogue.find("govuk-news")[0].ways

    async def walk(fetcher: Fetcher) -> tuple[int, list[Item]]:
        (place,) = way.starts(Window(since=date(2026, 1, 1), until=date(2026, 3, 1)))
        items: list[Item] = []
        pages = 0
        following: str | None = place
        while following:
            listing = way.discover((await fetcher.get_page(following)).body, following)
            items += listing.items
            pages, following = pages + 1, listing.next_page
        return pages, items

    pages, items = client.run(walk)
    assert (pages, len(items), len({item.url for item in items})) == (100, 10_000, 10_000)
    changed = [item.changed_at for item in items]
    assert changed == sorted(changed, reverse=True)
    assert {entry.status for entry in world.server.requests(HOST)} == {200}
