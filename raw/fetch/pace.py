"""Politeness: how fast and how many at once, host by host."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from raw.fetch.errors import FetchError

#: A server that asks for a longer wait than this is left alone for the rest of the run.
LONGEST_WAIT = 300.0
#: So many requests that fail one after the other, and a host is left alone for the rest of the run.
FAILURES_IN_A_ROW = 4


class Clock(Protocol):
    """Time as the pacing sees it; tests bring their own."""

    def time(self) -> float: ...
    async def sleep(self, seconds: float) -> None: ...


class RealClock:
    def time(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """At most ``rate`` requests a second and ``concurrency`` at once."""

    rate: float = 1.0
    concurrency: int = 2

    def slower(self, delay: float) -> Pace:
        """Return the pace with at least ``delay`` seconds between two requests (robots.txt asks so)."""
        if delay <= 0 or 1 / delay >= self.rate:
            return self
        return Pace(rate=1 / delay, concurrency=1)


class Gate:
    """The one door to a host. Requests pass it in turn; waiting for one host holds up no other."""

    def __init__(self, host: str, pace: Pace, clock: Clock) -> None:
        self.host = host
        self.pace = pace
        self._clock = clock
        self._places = asyncio.Semaphore(pace.concurrency)
        self._next = self._held_until = 0.0
        self._failures = 0
        self._closed: FetchError | None = None

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn and hold a place.

        Raises:
            FetchError: ``host-given-up`` when the host is left alone for the rest of the run.
        """
        self.check()
        async with self._places:
            self.check()
            await self._wait()
            self.check()
            yield

    async def _wait(self) -> None:
        now = self._clock.time()
        slot = max(now, self._next, self._held_until)
        self._next = slot + 1 / self.pace.rate
        while now < max(slot, self._held_until):
            await self._clock.sleep(max(slot, self._held_until) - now)
            now = self._clock.time()

    def check(self) -> None:
        """Raise when the host is left alone."""
        if self._closed is not None:
            raise self._closed

    def slow_down(self, pace: Pace) -> None:
        """Take a slower pace from now on."""
        self.pace = pace
        if pace.concurrency == 1:
            self._places = asyncio.Semaphore(1)

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long (Retry-After); too long, and the host is left alone."""
        if seconds > LONGEST_WAIT:
            self._close(f"asked to be left alone for {seconds:,.0f} seconds")
            return
        self._held_until = max(self._held_until, self._clock.time() + seconds)

    def failed(self) -> None:
        """Note a request that failed after all its attempts."""
        self._failures += 1
        if self._failures >= FAILURES_IN_A_ROW:
            self._close(f"failed {self._failures} requests one after the other")

    def succeeded(self) -> None:
        """Note a request that the host answered."""
        self._failures = 0

    def _close(self, reason: str) -> None:
        self._closed = FetchError(
            "host-given-up", f"{self.host} {reason}; it is left alone until the next run"
        )
