"""``python -m bench.growth [DOCUMENTS]...``: how a build's time and memory grow with the number of documents.

The documents are those of the tests' generator (:mod:`tests.warehouse.corpus`), whose truth is known, so that the table
also says how well they are resolved. Each size is staged in one fresh process and built in another: what one leaves
in memory does not count for the next.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import duckdb
from rich.console import Console
from rich.table import Table

from bench.report import print_json
from tests.warehouse import corpus
from tests.warehouse.making import KEY, NOON, inputs
from warehouse.build import build
from warehouse.stage import write_part

SIZES = (1_000, 10_000, 100_000)
_BATCH = 1_000
_SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """One size. ``seconds`` are those of each step on the wall, staging first; ``cpu_seconds`` the processor's time of
    the build, all its threads, which other work on the machine disturbs least; ``peak_mb`` is the build's greatest
    resident set in units of 2**20 bytes, and ``peak_step`` the step that reached it."""

    documents: int
    seconds: dict[str, float]
    cpu_seconds: float
    peak_mb: float
    peak_step: str
    file_mb: float
    precision: float
    recall: float

    @property
    def build_seconds(self) -> float:
        return sum(seconds for step, seconds in self.seconds.items() if step != "stage")


class Steps:
    """A listener of a build that takes the time of each step and the memory at its end."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self.seconds: dict[str, float] = {}
        self.peaks: dict[str, float] = {}
        self._clock = clock
        self._began: tuple[str, float] | None = None

    def begin(self, step: str) -> None:
        self.end()
        self._began = (step, self._clock())

    def end(self) -> None:
        if self._began is not None:
            step, began = self._began
            self.seconds[step] = self.seconds.get(step, 0.0) + self._clock() - began
            self.peaks[step] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            self._began = None


def stage(documents: int, parts: Path) -> tuple[float, dict[str, int]]:
    """Stage so many documents; return the seconds that it took and the story of each document."""
    truth: dict[str, int] = {}
    seconds = 0.0
    told = corpus.pages(documents, _SEED)
    while batch := list(islice(told, _BATCH)):
        truth.update((page.document_id, story) for story, page in batch)
        extractions = [page.extraction() for _, page in batch]
        began = perf_counter()
        write_part(extractions, directory=parts, extraction_key=KEY)
        seconds += perf_counter() - began
    return seconds, truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One build: seconds and memory by step, the processor's seconds, and the announcement of each document."""

    seconds: dict[str, float]
    cpu_seconds: float
    peaks: dict[str, float]
    announcements: dict[str, str | None]


def built(documents: int, parts: Path, target: Path) -> Built:
    """Build so many staged documents."""
    steps = Steps()
    registries = {**inputs().registries, "programme": corpus.programmes(documents)}
    began = process_time()
    build(inputs(registries=registries), parts=parts, target=target, built_at=NOON, step=steps.begin)
    steps.end()
    cpu = process_time() - began
    with duckdb.connect(str(target), read_only=True) as connection:
        found = dict(connection.execute("SELECT document_id, announcement_id FROM document").fetchall())
    return Built(seconds=steps.seconds, cpu_seconds=cpu, peaks=steps.peaks, announcements=found)


def precision_recall(truth: dict[str, int], found: dict[str, str | None]) -> tuple[float, float]:
    """Return precision and recall of the pairs of documents that are put together.

    >>> precision_recall({"a": 1, "b": 1, "c": 1, "d": 2}, {"a": "x", "b": "x", "c": "y", "d": "y"})
    (0.5, 0.3333333333333333)
    """
    right = _pairs((truth[name], found[name]) for name in truth)
    return right / _pairs(found.values()), right / _pairs(truth.values())


def _pairs(groups: Iterable[Hashable]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


def grown(documents: int) -> Growth:
    """Stage and build so many documents, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        parts, target = Path(folder) / "parts", Path(folder) / "fundtrail.duckdb"
        staging, truth = _alone(stage, documents, parts)
        done: Built = _alone(built, documents, parts, target)
        precision, recall = precision_recall(truth, done.announcements)
        peak = max(done.peaks.values())
        return Growth(
            documents=len(truth),
            seconds={"stage": staging, **done.seconds},
            cpu_seconds=done.cpu_seconds,
            peak_mb=peak,
            peak_step=next(step for step, size in done.peaks.items() if size == peak),
            file_mb=target.stat().st_size / 2**20,
            precision=precision,
            recall=recall,
        )


def _alone(work: Callable[..., Any], *given: object) -> Any:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def lines(found: Iterable[Growth]) -> Iterator[tuple[str, list[str]]]:
    """Yield the table's rows: what, and its figure for each size."""
    sizes = list(found)
    yield "documents", [f"{one.documents:,}" for one in sizes]
    for step in sizes[0].seconds:
        yield f"{step}, s", [f"{one.seconds[step]:.1f}" for one in sizes]
    yield "build, s", [f"{one.build_seconds:.1f}" for one in sizes]
    yield "build, ms a document", [f"{1000 * one.build_seconds / one.documents:.2f}" for one in sizes]
    yield "build, processor s", [f"{one.cpu_seconds:.1f}" for one in sizes]
    yield "build, processor ms a document", [f"{1000 * one.cpu_seconds / one.documents:.2f}" for one in sizes]
    yield "peak memory, MB", [f"{one.peak_mb:,.0f} ({one.peak_step})" for one in sizes]
    yield "published file, MB", [f"{one.file_mb:,.0f}" for one in sizes]
    yield "pairwise precision", [f"{one.precision:.4f}" for one in sizes]
    yield "pairwise recall", [f"{one.recall:.4f}" for one in sizes]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("documents", nargs="*", type=int, default=SIZES, help="sizes, in ascending order")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    found = [grown(documents) for documents in options.documents]
    if options.json:
        print_json({"measured_at": datetime.now(UTC).isoformat(), "growth": [asdict(one) for one in found]})
        return
    table = Table(box=None, header_style="bold underline", show_header=False)
    table.add_column()
    for _ in found:
        table.add_column(justify="right", no_wrap=True)
    for name, figures in lines(found):
        table.add_row(name, *figures)
    Console().print(table)


if __name__ == "__main__":
    main()
