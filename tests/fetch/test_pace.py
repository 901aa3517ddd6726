"""Rates, waits and giving up, on a clock of their own."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from raw.fetch.client import user_agent
from raw.fetch.errors import FetchError
from raw.fetch.exchange import retry_after
from raw.fetch.pace import Gate, Pace


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


async def starts(gate: Gate, clock: Clock, number: int) -> list[float]:
    times: list[float] = []

    async def one() -> None:
        async with gate.turn():
            times.append(round(clock.time() - 100, 3))

    await asyncio.gather(*(one() for _ in range(number)))
    return times


def test_requests_keep_the_rate() -> None:
    clock = Clock()
    gate = Gate("a.test", Pace(rate=4, concurrency=1), clock)
    assert asyncio.run(starts(gate, clock, 5)) == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_a_crawl_delay_slows_down_and_never_speeds_up() -> None:
    assert Pace(rate=2, concurrency=4).slower(10) == Pace(rate=0.1, concurrency=1)
    assert Pace(rate=0.05, concurrency=1).slower(10) == Pace(rate=0.05, concurrency=1)
    assert Pace(rate=2).slower(0) == Pace(rate=2)


def test_retry_after_holds_the_whole_host() -> None:
    clock = Clock()
    gate = Gate("a.test", Pace(rate=1000, concurrency=1), clock)
    gate.hold(30)
    assert asyncio.run(starts(gate, clock, 2)) == [30.0, 30.001]


def test_a_host_that_asks_for_an_hour_is_left_alone() -> None:
    gate = Gate("a.test", Pace(), Clock())
    gate.hold(3600)
    with pytest.raises(FetchError) as caught:
        gate.check()
    assert caught.value.code == "host-given-up"
    assert "3,600 seconds" in caught.value.message


def test_a_host_that_fails_again_and_again_is_left_alone() -> None:
    gate = Gate("a.test", Pace(), Clock())
    for _ in range(3):
        gate.failed()
    gate.check()
    gate.succeeded()
    for _ in range(4):
        gate.failed()
    with pytest.raises(FetchError, match="failed 4 requests"):
        gate.check()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 3 ", 3.0),
        ("Wed, 01 May 2024 12:01:30 GMT", 90.0),
        ("Wed, 01 May 2024 11:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_retry_after_is_read(value: str, seconds: float | None) -> None:
    assert retry_after(value, datetime(2024, 5, 1, 12, 0, tzinfo=UTC)) == seconds


def test_the_user_agent_names_a_contact_when_there_is_one() -> None:
    assert user_agent("1.2", "ann@example.org") == "fundtrail/1.2 (+ann@example.org)"
    assert user_agent("1.2", "") == "fundtrail/1.2"
