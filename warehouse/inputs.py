"""What the caller hands to the warehouse beside extractions: registries, sources, observations, runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from extractors.model import Capture, InvariantError, Issue

#: A row as a CSV reader gives it: column name to text (``""`` is null; lists are ``a|b|c``), or to a Python value.
Row = Mapping[str, Any]
#: Rows of ``police_area``, ``office``, ``commissioner`` and ``programme``, by table name. Their columns are those
#: of :mod:`warehouse.schema`; an unknown column or a missing required one is an error.
RegistryRows = Mapping[str, Sequence[Row]]
#: Rows of ``source``: source_id, name, publisher, kind, homepage, licence, publisher_rank (1 the funder itself,
#: 2 the recipient or its commissioner, 3 a body that speaks for them, 5 the press, 9 unknown).
SourceRows = Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedCapture:
    """A capture that could not be read. It is staged too, so that the same rules do not try it again."""

    capture: Capture
    issues: tuple[Issue, ...]

    def __post_init__(self) -> None:
        if not self.issues:
            raise InvariantError(f"failed capture of {self.capture.url} says not why: it has no issue")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run of the pipeline. ``counts`` are whole numbers by name; ``outcome`` is the run's own word for its end."""

    run_id: str
    started_at: datetime
    finished_at: datetime | None
    outcome: str
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if self.started_at.tzinfo is None or (
            self.finished_at is not None and self.finished_at.tzinfo is None
        ):
            raise InvariantError(f"a time of run {self.run_id} has no time zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildInputs:
    """Everything that a build reads beside the parts. The same inputs and parts give the same tables.

    ``captures`` are all observations known to the landing zone (those of the parts are known anyway); ``issues`` are
    the runs' own, as (run_id, issue); ``corrections`` is the folder of human decisions, or None for none.
    ``extraction_key`` names the current rules: what they made is preferred to what others made later (rules may be
    taken back); without it the newest counts. ``history_days`` is the policy of :mod:`warehouse.history`.
    """

    registries: RegistryRows
    sources: SourceRows
    captures: Sequence[Capture] = ()
    runs: Sequence[RunRow] = ()
    issues: Sequence[tuple[str, Issue]] = ()
    corrections: Path | None = None
    extraction_key: str | None = None
    history_days: int | None = None
