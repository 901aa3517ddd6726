"""Rows that stand for several recipients without naming them: "Six others", "Small grants, 22 groups"."""

from __future__ import annotations

import re

#: Whom a row can count or leave over, in the plural: a name of its own hardly ends in one of them behind "other".
_MANY = (
    r"(?:areas|projects|schemes|groups|organi[sz]ations|(?:police )?forces|(?i:pccs)|commissioners|recipients"
    r"|applicants|applications|bids|bidders|grants|awards|charities|councils|bodies|partners|partnerships"
    r"|clubs|schools|initiatives|services|authorities|communities|providers|causes|agencies|districts"
    r"|counties|regions|boroughs|offices|departments|companies|businesses|individuals|people|families)"
)
_NUMBER = (
    r"(?:[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|a dozen|several|many|various|numerous)"
)
_FEW_WORDS = r"(?:,? [a-z][a-z-]*){0,3}"
#: What may follow: "other projects in the county", "six others (each under £500)".
_TAIL = r"(?:,? ?\(.*\)|,? (?:combined|together|elsewhere|in|across|under|below|outside|with|receiving|each|at)\b.*)?"
_OTHERS = re.compile(
    rf"(?i:(?:and|the|all|{_NUMBER}) )*"
    rf"(?i:others?|(?:other|remaining)(?: {_NUMBER})?(?-i:{_FEW_WORDS} {_MANY})|rest|remainder|everyone else)"
    rf"{_TAIL}"
)
#: Only common nouns behind the number: "Seven areas", but not "Three Counties Schools".
_COUNTED = re.compile(
    rf"(?i:(?:and |the |a )?(?:further |another |additional )?{_NUMBER})"
    rf"(?: (?:more|further|additional))?{_FEW_WORDS} {_MANY}{_TAIL}"
)
_SHARED = re.compile(
    rf"(?:[A-Za-z-]+ ){{0,3}}(?i:grants|awards|projects|schemes)(?:,| to| for|:| \() ?{_NUMBER}{_FEW_WORDS} {_MANY}\)?"
)
_NOTE_MARKS = " *†‡^¹²³"
_BRACKETED_MARK = re.compile(r"\[\w{1,2}\]$")


def is_collective(label: str) -> bool:
    """Say whether a recipient's cell stands for several that it does not name; its sum is no award.

    After the annotation guide, section 2: a collective row ("six others") is a ``total``.

    >>> is_collective("Six others"), is_collective("Other projects"), is_collective("Other Voices Trust")
    (True, True, False)
    """
    label = _BRACKETED_MARK.sub("", label.rstrip(_NOTE_MARKS)).rstrip(_NOTE_MARKS)
    return any(rule.fullmatch(label) is not None for rule in (_OTHERS, _COUNTED, _SHARED))
