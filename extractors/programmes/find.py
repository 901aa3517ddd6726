"""The way in: all programme mentions of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.model import Document, Issue, ProgrammeMention, ProgrammeStatus
from extractors.programmes.bodies import without_bodies
from extractors.programmes.candidates import find_candidates
from extractors.programmes.judge import says_more
from extractors.programmes.known import find_known
from extractors.programmes.shortforms import find_acronyms, find_short_names, find_the_fund
from extractors.programmes.spans import Found, disjoint
from extractors.segments import Segment

_BRACKET = re.compile(r"['\"]? \((?:also known as |known as |or |hereafter |the )*['\"]?")


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


def _part_of_longer(known: Found, candidates: Sequence[Found], segments: Sequence[Segment]) -> bool:
    """Whether a known name is only a part of a longer one that says more ("Northgate Youth Fund")."""
    text = segments[known.segment_no].text
    return any(
        known.segment_no == longer.segment_no
        and longer.start <= known.start
        and known.end <= longer.end
        and (says_more(text, longer.start, known.start) or says_more(text, known.end, longer.end))
        for longer in candidates
    )


def _names_once(found: Sequence[Found], segments: Sequence[Segment]) -> list[Found]:
    """Return the found names without the acronyms that stand in brackets right behind their own full names: name and
    bracket are one mention. Another name in words ("Lantern Fund (Lantern Round 2)") is one of its own.
    """
    ordered = sorted(found, key=lambda item: (item.segment_no, item.start))
    kept: list[Found] = []
    for item in ordered:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.programme_id == item.programme_id
            and " " not in segments[item.segment_no].text[item.start : item.end]
            and _BRACKET.fullmatch(_between(before, item, segments))
        ):
            continue
        kept.append(item)
    return kept


def _between(first: Found, second: Found, segments: Sequence[Segment]) -> str:
    """Return the text between two names of one segment, or of two that follow each other (a line broken in a cell)."""
    if first.segment_no == second.segment_no:
        return segments[first.segment_no].text[first.end : second.start]
    if first.segment_no + 1 < second.segment_no:
        return ""
    return (
        f"{segments[first.segment_no].text[first.end :]} {segments[second.segment_no].text[: second.start]}"
    )


def _merged(found: Sequence[Found], short: Sequence[Found]) -> list[Found]:
    """Return the names with the short forms. A candidate that is another name's short form becomes that name's."""
    meant = {(item.segment_no, item.start, item.end): item for item in short}
    names: list[Found] = []
    for item in found:
        other = meant.get((item.segment_no, item.start, item.end), item)
        is_short = item.status is ProgrammeStatus.CANDIDATE and other.programme_id != item.programme_id
        names.append(other if is_short else item)
    return names + disjoint(short, taken=names)


def find_programmes(
    document: Document, segments: Sequence[Segment]
) -> tuple[list[ProgrammeMention], list[Issue]]:
    """Return the mentions of programmes in text order, without overlaps, and what a person should look at.

    Known programmes come from the registry; other names are candidates, whose ``programme_id`` is ``candidate-`` and
    the slug of the name, so that one name has one identifier in all documents.
    """
    known, issues = find_known(document, segments)
    known = without_bodies(known, segments)
    candidates = without_bodies(find_candidates(segments), segments)
    found = [item for item in known if not _part_of_longer(item, candidates, segments)]
    acronyms = disjoint(find_acronyms(found, segments), taken=found)
    found += acronyms
    found += disjoint(candidates, taken=found)
    found += disjoint(find_acronyms(found, segments), taken=found)
    found = _merged(found, find_short_names(found, segments))
    found += disjoint(find_the_fund(found, segments), taken=found)
    found = without_bodies(found, segments)
    return [
        _mention(item, document, segments[item.segment_no]) for item in _names_once(found, segments)
    ], issues
