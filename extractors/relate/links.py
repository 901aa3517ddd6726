"""Who gets an amount, read from the words around it: recipient behind, before, in a list, or carried on from before.

Each rule yields :class:`Link` records; :mod:`extractors.relate.claims` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Per
from extractors.relate.clauses import FUND, MONEY, PCC, PROGRAMME, Clause, pattern
from extractors.relate.lexicon import Side, expand, link_rules, words
from extractors.relate.names import Recipient, name_runs, split_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One amount of a clause tied to one recipient. ``rank``: the lower, the more the words say so.

    ``shared`` counts the recipients that the words name together; ``cue`` is the folded span of the words that tie.
    """

    at: int
    recipient: Recipient
    rule: str
    rank: int
    shared: int
    cue: tuple[int, int]

    @property
    def rule_id(self) -> str:
        return f"claim.{self.rule}.v1"


def _p(source: str) -> re.Pattern[str]:
    return pattern(expand(source))


_PLURAL = _p(r"\b(?:awards|grants|payments|donations|cheques|amounts|sums|contributions) (?:of|worth) <3>@")
_TOGETHER = _p(r"(?:\btotal of|\bsum of|\bshare) <2>@|@ <1>(?:between them|between the|together|to share)\b")
_EACH = re.compile(r"\b(?:each|apiece|respectively|both)\b", re.IGNORECASE)

_ACTS = re.compile(r"(?:'s)? to\b", re.IGNORECASE)
_GIVES = _p(r"\b$gives (?:the |a |an )?")

_GIVEN = re.compile(rf"(?: (?!of\b|funding\b)[^\s{MONEY};:,]+){{0,5}} ")
# How far before and behind an amount the words that tie it to a name behind it may stand, in characters.
_BACK, _ON = 120, 400
# Bullets and punctuation, never a mention's mark.
_MARKS = rf"[^\w{MONEY}-{FUND}]*"
_ITEM = _p(
    rf"^{_MARKS}(?:(?:the )?(?:[a-z]+ )?(?:approved|awarded|agreed|granted|recipients?|winners?"
    rf"|beneficiaries|grants?|awards?|results?|projects?|groups?|bids?|to): )?(?:(?:project |bid "
    rf"|lot |scheme |area |site |phase |no\.? ?)?\(?(?:\d+|[a-z](?=[).:]))[.):]?(?: ?[-:])? )?"
)
_ITEM_GAP = _p(
    r"(?:'s?)?(?: ?\((?![^)]*@)[^)#]*\))?(?:(?:, [^#@:]{3,80}?| - [^#@:]{3,80}?)? ?(?:[:=]|-| -)|,|) "
    r"(?:(?:awarded|received|granted|given|allocated|was awarded|has been awarded):? )?"
    r"(?:(?:a|an|up to|about|around|over|more than|nearly|almost|just under|just over) )?@"
)
# "Refuge runs a drop-in in Deal - £3,000 will be used ..."
_DESCRIBED_GAP = _p(r" [a-z][^#@]{5,160}? [-:] (?:a |an |up to |about )?@")
_USED_FOR = _p(r" (?:will|to|for|towards|is to|has been|was)\b")
_LINE_END = _p(rf"{_MARKS}(?:$|(?:to|for|towards) |\(|- |: |, (?:to|for) )")
_BASED = re.compile(r"[- ]based (?:[a-z]+ ){0,3}", re.IGNORECASE)
# "the Kent charity, Refuge": the area says where the body is.
_KIND = re.compile(
    r" (?:charity|organisation|group|club|project|social enterprise|company|firm|trust),? (?=[A-Z])"
)
# "to Chinese women", "to LGBTQ+ communities": a name that says of what kind many are.
_MANY = re.compile(
    r"\+? (?:communities|companies|women|men|people|children|families|victims|residents|students|pupils|applicants"
    r"|firms|businesses|providers|groups|organisations|charities|drivers|nationals)\b"
)
# "Rugby autism network": common nouns that end a body's name.
_LONGER = re.compile(
    r" (?:[a-z-]+ )?(?:network|group|club|choir|forum|society|association|partnership|charity"
    r"|trust|branch)(?=[ ,.;)]|$)"
    r"(?! (?:and|or) )"
)
_RECEIVING = _p(
    r"(?:,? (?:also|each|then|has|have|had|is|was|were|are|will|set|to|be|been))* (?:$receives)\b"
)
_NEXT_SUM = _p(r" (?:and|plus|&|/) #(?:$|[^\w]*$)")
_LEADING = _p(rf"^{_MARKS}<2>@(?: ?[:-]| to| for) $described")
_COMMAS_GAP = _p(
    r"(?:, (?:(?!who|which|was|were|is|are|has|had|have|said|paid|will|would)[^\s#@:;.]+ ?){1,9})?,? @"
)
# What parts one recipient of a list from the next.
_NEXT = re.compile(r"(?:,|;|\band|\bwhile|\bwhilst|\bwith|\bplus)(?: (?:also|the|in|a|for|to))* ?$")
_GOVERNED = re.compile(r"\b(?:for|of|in|on|towards) (?:the )?$")
_CARRIED = re.compile(
    r"(?:'s)?(?: (?:to|will|would|is|was|were|has|have|been|also|get|gets|getting|got|receive|receives"
    r"|received"
    r"|receiving|awarded|given|granted|allocated|secured|secure|with|a|an|the|further|over|up|more|than"
    r"|about|around|nearly|almost"
    r"|just|under|some|of|by|at|cost|took|another|one|ones|its|with|the|least|most|largest|smallest|only"
    r"|,|gets|won|wins|had|secures|and))*,? $",
    re.IGNORECASE,
)


def several_get(clause: Clause, at: int) -> bool:
    """Say whether each of several named recipients gets the amount, not all of them together."""
    mention = clause.marks[at]
    return (
        getattr(mention, "per", None) is Per.ITEM
        or bool(_PLURAL.search(clause.aimed(at), max(0, at - 60), at + 1))
        or bool(_EACH.search(clause.text[max(0, at - 60) : at + 25]))
    )


def links_to(
    clause: Clause, at: int, run: tuple[int, int], rule: str, rank: int, cue: tuple[int, int]
) -> Iterator[Link]:
    several = several_get(clause, at)
    together = bool(_TOGETHER.search(clause.aimed(at), max(0, at - 60), at + 80))
    found = split_names(clause, *run, several=several or together)
    if len({r.area_id or r.text for r in found}) == 1:
        found = found[:1]
    for recipient in found:
        yield Link(
            at=at, recipient=recipient, rule=rule, rank=rank, shared=1 if several else len(found), cue=cue
        )


def _run_at(clause: Clause, start: int, *, semicolons: bool = False) -> tuple[int, int] | None:
    """Return the name run that begins at ``start`` (an article, or "London based", may stand before it)."""
    for run in name_runs(clause, start, len(clause.text), semicolons=semicolons):
        between = clause.text[start : run[0]]
        based = _BASED.match(clause.text, run[1])
        if based and not between.strip():
            return _run_at(clause, based.end(), semicolons=semicolons)
        kind = _KIND.match(clause.text, run[1])
        if kind and clause.text[slice(*run)] == PCC:
            return _run_at(clause, kind.end(), semicolons=semicolons)
        if _MANY.match(clause.text, run[1]):
            return None
        longer = _LONGER.match(clause.text, run[1])
        if longer and not any(mark in clause.text[slice(*run)] for mark in (PCC, PROGRAMME, FUND)):
            return run[0], longer.end()
        run = _without_next_subject(clause, run)
        return run if not between.strip() or between.strip().lower() in ("the", "a", "an") else None
    return None


def _without_next_subject(clause: Clause, run: tuple[int, int]) -> tuple[int, int]:
    """Return the run without a last name that is the subject of what follows: "to Kent, and Essex "
    "| received £1m"."""
    joint = max(clause.text.rfind(words, *run) for words in (", and ", " and ", ", "))
    return (run[0], joint) if joint > run[0] and _RECEIVING.match(clause.text, run[1]) else run


def behind(clause: Clause, at: int) -> Iterator[Link]:
    """Recipients behind the amount.

    Positive: "£5,000 was awarded to Victim Support". Negative: "£5,000 to help Victim Support" (no recipient).
    """
    aimed = clause.aimed(at)
    for rule in link_rules(Side.BEHIND):
        for match in rule.pattern.finditer(aimed, max(0, at - _BACK), at + _ON):
            run = _run_at(clause, match.end(), semicolons=rule.name == "each")
            if run is not None and (not rule.loose or _body(clause, run)):
                yield from links_to(clause, at, run, rule.name, rule.rank, (at, run[1]))
                return


def _body(clause: Clause, run: tuple[int, int]) -> bool:
    """Say whether the words behind a loose "for" or "in" name a body or area, not a theme, a fund or an act."""
    last = clause.text[run[0] : run[1]].split()[-1].lower()
    many = last in words("mass") and len(clause.text[run[0] : run[1]].split()) < 3
    themed = clause.text[run[0]] == PROGRAMME or many or last in words("posts")
    return not themed and not _ACTS.match(clause.text, run[1])


def before(clause: Clause, at: int) -> Iterator[Link]:
    """Recipients that stand before the amount without a verb of receiving.

    Positive: "funding to Kent (£1m)", "awarded Kent £1m". Negative: "Kent's budget of £1m" gives a link too; the
    role rules refuse it.
    """
    aimed = clause.aimed(at)
    floor = clause.floor(at)
    for rule in link_rules(Side.BEFORE):
        for run in reversed(list(name_runs(clause, floor, at))):
            lead = clause.text[floor : run[0]]
            if rule.pattern.fullmatch(aimed, run[1], at + 1) and rule.allows(lead):
                yield from links_to(clause, at, run, rule.name, rule.rank, (run[0], at + 1))
                break
    for gives in _GIVES.finditer(aimed, floor, at):
        given = _run_at(clause, gives.end())
        if given and given[1] < at and _GIVEN.fullmatch(clause.text, given[1], at):
            yield from links_to(clause, at, given, "give", 2, (gives.start(), at + 1))


def listed(clause: Clause, at: int) -> Iterator[Link]:
    """Recipients of a list line: "Kirklees Council - £8,540", "Victim Support: £5,000", "£5,000 - Refuge".

    Positive: "Base 51 – £3,200 for lights". Negative: "Total – £3,200".
    """
    aimed = clause.aimed(at)
    part = max(aimed.rfind("; ", 0, at) + 2, 0) if "; " in aimed[:at] else 0
    lead = _ITEM.match(aimed[part:])
    start = part + (lead.end() if lead else 0)
    run = _run_at(clause, start)
    if run and run[1] < at:
        name_end = clause.text.find(", ", run[0], run[1])
        first = (run[0], name_end) if name_end > 0 else run
        gap = _ITEM_GAP.match(aimed, run[1])
        parted = gap and re.search(r"[:=-]", gap.group())
        ends = (
            _LINE_END.match(aimed, at + 1)
            or aimed[at + 1 : at + 2] in (";", ".", "")
            or _NEXT_SUM.match(aimed, at + 1)
        )
        if gap and gap.end() == at + 1 and (parted or ends):
            yield from links_to(clause, at, first, "list", 1, (run[0], at + 1))
        elif _DESCRIBED_GAP.fullmatch(aimed, run[1], at + 1) and _USED_FOR.match(aimed, at + 1):
            yield from links_to(clause, at, first, "list-described", 3, (run[0], at + 1))
        elif aimed[at + 1 :].strip(" .;)") == "" and _COMMAS_GAP.fullmatch(aimed, run[1], at + 1):
            yield from links_to(clause, at, first, "list-commas", 2, (run[0], at + 1))
    leading = _LEADING.match(aimed)
    named = _run_at(clause, leading.end()) if leading else None
    if named:
        yield from links_to(clause, at, named, "list-behind", 1, (at, named[1]))


def carried(clause: Clause, at: int, earlier: int) -> Iterator[Link]:
    """A recipient right before the amount, where the amount before it in the sentence has its own recipient.

    Positive: "Kent was awarded £896, Essex £875 and Sussex £729". Negative: "Kent was awarded £896 and raised £20".
    """
    runs = list(name_runs(clause, earlier + 1, at))
    if not runs or not _CARRIED.fullmatch(clause.text, runs[-1][1], at):
        return
    start, end = runs[-1]
    lead = clause.text[earlier + 1 : start]
    joint = clause.text.rfind(" and ", start, end)
    if _GOVERNED.search(lead) and joint > 0:
        start, lead = joint + len(" and "), clause.text[earlier + 1 : joint + len(" and")]
    if _NEXT.search(lead) or not lead.strip(" ,"):
        yield from links_to(clause, at, (start, end), "carried", 2, (start, at + 1))
