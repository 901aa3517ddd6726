"""Two pieces of work timed in turn, in one process, so that a busy machine slows both alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How many times the yardstick's time the subject took: the median over the rounds, the least and the most."""

    subject: str
    yardstick: str
    over: str
    median: float
    least: float
    most: float
    rounds: int


def compare(
    subject: Work,
    yardstick: Work,
    *,
    names: tuple[str, str],
    over: str,
    rounds: int,
    repeat: int = 1,
    clock: Clock = time.process_time,
) -> Ratio:
    """Time both in turn and return their ratio.

    ``names`` are the subject's and the yardstick's; ``over`` says what was worked on. ``repeat`` runs the yardstick
    so many times a round, where it is too quick for the clock. One round before the first is not counted: it fills
    caches. The clock is the processor's time of this process, which other work on the machine disturbs least; what
    writes to the disk takes ``time.perf_counter``.
    """
    quotients = []
    for turn in range(rounds + 1):
        own, other = _seconds(subject, 1, clock), _seconds(yardstick, repeat, clock)
        if turn:
            quotients.append(own / other)
    return Ratio(
        subject=names[0],
        yardstick=names[1],
        over=over,
        median=statistics.median(quotients),
        least=min(quotients),
        most=max(quotients),
        rounds=rounds,
    )


def _seconds(work: Work, repeat: int, clock: Clock) -> float:
    gc.collect()
    began = clock()
    for _ in range(repeat):
        work()
    return (clock() - began) / repeat
