"""Whom general words stand for: the document's police area for "the Commissioner", a body named before for "it"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.model import BlockKind, Document, PccKind, PccMention
from extractors.relate.clauses import Clause, pattern
from extractors.relate.lexicon import expand
from extractors.relate.links import Link, links_to
from extractors.relate.names import COLLECTIVE, Recipient, doubtful, name_runs, split_names
from extractors.relate.receiving import MANY, PREPOSITION

OFFICIAL = re.compile(
    r"\b(?:commissioner|pcc|pfcc|opcc|office|force|constabulary|county|region|area|police"
    r"|mayor)(?:'s (?:office|team))?$",
    re.IGNORECASE,
)
# A body that is not named, or many: its place does not receive in its stead.
_UNNAMED = re.compile(
    r"\b(?:a|an|one|another) (?:[a-z'-]+ ){0,4}(?:group|charity|project|club|school|team|organisation"
    r"|centre|church"
    r"|trust|company|scheme|council|town|village)\b"
    r"|\b(?:PCCs|commissioners|forces|projects|groups|charities|organisations|councils|schools|schemes"
    r"|clubs|bids|authorities)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:the|this|our|local) (?:[a-z-]+ )?(?:charity|organisation|group|club|trust|project|school"
    r"|centre|council|team"
    r"|foundation|company|association|college|academy|church|partnership|university|unit|service|scheme"
    r"|initiative)(?:$|, (?:which|who|based|run|a|an) )|^(?:(?:last|this|in|next) [a-z0-9]+,? )?(?:it|they)$",
    re.IGNORECASE,
)
_WE = re.compile(r"(?:^|[\s\"'(])(?:we|I|my office|our office)$")
#: A smaller sum that "we" received is more often a charity's, which an official's page quotes.
_OFFICIAL_SUM = 20_000
# A line of what an office has done, its subject left out: "- Secured £5,000".
_UNTOLD = re.compile(
    r"[^\w]*(?:Successfully |Has )?(?:Secured|Won|Attracted|Obtained|Gained|Brought in|Landed)\b"
)
_LINE_START = 16
# "(OPCC)" behind the words that it shortens.
_ACRONYM = re.compile(r" ?\([A-Z]{2,8}\)$")
# "Among those to benefit is Refuge", "One is Refuge": a body is brought in behind its verb.
_BRINGS_IN = re.compile(
    r"(?:Among|Amongst|One|Another|Also|These|Those|Other|The|First|Next|Last)\b[^;:.]{0,100}?"
    r"\b(?:is|are|was|were|include|includes|included|including) (?:the )?",
    re.IGNORECASE,
)
_TO_OFFICIAL = pattern(
    expand(
        r"@$fill (?:$given(?: by [^#;,]{3,40}?)? (?:to|for)|(?:won|secured|received) by) (?:the|our|his"
        r"|her|your) "
        r"(?:county's |force's |local )?(?:police and crime commissioner|commissioner|pcc|pfcc|opcc"
        r"|office of the pcc"
        r"|force|constabulary|county|region)\b(?!'s (?!office|team)|s\b)"
        r"|\b(?:brings?|brought|won|wins|earn(?:s|ed)?|secured|got|gives?|gave|handed|awarded) (?:the|our) "
        r"(?:county|force|area|region|pcc|opcc|pfcc|commissioner"
        r"|constabulary|office of the (?:pcc|police and crime commissioner)) $few@"
        r"|\b(?:our|my|its|the (?:pcc|pfcc|opcc|commissioner|force|office|county)'s) (?:[a-z]+ ){0,2}?(?:bids?"
        r"|applications?) (?:for|of|worth|totalling) $few@,? (?:was|were|has been|have been|is) (?:successful"
        r"|approved|accepted|granted)"
        r"|\b(?:last|this) (?:week|month|year)'s successful (?:bid|application) (?:for|of) $few@"
        r"|@(?: (?!to\b|for\b)[^\s#;:,]+){0,4} (?:for|to) (?:the|our) "
        r"(?:county|force|constabulary|commissioner|pcc|opcc)\b(?!'s|s\b)"
    )
)


# How far from an amount the words stand that hand it to somebody, in characters.
_REACH = 320
# A sentence of up to so many characters with one name in it is about that name, wherever it stands.
_SHORT = 120


def area_of(document: Document, pcc: Sequence[PccMention]) -> PccMention | None:
    """Return a mention of the one police area that a document is about, or None where it is about several.

    The site's own area wins; else an area that takes three of four mentions (of offices, persons, forces and areas).
    """
    counts = Counter(mention.area_id for mention in pcc)
    if document.site_area_id:
        chosen: str | None = document.site_area_id
    else:
        area, count = counts.most_common(1)[0] if counts else (None, 0)
        chosen = area if count and count >= 0.7 * sum(counts.values()) else None
    if chosen and counts[chosen] == 1 and all(m.kind is PccKind.PERSON for m in pcc if m.area_id == chosen):
        return None
    order = {PccKind.OFFICE: 0, PccKind.FORCE: 1, PccKind.AREA: 2, PccKind.PERSON: 3}
    mine = sorted((m for m in pcc if m.area_id == chosen), key=lambda m: (order[m.kind], m.start_char))
    return mine[0] if mine else None


def stand_in(
    clause: Clause,
    at: int,
    subject: tuple[int, int],
    verb: re.Match[str],
    before: Sequence[Clause],
    area: PccMention | None,
) -> Iterator[Link]:
    """Resolve the general words of a subject ``[start, end)`` of the folded text before a verb of receiving.

    Positive: "The Commissioner has secured £1m" on the page of one area; "It has received £5,000" after a sentence on
    Kernow Youth; "police in Kent will get £1m". Negative: "six charities in Kent will get £1m" (not named).
    """
    words = _ACRONYM.sub("", clause.text[slice(*subject)].strip(" ,"))
    cue = (verb.start(), at)
    floor = clause.floor(at)
    floor = max(floor, clause.text.rfind("; ", 0, verb.start()) + 1)
    place = sole_place(clause, floor, verb.start())
    if (
        place is not None
        and not MANY.search(clause.text, max(floor, place - 60), place)
        and not _UNNAMED.search(words)
    ):
        yield from links_to(clause, at, (place, place + 1), "receive-place", 5, cue)
        return
    if verb.group().lower().startswith("accept"):
        words = "the commissioner"
    if area is not None and OFFICIAL.search(words) and not re.search(r"\b(?:each|every|\d+)\b", words):
        yield official(clause, at, area, "receive-official", (subject[0], verb.end()), cue)
    elif area is not None and verb.start() < _LINE_START and _UNTOLD.fullmatch(clause.text, 0, verb.end()):
        yield official(clause, at, area, "receive-official", (verb.start(), verb.end()), cue)
    elif area is not None and _speaks(clause, at, words, before, area):
        yield official(clause, at, area, "receive-official", (subject[0], verb.end()), cue)
    elif _BODY.search(words):
        body = introduced(clause, subject[0]) if subject[0] > floor else None
        body = body or body_before(before)
        if body is not None:
            yield Link(at=at, recipient=body, rule="receive-body", rank=6, shared=1, cue=cue)


def _speaks(clause: Clause, at: int, words: str, before: Sequence[Clause], area: PccMention) -> bool:
    """Say whether "we" or "I" is the office of the one area: a large sum, the office or its holder named nearby."""
    if not _WE.search(words) or dict(clause.money)[at].amount_low < _OFFICIAL_SUM:
        return False
    return any(
        isinstance(mark, PccMention)
        and mark.area_id == area.area_id
        and mark.kind in (PccKind.PERSON, PccKind.OFFICE)
        for near in (clause, *before[:3], *before[-8:])
        for mark in near.marks.values()
    )


def official(
    clause: Clause,
    at: int,
    area: PccMention,
    rule: str,
    place: tuple[int, int],
    cue: tuple[int, int],
) -> Link:
    """Return a link to a document's one police area, which the words at ``place`` stand for."""
    first, last = clause.span(*place)
    who = Recipient(text=" ".join(area.text.split()), start_char=first, end_char=last, area_id=area.area_id)
    return Link(at=at, recipient=who, rule=rule, rank=5, shared=1, cue=cue)


def introduced(clause: Clause, end: int) -> Recipient | None:
    """Return the body that a sentence opens with, or brings in behind "is", before ``end``.

    Positive: "One is First Step in Knowsley, which ...: it". Negative: "The work of First Step ...: it".
    """
    for run in name_runs(clause, 0, end):
        lead = clause.text[: run[0]].strip("'\"( ")
        if lead.removeprefix("The").strip() and not _BRINGS_IN.fullmatch(clause.text, 0, run[0]):
            continue
        body = next(iter(split_names(clause, *run)), None)
        if body is not None and body.area_id is None and (" " in body.text or not doubtful(clause, run)):
            return body
    return None


def body_before(before: Sequence[Clause]) -> Recipient | None:
    """Return the body that one of the four sentences before begins with, the nearest first."""
    for earlier in reversed(before[-4:]):
        if earlier.segment.block.kind is BlockKind.HEADING:
            continue
        named = list(name_runs(earlier, 0, len(earlier.text)))
        for run in named:
            body = next(iter(split_names(earlier, *run)), None)
            lead = earlier.text[: run[0]]
            opens = not lead.strip("'\"( ").removeprefix("The") or _BRINGS_IN.fullmatch(lead)
            alone = len(named) == 1 and len(earlier.text) <= _SHORT and not PREPOSITION.search(lead)
            if body is None or body.area_id is not None or not (opens or alone):
                continue
            if " " in body.text or not doubtful(earlier, run):
                return body
    return None


def to_official(clause: Clause, at: int, area: PccMention | None) -> Iterator[Link]:
    """The document's one police area, where the amount goes to "the PCC", "the force", "the county".

    Positive: "£418,520 of funding awarded to the PCC". Negative: "£5,000 to the county's youth clubs".
    """
    first = max(0, at - _REACH)
    found = next(
        (m for m in _TO_OFFICIAL.finditer(clause.aimed(at), first, at + _REACH) if m.start() <= at < m.end()),
        None,
    )
    if found is not None and area is not None:
        yield official(
            clause, at, area, "to-official", (found.start(), found.end()), (found.start(), found.end())
        )


def sole_place(clause: Clause, start: int, end: int) -> int | None:
    """Return where the one police area stands that a preposition brings in, as in "police in Kent", else None."""
    places = [n for n in range(start, end) if clause.pcc_at(n) is not None]
    areas = {mention.area_id for n in places if (mention := clause.pcc_at(n))}
    if len(areas) != 1 or COLLECTIVE.match(clause.text, places[0] + 1):
        return None
    return places[0] if PREPOSITION.search(clause.text[start : places[0]]) else None
