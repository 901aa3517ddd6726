"""The words of receiving, and what stands around them."""

from __future__ import annotations

import re

from extractors.relate.clauses import MONEY, Clause, pattern
from extractors.relate.lexicon import expand

_RECEIVES = pattern(
    expand(r"\b(?:(?:has|have|had|having|is|are|was|were|be|been|being|will|to|also|set|due) )*$receives\b")
)
# Having, using, being backed with: receiving only where little stands before the amount, and nothing behind it says
# that the money is owed, owned, lost or shared out.
_HOLDS = pattern(
    expand(
        r"\b(?:(?:has|have|had|is|are|was|were|be|been|being|will|can|may|could|would|to|also|now|set|due"
        r"|all|both|each|then"
        r"|either) )*$holds(?:(?!up to \d)(?:a|an|the|its|their|his|her|this|that|another|further|extra"
        r"|largest|biggest|smallest|highest|lowest|second|third|confirmation|news|word|notice|promise"
        r"|sums?|amount"
        r"|additional|some|just|only|over"
        r"|around|about|nearly|almost|under|exactly|more than|up to|grants?|awards?|funding|cash|money"
        r"|donations?|one|first|new"
        r"|initial|single|total|sum|share|allocation|payment|payments|of|worth|from|~|government|fresh"
        r"|separate|similar|small|large"
        r"|generous|own|at|least|most|approximately|roughly|as|much),? )*@"
    )
)
_NOT_GIVEN = re.compile(
    rf"\b(?:\d+ )?(?:less|more|fewer|short)\b|(?: [^\s{MONEY};:,.]+){{0,2}} (?:to (?:share|give"
    rf"|distribute|hand|allocate|divide"
    r"|save|find|invest|spare|repay|lose)|in (?:reserves?|debts?|savings|the bank|losses|unpaid|arrears"
    r"|cash|balances)"
    r"|(?:reserves?|debts?|deficit|savings|shortfall|budget|turnover|income|hole|gap|fine|bill|losses"
    r"|overspend|underspend)\b"
    r"|(?:stolen|seized|taken from|left|remaining|unspent|for sale)\b|of (?:debts?|savings|reserves?"
    r"|drugs|goods|stolen)\b)",
    re.IGNORECASE,
)
_GAP_STOP = re.compile(
    r"\b(?:in (?:grants|sums|awards)|after|which|who|that|because|despite|share|slice|portion|part of"
    r"|from|out of|when|where|while"
    r"|said|by)\b",
    re.IGNORECASE,
)
PREPOSITION = re.compile(
    r"(?<!town )(?<!city )(?<!village )(?<!county )(?<!borough )"
    r"(?<!district )(?<!parish )(?<!force )\b(?:of|in|for|by|with|from|to|across|at|on|against|between"
    r"|under|through|after|into|via|within|including"
    r"|alongside|around|near|like|as) (?:the |a |an |its |their )?(?:(?:each|all|both|some|any"
    r"|one) of (?:the )?)?"
    r"(?:(?!(?:19|20)\d\d )\d+ )?$",
    re.IGNORECASE,
)
MANY = re.compile(r"\b(?:each|every|all|\d+|two|three|four|five|six|several|many)\b", re.IGNORECASE)


def verb_of_receiving(clause: Clause, at: int) -> re.Match[str] | None:
    """Return the verb of receiving that governs the amount at ``at``, when few plain words stand between."""
    floor = clause.floor(at)
    found: re.Match[str] | None = None
    for match in _RECEIVES.finditer(clause.text, floor, at):
        found = match
    if found is not None:
        gap = clause.text[found.end() : at]
        if not (_GAP_STOP.search(gap) or len(gap.split()) > 9 or ";" in gap):
            return found
    return _verb_of_holding(clause, at, floor)


def _verb_of_holding(clause: Clause, at: int, floor: int) -> re.Match[str] | None:
    if _NOT_GIVEN.match(clause.text, at + 1):
        return None
    for match in _HOLDS.finditer(clause.aimed(at), floor, at + 40):
        if match.end() == at + 1:
            return match
    return None
