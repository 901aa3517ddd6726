"""A server on loopback and a fetcher that may talk to it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from raw.fetch.addresses import Guard
from raw.fetch.cache import PageCache
from raw.fetch.client import Fetcher, Response
from raw.fetch.exchange import Limits, Validators
from raw.fetch.pace import Pace
from tests.fetch.world import World
from tests.server.http import Server


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


class Client:
    """Fetches with a fetcher of its own for each call; options are the fetcher's."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self.cache = PageCache(folder / "pages")

    def fetcher(self, **options: Any) -> Fetcher:
        context = ssl.create_default_context()
        self.server.authority.configure_trust(context)
        hosts = dict.fromkeys(self.server.sites, ("127.0.0.1", self.server.tls_port))
        plain = {"plain.test": ("127.0.0.1", self.server.port)}
        defaults: dict[str, Any] = {
            "agent": "fundtrail/1 (+tests@example.org)",
            "guard": Guard(allow_loopback=True, connect_to={**hosts, **plain}),
            "limits": Limits(seconds=2.0, attempts=2),
            "ssl_context": context,
            "cache": self.cache,
            "backoff": 0.001,
            "paces": {host: Pace(rate=1000, concurrency=8) for host in [*hosts, *plain]},
        }
        return Fetcher(**{**defaults, **options})

    def get(self, *urls: str, validators: Validators | None = None, **options: Any) -> list[Response]:
        async def run() -> list[Response]:
            async with self.fetcher(**options) as fetcher:
                return [await fetcher.get(url, validators=validators) for url in urls]

        return asyncio.run(run())

    def run(self, work: Callable[[Fetcher], Any], **options: Any) -> Any:
        async def inner() -> Any:
            async with self.fetcher(**options) as fetcher:
                return await work(fetcher)

        return asyncio.run(inner())


@pytest.fixture
def client(server: Server, tmp_path: Path) -> Client:
    return Client(server, tmp_path)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with Server() as server:
        yield World(server, tmp_path)
