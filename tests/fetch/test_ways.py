"""The ways to a source's documents: APIs, feeds, sitemaps, attachments, caps, paging."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

from extractors.sources import catalogue
from extractors.sources.base import Item, Window
from flows.sources_job import Pull
from raw.fetch.client import Fetcher
from tests.fetch.conftest import Client
from tests.fetch.world import KENT, LIST, NOW, World, article, codes, govuk
from tests.server.govuk import HOST, GovUk, awards_item, news_item
from tests.server.http import Reply, Request, Site, missing, page, static


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


def dated(*, pages: int, per_page: int, newest: datetime, endless: bool = False) -> Site:
    """A news page with dated entries, one a day, and a link to the next page."""

    def answer(request: Request) -> Reply:
        if not request.path.startswith("/news-menu/press-releases/"):
            return missing()
        if request.path != LIST:
            return article(f"Words of {request.path}.")
        number = int(dict(request.query).get("p", "1"))
        first = 0 if endless else (number - 1) * per_page
        days = [newest - timedelta(days=n) for n in range(first, first + per_page)]
        entries = "".join(
            f'<li><a href="{LIST}2025/n{day:%Y%m%d}/">n</a><span>{day:%d/%m/%Y}</span></li>' for day in days
        )
        onward = f'<a rel="next" href="{LIST}?p={number + 1}">Next</a>' if endless or number < pages else ""
        return page(f"<html><body><ul>{entries}</ul>{onward}</body></html>")

    return answer


def test_paging_ends_with_the_window(world: World) -> None:
    world.server.add(KENT, dated(pages=50, per_page=10, newest=NOW - timedelta(days=1)))
    captured = world.run("pcc-kent")
    assert captured.new == 60
    assert [path for path in world.server.paths(KENT) if path.startswith(LIST + "?")] == [
        f"{LIST}?p={number}" for number in range(2, 8)
    ]


def test_newer_pages_than_the_window_are_passed_over(world: World) -> None:
    world.server.add(KENT, dated(pages=50, per_page=10, newest=NOW - timedelta(days=1)))
    window = {"since": NOW.date() - timedelta(days=40), "until": NOW.date() - timedelta(days=25)}
    assert world.run(Pull(source_id="pcc-kent", **window)).new == 16


def test_paging_stops_at_the_first_page_with_nothing_new(world: World) -> None:
    world.server.add(KENT, dated(pages=50, per_page=10, newest=NOW - timedelta(days=1)))
    world.run("pcc-kent")
    world.server.add(KENT, dated(pages=50, per_page=10, newest=NOW))
    later = world.run("pcc-kent", now=NOW + timedelta(days=1))
    listings = [path for path in world.server.paths(KENT) if path.split("?")[0] == LIST]
    assert (later.new, listings) == (1, [LIST, f"{LIST}?p=2"])


def test_a_listing_that_never_ends_is_left(world: World) -> None:
    world.server.add(KENT, dated(pages=1, per_page=5, newest=NOW - timedelta(days=1), endless=True))
    assert world.run("pcc-kent").new == 5
    assert len([path for path in world.server.paths(KENT) if path.split("?")[0] == LIST]) == 2


def test_what_a_closed_way_listed_is_taken_from_the_next(world: World) -> None:
    host = "safelives.org.uk"
    post = {"id": 7, "link": f"https://{host}/news-views/a/", "modified_gmt": "2026-02-20T09:00:00"}
    links = "".join(f'<li><a href="/news-views/{slug}/">{slug}</a></li>' for slug in "abc")
    pages = {
        "/wp-json/wp/v2/posts": page(json.dumps([post]), kind="application/json"),
        "/news-views/": page(f"<html><body><ul>{links}</ul></body></html>"),
        **{f"/news-views/{slug}/": article(f"Words of {slug}.") for slug in "abc"},
    }
    world.server.add(host, static(pages))
    captured = world.run("safelives")
    assert (captured.new, codes(captured)) == (3, ["way-closed"])
