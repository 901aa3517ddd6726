"""What an export says about itself, and how it fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

#: What is being written, how many of the steps are done, and how many there are.
Progress = Callable[[str, int, int], None]


class ExportError(RuntimeError):
    """Nothing was written. The message says why, and what would help."""


def silent(step: str, done: int, total: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What was written: rows by table, 360Giving grants, awards left out of them by reason, and the number of texts
    that were withheld because their source's licence is not known to allow copies."""

    directory: Path
    tables: Mapping[str, int]
    grants: int
    excluded: Mapping[str, int]
    texts_withheld: int
    files: tuple[str, ...]
