"""The last word on who gets an award: the candidates weighed, with weights fitted on marked documents.

Wording rules are sure where they speak, but much of what people write has no rule. ``recipient_weights.csv`` holds
what each feature of a candidate adds; ``python -m bench.fit_recipients`` makes it (docs/decisions/0013). The candidate
with the largest sum gets the amount, if the sum is large enough.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extractors.model import Cue
from extractors.reader import Reading
from extractors.relate.candidates import Candidate, Names, candidates
from extractors.relate.recipient_features import Asked, features

RULE_ID = "recipient.weighed.v1"
#: A candidate with a smaller sum gets nothing: the sum with the best F1 of claims on documents that were held out.
LEAST = 0.0
#: Rules that pair a list of names with a list of amounts, and what they add: they are as good as a table's rows.
_PAIRING, _PAIRED_WORD = frozenset({"respectively", "list-fused"}), 8.0
#: What the best rule's word adds beside the fitted weights where it names the candidate alone, so that sure words are
#: seldom overruled.
_RULES_WORD = 2.0
#: What the reader's word adds beside the fitted weights (:mod:`extractors.reader`), both as logarithms of odds.
_READERS_WORD = 1.0
_FILE = "recipient_weights.csv"


@cache
def packaged_weights() -> Mapping[str, float]:
    """Return the weights by feature. The feature ``bias`` is always present.

    Raises:
        ValueError: a weight is no number.
    """
    text = resources.files("extractors.relate").joinpath(_FILE).read_text("utf-8")
    return {row["feature"]: float(row["weight"]) for row in csv.DictReader(text.splitlines(), strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A candidate with its sum, above nought where it is likelier right than not, and what added most to it."""

    candidate: Candidate
    score: float
    reasons: tuple[str, ...]

    @property
    def rule_id(self) -> str:
        """Return the rule that named the candidate, else the place where it stands: ``claim.near-before.v1``."""
        if self.candidate.links:
            return self.candidate.links[0].rule_id
        return f"claim.near-{self.candidate.source}.v1"

    @property
    def cue(self) -> Cue:
        who = self.candidate.recipient
        return Cue(
            attribute="recipient",
            value=who.text,
            text="weighed: " + "; ".join(self.reasons),
            rule_id=RULE_ID,
            start_char=who.start_char,
            end_char=who.end_char,
        )


def weigh_candidates(
    asked: Asked, names: Names, *, reading: Reading | None = None, weights: Mapping[str, float] | None = None
) -> list[Chosen]:
    """Return every candidate for an amount with its sum, the largest first.

    ``reading`` is what the reader makes of the document, None to leave its word out; ``weights``: else the packaged.
    """
    table = packaged_weights() if weights is None else weights
    amount = asked.mention.start_char, asked.mention.end_char
    found = []
    for candidate in candidates(names, asked.clause, asked.at, asked.links, asked.area):
        seen = features(asked, candidate, names)
        adding = {name: table[name] * value for name, value in seen.items() if name in table}
        who = candidate.recipient
        said = None if reading is None else reading.gets(amount, (who.start_char, who.end_char))
        if said is not None:
            adding["the reader"] = _READERS_WORD * said
        reasons = sorted(
            (name for name in adding if adding[name] > 0), key=lambda name: (-adding[name], name)
        )
        score = table["bias"] + sum(adding.values()) + _rules_word(asked, candidate)
        found.append(Chosen(candidate=candidate, score=score, reasons=tuple(reasons[:3])))
    return sorted(found, key=lambda one: -one.score)


def _rules_word(asked: Asked, candidate: Candidate) -> float:
    best = min((link.rank for link in asked.links), default=0)
    named = candidate.links and candidate.links[0].rank == best and candidate.links[0].shared == 1
    if named and candidate.links[0].rule in _PAIRING:
        return _PAIRED_WORD
    return _RULES_WORD if named else 0.0


def chosen(
    asked: Asked, names: Names, *, reading: Reading | None = None, weights: Mapping[str, float] | None = None
) -> list[Chosen]:
    """Return who gets the amount: the best candidate, with those that its rule names beside it; nobody if it is weak.

    Positive: "Refuge has just been sent £5,000" (no rule knows "sent": the name before it). Negative: "The minister
    said that £5,000 was a start" (no candidate that is likely enough).
    """
    ranked = [
        one for one in weigh_candidates(asked, names, reading=reading, weights=weights) if one.score >= LEAST
    ]
    if not ranked:
        return []
    first = ranked[0]
    rules = {link.rule for link in first.candidate.links[:1]}
    return [first, *(k for k in ranked[1:] if {link.rule for link in k.candidate.links[:1]} & rules)]
