"""An export comes into being whole: written into a folder beside its target, then moved there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.export.report import ExportError


@contextmanager
def staged(target: Path, *, force: bool) -> Iterator[Path]:
    """Yield an empty folder that becomes ``target`` when the block ends well, and vanishes when it does not.

    Into a folder that has entries, ``force`` puts the export's own entries in the place of those of the same name;
    whatever else lies there stays.

    Raises:
        ExportError: the target is a file, has entries and ``force`` is not set, or cannot be written.
    """
    target = target.expanduser().absolute()
    if target.is_symlink():
        target = target.resolve()
    if target.exists() and not target.is_dir():
        raise ExportError(f"{target} is a file; give a folder")
    if target.is_dir() and any(target.iterdir()) and not force:
        raise ExportError(
            f"{target} is not empty; --force replaces what an export writes and leaves the rest alone"
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", suffix=".part", dir=target.parent))
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror}") from error
    try:
        yield folder
        _open_to_readers(folder)
        _move(folder, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _open_to_readers(folder: Path) -> None:
    """Give a temporary folder, which is its maker's alone, the mode of an ordinary one."""
    mask = os.umask(0)
    os.umask(mask)
    folder.chmod(0o777 & ~mask)


def _move(folder: Path, target: Path) -> None:
    if not target.exists() or not any(target.iterdir()):
        folder.replace(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-", suffix=".old", dir=target.parent))
    try:
        # The description goes first and comes last: a folder without one is no finished export.
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name == "datapackage.json")
        for entry in reversed(entries):
            if (target / entry.name).exists():
                (target / entry.name).replace(old / entry.name)
        for entry in entries:
            entry.replace(target / entry.name)
    finally:
        shutil.rmtree(old)
