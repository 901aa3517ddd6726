"""The body that a sentence opens with, for an amount that words later in the sentence tie to it: "its £5,000 grant"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.model import PccMention
from extractors.relate.clauses import PROGRAMME, Clause, pattern
from extractors.relate.lexicon import expand
from extractors.relate.links import Link, links_to
from extractors.relate.names import doubtful, name_runs
from extractors.relate.stand_ins import OFFICIAL, body_before, official, sole_place

# "thanks to a grant of £5,000", "after winning £5,000", "celebrates £5,000": what follows from money that came.
_CAME = pattern(
    expand(
        r", with $few@|\bwith $few@(?= (?:from|share|slice|of (?:the|its|this) (?:fund|money|grant)))|\b(?:thanks to"
        r"|with (?:the )?help (?:of|from)|courtesy of|celebrat(?:es|ed|ing)|toast(?:s|ed"
        r"|ing)"
        r"|(?:after|on|by|since|for|following|at|of|from) (?:\w+ly |having )?(?:being |been |having been )?"
        r"(?:awarded|given|granted|allocated|handed|offered|receiving|received|winning|won|securing"
        r"|secured|getting|landing"
        r"|obtaining|obtained|gaining|bagging|accepting|picking up)) <1>$few@"
    )
)
# "its £5,000 grant", "spend the £5,000 on": money that is a body's own by now.
_ITS = pattern(
    expand(
        r"^(?:its|their) (?:grant|award|share|donation) of $few@"
        r"|^its $few@|\b(?:use|uses|used|using|spend|spends|spent|spending|put|puts|putting|invest|with|by"
        r"|receive"
        r"|received|thanks to|of|for|on)"
        r" (?:its|their|her|his|our) $few@"
        r"|\b(?:its|their|our) $few@ (?:<1>)?(?:grant|award|share|allocation|funding|slice|cheque"
        r"|donation|boost|windfall|prize)\b"
    )
)
_OWN = pattern(
    r"@ <4>(?:budget|reserves?|deficit|turnover|savings|income|salary|own|costs?|debts?|shortfall"
    r"|overspend|bill)\b"
)
_OPENS = pattern(r"[^\w%~]*(?:(?:also|meanwhile|elsewhere|and|but|however),? )?(?:the |a )?")
_BEHIND = pattern(r"@(?: (?:grant|award|share|funding|cheque|donation|boost))?, (?:the )?")
_IT = re.compile(
    r"[\"'( ]*(?:it|they|the (?:club|charity|group|school|team|trust|project|council|centre))\b",
    re.IGNORECASE,
)


def opening_subject(
    clause: Clause, at: int, before: Sequence[Clause], area: PccMention | None
) -> Iterator[Link]:
    """The sentence's opening body, where the amount is the cause of its doing, or "its".

    Positive: "Refuge can stay open thanks to a £5,000 grant", "Refuge will spend its £5,000 on lights". Negative:
    "Refuge said that it spent £5,000", "Kent Police must cut its £9m budget".
    """
    aimed = clause.aimed(at)
    first = max(0, at - 120)
    found = next(
        (
            m
            for words in (_CAME, _ITS)
            for m in words.finditer(aimed, first, at + 60)
            if m.start() <= at < m.end()
        ),
        None,
    )
    if found is None or _OWN.match(aimed, at):
        return
    cue = (found.start(), at + 1)
    floor = clause.floor(at)
    behind = _BEHIND.match(aimed, at)
    run = run_opening(clause, behind.end()) if behind else None
    run = run or (run_opening(clause, 0) if not floor else None)
    if (run is not None and run[1] <= found.start()) or (run is not None and behind):
        named = list(links_to(clause, at, run, "opening", 4, cue))
        yield from named
        if named:
            return
    if clause.text[found.start()] == ",":
        return
    head = clause.text[floor : found.start()]
    place = sole_place(clause, floor, found.start())
    if place is not None:
        yield from links_to(clause, at, (place, place + 1), "opening-place", 5, cue)
    elif area is not None and any(OFFICIAL.search(head[:end]) for end in _ends(head)):
        yield official(clause, at, area, "opening-official", cue, cue)
    elif (_IT.match(head) or not head.strip("\"'( ")) and (body := body_before(before)) is not None:
        yield Link(at=at, recipient=body, rule="opening-body", rank=6, shared=1, cue=cue)


def _ends(head: str) -> Iterator[int]:
    """Yield where the first four words of a sentence end: its subject, if it has "the force" for one."""
    for count, word in enumerate(re.finditer(r"[\w']+", head)):
        if count >= 4:
            return
        yield word.end()


def run_opening(clause: Clause, start: int) -> tuple[int, int] | None:
    """Return the run of names that stands at ``start`` or behind an article there; no single person or programme."""
    lead = _OPENS.match(clause.text, start)
    begin = lead.end() if lead else start
    run = next(iter(name_runs(clause, start, len(clause.text))), None)
    if run is None or not start <= run[0] <= begin:
        return None
    lower = clause.text[run[0]] == PROGRAMME and clause.source(run[0], run[0] + 1)[0].islower()
    return None if lower or doubtful(clause, run) else run
