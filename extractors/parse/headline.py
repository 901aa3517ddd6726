"""The headline of a text that has no mark-up: which of its first lines it is, if any."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.model import Block, BlockKind
from extractors.parse.dates import first_date
from extractors.parse.furniture import box_furniture, content_words, line_furniture, tail_furniture
from extractors.parse.furniture_prompts import is_call, prompt_furniture
from extractors.parse.furniture_words import PROMOTION
from extractors.parse.lines import ends_sentence

_LONGEST_TITLE = 240
_PROSE = 140
_TOP = 25
_BYLINE = re.compile(
    r"(?:by|from|author|written by|source|photo|posted in|category|reference|ref)\b\s*:?\s+\S", re.I
)
# Sections, document types and site furniture that stand above headlines.
_KICKER = re.compile(
    r"\W*(?:(?:latest |local |press |our |all |crime |uk |home |the )*(?:news|releases?|blogs?|articles?"
    r"|stories|story|features?|"
    r"publications?|statements?|updates?|notices?|case stud(?:y|ies)|speech|events?|politics|media|opinion"
    r"|reports?|decisions?|"
    r"guidance|transparency data|policy paper|research|consultations?|agenda item|minutes|contents|newsroom"
    r"|media centre|"
    r"corporate report|written (?:question|statement)s?|key information|overview|(?:executive )?summary|details"
    r"|introduction|record of decision|decision (?:notice|record|log)|background|purpose|proposals?"
    r"|recommendations?|reasons? for .{3,30}|summary of .{3,30}|what is being decided|headlines|exclusive"
    r"|breaking|in brief|foi|freedom of information|disclosure log))\W*",
    re.IGNORECASE,
)
# A form's fields: none of them is the headline, save the one that says so.
_FIELD = re.compile(
    r"(?:(?:decision|report) (?:by|taken by|maker|makers?|ref|reference|number|no|date|status|type|author)"
    r"|key decision|lead|reference"
    r"|ref|date|status|author|contact|officer|classification|from|to|version|prepared|presented|signed"
    r"|approved|publication)"
    r"\b[\w /()'’.-]{0,40}:",
    re.IGNORECASE,
)
#: A body's name at the head of its papers, with the day of its meeting perhaps, is not what the paper is about.
_BODY = re.compile(
    r"(?:the )?(?:[\w&'’-]+,? ){1,10}(?:panel|committee|board|cabinet|conference|assembly)(?: meeting)?"
    r"(?:,? .{0,12}\d{4})?"
    r"|(?:(?:the )?office of the )?(?:police(?:,? fire)? and crime commissioner|pcc|mayor) (?:for|of) [\w&'’, -]{3,60}",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(r"(?:joint )?report (?:of|by|from) (?:the )?", re.IGNORECASE)
TITLE_FIELD = re.compile(
    r"(?:(?:decision|report|document) )?(?:title|subject|headline)\s*:\s*(?=\S)", re.IGNORECASE
)
_ACTS = re.compile(
    r"\b(?:announc\w+|award\w*|receiv\w+|launch\w*|secur\w+|fund\w*|grants?|boost\w*|invest\w*|gets?|gives?"
    r"|given|wins?|won|"
    r"sets?|pledg\w+|welcom\w+|propos\w+|rais\w+|cash|million|precept|new|more|tackl\w+|support\w*|budget"
    r"|allocat\w+|"
    r"increas\w+|back(?:s|ed|ing)|bids?|helps?|says?|warns?|calls?|reveal\w*|statement|strategy|plan)\b|£\d"
    r"|\d+m\b",
    re.IGNORECASE,
)


def headline_of(words: str) -> str:
    """Return a headline without the label of its field, on one line."""
    plain = " ".join(words.split())
    label = TITLE_FIELD.match(plain)
    return plain[label.end() :] if label else plain


def find_title(text: str, blocks: Sequence[Block]) -> Block | None:
    """Return the block that is the headline, or None where the text starts with running prose.

    Of the short lines before the first prose, the headline is the one that has most of a headline's marks: words that
    the story repeats, a verb or an amount, some length; sections, captions, bylines and datelines are none.
    """
    candidates: list[tuple[Block, str]] = []
    for number, block in enumerate(blocks[:_TOP]):
        words = text[block.start_char : block.end_char]
        plain = " ".join(words.split())
        if block.furniture is not None or line_furniture(plain) or prompt_furniture(plain) or is_call(plain):
            continue
        if block.kind in (BlockKind.CELL, BlockKind.ITEM, BlockKind.QUOTE) or _is_prose(words):
            if PROMOTION.search(words) and len(words) <= _LONGEST_TITLE:
                continue
            if not candidates and _dated_next(text, blocks[number + 1 : number + 2]) and len(words) < _PROSE:
                return block
            break
        if _closes_head(words) and any(not _KICKER.fullmatch(words) for _, words in candidates):
            break
        repeated = candidates and words.removesuffix(" image") == candidates[-1][1]
        if not repeated and not _impossible(words):
            candidates.append((block, " ".join(words.split())))
    if not candidates:
        return None
    behind = candidates[-1][0].end_char
    known = content_words(text[behind : behind + 1500])
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
    score += 6.0 if TITLE_FIELD.match(words) else 0.0
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


def _dated_next(text: str, following: Sequence[Block]) -> bool:
    """Whether the next line is a date or byline: the sentence above it is a headline with a full stop."""
    return any(_closes_head(text[block.start_char : block.end_char]) for block in following)


def _impossible(words: str) -> bool:
    if (_closes_head(words) and len(words.split()) < 8) or _REPORT_OF.match(words):
        return True
    if _BODY.fullmatch(" ".join(words.split())) and not _ACTS.search(words):
        return True
    if _FIELD.match(words) and not TITLE_FIELD.match(words):
        return True
    return not re.search(r"[A-Za-z]{3}", words) or words[0] in ",;)(" or tail_furniture(words) is not None
