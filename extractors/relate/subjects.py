"""Who receives, where a verb of receiving stands before the amount: its subject, or what a general word stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.model import BlockKind, Document, PccKind, PccMention
from extractors.relate.clauses import MONEY, PCC, PROGRAMME, Clause, pattern
from extractors.relate.lexicon import expand
from extractors.relate.links import Link, links_to
from extractors.relate.names import COLLECTIVE, Recipient, name_runs, split_names

_RECEIVES = pattern(
    expand(
        r"\b(?:(?:has|have|had|is|are|was|were|be|been|being|will|to|also|set|due) )*"
        r"(?:receive|receives|received|receiving|get|gets|got|getting|secure|secures|secured|securing|win|wins|won|winning"
        r"|gain|gains|gained|obtain|obtained|obtains|land|lands|landed|bag|bags|bagged|scoop|scoops|scooped|net|nets"
        r"|netted|attract|attracted|accept|accepts|accepted|accepting|acceptance(?: and [a-z]+)? of|recipient of|recipients of|benefit from|benefits from|benefited from|benefitted from|"
        r"benefiting from|see|awarded|given|granted|allocated|handed|offered|promised|paid|gifted"
        r"|presented with|boosted by|boosted with|provided with|funded with|supported by|supported with|backed by|backed with|at a cost of|successful in securing|successful in obtaining"
        r"|successful bid for|successfully bid for|successfully applied for|successful in (?:its|their|a|our|his|her) bid for)\b"
    )
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_ACTIVE = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:awarded|given|granted|allocated|handed|offered|promised|paid|gifted|provided)$", re.IGNORECASE
)
_TO_SOMEBODY = re.compile(
    rf"[^{MONEY};.]{{0,60}}? (?:to|for|towards|in) (?:the |\d+ |more than )?(?:[A-Z]|{PCC}|\w+s\b)"
)
_GAP_STOP = re.compile(
    r"\b(?:after|which|who|that|because|despite|share|slice|portion|part of|from|out of|when|where|while|said|by)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:of|in|for|by|with|from|to|across|at|on|against|between|under|through|after|into|via|within|including"
    r"|alongside|around|near|like|as) (?:the |a |an |its |their )?(?:(?:each|all|both|some|any|one) of (?:the )?)?(?:\d+ )?$",
    re.IGNORECASE,
)
_COLLECTIVE_IN = re.compile(
    r"\b(?:police|policing|officers|services|communities|residents|people|neighbourhoods|commissioner|pcc|force|victims"
    r"|bosses|chiefs)(?: [a-z]+)? (?:in|for|across|from|of|at|around) (?:the )?$",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:commissioner|pcc|pfcc|opcc|office|force|constabulary|county|region|area|police|mayor)(?:'s office)?$",
    re.IGNORECASE,
)
# A body that is not named, or many: its place does not receive in its stead.
_UNNAMED = re.compile(
    r"\b(?:a|an|one|another) (?:[a-z'-]+ ){0,4}(?:group|charity|project|club|school|team|organisation|centre|church|trust"
    r"|company|scheme|council|town|village)\b|\b(?:PCCs|commissioners|forces|projects|groups|charities|organisations|councils"
    r"|schools|schemes|clubs|bids|authorities)\b"
)
_OPENS = re.compile(r"[\W_]*(?:In|On|Within|Across|At|For|From|Around|Near) (?:the )?")
_MANY = re.compile(r"\b(?:each|every|all|\d+|two|three|four|five|six|several|many)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:the|this|our|local) (?:[a-z-]+ )?(?:charity|organisation|group|club|trust|project|school|centre|council|team|foundation"
    r"|company|association|college|academy|church|partnership|university|unit|service|scheme|initiative)$|^(?:it|they)$",
    re.IGNORECASE,
)

# A common noun that belongs to the name before it: "Lichfield Church youth group", "Swindon's street pastors".
_LONGER = re.compile(
    r"(?:'s)?(?: (?!\w+ed\b|the\b|an?\b|and\b|of\b|in\b|for\b)[a-z-]+)? (?:group|club|team|project|scheme|service|charity|pastors|council|school|church|centre|trust|unit"
    r"|partnership|foundation|hub|network|programme|initiative)(?=[ ,])"
)
# What may stand between a subject and its verb.
_BETWEEN = re.compile(
    r" ?(?:\([^)]*\) ?)?(?:, [^,]+, ?| (?:provided|delivered|provides|ran|runs) .*|,? (?:which|who|based|in|from|an?|the|run by|led by) .*)?"
    r"(?: (?:was|is|were|are) (?:among|one of) (?:those|the [a-z]+))?"
    r"(?: ?(?:also|now|already|alone|recently|today|both|each|all|has|have|had|will|is|are|was|were|stand|stands|set|to|due))* ?"
)


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


def _clause_start(text: str, end: int) -> int:
    """Return where the clause that ends at ``end`` begins: after the last ; or : or a conjunction with a subject."""
    start = 0
    for joint in re.finditer(
        r"[;:] | - |, (?:while|whilst|with|and|but|as|so|meaning) | (?:while|whilst|after|as|that|but|because) |[\"“] ?",
        text[:end],
        re.IGNORECASE,
    ):
        start = joint.end()
    return start


def _named(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """Return the run that is the subject of the verb at ``end``: the nearest name that no preposition governs."""
    relative = re.search(r", (?:which|who)(?: [a-z]+)? ?$", clause.text[start:end])
    if relative:
        runs = list(name_runs(clause, start, start + relative.start()))
        return runs[-1] if runs and runs[-1][1] == start + relative.start() else None
    best: tuple[int, int] | None = None
    for run in name_runs(clause, start, end):
        lead = clause.text[start : run[0]]
        first = clause.text[run[0]]
        if first == PROGRAMME and clause.source(run[0], run[0] + 1)[0].islower():
            continue
        if best is not None and re.fullmatch(r", (?:the|a|an) ", clause.text[best[1] : run[0]]):
            continue
        if _PREPOSITION.search(lead) and (not _COLLECTIVE_IN.search(lead) or _MANY.search(lead)):
            names = clause.text[run[0] : run[1]]
            opens = not clause.text[start : run[0]].strip() or _OPENS.fullmatch(clause.text[: run[0]])
            if ", " not in names or not (opens or (names.count(", ") == 1 and " and " not in names)):
                continue
            run = (run[0] + names.index(", ") + 2, run[1])
        best = run
    if best is None or PCC in clause.text[slice(*best)]:
        return best
    behind = clause.text[best[1] : end]
    longer = _LONGER.match(behind)
    if longer:
        return best[0], best[1] + longer.end()
    return best if _BETWEEN.fullmatch(behind) else None


def _verb(clause: Clause, at: int) -> re.Match[str] | None:
    """Return the verb of receiving that governs the amount at ``at``, when few plain words stand between."""
    floor = max((n for n, _ in clause.money if n < at), default=-1) + 1
    found: re.Match[str] | None = None
    for match in _RECEIVES.finditer(clause.text, floor, at):
        found = match
    if found is None:
        return None
    gap = clause.text[found.end() : at]
    if _GAP_STOP.search(gap) or len(gap.split()) > 9 or ";" in gap:
        return None
    return found


def received(clause: Clause, at: int, before: Sequence[Clause], area: PccMention | None) -> Iterator[Link]:
    """Recipients that are the subject of a verb of receiving.

    Positive: "Refuge received £313,387", "Kent and Essex will each get up to £880,000", "The Commissioner has secured
    £1m" (on the page of one area). Negative: "25 commissioners were awarded £11.3m", "receive a share of £23.5m".
    """
    verb = _verb(clause, at)
    if verb is None:
        return
    if _PARTICIPLE.search(verb.group()) and not _PASSIVE.search(verb.group()):
        if _ACTIVE.search(verb.group()) or _TO_SOMEBODY.match(clause.text, at + 1):
            return
    floor = max((n for n, _ in clause.money if n < at), default=-1) + 1
    start = max(floor, _clause_start(clause.text, verb.start()))
    run = _named(clause, start, verb.start())
    cue = (verb.start(), at)
    if run is not None:
        found = list(links_to(clause, at, run, "receive", 3, cue))
        yield from found
        if found:
            return
    subject = clause.text[start : verb.start()].strip(" ,")
    floor = max(floor, clause.text.rfind("; ", 0, verb.start()) + 1)
    place = _place(clause, floor, verb.start())
    if place is not None and not _MANY.search(subject) and not _UNNAMED.search(subject):
        yield from links_to(clause, at, (place, place + 1), "receive-place", 5, cue)
        return
    if verb.group().lower().startswith("accept"):
        subject = "the commissioner"
    yield from _stands_for(clause, at, subject, (start, verb.end()), before, area, cue)


_TO_OFFICIAL = pattern(
    expand(
        r"@$fill (?:$given(?: by [^#;,]{3,40}?)? (?:to|for)|(?:won|secured|received) by) (?:the|our|his|her|your) "
        r"(?:county's |force's |local )?(?:police and crime commissioner|commissioner|pcc|pfcc|opcc|office of the pcc|force"
        r"|constabulary|county|region)\b(?!'s|s\b)"
        r"|@(?: (?!to\b|for\b)[^\s#;:,]+){0,4} (?:for|to) (?:the|our) (?:county|force|constabulary|commissioner|pcc|opcc)\b(?!'s|s\b)"
    )
)


def to_official(clause: Clause, at: int, area: PccMention | None) -> Iterator[Link]:
    """The document's one police area, where the amount goes to "the PCC", "the force", "the county".

    Positive: "£418,520 of funding awarded to the PCC". Negative: "£5,000 to the county's youth clubs".
    """
    found = next((m for m in _TO_OFFICIAL.finditer(clause.aimed(at)) if m.start() <= at < m.end()), None)
    if found is not None and area is not None:
        first, last = clause.span(at + 1, found.end())
        who = Recipient(
            text=" ".join(area.text.split()), start_char=first, end_char=last, area_id=area.area_id
        )
        yield Link(at=at, recipient=who, rule="to-official", rank=5, shared=1, cue=(at, found.end()))


def _place(clause: Clause, start: int, end: int) -> int | None:
    """Return where the one police area stands that a preposition brings in: "police in Kent", "residents across Kent"."""
    places = [n for n in range(start, end) if clause.pcc_at(n) is not None]
    areas = {mention.area_id for n in places if (mention := clause.pcc_at(n))}
    if len(areas) != 1 or COLLECTIVE.match(clause.text, places[0] + 1):
        return None
    return places[0] if _PREPOSITION.search(clause.text[start : places[0]]) else None


def _stands_for(
    clause: Clause,
    at: int,
    subject: str,
    place: tuple[int, int],
    before: Sequence[Clause],
    area: PccMention | None,
    cue: tuple[int, int],
) -> Iterator[Link]:
    """Resolve "the Commissioner", "the force" to the document's area, "the charity", "it" to the body named before."""
    if area is not None and _OFFICIAL.search(subject) and not re.search(r"\b(?:each|every|\d+)\b", subject):
        first, last = clause.span(*place)
        recipient = Recipient(
            text=" ".join(area.text.split()), start_char=first, end_char=last, area_id=area.area_id
        )
        yield Link(at=at, recipient=recipient, rule="receive-official", rank=5, shared=1, cue=cue)
    elif _BODY.search(subject):
        for earlier in reversed(before[-4:]):
            if earlier.segment.block.kind is BlockKind.HEADING:
                continue
            for run in name_runs(earlier, 0, len(earlier.text)):
                body = next(iter(split_names(earlier, *run)), None)
                opens = not earlier.text[: run[0]].strip("'\"( ").removeprefix("The")
                if opens and body is not None and body.area_id is None and " " in body.text:
                    yield Link(at=at, recipient=body, rule="receive-body", rank=6, shared=1, cue=cue)
                    return


def same_subject(clause: Clause, at: int, earlier: Sequence[Link]) -> Iterator[Link]:
    """The recipient of the amount before, where a second verb of receiving has no subject of its own.

    Positive: "Refuge received £5,000 in May and has won £2,000 since". Negative: "and the trust won £2,000".
    """
    verb = _verb(clause, at)
    if verb is None or not earlier:
        return
    between = clause.text[earlier[0].at + 1 : verb.start()]
    if re.search(
        r"\band(?: (?:also|then|later|was|has|had|previously|a|an|earlier))*(?: previous)? ?$", between
    ):
        for link in earlier:
            yield replace(link, at=at, rule="receive-same", rank=4, cue=(verb.start(), at))
