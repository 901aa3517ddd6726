"""Lines of a plain text, with their offsets, and what one line alone can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]*(?:\r\n|[\r\n\f\v\u2028\u2029]|\Z)")
# An amount that breaks behind its comma: "£993," and below it "456.65".
_AMOUNT_BREAKS = re.compile(r"[£€$]\d{1,3}(?:,\d{3})*,$")
_AMOUNT_GOES_ON = re.compile(r"\d{3}(?!\d)")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_MARK = re.compile(
    r"""(?: [•·▪▫‣◦●○■□➢➤►✓✔\uf0b7\uf0a7–—*-] (?=[\s]) | [•▪‣◦●■➢►✓✔\uf0b7\uf0a7]
    | (?:\d{1,2} | [a-zA-Z] | [ivx]{1,4}) [.)] (?=\s)
    | \( (?:\d{1,2} | [a-z] | [ivx]{1,4}) \) (?=\s)
    | o (?=\s{2,}) )""",
    re.VERBOSE,
)
_BARE_MARK = re.compile(r"(?:[•·▪▫‣◦●○■□➢➤►✓✔\uf0b7\uf0a7*-]|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])")
_TERMINAL = re.compile(r"[.!?:;…][\"'”’)\]]*$")
# What an amount cell holds: an amount, a figure under a header with the sign, or a dash for none.
_SIGNED = re.compile(
    r"[-–(]?\s?[£€$]\s?\d[\d,.\s]*\d?\s?(?:million|billion|thousand|bn|mn|m|k)?[)*+]?(?:\s?\[\d+\]|\s?\(\d\)|\*)?",
    re.I,
)
_FIGURE = re.compile(
    r"[-–(]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:million|bn|m|k|%)?[)*]?|[-–—]|n/?a|nil", re.I
)

_UNIT = re.compile(
    r"[(\[]?\s?(?:[£€$]\s?(?:['’]?0{3}['’]?s?|k|m|mn|bn|millions?|thousands?)?|['’]0{3}s?|gbp)\s?[)\]]?",
    re.IGNORECASE,
)
_HOLDS_UNIT = re.compile(
    r"[£€$](?!\s?\d)|[£€$]\s?['’]?0{3}['’]?s?(?!\d)|\((?:gbp|['’]?0{3}['’]?s?)\)|\bin (?:pounds|sterling|gbp)\b"
    r"|\b(?:thousands|millions) of pounds\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end: ``text`` is ``source[start:end]``, stripped of white space at both sides.

    A line that ends in the middle of an amount has the next line in it too.
    """

    start: int
    end: int
    text: str
    indent: int

    @property
    def blank(self) -> bool:
        return not self.text


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    r"""Return the lines of ``text[start:end]``; ``\n``, ``\r\n``, ``\r`` and form feeds end one.

    >>> [line.text for line in split_lines("Kent\r\n  £5 ")]
    ['Kent', '£5']
    >>> [line.text for line in split_lines("Kent\n£993,\n456.65\nEssex")]
    ['Kent', '£993,\n456.65', 'Essex']
    """
    stop = len(text) if end is None else end
    return list(_lines(text, start, stop))


def _lines(text: str, start: int, stop: int) -> Iterator[Line]:
    while start < stop:
        found = _LINE.match(text, start, stop)
        assert found is not None  # the pattern matches the empty string
        raw = found.group().rstrip().rstrip(_INVISIBLE).rstrip()
        if _AMOUNT_BREAKS.search(raw) and _AMOUNT_GOES_ON.match(text, found.end(), stop):
            found = _LINE.match(text, found.end(), stop)
            assert found is not None
            raw = text[start : found.end()].rstrip().rstrip(_INVISIBLE).rstrip()
        body = raw.lstrip()
        while body and body[0] in _INVISIBLE:
            body = body[1:].lstrip()
        indent = len(raw) - len(body)
        yield Line(start + indent, start + len(raw), body, indent)
        start = found.end()


def item_mark(line: str) -> int:
    """Return the length of the list mark that opens a line with the space behind it, or 0.

    >>> item_mark("• Kent"), item_mark("iv. Kent"), item_mark("Kent")
    (2, 4, 0)
    """
    found = _MARK.match(line)
    if not found:
        return 0
    rest = line[found.end() :]
    return len(line) - len(rest.lstrip())


def is_bare_mark(line: str) -> bool:
    """Whether a line is nothing but a list mark, as when a scraper puts the bullet on a line of its own."""
    return _BARE_MARK.fullmatch(line) is not None


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a stop, a colon or the like, closing quotes and brackets aside."""
    return _TERMINAL.search(line) is not None


def is_amount(cell: str) -> bool:
    """Whether a cell is an amount with its currency sign and nothing else.

    >>> is_amount("£209, 332.78"), is_amount("£5 for Kent")
    (True, False)
    """
    return _SIGNED.fullmatch(cell.strip()) is not None


def is_figure(cell: str) -> bool:
    """Whether a cell is an amount, a bare figure, or a dash or "n/a" in its place."""
    return is_amount(cell) or _FIGURE.fullmatch(cell.strip()) is not None


def is_unit(text: str) -> bool:
    """Whether a cell is a unit of money and nothing else.

    >>> is_unit("£m"), is_unit("(£000)"), is_unit("£5m")
    (True, True, False)
    """
    return _UNIT.fullmatch(text.strip()) is not None


def holds_unit(text: str) -> bool:
    """Whether a header or caption says that the figures under it are money.

    >>> holds_unit("Spent £"), holds_unit("2023/24 £000"), holds_unit("Spent £5")
    (True, True, False)
    """
    return _HOLDS_UNIT.search(text) is not None
