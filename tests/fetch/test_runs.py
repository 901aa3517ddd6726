"""Whole runs of the fetch stage: what is asked for again, what is kept, what is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from flows.sources_job import Pull
from flows.sources_state import read_cursor
from tests.fetch.world import KENT, LIST, NOW, World, article, codes, govuk, kent, listing, url
from tests.server.govuk import HOST, awards_item, news_item
from tests.server.http import Reply, Request, missing, page, redirect


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
