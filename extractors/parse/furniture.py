"""Which paragraphs of a text are not part of the article: navigation, prompts, related stories, forms, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extractors.model import Block, BlockKind
from extractors.parse.furniture_cards import cards
from extractors.parse.furniture_prompts import is_call, prompt_furniture
from extractors.parse.furniture_words import ARTICLE, BOXES, LINES, PROMOTION, TAILS
from extractors.parse.lines import ends_sentence

_LONGEST_LINE = 240
_PROSE = 120
_WHOLE_PROMPT = 90
_SHORT_PROSE = 60
_LEAST_ARTICLE = 0.15
_MOST_CHECKS = 50
_MONEY = re.compile(r"[£€]\s?\d")
_WORD = re.compile(r"[^\W\d_]{5,}")
_CAPTION_LABEL = re.compile(r"(?:image|picture|photo) caption\W*", re.IGNORECASE)


def line_furniture(text: str) -> str | None:
    """Return why a line by itself is furniture, or None. The article may go on after it.

    >>> line_furniture("Share this article"), line_furniture("Kent shares £5m")
    ('share', None)
    """
    if len(text) > _LONGEST_LINE or (_MONEY.search(text) and len(text) > 60):
        return None
    if _said_twice(text):
        return "caption"
    return next(
        (name for name, pattern in LINES if pattern.fullmatch(text) or _opens(name, pattern, text)), None
    )


def _said_twice(text: str) -> bool:
    """Whether a line is one text twice over, as a picture's description and its caption run together."""
    half = len(text) // 2
    return half >= 12 and (
        text[:half] == text[half:] or (text[:half] == text[half + 1 :] and text[half] == " ")
    )


def _opens(name: str, pattern: re.Pattern[str], text: str) -> bool:
    return name in ("cookies", "caption") and pattern.match(text) is not None


def box_furniture(text: str) -> str | None:
    """Return what kind of box a heading opens ("Related stories", a newsletter prompt), or None."""
    if len(text) > _LONGEST_LINE or ARTICLE.match(text):
        return None
    for name, pattern in BOXES:
        if pattern.fullmatch(text) or (name == "newsletter" and pattern.match(text)):
            return name
    return None


def tail_furniture(text: str) -> str | None:
    """Return what kind of matter begins with a paragraph that no article follows, or None.

    >>> tail_furniture("Leave a comment"), tail_furniture("Leave it to Kent Police")
    ('comments', None)
    """
    if ARTICLE.match(text):
        return None
    return next((name for name, pattern in TAILS if pattern.match(text)), None)


def content_words(text: str) -> set[str]:
    """Return the longer words of a text, in lower case: enough to tell whether two texts share a topic."""
    return {word.lower() for word in _WORD.findall(text)}


def _plain(text: str, block: Block) -> str:
    return " ".join(text[block.start_char : block.end_char].split())


def mark_furniture(text: str, blocks: Sequence[Block], *, title: Block | None) -> list[Block]:
    """Return the blocks with ``furniture`` set where the words tell that they are no part of the article.

    Lines above the headline are navigation; a box ends where prose on the article's topic goes on; behind a comment
    form, a promotion or a footer everything is furniture. Blocks that are marked already stay as they are. Where
    hardly any prose would be left, the page is not understood, and only single lines are marked.
    """
    marked = _mark(text, blocks, title, lines_only=False)
    whole = _prose_length(text, blocks)
    if whole and _prose_length(text, marked) < whole * _LEAST_ARTICLE:
        return _mark(text, blocks, title, lines_only=True)
    return marked


def _mark(text: str, blocks: Sequence[Block], title: Block | None, *, lines_only: bool) -> list[Block]:
    marked = list(blocks)
    first = _mark_top(text, marked, title)
    box: str | None = None
    tail: str | None = None
    known: set[str] = set()
    seen: set[str] = set()
    has_begun = False
    checks = 0
    captions = _captions(text, marked, first, title)
    carded = set() if lines_only else _carded(text, marked, first)
    for number in range(first, len(marked)):
        block = marked[number]
        words = _plain(text, block)
        if block.furniture is not None:
            continue
        if block.kind is BlockKind.CELL:
            box = None
            if tail:
                marked[number] = replace(block, furniture=tail)
            continue
        opened = tail_furniture(words) if tail is None and not lines_only else None
        checks += opened is not None
        if opened and checks <= _MOST_CHECKS and _is_end(text, marked, number, opened, known):
            tail = opened
            if tail == "promotion":
                _mark_headings_above(text, marked, number, first)
        elif opened:
            box = opened
        elif tail is None and not lines_only and (new_box := box_furniture(words)) and not _is_whole(words):
            box = new_box
        elif box and tail is None and _resumes(words, known if has_begun else set()):
            box = None
        label = tail or box or line_furniture(words) or _describes_picture(words, seen)
        label = label or ("caption" if number in captions else "related" if number in carded else None)
        label = label or prompt_furniture(words) or (None if lines_only else box_furniture(words))
        seen.add(words)
        if label and block is not title:
            marked[number] = replace(block, furniture=label)
        else:
            known |= content_words(words)
            has_begun = has_begun or _is_prose(words)
    return marked


def _carded(text: str, blocks: Sequence[Block], first: int) -> set[int]:
    """Return the places of cards of other stories behind the article's first paragraph of prose."""
    lines = ["" if block.kind is BlockKind.CELL else _plain(text, block) for block in blocks]
    begun = next(
        (n for n in range(first, len(lines)) if len(lines[n]) >= _SHORT_PROSE and ends_sentence(lines[n])),
        len(lines),
    )
    return {begun + place for place in cards(lines[begun:])}


def _is_whole(words: str) -> bool:
    """Whether a prompt says all in one paragraph, so that it is no heading of a box."""
    return len(words) >= _WHOLE_PROMPT


def _prose_length(text: str, blocks: Sequence[Block]) -> int:
    """Return the length of the prose of the blocks that are not furniture; cells count as prose."""
    article = ((block, _plain(text, block)) for block in blocks if block.furniture is None)
    return sum(len(words) for block, words in article if block.kind is BlockKind.CELL or _is_prose(words))


def _mark_top(text: str, marked: list[Block], title: Block | None) -> int:
    """Mark short lines above the headline as navigation, not a form's fields; return the headline's place."""
    if title is None:
        return 0
    place = marked.index(title)
    for number in range(place):
        block = marked[number]
        words = _plain(text, block)
        label = line_furniture(words) or box_furniture(words) or prompt_furniture(words)
        label = label or ("prompt" if is_call(words) else None)
        short = len(words.split()) <= 6 and ":" not in words and not _MONEY.search(words)
        if block.furniture is None and (label or short):
            marked[number] = replace(block, furniture=label or "navigation")
    return place


def _captions(text: str, blocks: Sequence[Block], first: int, title: Block | None) -> set[int]:
    """Return the places of pictures' captions: the line behind a label ("Image caption,"), and a line that stands twice
    in a row, once as the picture's description and once as its caption. A repeated headline or sum is none.
    """
    found: set[int] = set()
    headline = _plain(text, title) if title is not None else None
    before = ""
    for number in range(first, len(blocks)):
        words = _plain(text, blocks[number])
        if blocks[number].kind is BlockKind.CELL or len(words) > _LONGEST_LINE:
            before = ""
            continue
        if _CAPTION_LABEL.fullmatch(words) or _CAPTION_LABEL.fullmatch(before):
            found.add(number)
        elif words == before != headline and len(words.split()) >= 4 and not _MONEY.search(words):
            found |= {number - 1, number}
        before = words
    return found


def _describes_picture(words: str, seen: set[str]) -> str | None:
    """Return ``caption`` for a line that was said before: with "image" added, or twice over in a line above."""
    if words.endswith(" image") and words.removesuffix(" image") in seen:
        return "caption"
    return "caption" if f"{words}{words}" in seen or f"{words} {words}" in seen else None


def _is_end(text: str, blocks: Sequence[Block], number: int, kind: str, known: set[str]) -> bool:
    """Whether the article is over at a tail's first paragraph: it is not when most of its prose comes later."""
    before = sum(b.end_char - b.start_char for b in blocks[:number] if b.furniture is None)
    behind = [_plain(text, b) for b in blocks[number + 1 :]]
    later = sum(len(words) for words in behind if _resumes(words, known))
    return before >= later or (kind == "comments" and before >= 600)


@lru_cache(maxsize=4096)
def _is_prose(words: str) -> bool:
    """Whether a paragraph is running text, whole and not promotion. Asked several times of each paragraph of a page."""
    whole = len(words) >= _PROSE and ends_sentence(words) and not words.endswith(("…", "..."))
    return whole and not PROMOTION.search(words)


def _resumes(words: str, known: set[str]) -> bool:
    """Whether a paragraph behind a box belongs to the article: whole prose, no promotion, on the same topic.

    A shorter sentence must share more of its words with the article; a quotation goes on with a story.
    """
    if not ends_sentence(words) or words.endswith(("…", "...")) or PROMOTION.search(words):
        return False
    own = content_words(words)
    shared = len(own & known)
    if len(words) >= _PROSE:
        return shared >= max(2, len(own) // 5) if known else True
    if len(words) < _SHORT_PROSE // 2 or not known or prompt_furniture(words):
        return False
    if words[0] in '“"' and words[-1] in '”".':
        return True
    return len(words) >= _SHORT_PROSE and shared >= max(3, len(own) // 2)


def _mark_headings_above(text: str, marked: list[Block], number: int, first: int) -> None:
    """Mark the headings right above a promotion, which are its own."""
    for above in range(number - 1, first, -1):
        block = marked[above]
        words = _plain(text, block)
        if block.kind is not BlockKind.HEADING or ARTICLE.match(words) or _MONEY.search(words):
            return
        marked[above] = replace(block, furniture="promotion")
