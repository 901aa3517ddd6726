"""Figures and number words as they are printed, and their values."""

from __future__ import annotations

import re
from decimal import Decimal

#: A figure as typed. Groups may be parted by a comma, a comma and a space, or a space; see :func:`read_figure`.
#: A group behind a space counts only where no word that could be counted follows ("£5 000", but not "£5 200 people").
_LOOSE_END = (
    r"(?=\.[0-9]|[^\sA-Za-z0-9]|$| (?:and|or|to|for|of|from|in|is|was|were|are|will|has|had|at|as|by|on"
    r"|with|over|per|a|which|that|towards|each|this|going|went|goes)\b| [^A-Za-z0-9])"
)
FIGURE = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?(?![0-9]|,[0-9])"  # 1,200,000.50
    r"|[0-9]{1,3}(?: ?, ?[0-9]{3}(?![0-9])){1,4}" + _LOOSE_END + r"(?:\.[0-9]+)?"  # 209, 332.78
    r"|[0-9]{1,3}(?: [0-9]{3}(?![0-9,])){1,4}" + _LOOSE_END + r"(?:\.[0-9]+)?"  # 1 200 000
    r"|[0-9]{1,15}(?:[.,][0-9]{1,6}){0,5})"  # 3000, 2.5, and whatever else is typed: 14,50 or 1.200.000
)
FRACTION = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "1/2": Decimal("0.5"),
    "1/4": Decimal("0.25"),
}

#: How a magnitude is written and what it multiplies by.
MAGNITUDES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "grand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mil": Decimal(10**6),
    "mill": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "tn": Decimal(10**12),
}
_LONG = r"(?:hundred|thousand|million|billion|trillion)s?"
#: A magnitude behind a figure. Letters that stand alone ("£5 m") must not begin a word or a road's number ("M25").
MAGNITUDE = (
    rf"(?:[ -]?{_LONG}(?: (?:thousand|million|billion))?(?![a-z])"
    r"|-?(?:mln|mill?|mn|bn|tn|[mkb])(?![a-z])| (?:mln|mn|bn|[mk])(?![a-z0-9]|-[a-z0-9])| grand\b)"
)

_UNITS = {
    word: Decimal(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_UNITS |= {
    word: Decimal(10 * value)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_UNITS |= {"a": Decimal(1), "an": Decimal(1), "half": Decimal("0.5")}
_COUNTED = "|".join(
    sorted((word for word in _UNITS if word not in ("a", "an", "half")), key=len, reverse=True)
)
_BIG = "hundred|thousand|million|billion|trillion"
#: Number words: "two hundred and fifty thousand", "three quarters of a million", "one and a half million".
WORDS = (
    r"(?:(?:a |one |three[ -])?(?:quarters?|half)(?:[ -]of)?(?:[ -]an?)?[ -](?:hundred thousand|hundred|thousand"
    r"|million|billion)"
    rf"|(?:(?:{_COUNTED})|an?(?=[ -](?:{_BIG}|half)\b))(?:[ -](?:and[ -](?=(?:{_COUNTED}|a[ -]half"
    rf"|a[ -]quarter)\b))?(?:{_COUNTED}|{_BIG}|a[ -]half|a[ -]quarter)\b){{0,16}})"
)
_PARTS = re.compile(r"a[ -]half|a[ -]quarter|three[ -]quarters?|quarters?|[a-z]+")


def read_figure(figure: str) -> tuple[Decimal, bool]:
    """Return the value of a figure read literally, and whether it is malformed.

    Commas never mark decimals; several stops part thousands; white space says nothing.

    >>> read_figure("209, 332.78"), read_figure("14,50"), read_figure("1.200.000")
    ((Decimal('209332.78'), True), (Decimal('1450'), True), (Decimal('1200000'), True))
    >>> read_figure("1,200.5"), read_figure("1 200")
    ((Decimal('1200.5'), False), (Decimal('1200'), False))
    """
    bare = figure.replace(" ", "")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]{1,3})?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?", bare):
        return Decimal(bare.replace(",", "")), ", " in figure or " ," in figure
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{2}", bare):
        return Decimal(bare.replace(".", "").replace(",", ".")), True
    if bare.count(".") > 1:
        *groups, last = re.split(r"[.,]", bare)
        decimals = last if len(last) < 3 else ""
        whole = "".join(groups) + ("" if decimals else last)
        return Decimal(f"{whole}.{decimals}" if decimals else whole), True
    return Decimal(bare.replace(",", "")), True


def read_magnitude(word: str) -> Decimal:
    """Return what a magnitude multiplies by: "hundred thousand" is 100000, no word at all is 1."""
    factor = Decimal(1)
    for part in re.findall(r"[a-z]+", word.lower()):
        factor *= MAGNITUDES[part if part in MAGNITUDES else part.removesuffix("s")]
    return factor


def read_words(phrase: str) -> Decimal:
    """Return the value of number words that match :data:`WORDS`.

    >>> read_words("two hundred and fifty thousand"), read_words("a quarter of a million")
    (Decimal('250000'), Decimal('250000.00'))
    """
    fraction = re.fullmatch(
        r"(?:(a |one )|(three[ -]))?(quarters?|half)(?:[ -]of)?(?:[ -]an?)?"
        r"[ -]((?:hundred|thousand|million|billion).*)",
        phrase.lower(),
    )
    if fraction:
        size = Decimal("0.5") if fraction[3] == "half" else Decimal("0.25")
        return size * (3 if fraction[2] else 1) * read_magnitude(fraction[4])
    total = group = Decimal(0)
    for part in _PARTS.findall(phrase.lower()):
        if part in ("and", "of"):
            continue
        if part in ("a half", "a-half"):
            group += Decimal("0.5")
        elif part in ("a quarter", "a-quarter"):
            group += Decimal("0.25")
        elif part == "hundred":
            group = (group or Decimal(1)) * 100
        elif part in MAGNITUDES:
            total += (group or Decimal(1)) * MAGNITUDES[part]
            group = Decimal(0)
        else:
            group += _UNITS[part]
    return total + group
