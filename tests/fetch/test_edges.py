"""Runs at their edges: servers that ask for patience, notices of withdrawal, hostile addresses, unknown authorities."""

from __future__ import annotations

import json
import re
import ssl

import pytest

from extractors.sources.reading import read
from flows.sources_job import Pull
from raw.fetch.errors import FetchError
from tests.fetch.conftest import Client
from tests.fetch.world import KENT, LIST, NOW, World, article, codes, govuk, kent
from tests.server.govuk import HOST, GovUk, awards_item, news_item
from tests.server.http import Reply, Request, Server, missing, page, static


def test_a_server_that_asks_for_patience_gets_it_and_every_document_comes(world: World) -> None:
    site = GovUk(per_second=8)
    site.fill(24, newest=NOW)
    world.server.add(HOST, site)
    captured = world.run("govuk-news")
    assert (captured.new, codes(captured)) == (24, [])
    assert site.refused > 0
    # what was on its way when the server asked for a second is answered; then nobody asks for that second
    log = world.server.requests(HOST)
    for refused in (entry for entry in log if entry.status == 429):
        soon = [e for e in log if refused.request.at < e.request.at < refused.request.at + 0.9]
        assert len(soon) <= 8
    served = [
        entry.request.path for entry in log if entry.status == 200 and "/content/" in entry.request.path
    ]
    assert len(served) == len(set(served)) == 24


def test_a_withdrawn_item_is_a_version_that_says_so_and_the_words_stay(world: World) -> None:
    site = govuk(world)
    world.run("govuk-news")
    item = news_item(3, day=NOW)
    item["withdrawn_notice"] = {
        "explanation": "<p>The bridge is gone.</p>",
        "withdrawn_at": "2026-02-28T09:00:00Z",
    }
    site.put(item)
    captured = world.run("govuk-news")
    assert (captured.new, codes(captured)) == (1, [])
    versions = [capture for capture in world.captures() if capture.url.endswith("/notice-3")]
    assert [b'"withdrawn_at"' in world.body(capture) for capture in versions] == [False, True]


def test_a_new_line_of_the_change_history_is_a_version(world: World) -> None:
    site = govuk(world)
    world.run("govuk-news")
    item = news_item(3, day=NOW)
    note = {"public_timestamp": NOW.isoformat(), "note": "Corrected the name of the bridge."}
    item["details"]["change_history"].append(note)
    site.put(item)
    assert world.run("govuk-news").new == 1


def test_no_file_is_named_after_an_address(world: World) -> None:
    host = "council.example.org"
    paths = [
        "/%2e%2e/%2e%2e/etc/passwd",
        "/a/..%2f..%2fevil",
        "/con",
        "/x" * 300,
        "/a%00b",
        "/%F0%9F%98%80?q=;rm",
    ]
    world.server.add(
        host, lambda request: static({})(request) if "robots" in request.path else article(request.path)
    )
    world.run(Pull(source_id="web", urls=tuple(f"https://{host}{path}" for path in paths)))
    assert len(world.captures()) == len(paths)
    own = re.compile(
        r"[0-9a-f]{2}|[0-9a-f]{64}|web\.json|manifest\.jsonl|seen-[0-9a-f]+\.json|authority\.pem"
    )
    folders = {"raw", "data", "blobs", "pages", "cursors", "warehouse", "work"}
    names = {path.name for path in world.home.rglob("*")}
    assert [name for name in names if not own.fullmatch(name) and name not in folders] == []


def test_an_unknown_authority_is_not_trusted(server: Server, client: Client) -> None:
    server.add("news.test", static({"/a": page("<p>Hello</p>")}))
    with pytest.raises(FetchError) as caught:
        client.get("https://news.test/a", ssl_context=ssl.create_default_context())
    assert caught.value.code == "tls-failure"
    assert server.log == []


def test_a_listing_behind_a_login_is_recorded_and_left(world: World) -> None:
    pages = kent(world, "ash", "birch", "cedar")
    pages[LIST] = missing(401)
    captured = world.run("pcc-kent")
    assert [(issue.code, issue.stage) for issue in captured.issues] == [("not-permitted", "discover")]
    assert {entry.request.path for entry in world.server.requests(KENT)} == {LIST}


def test_asking_past_the_last_page_of_a_wordpress_site_is_its_end(world: World) -> None:
    host = "www.thamesvalley-pcc.gov.uk"
    api = "/wp-json/wp/v2/posts"
    stamp = "2026-02-20T09:00:00"
    posts = [{"id": n, "link": f"https://{host}/news-{n}/", "modified_gmt": stamp} for n in range(100)]
    kind = "application/json; charset=UTF-8"
    refusal = {"code": "rest_post_invalid_page_number", "message": "Past the end.", "data": {"status": 400}}

    def site(request: Request) -> Reply:
        if request.path == api:
            if dict(request.query)["page"] == "1":
                return page(json.dumps(posts), kind=kind)
            return Reply(status=400, body=json.dumps(refusal).encode(), headers={"Content-Type": kind})
        if request.path.startswith(api):
            number = int(request.path.rpartition("/")[2])
            words = {"rendered": f"<p>Grant {number} of £{number},000.</p>"}
            return page(
                json.dumps({**posts[number], "title": {"rendered": "Grant"}, "content": words}), kind=kind
            )
        return missing()

    world.server.add(host, site)
    captured = world.run("pcc-thames-valley")
    assert (captured.new, codes(captured)) == (100, [])
    assert [entry.status for entry in world.server.requests(host) if entry.request.path == api] == [200, 400]


def test_a_file_has_the_title_and_the_day_that_its_publication_gives_it(world: World) -> None:
    site = govuk(world, notices=0)
    table = page("Area,Award (£)\nKent,1000\nGwent,2000\n", kind="text/csv")
    host = "assets.publishing.service.gov.uk"
    world.server.add(host, static({"/media/1/allocations.csv": table}))
    for number in range(5):
        item = {
            **awards_item(),
            "base_path": f"/government/publications/{number}",
            "content_id": f"id-{number}",
        }
        item |= {"document_type": "transparency", "public_updated_at": NOW.isoformat()}
        site.put(item)
    file = {
        "attachment_type": "file",
        "content_type": "text/csv",
        "id": "a",
        "title": " Allocations by area ",
    }
    item["details"]["attachments"] = [{**file, "url": f"https://{host}/media/1/allocations.csv"}]
    site.put(item)
    assert world.run("govuk-publications").new == 6
    (capture,) = [one for one in world.captures() if one.url.endswith(".csv")]
    document, _ = read(capture, world.body(capture))
    assert (document.title, str(document.published_on)) == ("Allocations by area", "2021-08-11")
    assert world.run("govuk-publications").new == 0
