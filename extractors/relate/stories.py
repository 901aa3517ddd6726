"""The one body, or else the one police area, that a short story is about: whose "the grant" of its sentences is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.model import PccMention
from extractors.relate.clauses import FUND, PCC, PROGRAMME, Clause, pattern
from extractors.relate.lexicon import expand, words
from extractors.relate.links import Link
from extractors.relate.names import HEAD, Recipient, name_runs, split_names
from extractors.relate.stand_ins import official

# Longer documents tell of many things, and "the grant" of one of them need not be its first body's.
_LONGEST = 40
_OPENING = 4
_GRANT = pattern(
    expand(
        r"\b(?:the|this|that|a|an|its|their|our|another|further) (?:[a-z]+ ){0,2}?(?:grant|award|donation"
        r"|cheque|windfall|gift|cash boost)"
        r"(?:,| of| worth| for| is| was|:)? (?:[a-z]+ ){0,2}?@"
        r"|\b(?:the|this|that|these) $few@(?: of (?:the )?(?:[a-z]+ )?(?:money|funding"
        r"|cash))?(?: (?:grant|award|boost|windfall|donation|cheque))?"
        r" (?:comes?|came|is|was|will|has|means|meant|lets?|allows?|helps?|paid|pays)\b"
        r"|\b(?:thank|thanked|thanks|thanking|grateful|thankful|delighted|pleased"
        r"|thrilled)\b[^#;.]{0,50}? (?:for|with|by) (?:this |the |its |their |a )?(?:[a-z]+ ){0,2}?@"
        r"|@ (?:of |in )?(?:new |extra |more |additional )?(?:government|home office|treasury|ministry"
        r"|lottery)(?:'s)? (?:money|cash|funding|grant)[^#;.]{0,20}?"
        r" (?:will|is to|are to|has) (?:pay|fund|help|buy|cover|go|be)\b"
        r"|\b(?:the|a|total|final) (?:[a-z]+ )?(?:result|outcome|reward|prize|end) (?:was|is|of) <2>@"
        r"|@,? (?:was|is) the (?:result|outcome|reward|prize)\b"
    )
)
_SOURCE = re.compile(
    r"\b(?:government|home office|ministry|ministers|treasury|whitehall|lottery)\b", re.IGNORECASE
)
_SIZE = pattern(
    r"@ <2>(?:fund|pot|package|programme|scheme|round|settlement|budget|between|each|apiece|a month|a week)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Who a document is about: its one body, named among its first sentences, and its one police area."""

    body: Recipient | None
    area: PccMention | None


def story_of(clauses: Sequence[Clause], area: PccMention | None) -> Story:
    """Return the one body that a document's first sentences name, and its area.

    Positive: the Rowan Centre in "The Rowan Centre can stay open. The grant, £14,500, ...". Negative: a document whose
    first sentences name two charities.
    """
    if len(clauses) > _LONGEST:
        return Story(body=None, area=None)
    found: dict[str, Recipient] = {}
    for clause in clauses[:_OPENING]:
        for run in name_runs(clause, 0, len(clause.text)):
            for name in split_names(clause, *run):
                last = name.text.split()[-1]
                marked = any(mark in clause.text[slice(*run)] for mark in (PCC, PROGRAMME, FUND))
                if name.area_id or marked or not HEAD.search(last) or name.text.lower() in words("funder"):
                    continue
                found.setdefault(name.text.lower().removeprefix("the "), name)
    longest = max(found.values(), key=lambda name: len(name.text), default=None)
    one = longest is not None and all(text in longest.text.lower() for text in found)
    return Story(body=longest if one else None, area=area)


def of_story(clause: Clause, at: int, story: Story) -> Iterator[Link]:
    """The story's subject, where a sentence speaks of "the grant" without saying whose.

    Positive: "The grant of £14,500 will pay for a counsellor" below a heading on the Rowan Centre. Negative: "The
    £40m fund is open".
    """
    aimed = clause.aimed(at)
    first, last = max(0, at - 120), at + 120
    found = next((m for m in _GRANT.finditer(aimed, first, last) if m.start() <= at < m.end()), None)
    if found is None or _SIZE.match(aimed, at) or (story.body is None and story.area is None):
        return
    cue = (found.start(), found.end())
    if story.body is not None:
        yield Link(at=at, recipient=story.body, rule="story-body", rank=6, shared=1, cue=cue)
    elif story.area is not None and _SOURCE.search(clause.text):
        yield official(clause, at, story.area, "story-area", cue, cue)
