"""``python -m bench.near_copies``: how often a retelling is found by its sampled word runs, and by MinHash.

A release of 1,200 words is retold by texts that copy a passage of it and add as many words of their own. Both methods
look at the same runs of four words; MinHash keeps 128 minima of them. See docs/decisions/0021-resolution.md.
"""

from __future__ import annotations

import random
import statistics
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import process_time

from rich.console import Console
from rich.table import Table

from warehouse.sketch import RUN, sketch

RELEASE = 1200
COPIED = (50, 100, 200, 400, 800)
PAIRS = 100
MINIMA = 128
_PRIME = (1 << 61) - 1
_SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How often pairs with a passage of so many words in common are found. ``held`` and ``alike`` are the mean
    estimates: how much of the shorter text is in the longer, and how alike the two are."""

    copied: int
    held: float
    sampled: float
    alike: float
    minhash_half: float
    minhash_fifth: float


def _words(dice: random.Random, number: int) -> list[str]:
    return ["".join(dice.choices("abcdefghijklmnop", k=5)) for _ in range(number)]


def pairs(copied: int, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield releases and retellings that have ``copied`` words in a row in common."""
    for _ in range(PAIRS):
        release = _words(dice, RELEASE)
        start = dice.randrange(RELEASE - copied + 1)
        retold = release[start : start + copied] + _words(dice, max(copied, COPIED[0]))
        yield " ".join(release), " ".join(retold)


def held(one: str, other: str) -> tuple[int, float]:
    """Return the sampled runs that two texts share, and their part of the shorter text's: what pairs.sql counts."""
    a, b = set(sketch(one)), set(sketch(other))
    return len(a & b), len(a & b) / max(1, min(len(a), len(b)))


def signature(text: str) -> tuple[int, ...]:
    """Return the MinHash signature of a text's runs of four words."""
    words = text.split()
    runs = {zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1)}
    dice = random.Random(1)
    lines = [(dice.randrange(1, _PRIME), dice.randrange(_PRIME)) for _ in range(MINIMA)]
    return tuple(min((a * run + b) % _PRIME for run in runs) for a, b in lines)


def alike(one: str, other: str) -> float:
    """Return MinHash's estimate of the Jaccard similarity."""
    return sum(x == y for x, y in zip(signature(one), signature(other), strict=True)) / MINIMA


def measure(copied: int) -> Row:
    dice = random.Random(_SEED + copied)
    told = list(pairs(copied, dice))
    parts = [held(*pair) for pair in told]
    similar = [alike(*pair) for pair in told]
    return Row(
        copied=copied,
        held=statistics.mean(part for _, part in parts),
        sampled=_share([shared >= 2 and part >= 0.15 for shared, part in parts]),
        alike=statistics.mean(similar),
        minhash_half=_share([value >= 0.5 for value in similar]),
        minhash_fifth=_share([value >= 0.2 for value in similar]),
    )


def _share(found: list[bool]) -> float:
    return sum(found) / len(found)


def milliseconds(work: Callable[[str], object], texts: list[str]) -> float:
    began = process_time()
    for text in texts:
        work(text)
    return 1000 * (process_time() - began) / len(texts)


def main() -> None:
    table = Table(box=None, header_style="bold underline")
    heads = ("words copied", "held", "sampled >= 0.15", "alike", "MinHash >= 0.5", "MinHash >= 0.2")
    for name in heads:
        table.add_column(name, justify="right")
    for copied in (0, *COPIED):
        row = measure(copied)
        figures = (row.held, row.sampled, row.alike, row.minhash_half, row.minhash_fifth)
        table.add_row(str(copied), *(f"{value:.2f}" for value in figures))
    console = Console()
    console.print(table)
    texts = [" ".join(_words(random.Random(n), RELEASE)) for n in range(20)]
    console.print(
        f"a text of {RELEASE:,} words: sketch {milliseconds(sketch, texts):.2f} ms,"
        f" signature in plain Python {milliseconds(signature, texts):.0f} ms of processor time"
    )


if __name__ == "__main__":
    main()
