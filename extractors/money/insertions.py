"""Insertions: words between commas, dashes or brackets that a sentence could do without."""

from __future__ import annotations

#: What opens one: a preposition, an adverb or a conjunction, so that the parts of a list and new clauses are none.
_OPENING = (
    r"(?:(?:with|without|including|inclusive|excluding|exclusive|before|after|not counting|in"
    r"|on|at|for|of|by|from|under|as|to|across|during|within|per|plus|less|net|gross|whatever|however|whether"
    r"|even|if|when|where|wherever|unless|once|say|all|taken|tax|vat|fees|postage|together|apart|save|except"
    r"|like|such|because|given|subject|regardless|irrespective|either|combined|overall|again|too|perhaps"
    r"|therefore|[a-z]{2,}ly|according)"
    r"|(?:he|she|it|they|we|you|i) (?:said|says|added|adds|think|thinks|believes?|told))\b"
)
#: Matches one insertion with its signs, from the comma, dash or bracket that opens it to the one that closes it.
#: Positive: "exceed, with tax, £7,500", "exceed (with tax) £7,500". Negative: "none came, Kent left, £5m was lost".
INSERTION = (
    rf"(?:, {_OPENING}[^,;:()£€$]{{0,60}},| - {_OPENING}(?:(?! -)[^,;:()£€$]){{0,60}} -"
    rf"| \((?!or\b|and\b)[^()£€$]{{1,60}}\))"
)
