"""The words of receiving, and what stands around them."""

from __future__ import annotations

import re

from extractors.relate.clauses import Clause, pattern
from extractors.relate.lexicon import expand

_RECEIVES = pattern(
    expand(r"\b(?:(?:has|have|had|is|are|was|were|be|been|being|will|to|also|set|due) )*$receives\b")
)
_GAP_STOP = re.compile(
    r"\b(?:after|which|who|that|because|despite|share|slice|portion|part of|from|out of|when|where|while|said|by)\b",
    re.IGNORECASE,
)
PREPOSITION = re.compile(
    r"\b(?:of|in|for|by|with|from|to|across|at|on|against|between|under|through|after|into|via|within|including"
    r"|alongside|around|near|like|as) (?:the |a |an |its |their )?(?:(?:each|all|both|some|any|one) of (?:the )?)?"
    r"(?:\d+ )?$",
    re.IGNORECASE,
)
MANY = re.compile(r"\b(?:each|every|all|\d+|two|three|four|five|six|several|many)\b", re.IGNORECASE)


def verb_of_receiving(clause: Clause, at: int) -> re.Match[str] | None:
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
