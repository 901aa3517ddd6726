"""A web server on loopback with real sockets, TLS and every fault that a fetcher may meet.

It speaks HTTP/1.1. Sites are functions from a request to a reply, chosen by the ``Host`` header. Requests are logged.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.utils import format_datetime
from functools import cache
from urllib.parse import parse_qsl, urlsplit

import trustme


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request as the server saw it; header names are in lower case, ``peer`` is the client's port."""

    host: str
    target: str
    headers: dict[str, str]
    at: float
    peer: int = 0

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def is_conditional(self) -> bool:
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the server answers. ``fault`` is one of: ``hang`` (no answer at all), ``drip`` (a byte now and then),
    ``reset`` (a reset in mid-body), ``short`` (closes before Content-Length), ``garbage`` (no HTTP), ``late`` (the
    body's second half comes a moment after its first). A ``Content-Length`` among the headers replaces the true one."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    fault: str | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the server's log."""

    request: Request
    status: int
    at_once: int

    @property
    def is_conditional(self) -> bool:
        return self.request.is_conditional


@cache
def _authority() -> trustme.CA:
    """One for all servers of a test run: keys are slow to make."""
    return trustme.CA()


Site = Callable[[Request], Reply]


def page(
    body: str | bytes, *, kind: str = "text/html; charset=utf-8", modified: datetime | None = None
) -> Reply:
    """Return a page with an ETag, and Last-Modified when given."""
    data = body.encode("utf-8") if isinstance(body, str) else body
    headers = {"Content-Type": kind, "ETag": f'"{hashlib.sha256(data).hexdigest()[:16]}"'}
    if modified is not None:
        headers["Last-Modified"] = format_datetime(modified, usegmt=True)
    return Reply(body=data, headers=headers)


def redirect(location: str, status: int = 301) -> Reply:
    return Reply(status=status, headers={"Location": location})


def missing(status: int = 404) -> Reply:
    return Reply(
        status=status,
        body=b"<html><body><h1>Not here</h1></body></html>",
        headers={"Content-Type": "text/html"},
    )


def static(pages: dict[str, Reply]) -> Site:
    """Return a site with these pages by path; anything else is missing, robots.txt too. The dict may change later."""
    return lambda request: pages.get(request.path) or pages.get(request.target) or missing()


def zipped(reply: Reply) -> Reply:
    """Return the reply with its body compressed."""
    return replace(
        reply, body=gzip.compress(reply.body), headers={**reply.headers, "Content-Encoding": "gzip"}
    )


class Server:
    """Serves on two ports of 127.0.0.1, ``port`` (plain) and ``tls_port``. Use it as a context manager."""

    def __init__(self) -> None:
        self.sites: dict[str, Site] = {}
        self.log: list[Entry] = []
        self.authority = _authority()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._busy: dict[str, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._context: ssl.SSLContext | None = None

    def add(self, host: str, site: Site) -> None:
        self.sites[host] = site

    def __enter__(self) -> Server:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def use_certificate(self, *names: str) -> None:
        """Give the TLS port a certificate of the own authority for these names."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(*names).configure_cert(context)
        self._context = context

    async def _start(self) -> None:
        self._plain = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._plain.sockets[0].getsockname()[1]
        outer = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        outer.sni_callback = self._by_name
        self.authority.issue_cert("unnamed.test").configure_cert(outer)
        self._secure = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=outer)
        self.tls_port = self._secure.sockets[0].getsockname()[1]

    def _by_name(self, secured: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        """Present a certificate for the very name that is asked for, unless one was set."""
        if self._context is None and name and name in self.sites:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.authority.issue_cert(name).configure_cert(context)
            secured.context = context
        elif self._context is not None:
            secured.context = self._context

    async def _stop(self) -> None:
        self._plain.close()
        self._secure.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        peer = writer.get_extra_info("peername")[1]
        try:
            while (request := await _read(reader, peer)) is not None:
                self._busy[request.host] = self._busy.get(request.host, 0) + 1
                try:
                    site = self.sites.get(request.host)
                    reply = site(request) if site else missing(421)
                    if reply.status == 200 and reply.headers.get("ETag") in _tags(request):
                        reply = Reply(status=304, headers={"ETag": reply.headers["ETag"]})
                    self.log.append(
                        Entry(request=request, status=reply.status, at_once=self._busy[request.host])
                    )
                    if not await _write(writer, reply):
                        return
                finally:
                    self._busy[request.host] -= 1
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError):
            return  # the other side left, or the server stops
        finally:
            self._tasks.discard(task)
            writer.close()

    def requests(self, host: str, *, robots: bool = False) -> list[Entry]:
        """Return what was asked of a host so far."""
        return [
            entry
            for entry in self.log
            if entry.request.host == host and (robots or entry.request.path != "/robots.txt")
        ]

    def paths(self, host: str) -> list[str]:
        return [entry.request.target for entry in self.requests(host)]


def _tags(request: Request) -> list[str]:
    return [tag.strip() for tag in request.headers.get("if-none-match", "").split(",") if tag.strip()]


async def _read(reader: asyncio.StreamReader, peer: int) -> Request | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines[1:] if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    host = headers.get("host", "")
    target = lines[0].split(" ")[1]
    return Request(host=host.lower(), target=target, headers=headers, at=time.monotonic(), peer=peer)


async def _write(writer: asyncio.StreamWriter, reply: Reply) -> bool:
    """Send the reply with its fault; return whether the connection goes on."""
    if reply.fault == "hang":
        await asyncio.sleep(3600)
        return False
    if reply.fault == "garbage":
        writer.write(b"\x00\x01 this is no HTTP\r\n\r\n")
        await writer.drain()
        return False
    headers = {"Content-Length": str(len(reply.body)), **reply.headers}
    if reply.status == 304:
        headers.pop("Content-Length")
    lines = [f"HTTP/1.1 {reply.status} Words", *(f"{name}: {value}" for name, value in headers.items())]
    head = "\r\n".join([*lines, "", ""]).encode("utf-8")
    if reply.fault is None:
        writer.write(head + reply.body)
        await writer.drain()
        return True
    writer.write(head)
    if reply.fault == "drip":
        for byte in reply.body:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.05)
        return True
    half = len(reply.body) // 2
    writer.write(reply.body[:half])
    await writer.drain()
    if reply.fault == "late":
        await asyncio.sleep(0.1)
        writer.write(reply.body[half:])
        await writer.drain()
        return True
    await asyncio.sleep(0.05)
    if reply.fault == "reset":
        _reset(writer)
    return False


def _reset(writer: asyncio.StreamWriter) -> None:
    """Make closing send RST instead of FIN."""
    plain = writer.get_extra_info("socket")
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
