"""Known programmes: the registry's names and aliases, matched on folded words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.model import Cue, Document, Issue, ProgrammeKind, ProgrammeStatus, Severity
from extractors.programmes.fold import Word, fold, folds
from extractors.programmes.rounds import find_round
from extractors.programmes.spans import Found, cue, disjoint
from extractors.programmes.vocabulary import SMALL, word_set
from extractors.registry.programmes import Programme, programmes
from extractors.segments import Segment

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.vocab import Vocab

RULE_ID = "programme.known.v1"

_FILLER = "\N{REPLACEMENT CHARACTER}"
# Head nouns that belong to the span when they follow the name directly, by the kind of what is named.
_HEADS = {
    ProgrammeKind.FUND: word_set("fund funding grant grants scheme programme project initiative"),
    ProgrammeKind.PROGRAMME: word_set(
        "programme programmes project projects scheme schemes model initiative pilot intervention interventions course"
        " campaign process service"
    ),
    ProgrammeKind.UNIT: word_set("unit units team hub centre"),
    ProgrammeKind.STRATEGY: word_set("strategy plan"),
}
_BRACKETED_ACRONYM = re.compile(r"\((?=[^()]*[A-Z]{2})[A-Z][A-Za-z&]{1,8}\)")
_NEXT_WORD = re.compile(r" ([A-Za-z]+)\b(?!')")
# Behind a name these make a body, a law or a post of it ("Drive Partnership").
_BODY = re.compile(
    r" (?:Partnership|Regulations|Act|Trust|Foundation|Association|Board|News|Ltd|Limited|Council)\b"
)
# "Drive down crime", "Drive safely": a verb at the head of a sentence, not the programme.
_VERB_OBJECT = re.compile(
    r" (?:a|an|the|your|our|their|down|up|out|forward|through|off|on|in|to|home|safely|[a-z]+ly)\b"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a programme's name. ``own`` forms need no context."""

    programme: Programme
    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class _Hit:
    segment_no: int
    start: int
    end: int
    form: _Form


@dataclass(frozen=True)
class _Index:
    """The matcher with a vocabulary of its own, closed after building: words of no name become one filler word, so that
    nothing that a document says stays in memory (and a memory zone of the shared vocabulary cannot empty it).
    """

    matcher: PhraseMatcher
    vocab: Vocab
    words: frozenset[str]
    forms: dict[str, list[_Form]]
    anchors: frozenset[str]

    def matches(self, words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yield the key, first word and end word of each form among folded words."""
        from spacy.tokens import Doc

        if self.anchors.isdisjoint(words):
            return
        doc = Doc(self.vocab, words=[word if word in self.words else _FILLER for word in words])
        for key, first, last in self.matcher(doc):
            yield self.vocab.strings[key], first, last


def _keys(text: str) -> set[tuple[str, ...]]:
    """The folded words of a form, with and without its commas."""
    words = folds(text)
    return {words, tuple(word for word in words if word not in {",", ":"})}


@cache
def _index() -> _Index:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    vocab = Vocab()
    matcher = PhraseMatcher(vocab, attr="ORTH")
    forms: dict[str, list[_Form]] = {}
    anchors: set[str] = set()
    for programme in programmes():
        for own, texts in ((True, programme.own_forms), (False, programme.context_aliases)):
            for text in texts:
                for words in _keys(text):
                    key = " ".join(words)
                    if key not in forms:
                        matcher.add(key, [Doc(vocab, words=list(words))])
                    forms.setdefault(key, []).append(_Form(programme, text, own))
                    anchors.add(words[0])
    vocabulary = frozenset(word for key in forms for word in key.split(" "))
    return _Index(matcher, vocab, vocabulary, forms, frozenset(anchors))


def _written_as_name(text: str, words: Sequence[Word], form: _Form) -> bool:
    """Whether the words in the text are written as a name: acronyms in capitals, names with capital initials, and
    names of three words or more that end in Fund or Unit also in small letters.
    """
    content = [word for word in words if word.fold not in SMALL and word.fold.isalnum()]
    surfaces = [text[word.start : word.end] for word in content]
    if len(content) == 1:
        letters = [char for char in form.text if char.isalpha()]
        if all(char.isupper() for char in letters):
            return surfaces[0].removesuffix("s").isupper()
        return surfaces[0][0].isupper() or surfaces[0][0] == "#"
    capitals = sum(1 for surface in surfaces if surface[0].isupper() or surface[0].isdigit())
    if len(surfaces) == len(plain := form.text.split()) and surfaces[0][0].isupper() and plain[-1].islower():
        return all(
            surface[0].isupper() for surface, word in zip(surfaces, plain, strict=True) if word[0].isupper()
        )
    if capitals == len(surfaces) or (
        capitals >= 2 and surfaces[0][0].isupper() and 2 * capitals >= len(surfaces)
    ):
        return True
    if len(surfaces) == 2 and capitals == 1:
        return surfaces[0][0].isupper() and content[1].fold in {
            "fund",
            "programme",
            "project",
            "scheme",
            "model",
        }
    return len(surfaces) >= 3 and content[-1].fold in {"fund", "unit"}


def _without_acronyms(text: str, words: Sequence[Word]) -> list[Word]:
    """Return the words without acronyms in brackets, so that "Violence Reduction (VR) Fund" reads as its full name."""
    inside = [match.span() for match in _BRACKETED_ACRONYM.finditer(text)]
    return [word for word in words if not any(start <= word.start < end for start, end in inside)]


def _is_whole(surface: str) -> bool:
    """Whether no bracket opens or closes outside a name: "VR) Fund" is half of a longer one."""
    return ")" not in surface or 0 <= surface.find("(") < surface.find(")")


def _hits(segments: Sequence[Segment]) -> tuple[list[_Hit], list[str]]:
    index = _index()
    hits: list[_Hit] = []
    seen_folds: list[str] = []
    for number, segment in enumerate(segments):
        text = segment.text
        words = fold(text)
        seen_folds.append(" " + " ".join(word.fold for word in words) + " ")
        readings = [words]
        if "(" in text and len(shorter := _without_acronyms(text, words)) < len(words):
            readings.append(shorter)
        for reading in readings:
            for key, first, last in index.matches([word.fold for word in reading]):
                span = reading[first:last]
                start, end = span[0].start, span[-1].end
                if _BODY.match(text, end) or not _is_whole(text[start:end]):
                    continue
                hits += [
                    _Hit(number, start, end, form)
                    for form in index.forms[key]
                    if _written_as_name(text, span, form)
                ]
    return hits, seen_folds


def _in_context(hit: _Hit, segment: Segment, named: frozenset[str], areas: frozenset[str]) -> bool:
    """Whether the document shows that a context form means its programme: by its full name, by the name of the area
    that it belongs to, or, for a single word of a national programme, by the head noun behind it.
    """
    if hit.form.own:
        return True
    programme = hit.form.programme
    one_word = " " not in hit.form.text
    if one_word and hit.start == 0 and _VERB_OBJECT.match(segment.text, hit.end):
        return False
    if programme.programme_id in named:
        return True
    head = _NEXT_WORD.match(segment.text, hit.end)
    has_head = head is not None and head.group(1).casefold() in _HEADS[programme.kind]
    if programme.area_id is None:
        return one_word and has_head
    return programme.area_id in areas and (has_head or not one_word)


def _is_local(hit: _Hit, document: Document) -> bool:
    """Whether a form's programme is one of the area whose site the document comes from."""
    return document.site_area_id is not None and hit.form.programme.area_id == document.site_area_id


@cache
def _area_phrases() -> dict[str, str]:
    """The areas that own a known programme, each with its name in folded words between spaces."""
    areas = {programme.area_id for programme in programmes() if programme.area_id is not None}
    return {area: f" {' '.join(folds(area))} " for area in areas}


def _areas(document: Document, folded: Sequence[str]) -> frozenset[str]:
    """The areas that the article, its title or its site names, among those that own a known programme."""
    title = " ".join(folds(f"{document.title or ''} {document.publisher or ''}"))
    text = f"{' | '.join(folded)} | {title} "
    named = {area for area, phrase in _area_phrases().items() if phrase in text}
    if document.site_area_id is not None:
        named.add(document.site_area_id)
    return frozenset(named)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a leading article, a closing possessive, and a head noun behind the name's quotation marks; take in
    a bracket that closes behind the name.
    """
    if the := re.match(r"[Tt]he (?=\w)", text[start:end]):
        start += the.end()
    if text[start:end].endswith("'s"):
        end -= 2
    if "(" in text[start:end] and ")" not in text[start:end] and text[end : end + 1] == ")":
        end += 1
    if start > 0 and text[start - 1] in "'\"":
        closing = re.search(rf"{re.escape(text[start - 1])}(?= [A-Za-z]+$)", text[start:end])
        if closing:
            end = start + closing.start()
    return start, end


def _with_head(text: str, end: int, kind: ProgrammeKind) -> int:
    """Return the end of the span with the head noun that follows directly, if one does."""
    head = _NEXT_WORD.match(text, end)
    return head.end() if head and head.group(1).casefold() in _HEADS[kind] else end


def _found(hit: _Hit, segment: Segment) -> Found:
    programme, text = hit.form.programme, segment.text
    start, end = _trim(text, hit.start, hit.end)
    cues: list[Cue] = [
        cue(segment, start, end, attribute="programme_id", value=programme.programme_id, rule_id=RULE_ID)
    ]
    last = re.split(r"[^A-Za-z]+", text[start:end].casefold())[-1]
    has_head = last in _HEADS[programme.kind]
    if not has_head:
        headed = _with_head(text, end, programme.kind)
        has_head, end = headed > end, headed
    round_no = None
    found = find_round(text, start=start, end=end, has_head=has_head)
    if programme.kind is ProgrammeKind.FUND and found:
        round_no = found.number
        cues.append(
            cue(segment, found.start, found.end, attribute="round_no", value=str(round_no), rule_id=RULE_ID)
        )
        if found.glued:
            end = _with_head(text, found.end, programme.kind)
    return Found(
        segment_no=hit.segment_no,
        start=start,
        end=end,
        programme_id=programme.programme_id,
        name=programme.name,
        kind=programme.kind,
        status=ProgrammeStatus.KNOWN,
        rule_id=RULE_ID,
        round_no=round_no,
        cues=tuple(cues),
    )


def find_known(document: Document, segments: Sequence[Segment]) -> tuple[list[Found], list[Issue]]:
    """Return the known programmes of the segments, longest names first where names overlap.

    A form that several programmes share and the context does not settle yields an issue and no mention.
    """
    hits, folded = _hits(segments)
    named = frozenset(hit.form.programme.programme_id for hit in hits if hit.form.own)
    areas = _areas(document, folded)
    issues: list[Issue] = []
    by_span: dict[tuple[int, int, int], list[_Hit]] = {}
    for hit in hits:
        if _in_context(hit, segments[hit.segment_no], named, areas):
            by_span.setdefault((hit.segment_no, hit.start, hit.end), []).append(hit)
    found: list[Found] = []
    for (number, start, end), same in by_span.items():
        owners = {hit.form.programme.programme_id: hit for hit in same}
        if len(owners) > 1:
            own = {key: hit for key, hit in owners.items() if hit.form.own}
            here = {key: hit for key, hit in owners.items() if _is_local(hit, document)}
            owners = own or here or owners
        if len(owners) > 1:
            issues.append(
                Issue(
                    code="ambiguous-programme",
                    severity=Severity.INFO,
                    stage="annotate",
                    message=f"the name may mean any of {', '.join(sorted(owners))}",
                    source_id=document.source_id,
                    url=document.url,
                    document_id=document.document_id,
                    fragment=segments[number].text[start:end],
                )
            )
            continue
        found.append(_found(next(iter(owners.values())), segments[number]))
    return disjoint(found), issues
