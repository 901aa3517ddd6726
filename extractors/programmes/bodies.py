"""Bodies whose names end like a programme's: funders and charities that are called Fund, Project or Programme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.programmes.spans import Found
from extractors.segments import Segment

#: Grant-making bodies, charities and agencies, by their own registers and web sites. A name inside one is no programme.
_NAMES = """
National Lottery Community Fund|National Lottery Heritage Fund|Heritage Lottery Fund|Big Lottery Fund
International Monetary Fund|World Wide Fund for Nature|Save the Children Fund|Pension Protection Fund
Westminster Drug Project|United Nations Development Programme|World Food Programme
United Nations Environment Programme|Financial Services Compensation Scheme|Local Government Pension Scheme
Police Pension Scheme|Firefighters' Pension Scheme|Criminal Injuries Compensation Scheme
Duke of Edinburgh's Award Scheme
"""
#: A benevolent fund, a memorial fund or a fund for survivors is a charity, whoever it belongs to.
_CHARITABLE = (
    r"(?:[A-Z][\w'-]+ (?:of |and |the )*){1,6}(?:Benevolent|Convalescent|Memorial|Widows'|Orphans') Fund"
)


def _pattern() -> re.Pattern[str]:
    names = [name.strip() for name in _NAMES.replace("\n", "|").split("|") if name.strip()]
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in longest_first)}|{_CHARITABLE})(?![\w-])")


_BODY = _pattern()


def without_bodies(found: Sequence[Found], segments: Sequence[Segment]) -> list[Found]:
    """Return the found names without those that are a body's name, a part of it, or it with more words in front.

    Leaves: "the Community Fund" of "the National Lottery Community Fund". Keeps: "the Quayside Community Fund".
    """
    spans = {
        number: [match.span() for match in _BODY.finditer(segments[number].text)]
        for number in {item.segment_no for item in found}
    }
    return [
        item for item in found if not any(start < item.end <= end for start, end in spans[item.segment_no])
    ]
