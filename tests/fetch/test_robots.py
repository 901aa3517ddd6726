"""robots.txt: obeyed, its reason recorded, unreachable means no."""

from __future__ import annotations

import pytest

from raw.fetch.errors import FetchError
from raw.fetch.pace import Pace
from tests.fetch.conftest import Client
from tests.server.http import Reply, Request, Server, missing, page, redirect, static

HOST = "news.test"
PAGE = page("<p>Hello</p>")


def robots(text: str) -> Reply:
    return page(text, kind="text/plain")


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/a", False),
        ("User-agent: *\nDisallow: /private/", "/public/a", True),
        ("User-agent: fundtrail\nDisallow: /\n\nUser-agent: *\nDisallow:", "/public/a", False),
        ("User-agent: other\nDisallow: /", "/public/a", True),
        ("User-agent: *\nDisallow: /*/print$", "/public/print", False),
        ("User-agent: *\nDisallow: /\nAllow: /public/", "/public/a", True),
        ("<html>not a robots file</html>", "/public/a", True),
        ("", "/public/a", True),
    ],
)
def test_the_rules_are_obeyed(server: Server, client: Client, text: str, path: str, allowed: bool) -> None:
    server.add(HOST, static({"/robots.txt": robots(text), path: PAGE}))
    if allowed:
        assert client.get(f"https://{HOST}{path}")[0].status == 200
        return
    with pytest.raises(FetchError) as caught:
        client.get(f"https://{HOST}{path}")
    assert caught.value.code == "robots-disallowed"
    assert "robots.txt forbids" in caught.value.message
    assert server.paths(HOST) == []


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [
        (missing(404), True),
        (missing(403), True),
        (missing(500), False),
        (Reply(fault="hang"), False),
        (redirect("/other.txt"), True),
    ],
)
def test_a_missing_file_allows_and_an_unreachable_one_forbids(
    server: Server, client: Client, reply: Reply, allowed: bool
) -> None:
    server.add(HOST, static({"/robots.txt": reply, "/a": PAGE}))
    if allowed:
        assert client.get(f"https://{HOST}/a")[0].status == 200
        return
    with pytest.raises(FetchError) as caught:
        client.get(f"https://{HOST}/a")
    assert caught.value.code == "robots-unreachable"


def test_it_is_asked_once_a_run_and_conditionally_in_the_next(server: Server, client: Client) -> None:
    server.add(HOST, static({"/robots.txt": robots("User-agent: *\nDisallow: /x"), "/a": PAGE, "/b": PAGE}))
    client.get(f"https://{HOST}/a", f"https://{HOST}/b")
    client.get(f"https://{HOST}/a")
    asked = [entry for entry in server.log if entry.request.path == "/robots.txt"]
    assert [(entry.status, entry.is_conditional) for entry in asked] == [(200, False), (304, True)]
    with pytest.raises(FetchError, match="forbids"):
        client.get(f"https://{HOST}/x")


def test_each_host_of_a_redirect_has_its_own_rules(server: Server, client: Client) -> None:
    server.add(HOST, static({"/a": redirect("https://other.test/b")}))
    server.add("other.test", static({"/robots.txt": robots("User-agent: *\nDisallow: /b"), "/b": PAGE}))
    with pytest.raises(FetchError) as caught:
        client.get(f"https://{HOST}/a")
    assert caught.value.code == "robots-disallowed"


def test_no_more_at_once_than_the_pace_allows(server: Server, client: Client) -> None:
    import asyncio

    def site(request: Request) -> Reply:
        return missing() if request.path == "/robots.txt" else Reply(body=b"x" * 8, fault="drip")

    server.add(HOST, site)

    async def many(fetcher: object) -> None:
        urls = [f"https://{HOST}/{number}" for number in range(8)]
        await asyncio.gather(*(fetcher.get(url) for url in urls), return_exceptions=True)  # type: ignore[attr-defined]

    client.run(many, paces={HOST: Pace(rate=1000, concurrency=3)})
    assert len(server.requests(HOST)) >= 8
    assert max(entry.at_once for entry in server.log) == 3
