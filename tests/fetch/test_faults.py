"""Every fault of a server, and the code that it is recorded under."""

from __future__ import annotations

import gzip
import logging
import zlib

import brotli
import pytest

from raw.fetch.errors import FetchError
from raw.fetch.exchange import Limits
from tests.fetch.conftest import Client
from tests.server.http import Reply, Server, missing, page, redirect, static, zipped

HOST = "news.test"
URL = f"https://{HOST}/a"
PAGE = page("<html><body><p>" + "Sound as a pound. " * 200 + "</p></body></html>")
BOMB = gzip.compress(b"\0" * 40_000_000)


def coded(body: bytes, coding: str) -> Reply:
    return Reply(body=body, headers={"Content-Type": "text/html", "Content-Encoding": coding})


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(body=PAGE.body, fault="reset"), "interrupted-body"),
        (Reply(body=PAGE.body, fault="short"), "interrupted-body"),
        (Reply(body=b"x" * 500, fault="drip"), "too-slow"),
        (Reply(fault="hang"), "too-slow"),
        (Reply(fault="garbage"), "interrupted-body"),
        (coded(BOMB, "gzip"), "decompression-limit"),
        (coded(zlib.compress(b"\0" * 40_000_000), "deflate"), "decompression-limit"),
        (coded(brotli.compress(b"\0" * 40_000_000), "br"), "decompression-limit"),
        (coded(gzip.compress(PAGE.body)[:-40], "gzip"), "interrupted-body"),
        (coded(b"this is no gzip", "gzip"), "bad-encoding"),
        (coded(PAGE.body, "zstd"), "unknown-encoding"),
        (Reply(body=b"x" * 3_000_000), "too-large"),
        (Reply(body=b"x", headers={"Content-Length": "900000000"}, fault="drip"), "too-large"),
        (redirect("/a"), "redirect-loop"),
        (redirect("/b"), "redirect-loop"),
        (redirect("ftp://news.test/a"), "refused-scheme"),
        (redirect("file:///etc/passwd"), "refused-scheme"),
        (redirect("http://[bad"), "bad-url"),
        (missing(403), "not-permitted"),
        (missing(422), "unexpected-status"),
        (missing(503), "server-unavailable"),
        (Reply(status=429), "server-unavailable"),
    ],
)
def test_a_fault_is_named(server: Server, client: Client, reply: Reply, code: str) -> None:
    server.add(HOST, static({"/a": reply, "/b": redirect("/a")}))
    with pytest.raises(FetchError) as caught:
        client.get(URL, limits=Limits(seconds=0.6, attempts=2, max_bytes=2_000_000))
    assert caught.value.code == code


def test_a_wrong_certificate_is_refused(server: Server, client: Client) -> None:
    server.add(HOST, static({"/a": PAGE}))
    server.use_certificate("other.test")
    with pytest.raises(FetchError) as caught:
        client.get(URL)
    assert caught.value.code == "tls-failure"
    assert "certificate" in caught.value.message
    assert server.log == []


def test_a_closed_port_is_no_connection(client: Client) -> None:
    with pytest.raises(FetchError) as caught:
        client.get("http://127.0.0.1:9/a")
    assert caught.value.code == "connection-failed"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "raw deflate"])
def test_codings_are_undone(server: Server, client: Client, coding: str) -> None:
    squeeze = zlib.compressobj(wbits=-15)
    bodies = {
        "gzip": gzip.compress(PAGE.body),
        "deflate": zlib.compress(PAGE.body),
        "br": brotli.compress(PAGE.body),
        "raw deflate": squeeze.compress(PAGE.body) + squeeze.flush(),
    }
    server.add(HOST, static({"/a": coded(bodies[coding], coding.split()[-1])}))
    assert client.get(URL)[0].body == PAGE.body


def test_a_passing_failure_is_tried_again(server: Server, client: Client) -> None:
    replies = [missing(503), Reply(body=PAGE.body, fault="reset"), zipped(PAGE)]
    server.add(HOST, lambda request: missing() if request.path == "/robots.txt" else replies.pop(0))
    (response,) = client.get(URL, limits=Limits(seconds=2, attempts=3))
    assert response.body == PAGE.body
    assert [entry.status for entry in server.requests(HOST)] == [503, 200, 200]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_leads_to_the_final_address(server: Server, client: Client, status: int) -> None:
    server.add(HOST, static({"/a": redirect("/c?x=1", status), "/c": PAGE}))
    (response,) = client.get(URL)
    assert (response.url, response.final_url) == (URL, f"https://{HOST}/c?x=1")


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_an_answer(server: Server, client: Client, status: int) -> None:
    server.add(HOST, static({"/a": missing(status)}))
    assert client.get(URL)[0].status == status


def test_secrets_stay_out_of_records_messages_and_logs(
    server: Server, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "hunter2"
    headers = {**PAGE.headers, "Set-Cookie": f"session={secret}", "X-Api-Key": secret}
    server.add(HOST, static({"/a": Reply(body=PAGE.body, headers=headers), "/b": missing(403)}))
    with caplog.at_level(logging.DEBUG):
        (response,) = client.get(f"https://user:{secret}@{HOST}/a?page=2&access_token={secret}#{secret}")
        with pytest.raises(FetchError) as caught:
            client.get(f"https://{HOST}/b?api_key={secret}")
    assert response.url == f"https://{HOST}/a?page=2"
    assert secret not in repr(response) + repr(caught.value) + caught.value.message + caplog.text
    assert f"access_token={secret}" in server.paths(HOST)[0]


def test_cookies_are_not_kept(server: Server, client: Client) -> None:
    server.add(HOST, static({"/a": Reply(body=PAGE.body, headers={"Set-Cookie": "id=1; Path=/"})}))
    client.get(URL, URL)
    assert all("cookie" not in entry.request.headers for entry in server.log)


def test_the_client_says_who_it_is(server: Server, client: Client) -> None:
    server.add(HOST, static({"/a": PAGE}))
    client.get(URL)
    assert {e.request.headers["user-agent"] for e in server.log} == {"fundtrail/1 (+tests@example.org)"}
