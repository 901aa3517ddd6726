"""Whether an area's name is used of the area, or is part of another name."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.pcc import words
from extractors.pcc.symbols import Item

_STARTS = frozenset('.:"(-|;')
#: Symbols of words that are words of a name when they are capitalised.
_NAME_WORDS = frozenset("WJDRBLF")


def _is_name_word(item: Item) -> bool:
    return item.symbol in _NAME_WORDS and item.symbol not in "LF" and item.is_capitalised


def _touches(first: Item, second: Item) -> bool:
    return first.end_char == second.start_char


def _run(items: Sequence[Item], at: int) -> list[str]:
    """Return the words of the name that starts at an item: capitalised words, joined by "and", "of" and "for"."""
    run: list[str] = []
    while at < len(items) and (_is_name_word(items[at]) or items[at].symbol in "&of'"):
        run.append(items[at].text.lower())
        at += 1
    return run


def _follows(items: Sequence[Item], at: int, *, headline: bool) -> str | None:
    """Return the words after an area's name that make another name of it, or None."""
    rest = items[at + 1 :]
    if not rest:
        return None
    after = rest[0]
    lower = after.text.lower()
    following = rest[1].text.lower() if len(rest) > 1 else ""
    if after.symbol == "L":
        return after.text
    if lower in words.LOWER_INSTITUTIONS and after.symbol in "wW":
        return after.text
    if lower == "county" and (not headline or following in words.INSTITUTIONS):
        if after.is_capitalised or following in words.INSTITUTIONS:
            return f"{after.text} {following}"
        return None
    if _is_name_word(after):
        run = _run(items, at + 1)
        if headline:
            return next((word for word in run if word in words.INSTITUTIONS), None)
        return None if lower in words.FOLLOWERS else after.text
    place = " ".join(item.text.lower() for item in rest[1:3])
    if after.symbol == "," and not words.FOREIGN.isdisjoint((place, following)):
        return place
    return _shared_tail(items, at + 1)


def _shared_tail(items: Sequence[Item], at: int) -> str | None:
    """Return the institution that ends a coordinated name, as "NHS" in "Kent, Surrey and Medway NHS Trust"."""
    joined = False
    while at < len(items) and (
        items[at].symbol in "At&"
        or (items[at].symbol == "," and not joined)
        or (joined and items[at].text.lower() in words.COMPASS)
    ):
        joined = joined or items[at].symbol == "&"
        at += 1
    if not joined:
        return None
    return next((word for word in _run(items, at) if word in words.INSTITUTIONS), None)


def _precedes(items: Sequence[Item], at: int, *, headline: bool) -> str | None:
    """Return the words before an area's name that make another name of it, or None."""
    if not at:
        return None
    before = items[at - 1]
    lower = before.text.lower()
    if before.symbol == "H" and before.is_capitalised:
        return before.text
    if lower in words.COMPASS:
        return before.text
    if before.symbol == "-" and _touches(before, items[at]) and at > 1 and _touches(items[at - 2], before):
        return items[at - 2].text if items[at - 2].is_capitalised else None
    if before.symbol == "W":
        return before.text if not headline or lower in words.PREFIXES_OF_NAMES else None
    article = before.symbol == "t" and at > 1
    of = items[at - 2] if article else before
    head_at = at - 3 if article else at - 2
    if of.symbol == "o" and head_at >= 0:
        head = items[head_at]
        lower = head.text.lower()
        if lower in words.LOWER_HEADS or (head.is_capitalised and lower in words.HEADS_OF_NAMES):
            return f"{head.text} of"
        first = head_at == 0 or items[head_at - 1].symbol in _STARTS
        if head.symbol in "WH" and not first and not headline:
            return f"{head.text} of"
    return None


def continued_by(items: Sequence[Item], at: int, *, headline: bool) -> str | None:
    """Return the word that makes the area's name at ``items[at]`` a part of another name, or None.

    ``headline`` says that most words of the line are capitalised, so that capitals alone say nothing.

    Positive (another name): "Kent County Council", "University of Kent", "East Kent", "Durham, North Carolina".
    Negative (the area): "in Kent", "Kent's victims", "Kent, Essex and Sussex".
    """
    return _follows(items, at, headline=headline) or _precedes(items, at, headline=headline)


def is_headline(items: Sequence[Item]) -> bool:
    """Say whether a line is set in capitals: at least five words, most of which are capitalised."""
    texts = [
        item.text
        for item in items
        if (item.text[0].isalpha() and item.symbol not in "tfo&'w") or len(item.text) > 3
    ]
    texts = [text for text in texts if text[0].isalpha()]
    return len(texts) >= 5 and sum(text[0].isupper() for text in texts) >= 0.75 * len(texts)
