"""What a source declares about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher's feed, site or folder.

    ``publisher_rank`` says whose word counts most when two tell of one award: 1 the funder itself, 2 the recipient or its
    commissioner, 3 a body that speaks for them, 5 the press, 9 unknown.
    """

    source_id: str
    name: str
    publisher: str
    kind: str
    homepage: str | None
    licence: str | None
    publisher_rank: int = 9


LOCAL = Source(
    source_id="local",
    name="Local files",
    publisher="various",
    kind="folder",
    homepage=None,
    licence=None,
)
SAMPLES = Source(
    source_id="samples",
    name="Bundled samples",
    publisher="fundtrail",
    kind="folder",
    homepage=None,
    licence="Apache-2.0",
)


def all_sources() -> tuple[Source, ...]:
    """Return every source, by source_id."""
    return (LOCAL, SAMPLES)
