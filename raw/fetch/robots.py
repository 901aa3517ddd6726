"""robots.txt, as RFC 9309 has it: missing means allowed, unreachable means forbidden."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from protego import Protego

from raw.fetch.errors import FetchError
from raw.fetch.urls import checked, joined

#: RFC 9309 asks for at least 500 KiB to be read.
_MAX_BYTES = 512 * 1024
_MAX_REDIRECTS = 5
#: Failures that are the host's, not its robots.txt's.
_NO_HOST = (
    "refused-address",
    "refused-scheme",
    "unknown-host",
    "tls-failure",
    "connection-failed",
    "host-given-up",
    "proxy-failure",
)


class _Answer(Protocol):
    @property
    def status(self) -> int: ...
    @property
    def body(self) -> bytes: ...
    @property
    def location(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Robots:
    """What one origin permits to this client. ``delay`` is in seconds, 0 for none asked."""

    agent: str
    rules: Protego | None
    refused: FetchError | None = None
    delay: float = 0.0

    def check(self, url: str) -> None:
        """Return when ``url`` may be fetched.

        Raises:
            FetchError: ``robots-disallowed``, ``robots-unreachable``, or why the host can't be talked to at all.
        """
        if self.refused is not None:
            raise self.refused
        if self.rules is not None and not self.rules.can_fetch(url, self.agent):
            raise FetchError(
                "robots-disallowed", f"robots.txt forbids this address to {self.agent.split('/')[0]}"
            )


async def read_robots(origin: str, *, agent: str, once: Callable[[str], Awaitable[_Answer]]) -> Robots:
    """Return the rules of an origin; ``once`` fetches a URL without following redirects."""
    url = checked(origin + "/robots.txt")
    try:
        for _ in range(_MAX_REDIRECTS + 1):
            answer = await once(url)
            if not answer.location:
                break
            url = joined(url, answer.location)
        else:
            return Robots(agent, None)
    except FetchError as error:
        if error.code in ("not-permitted", "unexpected-status"):
            return Robots(agent, None)
        if error.code in _NO_HOST:
            return Robots(agent, None, refused=FetchError(error.code, error.message))
        message = f"robots.txt can't be read, so nothing is fetched ({error.message})"
        return Robots(agent, None, refused=FetchError("robots-unreachable", message))
    if answer.status != 200:
        return Robots(agent, None)
    rules = Protego.parse(answer.body[:_MAX_BYTES].decode("utf-8", "replace"))
    delay = float(rules.crawl_delay(agent) or 0.0)
    rate = rules.request_rate(agent)
    if rate is not None and rate.requests:
        delay = max(delay, rate.seconds / rate.requests)
    return Robots(agent, rules, delay=delay)
