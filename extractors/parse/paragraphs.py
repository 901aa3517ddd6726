"""Lines joined to paragraphs: where a text was wrapped hard, where a line stands alone, where an item goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.parse.furniture import line_furniture
from extractors.parse.lines import Line, ends_sentence, is_bare_mark, item_mark

_WIDEST_WRAP = 115
_NARROWEST_WRAP = 30
_NARROWEST_CHUNK = 50
_NEARLY = 0.88
# Words that leave a line hanging; the second kind may also end a heading ("What it is for").
_HANGS = re.compile(
    r"(?:\b(?:the|a|an|of|and|or|with|from|their|its|our|his|her|than|per|into|between|including)|[,£&(/])$",
    re.I,
)
_MAY_HANG = re.compile(
    r"\b(?:to|for|in|on|by|at|as|that|which|this|has|have|will|be|is|are|was|were|up|over|about|around|through|nearly|almost)$",
    re.IGNORECASE,
)
_HEADING = 45
# "Lead officer: A Name": a form's fields stand on lines of their own.
_FIELD = re.compile(r"[A-Z][\w /()&’'-]{2,45}:(?:\s|$)")
_GOES_ON = re.compile(r"[a-z,;.)%’'](?!\))")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that a reader takes as one. ``start`` is behind the list mark of an item."""

    lines: tuple[Line, ...]
    start: int
    end: int
    is_item: bool


def wrap_width(lines: Sequence[Line], *, narrowest: int = _NARROWEST_WRAP) -> int | None:
    """Return the width at which a text was wrapped hard, or None where a line end is a paragraph's end.

    In wrapped text, most lines have no room for the next line's first word, and few end with a stop.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.text and b.text and not item_mark(b.text)]
    if len(pairs) < 2:
        return None
    lengths = sorted(len(line.text) for line in lines if line.text)
    width = lengths[min(len(lengths) - 1, len(lengths) * 85 // 100)]
    if not narrowest <= width <= _WIDEST_WRAP:
        return None
    full = sum(_full(a, b, width) for a, b in pairs)
    stopped = sum(ends_sentence(a.text) for a, _ in pairs)
    return width if full * 2 >= len(pairs) and stopped * 2 < len(pairs) else None


def paragraphs(lines: Sequence[Line], width: int | None) -> list[Paragraph]:
    """Return the paragraphs of a run of lines, in order, blank lines between them dropped.

    ``width`` is where the whole text is wrapped (:func:`wrap_width`); without it a stretch may be wrapped by itself.

    >>> from extractors.parse.lines import split_lines
    >>> lines = split_lines("The grant goes to the\\nSafer Streets Fund.\\n\\n• Kent\\n  and Essex")
    >>> [len(p.lines) for p in paragraphs(lines, None)]
    [2, 2]
    """
    found: list[Paragraph] = []
    chunk: list[Line] = []
    for line in [*lines, None]:
        if line is not None and not line.blank:
            chunk.append(line)
        elif chunk:
            found += _chunk(
                chunk, width if width is not None else wrap_width(chunk, narrowest=_NARROWEST_CHUNK)
            )
            chunk = []
    return found


def _chunk(lines: Sequence[Line], width: int | None) -> list[Paragraph]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _joins(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _joins(group: Sequence[Line], line: Line, width: int | None) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last, first = group[-1], group[0]
    if len(group) == 1 and is_bare_mark(last.text):
        return True
    full = width is not None and _full(last, line, width)
    mark = item_mark(line.text)
    if is_bare_mark(line.text) or (
        mark and not (full and line.text[0].isalnum() and not ends_sentence(last.text))
    ):
        return False
    if line_furniture(last.text) or line_furniture(line.text):
        return False
    if _FIELD.match(line.text) and not _HANGS.search(last.text):
        return False
    if full:
        return True
    if item_mark(first.text) and line.indent > first.indent:
        return True
    if ends_sentence(last.text):
        return False
    if (_HANGS.search(last.text) and len(last.text) > 12) or (
        _MAY_HANG.search(last.text) and len(last.text) > _HEADING
    ):
        return True
    return _GOES_ON.match(line.text) is not None and (len(last.text) >= 30 or not last.text[0].islower())


def _full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room on a line."""
    room = width - len(line.text) - line.indent
    if len(line.text) * 2 <= width:
        return False
    # In proportional type a full line may have fewer characters than another.
    return len(following.text.split(maxsplit=1)[0]) + 1 > room or len(line.text) >= width * _NEARLY


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    first = lines[0]
    if is_bare_mark(first.text) and len(lines) > 1:
        return Paragraph(tuple(lines), lines[1].start, lines[-1].end, True)
    mark = item_mark(first.text)
    return Paragraph(tuple(lines), first.start + mark, lines[-1].end, mark > 0)
