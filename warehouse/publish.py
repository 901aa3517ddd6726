"""The swap: a finished file takes the published one's place, whole, while others may be reading that."""

from __future__ import annotations

import stat
from pathlib import Path

from warehouse.stage import sync

READ_ONLY = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


class LeftoverLogError(RuntimeError):
    """A write-ahead log lies beside a finished file: putting the file in place would lose or mix changes."""


def put_in_place(draft: Path, target: Path) -> None:
    """Make ``draft``, a closed and checkpointed database, the published file.

    Readers of the old file keep what they opened; whoever opens the path from now on gets the new one.

    Raises:
        LeftoverLogError: the draft has a ``.wal``, so it was not closed and checkpointed.
    """
    if wal_of(draft).exists():
        raise LeftoverLogError(f"{wal_of(draft).name} lies beside the finished file")
    draft.chmod(READ_ONLY)
    sync(draft)
    # A log beside the target can only be of a file that is replaced now; replayed into the new one it would spoil it.
    wal_of(target).unlink(missing_ok=True)
    draft.replace(target)
    sync(target.parent)


def wal_of(database: Path) -> Path:
    """Return the path of a database's write-ahead log."""
    return database.with_name(database.name + ".wal")
