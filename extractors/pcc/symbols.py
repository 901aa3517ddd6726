"""A sentence as a string with one letter an item, so that the grammar of offices and persons is regular.

====  ==========================================  ====  =====================================================
A     name of a police area                       H     Mr, Dr, Sir, Lord ...
F     name of a force                             K     OBE, KC ... after a name
M     office or body by a name of its own         D     deputy, assistant
Q     office by a form that needs context         R     mayor
N     name of an office-holder                    B     office ("the PCC's office")
T     title: police and crime commissioner, PCC   J     adjective of a title: elected, Labour ...
S     its plural                                  p     police, constabulary in lower case
O     OPCC, OPFCC                                 W     another capitalised word
Y     the Welsh title, or the office under it     w     another word
C c   commissioner, commissioners                 0     number
L     lookalike: something else                   _     spent by a rule before
====  ==========================================  ====  =====================================================

``t`` the, ``f`` for, ``o`` of, ``&`` and, ``'`` the possessive ending; other punctuation stands for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.pcc import words
from extractors.pcc.lexicon import Hit, Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FIXED = {
    "the": "t", "for": "f", "of": "o", "and": "&", "&": "&", "office": "B", "mayor": "R", "commissioner": "C",
    "commissioners": "c", ",": ",", "(": "(", ")": ")", "/": "/", "-": "-", ":": ":", ";": ";", "|": "|", '"': '"',
}  # fmt: skip
#: Of names that overlap, the ones of these symbols are taken first: titles before "Kent Police" in
#: "Kent Police and Crime Commissioner".
_FIRST = "TSYOLMNQ"
_RANK = "LMTSYONQFA"


@dataclass(frozen=True, slots=True)
class Item:
    """A run of tokens that the grammar sees as one letter; offsets are into the segment's plain text."""

    symbol: str
    text: str
    start_char: int
    end_char: int
    names: tuple[Name, ...] = ()

    @property
    def area_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(area for name in self.names for area in name.area_ids))

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


def select(hits: list[Hit]) -> list[list[Hit]]:
    """Return the hits that stay when each token belongs to one name: the longest and most specific. Hits of the same
    tokens and symbol (an acronym of two areas) stay together.
    """
    spans = {(hit.start, hit.end) for hit in hits}
    outer = [
        hit
        for hit in hits
        if not any(
            (start <= hit.start and hit.end <= end) and (start, end) != (hit.start, hit.end)
            for start, end in spans
        )
    ]
    ordered = sorted(
        outer,
        key=lambda hit: (
            hit.name.symbol not in _FIRST,
            hit.start - hit.end,
            _RANK.index(hit.name.symbol),
            hit.start,
        ),
    )
    rest = sorted(
        (hit for hit in hits if hit not in outer),
        key=lambda hit: (hit.start - hit.end, _RANK.index(hit.name.symbol)),
    )
    taken: set[int] = set()
    chosen: dict[tuple[int, int], list[Hit]] = {}
    for hit in (*ordered, *rest):
        group = chosen.get((hit.start, hit.end))
        if group is not None:
            if group[0].name.symbol == hit.name.symbol or (
                group[0].name.symbol in "TO" and hit.name.symbol == "Q"
            ):
                group.append(hit)
            continue
        tokens = range(hit.start, hit.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen[hit.start, hit.end] = [hit]
    return [chosen[span] for span in sorted(chosen)]


def _symbol(token: Token, *, after_space: bool) -> str:
    text, lower = token.text, token.lower_
    if lower in ("'s", "'") and not after_space:
        return "'"
    if lower in _FIXED:
        return _FIXED[lower]
    if lower in words.HONORIFICS:
        return "H"
    if lower in words.POST_NOMINALS and text.isupper():
        return "K"
    if lower in words.DEPUTIES:
        return "D"
    if text in ("police", "constabulary") or lower == "constabularies":
        return "p"
    if lower in words.TITLE_ADJECTIVES:
        return "J"
    if token.is_punct:
        return "."
    if token.like_num or text[0].isdigit() or text[0] in "£$€":
        return "0"
    if text[0].isupper() and not (token.is_stop and len(text) > 1) and lower not in words.OPENERS:
        return "W"
    return "w"


def itemise(tokens: Doc, groups: list[list[Hit]]) -> list[Item]:
    """Return a segment's items, given the names that stay (see :func:`select`)."""
    items: list[Item] = []
    starts = {group[0].start: group for group in groups}
    ends = 0
    after_space = True
    for at, token in enumerate(tokens):
        if at >= ends:
            group = starts.get(at)
            if group is None:
                symbol = _symbol(token, after_space=after_space)
                items.append(Item(symbol, token.text, token.idx, token.idx + len(token)))
            else:
                ends = group[0].end
                span = tokens[at:ends]
                names = tuple(hit.name for hit in group)
                items.append(Item(names[0].symbol, span.text, span.start_char, span.end_char, names))
        after_space = bool(token.whitespace_)
    return items
