"""Short forms that a document gives a programme: acronyms in brackets, "the Fund", the name without its first words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.model import ProgrammeKind, ProgrammeStatus
from extractors.programmes.fold import slug
from extractors.programmes.judge import is_body
from extractors.programmes.spans import Found, cue
from extractors.programmes.vocabulary import HEAD_KINDS, SMALL
from extractors.segments import Segment

ACRONYM_RULE_ID = "programme.acronym.v1"
SHORT_RULE_ID = "programme.short.v1"

_BRACKETED = re.compile(
    r"['\"]? \((?:also known as |known as |or |hereafter |the )*['\"]?"
    r"(?P<short>[A-Za-z][\w+&-]*(?: [A-Z][\w&-]*)?)['\"]?\)"
)
# A coined word names by itself: capitals inside it, capitals throughout, or figures in it.
_COINED = re.compile(r"[a-z][A-Z]|^[A-Z]{3,}$|\d")
_THE_FUND = re.compile(r"\b[Tt]he (?P<short>Fund)\b(?! [A-Z])(?!'s? [A-Z])")


def _stands_for(short: str, name: str) -> bool:
    """Whether ``short`` is made of the initials of ``name`` in their order, or is one of its words.

    >>> [_stands_for(short, "Bright Paths Fund") for short in ("BPF", "Paths", "PCC")]
    [True, True, False]
    """
    words = re.findall(r"[A-Za-z]+", name)
    if short in words:
        return short[0].isupper() and short.casefold() not in HEAD_KINDS
    letters = [char for char in short.removesuffix("s") if char.isupper()]
    if len(letters) < 2 or len(letters) < len(short.removesuffix("s")) - 1:
        return False
    initials = iter(word[0].upper() for word in words)
    return words[0][0].upper() == letters[0] and all(letter in initials for letter in letters)


def _use(target: Found, segment: Segment, number: int, span: tuple[int, int], rule_id: str) -> Found:
    """Return another mention of ``target``, at ``span`` of segment ``number``."""
    why = cue(segment, *span, attribute="programme_id", value=target.programme_id, rule_id=rule_id)
    start, end = span
    return replace(
        target, segment_no=number, start=start, end=end, rule_id=rule_id, round_no=None, cues=(why,)
    )


def _mentions_of(
    short: str, target: Found, segments: Sequence[Segment], rule_id: str, *, first: tuple[int, int]
) -> Iterator[Found]:
    """Yield the uses of a short form from the place ``first`` (segment and offset) on."""
    pattern = re.compile(rf"(?<![\w'-]){re.escape(short)}s?(?![\w-])")
    for number in range(first[0], len(segments)):
        segment = segments[number]
        for match in pattern.finditer(segment.text, first[1] if number == first[0] else 0):
            if is_body(segment.text, *match.span()):
                continue
            yield _use(target, segment, number, match.span(), rule_id)


def _bracket_behind(item: Found, segments: Sequence[Segment]) -> tuple[re.Match[str], tuple[int, int]] | None:
    """Return the bracket right behind a name, or at the head of the next line, and the place of the words in it."""
    number, text = item.segment_no, segments[item.segment_no].text
    if bracket := _BRACKETED.match(text, item.end):
        return bracket, (number, bracket.start("short"))
    if item.end < len(text) or number + 1 == len(segments):
        return None
    bracket = _BRACKETED.match(f" {segments[number + 1].text}")
    return (bracket, (number + 1, bracket.start("short") - 1)) if bracket else None


def find_acronyms(found: Sequence[Found], segments: Sequence[Segment]) -> list[Found]:
    """Return the uses of short forms that stand in brackets behind a full name, the one in the brackets included."""
    result: list[Found] = []
    defined: set[str] = set()
    for item in found:
        place = _bracket_behind(item, segments)
        if place is None or place[0]["short"] in defined:
            continue
        bracket, first = place
        written = segments[item.segment_no].text[item.start : item.end]
        if any(_stands_for(bracket["short"], name) for name in (written, item.name)):
            defined.add(bracket["short"])
            result += _mentions_of(
                bracket["short"].removesuffix("s"),
                item,
                segments,
                ACRONYM_RULE_ID,
                first=first,
            )
    return result


def _shorter(written: str) -> list[str]:
    """Return what a document may call a name later on: its last two words, or the name without its head noun.

    >>> _shorter("Quayside Wellbeing Fund"), _shorter("InCtrl project"), _shorter("Compass programme")
    (['Wellbeing Fund', 'Quayside Wellbeing'], ['InCtrl'], [])
    """
    words = written.split(" ")
    head = words[-1]
    if head.casefold() not in HEAD_KINDS:
        return []
    shorts: list[str] = []
    if len(words) >= 3:
        if words[-2].casefold() not in SMALL and head[0].isupper():
            shorts.append(" ".join(words[-2:]))
        shorts.append(" ".join(words[:-1]))
    elif len(words) == 2 and head.islower() and _COINED.search(words[0]):
        shorts.append(words[0])
    return [short for short in shorts if short[0].isupper()]


def find_short_names(found: Sequence[Found], segments: Sequence[Segment]) -> list[Found]:
    """Return later uses of shorter forms of the names, and candidates' whole names wherever else they stand."""
    result: list[Found] = []
    seen: set[str] = set()
    for item in sorted(found, key=lambda one: (one.segment_no, one.start)):
        written = segments[item.segment_no].text[item.start : item.end]
        if slug(written) in seen:
            continue
        seen.add(slug(written))
        full = item.status is ProgrammeStatus.CANDIDATE and item.rule_id != ACRONYM_RULE_ID
        if full and (" " in written or _COINED.search(written)):
            result += _mentions_of(written, item, segments, item.rule_id, first=(0, 0))
        for short in _shorter(written):
            if slug(short) not in seen:
                seen.add(slug(short))
                result += _mentions_of(
                    short, item, segments, SHORT_RULE_ID, first=(item.segment_no, item.end)
                )
    return result


def find_the_fund(found: Sequence[Found], segments: Sequence[Segment]) -> list[Found]:
    """Return the uses of "the Fund" where the document names exactly one fund, from its first mention on."""
    funds = {item.programme_id: item for item in reversed(found) if item.kind is ProgrammeKind.FUND}
    if len(funds) != 1:
        return []
    fund = next(iter(funds.values()))
    return [
        _use(fund, segments[number], number, match.span("short"), SHORT_RULE_ID)
        for number in range(fund.segment_no, len(segments))
        for match in _THE_FUND.finditer(segments[number].text)
    ]
