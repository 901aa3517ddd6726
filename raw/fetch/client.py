"""One request, whole: address checked, turn awaited, robots.txt obeyed, redirects followed hop by hop, limits kept."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import TypeVar

import httpcore
import httpx
import stamina

from raw.fetch.addresses import Guard, PinnedBackend
from raw.fetch.cache import Kept, PageCache
from raw.fetch.decoding import ACCEPT_ENCODING
from raw.fetch.errors import FetchError
from raw.fetch.exchange import REDIRECTS, Answer, Exchange, Limits, Validators
from raw.fetch.pace import Clock, Gate, Pace, RealClock
from raw.fetch.proxy import Proxy
from raw.fetch.robots import Robots, read_robots
from raw.fetch.urls import checked, host_of, joined, origin_of, recorded

T = TypeVar("T")

# Both log each request's whole URL, secrets in its query included.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A whole answer. ``url`` is what was asked for and ``final_url`` what answered, both fit to be written down;
    ``body`` is decoded and empty for status 304."""

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    received_at: datetime

    @property
    def declared_type(self) -> str:
        return self.headers.get("content-type", "")


@dataclass(slots=True, kw_only=True)
class Counts:
    """What a fetcher did."""

    requests: int = 0
    unchanged: int = 0
    bytes_in: int = 0
    by_host: dict[str, int] = field(default_factory=dict)


def user_agent(version: str, contact: str) -> str:
    """Return the name that every request carries.

    >>> user_agent("0.1.0", "data@example.org")
    'fundtrail/0.1.0 (+data@example.org)'
    """
    return f"fundtrail/{version}" + (f" (+{contact})" if contact else "")


def trusting(authorities: Path) -> ssl.SSLContext:
    """Return a context that trusts the certificates of a PEM file and no others."""
    return ssl.create_default_context(cafile=str(authorities))


class Fetcher:
    """Fetches for one run. Use it as an async context manager."""

    def __init__(
        self,
        *,
        agent: str,
        guard: Guard | None = None,
        limits: Limits | None = None,
        paces: Mapping[str, Pace] | None = None,
        cache: PageCache | None = None,
        clock: Clock | None = None,
        ssl_context: ssl.SSLContext | None = None,
        backoff: float = 1.0,
        proxy: Proxy | None = None,
    ) -> None:
        """``paces`` are by host, others get the default; ``backoff`` is the first wait between attempts, in seconds."""
        self.counts = Counts()
        self._agent = agent
        self._limits = limits or Limits()
        self._paces = dict(paces or {})
        self._cache = cache
        self._clock = clock or RealClock()
        self._backoff = backoff
        self._gates: dict[str, Gate] = {}
        self._robots: dict[str, asyncio.Task[Robots]] = {}
        transport = httpx.AsyncHTTPTransport(trust_env=False)
        transport._pool = (
            httpcore.AsyncConnectionPool(  # the documented seat of httpcore's pool has no parameter
                ssl_context=ssl_context or httpx.create_ssl_context(),
                max_connections=100,
                max_keepalive_connections=40,
                keepalive_expiry=30.0,
                http1=True,
                http2=True,
                network_backend=PinnedBackend(guard or Guard(), proxy),
            )
        )
        self._client = httpx.AsyncClient(
            transport=transport,
            follow_redirects=False,
            trust_env=False,
            cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx.Timeout(self._limits.seconds, connect=self._limits.connect_seconds),
            headers={"User-Agent": agent, "Accept-Encoding": ACCEPT_ENCODING},
        )
        self._exchange = Exchange(self._client, self._limits)

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._robots.values():
            task.cancel()
        await asyncio.gather(*self._robots.values(), return_exceptions=True)
        await self._client.aclose()

    def gate(self, url: str) -> Gate:
        """Return the door to a URL's host."""
        host = host_of(url)
        if host not in self._gates:
            self._gates[host] = Gate(host, self._paces.get(host, Pace()), self._clock)
        return self._gates[host]

    async def get(self, url: str, *, validators: Validators | None = None) -> Response:
        """Return the answer to a GET of ``url``: status 200, 304, 404 or 410.

        Redirects are followed; a failure that may pass is tried again with growing, jittered waits.

        Raises:
            FetchError: anything else, with the issue code that says what.
        """
        url = checked(url)
        gate = self.gate(url)
        try:
            response = await self._patiently(lambda: self._follow(url, validators))
        except FetchError as error:
            if error.retryable:
                gate.failed()
            raise
        gate.succeeded()
        return response

    async def get_page(self, url: str) -> Response:
        """Return a listing like :meth:`get`, with the kept body (and status 200) where the server says 304."""
        kept = self._cache.get(url) if self._cache else None
        response = await self.get(url, validators=Validators.of(kept.headers) if kept else None)
        if kept is not None and response.status == 304:
            return replace(
                response, status=200, headers=kept.headers, body=kept.body, final_url=kept.final_url
            )
        if self._cache and response.status == 200:
            page = Kept(headers=dict(response.headers), final_url=response.final_url, body=response.body)
            self._cache.put(url, page)
        return response

    async def _patiently(self, call: Callable[[], Awaitable[T]]) -> T:
        async for attempt in stamina.retry_context(
            on=_may_pass,
            attempts=self._limits.attempts,
            timeout=None,
            wait_initial=self._backoff,
            wait_max=self._backoff * 16,
            wait_jitter=self._backoff,
        ):
            with attempt:
                return await call()
        raise AssertionError("the last attempt returns or raises")

    async def _follow(self, url: str, validators: Validators | None) -> Response:
        visited = [url]
        while True:
            here = visited[-1]
            robots = await self._robots_of(here)
            robots.check(here)
            # validators belong to the address that gave them, which may be the end of the redirects
            answer = await self._once(here, validators)
            if answer.status not in REDIRECTS:
                return Response(
                    url=recorded(url),
                    final_url=recorded(here),
                    status=answer.status,
                    headers=answer.headers,
                    body=answer.body,
                    received_at=answer.received_at,
                )
            target = joined(here, answer.location)
            if target in visited:
                raise FetchError(
                    "redirect-loop", f"{recorded(target)} redirects to itself in {len(visited)} steps"
                )
            if len(visited) > self._limits.max_redirects:
                raise FetchError("too-many-redirects", f"more than {self._limits.max_redirects} redirects")
            visited.append(target)

    def _robots_of(self, url: str) -> asyncio.Task[Robots]:
        origin = origin_of(url)
        if origin not in self._robots:
            self._robots[origin] = asyncio.ensure_future(self._read_robots(origin))
        return self._robots[origin]

    async def _read_robots(self, origin: str) -> Robots:
        robots = await read_robots(origin, agent=self._agent, once=self._once_for_robots)
        gate = self.gate(origin)
        gate.slow_down(gate.pace.slower(robots.delay))
        return robots

    async def _once_for_robots(self, url: str) -> Answer:
        kept = self._cache.get(url) if self._cache else None
        validators = Validators.of(kept.headers) if kept else None
        answer = await self._patiently(lambda: self._once(url, validators))
        if kept is not None and answer.status == 304:
            return replace(answer, status=200, body=kept.body)
        if self._cache and answer.status == 200:
            self._cache.put(
                url, Kept(headers=dict(answer.headers), final_url=recorded(url), body=answer.body)
            )
        return answer

    async def _once(self, url: str, validators: Validators | None = None) -> Answer:
        gate = self.gate(url)
        async with gate.turn():
            self._count(url)
            try:
                answer = await self._exchange.get(url, validators)
            except FetchError as error:
                if error.wait is not None:
                    gate.hold(error.wait)
                raise
        self.counts.unchanged += answer.status == 304
        self.counts.bytes_in += len(answer.body)
        return answer

    def _count(self, url: str) -> None:
        self.counts.requests += 1
        host = host_of(url)
        self.counts.by_host[host] = self.counts.by_host.get(host, 0) + 1


def _may_pass(error: Exception) -> bool:
    return isinstance(error, FetchError) and error.retryable
