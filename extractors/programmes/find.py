"""The way in: all programme mentions of a document."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import Document, Issue, ProgrammeMention
from extractors.programmes.known import find_known
from extractors.programmes.spans import Found
from extractors.segments import Segment


def _mention(found: Found, document: Document, segment: Segment) -> ProgrammeMention:
    start_char, end_char = segment.view.span(found.start, found.end)
    return ProgrammeMention(
        document_id=document.document_id,
        start_char=start_char,
        end_char=end_char,
        text=document.text[start_char:end_char],
        sentence=segment.text,
        rule_id=found.rule_id,
        cues=found.cues,
        programme_id=found.programme_id,
        name=found.name,
        kind=found.kind,
        status=found.status,
        round_no=found.round_no,
    )


def find_programmes(
    document: Document, segments: Sequence[Segment]
) -> tuple[list[ProgrammeMention], list[Issue]]:
    """Return the mentions of programmes in text order, and what a person should look at."""
    found, issues = find_known(document, segments)
    return [_mention(item, document, segments[item.segment_no]) for item in found], issues
