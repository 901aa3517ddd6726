"""Rounds of a fund: "the fourth round of", "Round 3 of the", "(round five)", a figure behind the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "one first", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh",
            "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_CARDINAL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\d{1,2}(?:st|nd|rd|th))"
)
_ROUND = r"(?:funding )?(?:round|phase|tranche|wave)"
# Up to three words ("the government's", "our") may stand between "round of" and the name.
_BEFORE = (
    re.compile(
        rf"\b({_ORDINAL}) {_ROUND}(?: of funding)? (?:of|from|for|through|under)(?: [\w']+){{0,3}} ['\"]?$", re.I
    ),
    re.compile(rf"\b{_ROUND} ({_CARDINAL})(?: (?:of|from|for))(?: [\w']+){{0,3}} ['\"]?$", re.I),
)  # fmt: skip
_AFTER = (
    re.compile(rf"['\"]?[ ,:(-]{{1,3}}{_ROUND} ({_CARDINAL})\b", re.I),
    re.compile(rf"['\"]?[ ,(-]{{1,3}}({_ORDINAL}) {_ROUND}\b", re.I),
    re.compile(rf"['\"]?,? (?:has |have )?(?:now )?(?:reached |in )?(?:its|their|the) ({_ORDINAL}) {_ROUND}\b", re.I),
)  # fmt: skip
# A figure right behind the name belongs to it; one that counts something else does not.
_GLUED = re.compile(
    r" ?(\d{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight)\b"
    r"(?![.,]?\d|%|[-/]\d| (?:million|bn|m|k|years?|months?|weeks?|projects?|areas?|people|forces|PCCs|per)\b)"
)


# In brackets right behind a name without a head noun, the round is a part of the name: "Safer Streets (Round 5)".
_BRACKETED = re.compile(rf" \({_ROUND} ({_CARDINAL})\)", re.I)


@dataclass(frozen=True, slots=True)
class Round:
    """Round ``number`` of a fund, the span of the words that say so, and whether they are glued to the name."""

    number: int
    start: int
    end: int
    glued: bool


def _number(words: str) -> int:
    words = words.casefold()
    return _WORDS[words] if words in _WORDS else int(re.sub(r"\D", "", words))


def find_round(text: str, *, start: int, end: int, has_head: bool = True) -> Round | None:
    """Return the round that the words around the fund's name ``text[start:end]`` give, else None. ``has_head`` says
    that the name ends in its head noun, so that a bracket behind it stands outside the name.

    >>> text = "Leeds won in the third round of the Streetlight Fund."
    >>> find_round(text, start=36, end=52).number
    3
    """
    if glued := _GLUED.match(text, end):
        return Round(_number(glued.group(1)), glued.start(1), glued.end(1), glued=True)
    if not has_head and (inside := _BRACKETED.match(text, end)):
        return Round(_number(inside.group(1)), inside.start(), inside.end(), glued=True)
    for pattern in _AFTER:
        if after := pattern.match(text, end):
            return Round(_number(after.group(1)), after.start(1), after.end(1), glued=False)
    before_start = max(0, start - 80)
    for pattern in _BEFORE:
        if before := pattern.search(text[before_start:start]):
            return Round(
                _number(before.group(1)),
                before_start + before.start(1),
                before_start + before.end(1),
                glued=False,
            )
    return None
