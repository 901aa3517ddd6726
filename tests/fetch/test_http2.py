"""HTTP/2, with a server that speaks nothing else."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import h2.config
import h2.connection
import h2.events
import pytest
import trustme

from raw.fetch.addresses import Guard
from raw.fetch.client import Fetcher, Response
from raw.fetch.errors import FetchError
from raw.fetch.exchange import Limits
from raw.fetch.pace import Pace

HOST = "two.test"
BODY = b"<html><body><p>" + b"Two by two. " * 400 + b"</p></body></html>"


class Connection:
    """Answers each stream: /a with a page, /cut with half of one and a reset, /less and /more with a wrong length."""

    def __init__(self, seen: list[str]) -> None:
        self.seen = seen
        self.http = h2.connection.H2Connection(
            h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        )

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.http.initiate_connection()
        writer.write(self.http.data_to_send())
        while data := await reader.read(65536):
            for event in self.http.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    self._answer(event)
            writer.write(self.http.data_to_send())
            await writer.drain()
        writer.close()

    def _answer(self, event: h2.events.RequestReceived) -> None:
        path = dict(event.headers)[":path"]
        self.seen.append(path)
        stream = event.stream_id
        if path == "/robots.txt":
            self.http.send_headers(stream, [(":status", "404")], end_stream=True)
            return
        length = str(len(BODY) + {"/less": -20, "/more": 20}.get(path, 0))
        self.http.send_headers(
            stream, [(":status", "200"), ("content-type", "text/html"), ("content-length", length)]
        )
        if path == "/cut":
            self.http.send_data(stream, BODY[:100])
            self.http.reset_stream(stream)
            return
        self.http.send_data(stream, BODY, end_stream=True)


@asynccontextmanager
async def server(authority: trustme.CA, seen: list[str]) -> AsyncIterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    context.set_alpn_protocols(["h2"])

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await Connection(seen).serve(reader, writer)

    running = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    try:
        yield running.sockets[0].getsockname()[1]
    finally:
        running.close()


async def get(path: str, seen: list[str]) -> Response:
    authority = trustme.CA()
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    async with server(authority, seen) as port:
        fetcher = Fetcher(
            agent="fundtrail/1",
            guard=Guard(allow_loopback=True, connect_to={HOST: ("127.0.0.1", port)}),
            limits=Limits(seconds=5, attempts=2),
            paces={HOST: Pace(rate=1000)},
            ssl_context=trusted,
            backoff=0.001,
        )
        async with fetcher:
            return await fetcher.get(f"https://{HOST}{path}")


def test_a_page_comes_over_http2() -> None:
    seen: list[str] = []
    response = asyncio.run(get("/a", seen))
    assert (response.status, response.body) == (200, BODY)
    assert seen == ["/robots.txt", "/a"]


def test_a_reset_stream_is_an_interrupted_body() -> None:
    seen: list[str] = []
    with pytest.raises(FetchError) as caught:
        asyncio.run(get("/cut", seen))
    assert caught.value.code == "interrupted-body"
    assert seen == ["/robots.txt", "/cut", "/cut"]


@pytest.mark.parametrize("path", ["/less", "/more"])
def test_a_wrong_length_is_refused_by_the_protocol_itself(path: str) -> None:
    seen: list[str] = []
    with pytest.raises(FetchError) as caught:
        asyncio.run(get(path, seen))
    assert caught.value.code == "interrupted-body"
    assert seen == ["/robots.txt", path, path]
