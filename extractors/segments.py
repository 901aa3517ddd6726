"""The stretches of a document that rules look at: sentences of its article, never furniture."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.lost_sign import lost_signs, with_signs
from extractors.model import Block, Document
from extractors.text import View

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "sir",
        "rev",
        "hon",
        "rt",
        "cllr",
        "st",
        "vol",
        "para",
        "approx",
        "c",
        "ca",
        "circa",
        "vs",
        "v",
        "inc",
        "ltd",
        "co",
        "plc",
        "dept",
        "gov",
        "govt",
        "est",
        "max",
        "min",
        "incl",
        "excl",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "al",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
# Abbreviations only before a number: "No. 10" against "they said no. Kent ...".
_BEFORE_NUMBER = frozenset(["no", "nos", "fig", "figs", "p", "pp", "ref", "para", "art"])
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
# A sentence ends at . ! ? (with closing quotes and brackets) before white space and the start of another, or, where a
# page lost the space, between a small letter or bracket and a capitalised word.
_END = re.compile(
    r"""[.!?…]+["')\]]*(?= )|(?<=[a-z)\]][a-z)\]]|[A-Za-z0-9][)\]])[.!?]["')]*(?=[A-Z][a-z]+ [a-z])"""
)
_START = re.compile(r"""["'(\[•*-]*\s*[A-Z0-9£€$#]""")
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)$")


@dataclass(eq=False)
class Segment:
    """One sentence, list item, heading or cell of the article.

    ``view`` is its plain text with the way back to document offsets. ``table_no``, ``row`` and ``col`` are set when it
    stands in a table's cell. Segments of one block share ``block_no`` and are in text order.
    """

    document: Document = field(repr=False)
    block: Block
    block_no: int
    view: View
    table_no: int | None = None
    row: int | None = None
    col: int | None = None

    @property
    def text(self) -> str:
        return self.view.text

    @property
    def start_char(self) -> int:
        return self.view.starts[0]

    @property
    def end_char(self) -> int:
        return self.view.starts[-1] + 1

    @cached_property
    def tokens(self) -> Doc:
        """The segment's plain text, tokenised by the shared blank pipeline. Costly: ask only where a rule can match."""
        from extractors.nlp import make_doc

        return make_doc(self.text)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a plain text (see :class:`extractors.text.View`).

    >>> text = "Cllr. Smith gave £1.5m. It went to Kent."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Cllr. Smith gave £1.5m.', 'It went to Kent.']
    """
    start = 0
    for end in _END.finditer(text):
        following = end.end() + (text[end.end()] == " ")
        if not _START.match(text, following):
            continue
        word = _LAST_WORD.search(text, start, end.start())
        if text[end.start()] == "." and word and _abbreviates(word.group(1), text[following]):
            continue
        yield start, end.end()
        start = following
    if start < len(text):
        yield start, len(text)


def _abbreviates(word: str, following: str) -> bool:
    """Whether a full stop belongs to the word before it: a title, an initial, "No." before a number."""
    last = word.lower()
    if last in _BEFORE_NUMBER:
        return following.isdigit()
    return last in _ABBREVIATIONS or (word != "I" and _INITIALS.fullmatch(word) is not None)


def _cell_finder(document: Document) -> Callable[[Block], tuple[int | None, int | None, int | None]]:
    """Return a function that gives the table, row and column of the cell that a block stands in."""
    cells = sorted(
        (cell.start_char, cell.end_char, table.table_no, cell.row, cell.col)
        for table in document.tables
        for cell in table.cells
        if cell.end_char > cell.start_char
    )
    starts = [cell[0] for cell in cells]

    def find(block: Block) -> tuple[int | None, int | None, int | None]:
        place = bisect_right(starts, block.start_char) - 1
        if place < 0 or block.end_char > cells[place][1]:
            return None, None, None
        return cells[place][2:]

    return find


def segment(document: Document) -> tuple[Segment, ...]:
    """Return the article's segments in text order. Furniture blocks yield none."""
    cell_of = _cell_finder(document)
    lost = lost_signs(document.text)
    segments: list[Segment] = []
    for block_no, block in enumerate(document.blocks):
        if block.furniture is not None:
            continue
        whole = View.of(document.text, block.start_char, block.end_char)
        if lost:
            whole = View(with_signs(whole.text, lost), whole.starts)
        place = cell_of(block)
        for start, end in split_sentences(whole.text):
            view = View(whole.text[start:end], whole.starts[start:end])
            if view.text:
                segments.append(Segment(document, block, block_no, view, *place))
    return tuple(segments)
