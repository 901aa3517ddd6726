"""Folded words: what a name says, whatever its hyphens, quotation marks, ampersands, plurals and capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# A word; "co-ord..." and "co-op..." keep their hyphen inside; figures stand alone so that "SSF4" is "SSF 4".
_WORD = re.compile(r"[Cc]o-(?:ord|oper)[a-z]+|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|&|[^\w\s]")
# Marks that join or dress a name. Any other mark is kept as a word of its own, so that no name crosses it.
_DRESS = frozenset("'\"-()[]/#+*_")
_SPELLINGS = {
    "&": "and",
    "behavior": "behaviour",
    "program": "programme",
    "programs": "programme",
    "centers": "centre",
    "center": "centre",
    "funding": "fund",
    "op": "operation",
}
_SPLIT = {
    "antisocial": ("anti", "social"),
    "multiagency": ("multi", "agency"),
    "covid19": ("covid", "19"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the half-open span of its letters in the text that was folded."""

    fold: str
    start: int
    end: int


@lru_cache(maxsize=50_000)
def _fold_one(word: str) -> str:
    word = word.casefold()
    if word.endswith("'s"):
        word = word[:-2]
    word = _SPELLINGS.get(word.replace("'", ""), word.replace("'", ""))
    word = word.replace("co-", "co").replace("ization", "isation")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def fold(text: str) -> list[Word]:
    """Return the folded words of a plain text (see :class:`extractors.text.View`), with their spans in it.

    >>> [word.fold for word in fold("the Anti-Social Behaviour & 'Safer Street's' Fund (SSF4)")]
    ['the', 'anti', 'social', 'behaviour', 'and', 'safer', 'street', 'fund', 'ssf', '4']
    """
    words: list[Word] = []
    for match in _WORD.finditer(text):
        raw = match.group()
        if raw in _DRESS:
            continue
        parts = _SPLIT.get(raw.casefold())
        if parts is None:
            words.append(Word(_fold_one(raw), match.start(), match.end()))
        else:
            words.extend(Word(part, match.start(), match.end()) for part in parts)
    return words


def folds(text: str) -> tuple[str, ...]:
    """Return the folded words alone."""
    return tuple(word.fold for word in fold(text))


def slug(name: str) -> str:
    """Return the identifier of a name: equal for names whose folded words are equal, a leading "the" aside.

    >>> slug("The Bright Paths Project"), slug("bright-paths project")
    ('bright-path-project', 'bright-path-project')
    """
    words = [word for word in folds(name) if word.isalnum()]
    if words and words[0] == "the":
        words = words[1:]
    return "-".join(re.sub(r"[^a-z0-9]+", "", word) for word in words).strip("-")
