"""Who gets an amount, read from the words around it: recipient behind, before, in a list, or carried on from before.

Each rule yields :class:`Link` records; :mod:`extractors.relate.claims` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Per
from extractors.relate.clauses import PROGRAMME, Clause, pattern
from extractors.relate.lexicon import expand, words
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


_FILL = r"(?:(?! (?:to|towards) )[^#;:]){0,90}?"
# The same sum once more, in figures: "two hundred pounds (£200)", seen from either.
_TWIN = r"(?:\)| \(#\))?"
_AUX = r"(?: (?:has|have|had|was|were|is|are|will|would|to|being|be|been|also|now|already|intended|due|set|today|to be))*"
_DESCRIBED = (
    r"(?-i:(?:(?:the|a|an|its|our|their|local|national|specialist|charity|charities|organisation|organisations|group|groups|"
    r"club|clubs|school|schools|youth|community|campaign|support|service|services|provider|project|domestic|abuse|"
    r"violence|sexual|sports|boxing|football|team|social|enterprise|neighbouring|leading|small|women's|men's|"
    r"children's|young|people's|primary|secondary|county|homeless|mental|health|company|firm|including|partner|both|"
    r"police in|police across|services in|officers in|communities in|people in|[a-z]+-based|victims'|not-for-profit) )*)"
)
_PLURAL = _p(r"\b(?:awards|grants|payments|donations|cheques|amounts|sums|contributions) (?:of|worth) <3>@")
_TOGETHER = _p(r"(?:\btotal of|\bsum of|\bshare) <2>@|@ <3>(?:between them|between the|together|to share)\b")
_EACH = re.compile(r"\b(?:each|apiece|respectively|both)\b", re.IGNORECASE)

# Behind the amount: (rule, rank, words between the amount and the recipient).
_BEHIND = (
    (
        "passive",
        1,
        _p(
            rf"@{_TWIN}{_FILL}{_AUX} (?:intended to be |to be )?$given(?: out)?(?: by [^#;,]{{3,60}}?)?"
            r"(?: directly)? (?:to|towards) " + _DESCRIBED
        ),
    ),
    (
        "goes",
        1,
        _p(
            rf"@{_TWIN}{_FILL} (?:go|goes|going|went|gone|paid|made)(?: directly| straight| out)? (?:to|towards) {_DESCRIBED}"
        ),
    ),
    (
        "to",
        2,
        _p(
            rf"@{_TWIN}(?: (?!will|would|is|was|has|had|have|and|that|which|who)[^\s#;:,]+){{0,8}}?(?: \([^)#]*\))? to "
            + _DESCRIBED
        ),
    ),
    (
        "invest",
        3,
        _p(r"\b(?:invest|invests|invested|investing) <4>@(?: [^\s#;:,]+){0,4}? (?:in|into) " + _DESCRIBED),
    ),
    ("passive-for", 4, _p(rf"@{_TWIN}{_FILL}{_AUX} $given(?: out)? for {_DESCRIBED}")),
    (
        "for",
        6,
        _p(
            rf"@{_TWIN}(?: (?!will|would|is|was|has|had|have|and|that|which|who|to)[^\s#;:,]+){{0,6}}? for "
            + _DESCRIBED
        ),
    ),
)
_NOT_BODY_OF = re.compile(r"(?:'s)? (?:to|will|would|can|could|should)\b", re.IGNORECASE)

# Before the amount, right up to it: (rule, rank, words between the recipient and the amount).
_BEFORE = (
    ("parenthesis", 1, _p(r" \(<3>@")),
    (
        "nominal",
        2,
        _p(
            r"(?: [^\s#;:,]+){0,6}? (?:of|worth|totalling|in the (?:amount|sum) of|at a (?:cost|value) of) <3>@"
        ),
    ),
    ("with", 2, _p(r" with <4>@")),
    (
        "share",
        3,
        _p(
            r"(?:'s?)? (?:(?:share|slice|grant|award|allocation|funding|part)(?: [^\s#;:,]+){0,6}? )?"
            r"(?:is|was|comes to|came to|will be|amounts to|amounted to|stands at) <2>@"
        ),
    ),
    ("inverted", 1, _p(r" (?:went|goes|go|will go|is going) <3>@")),
    ("had", 4, _p(r" (?:had|took|takes|picked up|collected|may claim|can claim|claims|is due|expects|pocketed|scooped) <3>@")),
    (
        "possessive",
        5,
        _p(
            r"'s? (?:(?:share|slice|grant|award|allocation|funding|contribution|latest|new|first|extra|additional|total|home"
            r"|office|successful|of|for|from|a|up|to|over|about|around|in|the|next|~) ){0,5}@"
        ),
    ),
)
_GIVES = _p(r"\b$gives (?:the |a |an )?")
_FUNDED = _p(
    r"\b(?:funded|provided|supported|backed|presented|supporting|funding|providing|boosted|gave|awarded) "
)
_TO_FOR = re.compile(r"\b(?:to|for|with) (?:the )?$", re.IGNORECASE)

_SHARE_OF = re.compile(
    r"\b(?:share|slice|grant|award|allocation|funding|sum|amount) (?:of|for|to) (?:the )?$", re.IGNORECASE
)
_PREPOSED = re.compile(r"\b(?:of|in|for|by|with|from|to|across|at|on) (?:the |a )?$", re.IGNORECASE)

_ITEM = _p(r"^[\W_]*(?:\d+[.)] )?")
_ITEM_GAP = _p(
    r"(?: \((?![^)]*@)[^)#]*\))?(?:(?:, [^#@:]{3,80}?)? ?(?:[:=]|-| -)|,|) "
    r"(?:(?:a|an|up to|about|around|over|more than|nearly|almost|just under|just over) )?@"
)
_LINE_END = re.compile(r"[\W_]*(?:$|(?:to|for|towards) |\(|- |: |, (?:to|for) )", re.IGNORECASE)
_LEADING = _p(r"^[\W_]*<2>@(?: ?[:-]| to| for) " + _DESCRIBED)
_COMMAS_GAP = _p(
    r"(?:, (?:(?!who|which|was|were|is|are|has|had|have|said|paid|will|would)[^\s#@:;.]+ ?){1,9})?,? @"
)
_CARRIED = re.compile(
    r"(?:'s)?(?: (?:to|will|would|is|was|were|has|have|been|also|get|gets|getting|got|receive|receives|received|receiving"
    r"|awarded|given|granted|allocated|secured|secure|with|a|an|the|further|over|up|more|than|about|around|nearly|almost"
    r"|just|under|some|of|by|at|cost|took|another))* $",
    re.IGNORECASE,
)


def several_get(clause: Clause, at: int) -> bool:
    """Say whether each of several named recipients gets the amount, not all of them together."""
    mention = clause.marks[at]
    return (
        getattr(mention, "per", None) is Per.ITEM
        or bool(_PLURAL.search(clause.aimed(at)))
        or bool(_EACH.search(clause.text[max(0, at - 60) : at + 25]))
    )


def links_to(
    clause: Clause, at: int, run: tuple[int, int], rule: str, rank: int, cue: tuple[int, int]
) -> Iterator[Link]:
    several = several_get(clause, at)
    together = bool(_TOGETHER.search(clause.aimed(at)))
    found = split_names(clause, *run, several=several or together)
    if len({r.area_id or r.text for r in found}) == 1:
        found = found[:1]
    for recipient in found:
        yield Link(
            at=at, recipient=recipient, rule=rule, rank=rank, shared=1 if several else len(found), cue=cue
        )


def _run_at(clause: Clause, start: int, *, semicolons: bool = False) -> tuple[int, int] | None:
    """Return the name run that begins at ``start`` (an article may stand before it)."""
    for run in name_runs(clause, start, len(clause.text), semicolons=semicolons):
        between = clause.text[start : run[0]]
        return run if not between.strip() or between.strip().lower() in ("the", "a", "an") else None
    return None


def behind(clause: Clause, at: int) -> Iterator[Link]:
    """Recipients behind the amount.

    Positive: "£5,000 was awarded to Victim Support". Negative: "£5,000 to help Victim Support" (no recipient).
    """
    aimed = clause.aimed(at)
    for rule, rank, wording in _BEHIND:
        for match in wording.finditer(aimed):
            run = _run_at(clause, match.end(), semicolons=rule == "each")
            if run is None or (
                rule in ("to", "for") and _NOT_BODY_OF.match(clause.text, run[1]) and rule == "for"
            ):
                continue
            last = clause.text[run[0] : run[1]].split()[-1].lower()
            if rule in ("for", "passive-for", "invest") and (
                clause.text[run[0]] == PROGRAMME or last in words("mass")
            ):
                continue
            yield from links_to(clause, at, run, rule, rank, (at, run[1]))
            return


def before(clause: Clause, at: int) -> Iterator[Link]:
    """Recipients that stand before the amount without a verb of receiving.

    Positive: "funding to Kent (£1m)", "awarded Kent £1m". Negative: "Kent's budget of £1m" gives a link too; the
    role rules refuse it.
    """
    aimed = clause.aimed(at)
    floor = max((n for n, _ in clause.money if n < at), default=-1) + 1
    for rule, rank, wording in _BEFORE:
        for run in reversed(list(name_runs(clause, floor, at))):
            if not wording.fullmatch(aimed, run[1], at + 1):
                continue
            lead = clause.text[floor : run[0]]
            if rule == "nominal" and not _TO_FOR.search(lead):
                continue
            if rule == "inverted" and not _TO_FOR.search(lead):
                continue
            if rule == "share" and not (_SHARE_OF.search(lead) or clause.text[run[1] : run[1] + 2] == "'s"):
                continue
            if rule == "had" and _PREPOSED.search(lead):
                continue
            if rule == "with" and not _FUNDED.search(lead + " "):
                continue
            yield from links_to(clause, at, run, rule, rank, (run[0], at + 1))
            break
    for gives in _GIVES.finditer(aimed, floor, at):
        run = _run_at(clause, gives.end())
        if run and run[1] < at and re.fullmatch(r"(?: (?!of\b|funding\b)[^\s#;:,]+){0,5} ", clause.text[run[1] : at]):
            yield from links_to(clause, at, run, "give", 2, (gives.start(), at + 1))


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
        ends = _LINE_END.match(aimed, at + 1) or aimed[at + 1 : at + 2] in (";", ".", "")
        if gap and gap.end() == at + 1 and (parted or ends):
            yield from links_to(clause, at, first, "list", 1, (run[0], at + 1))
        elif aimed[at + 1 :].strip(" .;)") == "" and _COMMAS_GAP.fullmatch(aimed, run[1], at + 1):
            yield from links_to(clause, at, first, "list-commas", 2, (run[0], at + 1))
    leading = _LEADING.match(aimed)
    if leading:
        run = _run_at(clause, leading.end())
        if run:
            yield from links_to(clause, at, run, "list-behind", 1, (at, run[1]))


def carried(clause: Clause, at: int, earlier: int) -> Iterator[Link]:
    """A recipient right before the amount, where the amount before it in the sentence has its own recipient.

    Positive: "Kent was awarded £896, Essex £875 and Sussex £729". Negative: "Kent was awarded £896 and raised £20".
    """
    runs = list(name_runs(clause, earlier + 1, at))
    if runs and _CARRIED.fullmatch(clause.text, runs[-1][1], at):
        lead = clause.text[earlier + 1 : runs[-1][0]]
        if re.search(
            r"(?:,|;|\band|\bwhile|\bwhilst|\bwith|\bplus)(?: (?:also|the|in|a|for|to))* ?$", lead
        ) or not lead.strip(" ,"):
            yield from links_to(clause, at, runs[-1], "carried", 2, (runs[-1][0], at + 1))
