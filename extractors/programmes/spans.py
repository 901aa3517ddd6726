"""What the rules of this package hand to each other: a found name, as a span of one segment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractors.model import Cue, ProgrammeKind, ProgrammeStatus
from extractors.segments import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name found in the plain text of segment number ``segment_no``: ``segment.text[start:end]``."""

    segment_no: int
    start: int
    end: int
    programme_id: str
    name: str
    kind: ProgrammeKind
    status: ProgrammeStatus
    rule_id: str
    round_no: int | None = None
    cues: tuple[Cue, ...] = ()


def cue(segment: Segment, start: int, end: int, *, attribute: str, value: str, rule_id: str) -> Cue:
    """Return a cue whose words are ``segment.text[start:end]``, with their document offsets."""
    start_char, end_char = segment.view.span(start, end)
    return Cue(
        attribute=attribute,
        value=value,
        text=segment.text[start:end],
        rule_id=rule_id,
        start_char=start_char,
        end_char=end_char,
    )


def disjoint(found: Iterable[Found], *, taken: Iterable[Found] = ()) -> list[Found]:
    """Return the names that overlap none of ``taken`` and, among themselves, the longest of those that overlap."""
    kept = list(taken)
    result: list[Found] = []
    for item in sorted(found, key=lambda one: (one.start - one.end, one.segment_no, one.start)):
        if not any(
            item.segment_no == other.segment_no and item.start < other.end and other.start < item.end
            for other in kept
        ):
            kept.append(item)
            result.append(item)
    return sorted(result, key=lambda one: (one.segment_no, one.start))
