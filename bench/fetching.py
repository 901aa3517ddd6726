"""Ten sources, 5,000 documents, one host that hangs, one that is busy: time and memory of the fetch stage.

Run with ``python -m bench.fetching [DOCUMENTS]``. It serves the pages itself, on loopback, in a process of its own.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

NOW = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)


def serve(documents: int, pipe: Connection, home: Path) -> None:
    """Serve ten publishers until the other end of the pipe closes."""
    from tests.server.http import Server
    from tests.server.settings import environment
    from tests.server.world import HANGING, ten_sources

    with Server() as server:
        world = ten_sources(server, documents=documents, now=NOW)
        pipe.send((environment(home, server), world.sources))
        pipe.recv()
        hanging = sum(entry.request.host == HANGING[1] for entry in server.log)
        refused = sum(entry.status == 503 for entry in server.log)
        pipe.send((len(server.log), refused, hanging))


def resident() -> float:
    """Return this process' resident memory in MiB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmRSS in /proc/self/status")


def main(documents: int) -> None:
    from flows.settings import Settings
    from flows.sources import fetch_sources
    from flows.sources_job import Pull

    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        server = context.Process(target=serve, args=(documents, theirs, Path(folder)), daemon=True)
        server.start()
        variables, sources = ours.recv()
        named = {name.removeprefix("FUNDTRAIL_").lower(): value for name, value in variables.items()}
        settings = Settings(**{**named, "rate_factor": 1000.0, "response_seconds": 2.0})
        samples: list[tuple[int, float]] = []
        done = threading.Event()
        counted = [0]

        def progress(stage: str, number: int, total: int) -> None:
            counted[0] = number if stage == "fetch" else counted[0]

        def watch() -> None:
            while not done.wait(0.2):
                samples.append((counted[0], resident()))

        watcher = threading.Thread(target=watch)
        watcher.start()
        before = resident()
        began = time.perf_counter()
        captured = fetch_sources(
            [Pull(source_id=name) for name in sources], settings=settings, now=NOW, progress=progress
        )
        seconds = time.perf_counter() - began
        done.set()
        watcher.join()
        ours.send("stop")
        requests, refused, hanging = ours.recv()
        server.join()
        third = documents // 3
        early = max(memory for number, memory in samples if number <= third)
        late = max(memory for _, memory in samples)
        rate = captured.new / seconds
        print(f"{captured.new:,} documents kept, {requests:,} requests, {seconds:.1f} s, {rate:.0f} a second")
        print(f"{refused} answered with 503, {hanging} to the host that hangs")
        print(f"memory: {before:.0f} MiB before, {early:.0f} at a third, {late:.0f} at most")
        print("issues:", sorted({(issue.source_id, issue.code) for issue in captured.issues}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
