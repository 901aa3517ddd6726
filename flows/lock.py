"""One run at a time in one home: a lock that the kernel lets go when its holder dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(RuntimeError):
    """Another run holds the lock."""


@contextmanager
def exclusive(path: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock file at ``path``; ``wait`` is for how many seconds to try.

    Raises:
        BusyError: another process holds it; the message names that process.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        deadline = time.monotonic() + wait
        while not (held := _try(handle)) and time.monotonic() < deadline:
            time.sleep(1.0)
        if not held:
            holder = os.read(handle, 32).decode("ascii", "replace").strip() or "unknown"
            raise BusyError(f"another run (process {holder}) is at work in {path.parent}; wait for it to end")
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
        yield
    finally:
        os.close(handle)


def _try(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
