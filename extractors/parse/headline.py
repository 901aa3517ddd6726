"""The headline of a text that has no mark-up: which of its first lines it is, if any."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.model import Block, BlockKind
from extractors.parse.dates import first_date
from extractors.parse.furniture import box_furniture, content_words, line_furniture, tail_furniture
from extractors.parse.lines import ends_sentence

_LONGEST_TITLE = 240
_PROSE = 140
_TOP = 25
_BYLINE = re.compile(r"(?:by|from|author|written by|source|photo|posted in|category|reference|ref)\b\s*:?\s+\S", re.I)
# Sections, document types and site furniture that stand above headlines.
_KICKER = re.compile(
    r"\W*(?:(?:latest |local |press |our |all |crime |uk |home |the )*(?:news|releases?|blogs?|articles?|stories|story|features?|"
    r"publications?|statements?|updates?|notices?|case stud(?:y|ies)|speech|events?|politics|media|opinion|reports?|decisions?|"
    r"guidance|transparency data|policy paper|research|consultations?|agenda item|minutes|contents|newsroom|media centre|"
    r"corporate report|written (?:question|statement)s?|exclusive|breaking|in brief|foi|freedom of information|disclosure log))\W*",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:announc\w+|award\w*|receiv\w+|launch\w*|secur\w+|fund\w*|grants?|boost\w*|invest\w*|gets?|gives?|given|wins?|won|"
    r"sets?|pledg\w+|welcom\w+|propos\w+|rais\w+|cash|million|precept|new|more|tackl\w+|support\w*|budget|allocat\w+|"
    r"increas\w+|back(?:s|ed|ing)|bids?|helps?|says?|warns?|calls?|reveal\w*|statement|strategy|plan)\b|£\d|\d+m\b",
    re.IGNORECASE,
)


def find_title(text: str, blocks: Sequence[Block]) -> Block | None:
    """Return the block that is the headline, or None where the text starts with running prose.

    Of the short lines before the first prose, the headline is the one that has most of a headline's marks: words that
    the story repeats, a verb or an amount, some length; sections, captions, bylines and datelines are none.
    """
    candidates: list[tuple[Block, str]] = []
    story = ""
    for block in blocks[:_TOP]:
        words = text[block.start_char : block.end_char]
        if block.furniture is not None:
            continue
        if block.kind in (BlockKind.CELL, BlockKind.ITEM, BlockKind.QUOTE) or _is_prose(words):
            break
        if _closes_head(words) and candidates:
            break
        if not _impossible(words):
            candidates.append((block, " ".join(words.split())))
    if not candidates:
        return None
    behind = candidates[-1][0].end_char
    story = text[behind : behind + 1500]
    known = content_words(story)
    best = max(range(len(candidates)), key=lambda number: _score(number, candidates, known))
    block, words = candidates[best]
    if _KICKER.fullmatch(words) or line_furniture(words) or not known:
        return None if known or len(candidates) > 1 else block
    return block


def _score(number: int, candidates: Sequence[tuple[Block, str]], known: set[str]) -> float:
    words = candidates[number][1]
    count = len(words.split())
    shared = len(content_words(words) & known)
    score = min(count, 9) * 0.5 + min(shared, 5) * 1.5
    score += 1.5 if _ACTS.search(words) else 0.0
    if count > 22:
        score -= (count - 22) * 0.3 + 2.0
    if words.endswith((":", "?")):
        score -= 1.0
    if _KICKER.fullmatch(words) or line_furniture(words) or box_furniture(words):
        score -= 10.0
    if number == 0 or _only_kickers_above(number, candidates):
        score += 1.5
    return score


def _only_kickers_above(number: int, candidates: Sequence[tuple[Block, str]]) -> bool:
    return all(_KICKER.fullmatch(words) or line_furniture(words) for _, words in candidates[:number])


def _is_prose(words: str) -> bool:
    """Whether a paragraph is running text: a whole sentence, or long."""
    if len(words) > _LONGEST_TITLE:
        return True
    return ends_sentence(words) and words[-1] not in "?!" and (len(words) >= 60 or len(words.split()) > 9)


def _closes_head(words: str) -> bool:
    """Whether a line stands between a headline and its story: a byline or a date."""
    return bool(_BYLINE.match(words)) or (first_date(words) is not None and len(words) < 80)


def _impossible(words: str) -> bool:
    if _closes_head(words) and len(words.split()) < 8:
        return True
    return not re.search(r"[A-Za-z]{3}", words) or words[0] in ",;)(" or tail_furniture(words) is not None
