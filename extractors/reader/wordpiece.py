"""Words cut into the pieces that the encoder knows: BERT's uncased WordPiece, with each piece's place in the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

UNKNOWN = "[UNK]"
#: A longer run of letters is no word.
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a word: its number in the vocabulary and its span of the text."""

    number: int
    start: int
    end: int


def pieces(text: str, vocabulary: Mapping[str, int]) -> list[Piece]:
    """Return the pieces of a text in order.

    >>> [(p.number, p.start, p.end) for p in pieces("Grants!", {"grant": 7, "##s": 8, "!": 9, "[UNK]": 0})]
    [(7, 0, 5), (8, 5, 6), (9, 6, 7)]
    """
    found: list[Piece] = []
    for letters, places in _words(text):
        found += _cut(letters, places, vocabulary)
    return found


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield each word (or mark of punctuation) in small letters without accents, and its letters' places."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain, ends, alone = _character(character)
        if ends and letters:
            yield "".join(letters), places
            letters, places = [], []
        if alone:
            yield plain, [place] * len(plain)
        else:
            letters += plain
            places += [place] * len(plain)
    if letters:
        yield "".join(letters), places


@lru_cache(maxsize=4096)
def _character(character: str) -> tuple[str, bool, bool]:
    """Return a character in small letters without accents, whether it ends a word, and whether it is one alone."""
    if character.isspace():
        return "", True, False
    if unicodedata.category(character) in ("Cc", "Cf"):
        return "", False, False
    plain = "".join(
        c for c in unicodedata.normalize("NFD", character.lower()) if unicodedata.category(c) != "Mn"
    )
    # Every ASCII character that is no letter or digit counts as punctuation, "$" too; "£" does not.
    mark = (character.isascii() and not character.isalnum()) or unicodedata.category(character).startswith(
        "P"
    )
    return plain, mark, mark


def _cut(letters: str, places: list[int], vocabulary: Mapping[str, int]) -> list[Piece]:
    """Return the longest known pieces from the left; the whole word is unknown where one is missing."""
    whole = [Piece(vocabulary[UNKNOWN], places[0], places[-1] + 1)] if letters else []
    if len(letters) > _LONGEST:
        return whole
    found: list[Piece] = []
    start = 0
    while start < len(letters):
        for end in range(len(letters), start, -1):
            number = vocabulary.get(("##" if start else "") + letters[start:end])
            if number is not None:
                found.append(Piece(number, places[start], places[end - 1] + 1))
                start = end
                break
        else:
            return whole
    return found
