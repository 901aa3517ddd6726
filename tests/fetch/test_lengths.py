"""A Content-Length that is too small: what came behind it is noticed, and never taken for the next answer."""

from __future__ import annotations

import gzip

import pytest

from raw.fetch.errors import FetchError
from raw.fetch.exchange import Limits
from raw.fetch.pace import Pace
from tests.fetch.conftest import Client
from tests.server.http import Reply, Request, Server, Site, missing, page

HOST = "news.test"
PAGE = page("<html><body><p>" + "".join(f"Line {n} of many. " for n in range(4000)) + "</p></body></html>")
OTHER = page("<html><body><p>Another page, and a whole one.</p></body></html>")


def said(reply: Reply, length: int, **more: str) -> Reply:
    headers = {**reply.headers, "Content-Length": str(length), **more}
    return Reply(body=reply.body, headers=headers, fault=reply.fault)


def two_pages(first: Reply) -> Site:
    return lambda request: {"/a": first, "/b": OTHER}.get(request.path, missing())


@pytest.mark.parametrize("scheme", ["https", "http"])
@pytest.mark.parametrize("length", [0, 1, 500, 16_384, 40_000, len(PAGE.body) - 9])
def test_what_comes_behind_the_length_is_noticed(
    server: Server, client: Client, length: int, scheme: str
) -> None:
    host = HOST if scheme == "https" else "plain.test"
    server.add(host, two_pages(said(PAGE, length)))
    with pytest.raises(FetchError) as caught:
        client.get(f"{scheme}://{host}/a", limits=Limits(seconds=2, attempts=2))
    assert caught.value.code == "wrong-length"
    assert f"behind the {length} bytes" in caught.value.message
    assert len(server.requests(host)) == 2


def test_a_packed_body_that_is_cut_is_noticed_too(server: Server, client: Client) -> None:
    packed = Reply(body=gzip.compress(PAGE.body), headers={**PAGE.headers, "Content-Encoding": "gzip"})
    server.add(HOST, two_pages(said(packed, len(packed.body) - 100)))
    with pytest.raises(FetchError) as caught:
        client.get(f"https://{HOST}/a")
    assert caught.value.code == "wrong-length"


@pytest.mark.parametrize("rest", [b"\r\n", b"\n", b"\r\n\r\n"])
def test_empty_lines_behind_a_body_are_forgiven(server: Server, client: Client, rest: bytes) -> None:
    server.add(HOST, two_pages(said(Reply(body=PAGE.body + rest, headers=PAGE.headers), len(PAGE.body))))
    first, second = client.get(f"https://{HOST}/a", f"https://{HOST}/b")
    assert (first.body, second.body) == (PAGE.body, OTHER.body)


def test_what_comes_later_is_not_taken_for_the_next_answer(server: Server, client: Client) -> None:
    """The rest may come when the answer has ended: then nobody can tell, but the connection is not used again."""
    forged = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged"
    half = Reply(body=OTHER.body[: len(forged)] + forged, headers=OTHER.headers, fault="late")
    server.add(HOST, two_pages(said(half, len(forged))))
    # at this pace the second request is made when the rest has come
    first, second = client.get(f"https://{HOST}/a", f"https://{HOST}/b", paces={HOST: Pace(rate=3)})
    assert first.body == OTHER.body[: len(forged)]
    assert second.body == OTHER.body
    assert [entry.request.path for entry in server.requests(HOST)] == ["/a", "/b"]


def test_a_body_of_its_own_length_keeps_the_connection(server: Server, client: Client) -> None:
    ports: set[int] = set()

    def site(request: Request) -> Reply:
        ports.add(request.peer)
        return {"/a": PAGE, "/b": OTHER, "/c": Reply(body=b"", headers=OTHER.headers)}.get(
            request.path, missing()
        )

    server.add(HOST, site)
    first, second, third = client.get(*(f"https://{HOST}/{name}" for name in "abc"))
    assert (first.body, second.body, third.body) == (PAGE.body, OTHER.body, b"")
    assert len(ports) == 1
