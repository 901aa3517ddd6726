"""Unknown programmes: names found by the patterns of the catalogue, judged, and kept as candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.model import BlockKind, ProgrammeKind, ProgrammeStatus
from extractors.programmes import patterns  # noqa: F401  (registers the rules)
from extractors.programmes.catalogue import rules
from extractors.programmes.fold import slug
from extractors.programmes.judge import (
    Token,
    is_body,
    is_name,
    is_vague,
    kind_of,
    tokens,
    trim,
    without_place,
)
from extractors.programmes.spans import Found, cue, disjoint
from extractors.programmes.vocabulary import (
    BODY_AFTER,
    GENERIC,
    HEAD_KINDS,
    MIDDLE_HEADS,
    NOT_PROGRAMMES,
    OPENERS,
    OWNERS,
    SMALL,
    SMALL_HEADS,
    SMALL_ONLY,
    SOFT_OPENERS,
    WEAK_HEADS,
)
from extractors.segments import Segment

RULE_ID = "programme.candidate.v1"

_BIG_HEADS = frozenset(head.capitalize() for head in HEAD_KINDS.keys() - SMALL_ONLY)
_MARKED_RULES = (
    "fundtrail.programme-quoted.v1",
    "fundtrail.programme-quoted-title.v1",
    "fundtrail.programme-called.v1",
    "fundtrail.programme-apposed.v1",
    "fundtrail.programme-described.v1",
    "fundtrail.programme-defined.v1",
    "fundtrail.programme-funded.v1",
    "fundtrail.programme-owned.v1",
    "fundtrail.programme-bracketed.v1",
    "fundtrail.programme-labelled.v1",
)
# Rules whose shape alone shows little need as many words that name rather than describe.
_NEEDS_TELLING = {
    "fundtrail.programme-apposed.v1": 1,
    "fundtrail.programme-described.v1": 2,
    "fundtrail.programme-defined.v1": 1,
    "fundtrail.programme-funded.v1": 1,
    "fundtrail.programme-owned.v1": 2,
    "fundtrail.programme-bracketed.v1": 1,
    "fundtrail.programme-labelled.v1": 1,
}
# Rules without a head noun in their shape: one word is a name there only if it is coined ("StreetBeat", "Deck-9").
_HEADLESS = frozenset(
    {
        "fundtrail.programme-funded.v1",
        "fundtrail.programme-owned.v1",
        "fundtrail.programme-bracketed.v1",
    }
)
_COINED = re.compile(r"[a-z][A-Z]|\d|^[A-Z]{5,}$")
# What brackets behind a recipient say besides its project: where it is, what it was called, in whose name it acts.
_REMARK = re.compile(
    r"(?:Formerly|Previously|Including|Part|Via|Known|Trading|Registered|Countywide|Lead|Year|Round)\b"
)
# In rules with two shapes, the names of the second.
_GROUPS = ("inside", "name_run", "name_last", "name")
# Before a name of one word, or one with a weak head noun, stands a word that points at it.
_DETERMINER = re.compile(
    r"(?:\b(?:[Tt]he|its|their|our|his|her|this)|'s|s'|['\"(])(?: [a-z-]+){0,2} ?['\"]?\Z", re.I
)
_LONGEST_TITLE = 600
_POINTING = re.compile(r"(?:\b(?:the|its|their|our|his|her)|[a-z]'s|s') ['\"]?\Z")
_SPEECH_END = re.compile(r"[.,!?]$")
# Of a quoted or explained name, the kind is that of its head noun where it has one; these too give kinds.
_MORE_HEADS = {
    **dict.fromkeys(("unit", "hub", "team"), ProgrammeKind.UNIT),
    **dict.fromkeys(("fund", "grant", "grants"), ProgrammeKind.FUND),
    "strategy": ProgrammeKind.STRATEGY,
}


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    kind: ProgrammeKind
    rule: str


def _title_case(segment: Segment, start: int, end: int) -> bool:
    """Whether the segment is set in title case, so that its capitals show nothing about ``[start, end)``."""
    if len(segment.text) > _LONGEST_TITLE:
        return False
    outside = tokens(segment.text, 0, start) + tokens(segment.text, end, len(segment.text))
    long = [word for word in outside if len(word.text) > 3 and word.text[0].isalpha()]
    if not long:
        return segment.block.kind is BlockKind.HEADING and segment.block_no == 0
    if segment.block.kind is not BlockKind.HEADING and re.search(r"[£\d]|[.?!]$", segment.text):
        return False
    least = 2 if segment.block.kind is BlockKind.HEADING else 4
    return len(long) >= least and sum(1 for word in long if word.text[0].isupper()) >= 0.7 * len(long)


def _titles(segment: Segment) -> Iterator[_Name]:
    text = segment.text
    rule = "fundtrail.programme-title.v1"
    for match in rules()[rule]().finditer(text):
        words = tokens(text, *match.span("name"))
        first = 0
        for place, word in enumerate(words):
            follows = words[place + 1].text if place + 1 < len(words) else ""
            if word.text not in _BIG_HEADS or follows in _BIG_HEADS:
                continue
            if word.plain in MIDDLE_HEADS and follows[:1].isupper():
                continue
            run = trim(text, words[first : place + 1])
            first = place + 1
            pointed_at = (
                bool(run) and _POINTING.search(text, max(0, run[0].start - 60), run[0].start) is not None
            )
            if is_name(run, small_head=False, pointed_at=pointed_at):
                yield _Name(run[0].start, run[-1].end, kind_of(run), rule)


def _quote_closes(text: str, run: Sequence[Token]) -> bool:
    """Whether a quotation that opens right before the run closes inside it: the quoted words are the name then."""
    mark = text[run[0].start - 1 : run[0].start]
    return mark in {"'", '"'} and any(word.text.endswith(mark) for word in run[:-1])


def _small_heads(segment: Segment) -> Iterator[_Name]:
    text = segment.text
    rule = "fundtrail.programme-small-head.v1"
    for match in rules()[rule]().finditer(text):
        words = tokens(text, *match.span("name"))
        heads = [place for place, word in enumerate(words[:-1]) if word.text in _BIG_HEADS]
        run = trim(text, words[heads[-1] + 1 if heads else 0 :])
        if not is_name(run, small_head=True) or _quote_closes(text, run):
            continue
        weak = run[-1].plain in WEAK_HEADS
        if (len(run) == 2 and run[-1].plain in WEAK_HEADS - SMALL_ONLY) or (
            (len(run) == 2 or weak) and not _DETERMINER.search(text, max(0, run[0].start - 60), run[0].start)
        ):
            continue
        yield _Name(run[0].start, run[-1].end, kind_of(run), rule)


def _plausible(words: Sequence[Token]) -> bool:
    """Whether a quoted or explained name is short, not speech, no body's, and says something of its own."""
    if not words or len(words) > 8 or words[-1].plain in NOT_PROGRAMMES:
        return False
    if not BODY_AFTER.isdisjoint(word.plain for word in words):
        return False
    telling = [word for word in words if word.plain not in SMALL]
    return bool(telling) and not all(word.plain in GENERIC for word in telling)


def _kind(words: Sequence[Token], head: str) -> ProgrammeKind:
    if words[-1].plain in HEAD_KINDS:
        return kind_of(words)
    return _MORE_HEADS.get(head.casefold(), ProgrammeKind.PROGRAMME)


def _stands_alone(words: Sequence[Token], owner: str | None) -> bool:
    """Whether words without a head noun are a name, not a remark, an acronym of ``owner`` or the body's own place."""
    if _REMARK.match(words[0].text):
        return False
    initials = "".join(word[0] for word in (owner or "").split() if word[0].isupper())
    if len(words) == 1:
        return bool(_COINED.search(words[0].text)) and words[0].text != initials
    return not all(is_vague(word) or word.plain in SMALL for word in words)


def _marked(segment: Segment) -> Iterator[_Name]:
    text = segment.text
    for rule in _MARKED_RULES:
        for match in rules()[rule]().finditer(text):
            groups = match.groupdict()
            start, end = match.span(next(group for group in _GROUPS if groups.get(group)))
            words = tokens(text, start, end)
            while words and not groups.get("mark") and words[0].text.casefold() in OPENERS - SOFT_OPENERS:
                words = words[1:]
            if not groups.get("mark"):
                words = without_place(words)
            if rule == "fundtrail.programme-quoted-title.v1":
                words = words if len(words) > 1 and words[0].plain not in {"a", "an"} else []
            elif not _plausible(words):
                continue
            if not words or _SPEECH_END.search(text[start:end]):
                continue
            if not (words[0].text[0].isupper() or words[0].text[0] in "#0123456789"):
                continue
            telling = [word for word in words if not is_vague(word) and word.plain not in SMALL]
            if rule in _NEEDS_TELLING and len(telling) < _NEEDS_TELLING[rule]:
                continue
            if rule in _NEEDS_TELLING and (words[-1].text.endswith("'s") or words[-1].plain in OWNERS):
                continue
            if rule in _HEADLESS and not _stands_alone(
                words, groups.get("owner") or groups.get("owner_first")
            ):
                continue
            yield _Name(words[0].start, words[-1].end, _kind(words, groups.get("head") or ""), rule)


def _composed(segment: Segment) -> Iterator[_Name]:
    """Yield the names of which a programme consists, and those that share a head noun in the plural."""
    rule = "fundtrail.programme-composed.v1"
    for match in rules()[rule]().finditer(segment.text):
        groups = match.groupdict()
        for group in ("name", "other", "name_run", "other_run"):
            if groups[group] is None:
                continue
            words = tokens(segment.text, *match.span(group))
            if _plausible(words) and not all(is_vague(word) for word in words):
                yield _Name(words[0].start, words[-1].end, ProgrammeKind.PROGRAMME, rule)


def _fixed(segment: Segment) -> Iterator[_Name]:
    for rule in ("fundtrail.programme-operation.v1", "fundtrail.programme-refrain.v1"):
        for match in rules()[rule]().finditer(segment.text):
            start, end = match.span("name")
            if segment.text[start:end].endswith("'s"):
                end -= 2
            yield _Name(
                start,
                end,
                _MORE_HEADS.get((match["head"] or "").strip().casefold(), ProgrammeKind.PROGRAMME),
                rule,
            )


def _is_operation(segment: Segment, name: _Name) -> bool:
    """Whether a name is "Operation" and a code name, which is one in a title too."""
    return (
        segment.text.startswith("Operation ", name.start) and name.rule == "fundtrail.programme-operation.v1"
    )


def _is_place(text: str, name: str) -> bool:
    """Whether the document speaks of the name's words before the head noun as of a place."""
    words = name.split(" ")
    if words[-1].casefold() not in SMALL_HEADS or len(words) > 3:
        return False
    place = re.escape(" ".join(words[:-1]))
    return bool(
        re.search(
            rf"\b(?:in|across|near|around|from|throughout|outside|of) {place}\b(?! (?i:{'|'.join(SMALL_HEADS)}))",
            text,
        )
    )


def find_candidates(segments: Sequence[Segment]) -> list[Found]:
    """Return the unknown programmes of the segments, without overlaps. A name in a heading in title case counts only
    where running text has it too; a name that the document treats as a body's or a place's does not count.
    """
    names: list[tuple[int, _Name]] = []
    weak: list[tuple[int, _Name]] = []
    bodies: set[str] = set()
    for number, segment in enumerate(segments):
        if not any(char.isupper() for char in segment.text):
            continue
        for find in (_titles, _small_heads, _marked, _composed, _fixed):
            for name in find(segment):
                if is_body(segment.text, name.start, name.end):
                    bodies.add(slug(segment.text[name.start : name.end]))
                elif not _is_operation(segment, name) and _title_case(segment, name.start, name.end):
                    weak.append((number, name))
                else:
                    names.append((number, name))
    strong = {slug(segments[number].text[name.start : name.end]) for number, name in names}
    names += [
        (number, name)
        for number, name in weak
        if slug(segments[number].text[name.start : name.end]) in strong
    ]
    text = " ".join(segment.text for segment in segments)
    found: list[Found] = []
    for number, name in names:
        segment = segments[number]
        surface = segment.text[name.start : name.end]
        identity = slug(surface)
        if not identity or identity in bodies or _is_place(text, surface):
            continue
        found.append(
            Found(
                segment_no=number,
                start=name.start,
                end=name.end,
                programme_id=f"candidate-{identity}",
                name=surface,
                kind=name.kind,
                status=ProgrammeStatus.CANDIDATE,
                rule_id=RULE_ID,
                cues=(
                    cue(segment, name.start, name.end, attribute="kind", value=name.kind, rule_id=name.rule),
                ),
            )
        )
    return disjoint(found)
