"""Pound signs that a page's encoding lost: "\ufffd5,000", "?5,000" or "\u01415,000" where "£5,000" was written."""

from __future__ import annotations

import re

_FIGURE = (
    r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)? ?(?:million|billion|thousand|mn?|bn|k)(?![a-z])"
    r"|[0-9]+\.[0-9]{2}(?![0-9.])"
)
#: What a pound sign becomes: no character, or the one that has its place in another code page (ISO 8859-2, 850, 437).
_STAND_INS = "\ufffd\u0141\u0153\u00fa?"
_SURE = re.compile(rf"(?<![\w{_STAND_INS}.,!)])(?P<sign>[{_STAND_INS}])(?={_FIGURE})", re.IGNORECASE)
_ANY = re.compile(
    rf"(?<![\w{_STAND_INS}.,!)])(?P<sign>[{_STAND_INS}])(?=[0-9]{{1,6}}(?![0-9]*[a-z]))", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_SIGN = re.compile(r"£ ?[0-9]")


def lost_signs(text: str) -> frozenset[str]:
    """Return the characters that stand for a pound sign in a document.

    A question mark does so only where the document shows no pound sign at all.

    >>> sorted(lost_signs("Kent has ?5,000 and Essex ?1.2m."))
    ['?']
    >>> lost_signs("Who gets £5,000? 3,000 people asked.")
    frozenset()
    """
    found = {match["sign"] for match in _SURE.finditer(text)}
    return frozenset(found - {"?"} if _SIGN.search(text) else found)


def with_signs(text: str, lost: frozenset[str]) -> str:
    """Return a text of the same length with the pound signs put back in front of the figures.

    >>> with_signs("\ufffd5,000 in \ufffd2012", frozenset("\ufffd"))
    '£5,000 in \ufffd2012'
    """
    if not lost:
        return text
    chars = list(text)
    for match in (*_SURE.finditer(text), *_ANY.finditer(text)):
        if match["sign"] in lost and not (
            _YEAR.match(text, match.end()) and not _SURE.match(text, match.start())
        ):
            chars[match.start()] = "£"
    return "".join(chars)
