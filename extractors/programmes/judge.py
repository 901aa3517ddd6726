"""Whether capitalised words are the name of a programme, and where in them the name begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.model import ProgrammeKind
from extractors.programmes.places import PLACE_WORDS
from extractors.programmes.vocabulary import (
    ABOUT,
    ACCOUNTING,
    ACRONYMS,
    BODY_AFTER,
    DESCRIBING,
    GENERIC,
    HEAD_KINDS,
    MONEY_WORDS,
    NAME_ENDS,
    NAMING_SMALL,
    NOT_PROGRAMMES,
    OPENERS,
    OWNERS,
    PEOPLE,
    SMALL,
    SOFT_OPENERS,
)
from extractors.registry.areas import areas

# As many describing words, all with capitals, before these heads make a name ("Serious Violence Prevention Programme").
_NAMED_BY_LENGTH = {
    **dict.fromkeys(("programme", "project", "initiative", "pilot", "campaign"), 3),
    **dict.fromkeys(("strategy", "gateway", "guarantee"), 2),
}
_NAMED_IF_POINTED_AT = {
    **_NAMED_BY_LENGTH,
    **dict.fromkeys(
        ("programme", "project", "initiative", "pilot", "campaign", "scheme", "pathfinder", "hub"), 2
    ),
}
# "Introduction of", "Roll-out of": what is done with a programme, in front of its name.
_ACTION = re.compile(
    r"(?:[stc]ion|ment|ery|val|launch|out|start|use|part|phase|round|year|executive|director|chair|manager|founder|head|member)$",
    re.I,
)
_DEPARTMENT = frozenset({"department", "ministry", "office", "government"})
# Before an article these begin a new phrase, not the middle of a name.
_CUTS = frozenset({"and", "for", "from", "by", "to", "is"})
_ARTICLES = frozenset({"the", "a", "an"})
_LEADING = frozenset({"for", "from", "by", "to", "in", "at", "with"})
_WORD = re.compile(r"[^\s]+")
_ACRONYM_INSIDE = re.compile(r"\([A-Z]{2}[A-Za-z&]{0,6}\)")
# Bodies in front of a name that own it.
_OWNER_RUN = re.compile(
    r"(?:(?:The )?(?:UK |HM |Welsh |Scottish )?(?:Home Office|Government|Ministry of Justice|Youth Justice Board"
    r"|Department (?:for|of) [A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*|National Lottery)|MOPAC|MoJ|MOJ|HMG|OPCC|OPFCC)(?:'s)? "
)
_COMMISSIONER_RUN = re.compile(
    r"(?:the )?(?:(?:Office of the )?(?:Deputy )?Police(?:, Fire)? (?:and|&) Crime Commissioner(?: \(P\w+\))?"
    r"|PF?CC|Commissioner|Mayor)(?:'s)? "
)

# Words around a name that make it an organisation: roles in it, what kind of body it is, speech.
_BODY_BEFORE = re.compile(
    r"\b(?:charit(?:y|ies)|organisations?|company|enterprise|CEO (?:of|at)|founder of|chair(?:man)? of|trustees? of"
    r"|(?:chief executive|director|manager|head) (?:of|at)|spokes(?:man|woman|person) for"
    r"|(?:delivered|provided|run|led) by)(?: the)? ['\"]?$",
    re.I,
)
_BODY_BEHIND = re.compile(
    r",? (?:said|says|added|CIC|CIO|Ltd|Limited)\b"
    r"|,? (?:a|an|the) (?:\w+ ){0,3}(?:charity|organisation|company)\b"
    r"| (?:of|at|within|in) the (?:Home Office|Ministry|Department|[A-Z]\w+ Police)\b"
    r"|'s (?:chief executive|CEO|director|founder|staff)\b"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a run: its text without closing marks, and its span in the segment's text."""

    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """The word in small letters without a possessive."""
        return re.sub(r"'s?$", "", self.text.casefold())


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the words of ``text[start:end]``, without the marks around them and without acronyms in brackets."""
    found: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        if _ACRONYM_INSIDE.fullmatch(match.group()):
            continue
        left = len(match.group()) - len(match.group().lstrip("'\"([,:;-"))
        word = match.group()[left:].rstrip('.,:;!?")]')
        if word:
            found.append(Token(word, match.start() + left, match.start() + left + len(word)))
    return found


@cache
def _area_words() -> frozenset[str]:
    return frozenset(
        word
        for area in areas()
        for name in (area.area_name, *area.area_aliases)
        for word in re.findall(r"[a-z]+", name.casefold())
    )


def _is_place(word: Token) -> bool:
    return (
        word.plain in PLACE_WORDS
        or word.plain in _area_words()
        or word.plain in ACRONYMS
        or word.plain in OWNERS
    )


def is_vague(word: Token) -> bool:
    """Whether a word describes, or names a place or a body, rather than a programme."""
    plain = word.plain
    parts = [part for part in re.split(r"[-/&]", plain) if part]
    return (
        not any(char.isalpha() for char in plain)
        or plain in ACRONYMS
        or plain in PLACE_WORDS
        or plain in _area_words()
        or plain in OPENERS - SOFT_OPENERS
        or plain in GENERIC
        or (len(parts) > 1 and parts[-1] in DESCRIBING)
        or all(part in GENERIC or part in SMALL for part in parts)
    )


def kind_of(words: Sequence[Token]) -> ProgrammeKind:
    """Return the kind that the last word gives, or the money words before it."""
    head = words[-1].plain
    if len(words) > 1 and words[-2].plain in MONEY_WORDS and HEAD_KINDS[head] is ProgrammeKind.PROGRAMME:
        return ProgrammeKind.FUND
    return HEAD_KINDS[head]


def trim(text: str, words: Sequence[Token]) -> list[Token]:
    """Return the words without those before the name: openers, owners, years. The last word is the head noun."""
    words = list(words)
    changed = True
    while changed and len(words) > 1:
        changed = False
        run = text[words[0].start : words[-1].end]
        owner = _OWNER_RUN.match(run)
        commissioner = None if owner else _COMMISSIONER_RUN.match(run)
        cut = owner or commissioner
        if cut is not None:
            rest = [word for word in words if word.start >= words[0].start + cut.end()]
            if owner is not None or any(not is_vague(word) and word.plain not in SMALL for word in rest[:-1]):
                changed = bool(rest) and len(rest) < len(words)
                words = rest or words
                continue
        first = words[0]
        opener = first.text.casefold()
        changed = (
            first.plain in SMALL - SOFT_OPENERS
            or opener in OPENERS - SOFT_OPENERS
            or (opener in SOFT_OPENERS and len(words) == 2)
            or not (first.text[0].isalpha() or first.text[0] == "#")
        )
        words = words[1:] if changed else words
    for place in range(len(words) - 2, -1, -1):
        word = words[place]
        if (
            re.search(r"(?:'s|s')$", word.text)
            and word.plain not in PEOPLE
            and word.plain + "s" not in PEOPLE
        ):
            words = words[place + 1 :]
            break
    for place in range(len(words) - 2, 0, -1):
        before = words[place - 1].text
        if (words[place].text in _ARTICLES and before in _CUTS) or (
            words[place].text == "of" and (before.isdigit() or _ACTION.search(before))
        ):
            words = words[place + 1 :]
            break
    words = _without_subject(text, words)
    return without_place(words)


def _without_subject(text: str, words: Sequence[Token]) -> list[Token]:
    """Return the words without a noun that is capitalised only because it stands first, and the small words behind it:
    "Growth of the Rising Tide Project" is about the Rising Tide Project. What is left must be a name by itself, so that
    "Voice of the Child Project" stays whole.
    """
    words = list(words)
    if not words or not _begins(text, words[0].start):
        return words
    for place in range(2, len(words) - 1):
        rest = words[place + 1 :]
        if (
            words[place].text in _ARTICLES
            and words[place - 1].text in SMALL
            and words[0].plain not in SMALL
            and (len(rest) >= 3 or words[0].plain in ABOUT)
            and is_name(rest, small_head=rest[-1].text[0].islower())
        ):
            return rest
    return words


def _begins(text: str, start: int) -> bool:
    """Whether a word at ``start`` is capitalised because a sentence, a cell or a clause begins there."""
    return re.search(r"(?:^|[.:;!?|*-]) ?['\"(]?$", text[max(0, start - 4) : start]) is not None


def without_place(words: Sequence[Token]) -> list[Token]:
    """Return the words without a place, an owner or an opener and the small word behind it ("Kent for Bright Way")."""
    words = list(words)
    for place in range(len(words) - 2, 0, -1):
        if words[place].text in _LEADING and all(
            _is_place(word) or word.plain in SMALL for word in words[:place]
        ):
            words = words[place + 1 :]
            break
    while len(words) > 1 and words[0].text in SMALL:
        words = words[1:]
    return words


def is_name(words: Sequence[Token], *, small_head: bool, pointed_at: bool = False) -> bool:
    """Whether trimmed words, the head noun last, name a programme rather than describe a thing or a body.
    ``pointed_at`` says that an article or a possessive stands before them: capitals in running text then name with one
    describing word less ("the Youth Diversion Scheme").
    """
    if len(words) < 2 or len(words) > 9:
        return False
    head = words[-1].plain
    modifiers = [word for word in words[:-1] if word.plain not in SMALL]
    plains = [word.plain for word in modifiers]
    if not plains:
        return False
    telling = [word for word in modifiers if not is_vague(word)]
    if (
        len(plains) >= 2
        and _DEPARTMENT.isdisjoint(plains)
        and any(w.text in NAMING_SMALL for w in words[1:-1])
    ):
        telling = modifiers
    if len(plains) >= 2 and plains[-1] in NAME_ENDS:
        telling = modifiers
    kind = kind_of(words)
    if kind is ProgrammeKind.FUND and not small_head:
        money = [plain for plain in plains if plain not in MONEY_WORDS]
        if head in {"fund", "scheme", "programme", "chest"}:
            return bool(money) and not all(plain in ACCOUNTING for plain in money)
        return bool(telling) or (
            head == "grant" and len(plains) >= 2 and not all(plain in ACCOUNTING for plain in plains)
        )
    if (
        plains[-1] in NOT_PROGRAMMES
        and len(plains) < 5
        and kind is not ProgrammeKind.STRATEGY
        and (small_head or plains[-1] not in {"service", "services", "team", "business", "school"})
    ):
        return False
    if small_head and plains[-1] in OWNERS:
        return False
    if telling:
        return True
    return (
        not small_head
        and len(plains) >= (_NAMED_IF_POINTED_AT if pointed_at else _NAMED_BY_LENGTH).get(head, 10)
        and not all(p in ACCOUNTING for p in plains)
    )


def says_more(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, words around a known name, makes another name of it: a telling word, or the head
    noun of a strategy or unit. Whose it is, where, which year's, or a plain head noun do not.
    """
    words = tokens(text, start, end)
    heads = (ProgrammeKind.STRATEGY, ProgrammeKind.UNIT)
    return any(
        HEAD_KINDS[word.plain] in heads
        if word.plain in HEAD_KINDS
        else not (is_vague(word) or word.plain in SMALL or word.text.endswith(("'s", "s'")))
        for word in words
    )


def is_body(text: str, start: int, end: int) -> bool:
    """Whether the words around ``text[start:end]`` make it an organisation, a law or a post.

    >>> text = "The charity Bright Acre Project said so."
    >>> is_body(text, 12, 31)
    True
    """
    after = re.match(r" ([A-Za-z.-]+)", text[end:])
    if after and after.group(1)[0].isupper() and after.group(1).casefold() in BODY_AFTER:
        return True
    return bool(_BODY_BEFORE.search(text[max(0, start - 60) : start]) or _BODY_BEHIND.match(text[end:]))
