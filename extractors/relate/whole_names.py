"""Where the name of a candidate begins and ends, which a run of capital words tells only nearly."""

from __future__ import annotations

import re

from extractors.relate.clauses import Clause
from extractors.relate.names import Recipient

# What a sentence may begin with, with a capital, before a name or without one.
_OPENS = re.compile(
    r"(?:(?:Although|Though|Because|Besides|Having|Elsewhere|Secured|Received|Awarded|Please|We've|We|Its|Their|Whilst"
    r"|Additionally|Similarly|Separately|Overall|Nationally|Locally|Finally|Firstly|Secondly|Winners?|Recipients?"
    r"|Applicants?|Back(?= in [A-Z]))\b:? ?"
    r"(?:in (?:January|February|March|April|May|June|July|August|September|October|November|December) ?)?(?:the )?)+"
)
# "Falmouth in Cornwall" is Falmouth; "Business in the Community" is whole.
_PLACE = re.compile(r"\s+in\s+(?!the\b|Need\b|Mind\b|Action\b)[A-Z].*", re.DOTALL)
# Common nouns that end the name before them: "Rugby | autism network".
_LONGER = re.compile(
    r"(?: (?!and |of |in |for |the |to |which |who |has |was |is |will )[a-z][a-z'-]+){0,2}"
    r" (?:network|group|club|team|charity|trust|school|church|centre|partnership|foundation|association"
    r"|society|hub|project|scheme|council|choir|academy)\b"
)

# "The All Saints area of Kettering" is one place.
_AREA_OF = re.compile(
    r" (?:area|ward|estate|district|neighbourhood|suburb) of (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*"
)


def whole_name(clause: Clause, named: Recipient) -> Recipient | None:
    """Return a name without the word that only opens its sentence and without its place, and with its common noun.

    None where nothing is left. A police area is as it is.

    Positive: Falmouth in "Elsewhere Falmouth in Cornwall", "Rugby autism network" where the run of names is "Rugby".
    Negative: "Having" (nobody), "Business in the Community" (whole).
    """
    if named.area_id is not None:
        return named
    text = clause.segment.document.text
    start, end = named.start_char, named.end_char
    lead = _OPENS.match(text, start, end)
    start = lead.end() if lead else start
    place = _PLACE.search(text, start, end)
    end = place.start() if place else end
    longer = _AREA_OF.match(text, end, clause.segment.end_char) or _LONGER.match(
        text, end, clause.segment.end_char
    )
    end = longer.end() if longer else end
    if start >= end:
        return None
    return Recipient(text=" ".join(text[start:end].split()), start_char=start, end_char=end)
