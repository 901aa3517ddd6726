"""The one financial year that a text names for an amount: "2023/24", "FY24", "the financial year 2023 to 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.money.context import Decision, Place
from extractors.money.durations import Duration

_FINANCIAL_YEAR = re.compile(
    r"(?<![0-9/£])(?P<first>20[0-9]{2}) ?(?:/|-) ?(?P<last>(?:20)?[0-9]{2})(?![0-9/,%])"
    r"|\bFY ?'?(?P<fy>(?:20)?[0-9]{2})(?![0-9/-])|\bFY ?'?(?P<fy1>[0-9]{2})/(?P<fy2>[0-9]{2})\b"
    r"|(?<![0-9/£-])(?P<short1>[12][0-9])/(?P<short2>[123][0-9])(?![0-9/])(?= financial| budget| funding"
    r"| settlement|[ ,.;)]|$)|\b(?:financial"
    r"|fiscal) years? (?:ending (?:in )?(?:31 )?(?:march )?)?(?P<y1>20[0-9]{2})(?: to (?P<y2>20[0-9]{2}))?",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:compared (?:to|with)|than(?: in)?|since|up from|down from|on) $", re.IGNORECASE)


def financial_years_in(text: str) -> list[tuple[int, int, str]]:
    """Return each financial year that a text names as (start, end, "2023/24"). "FY24" ends in March 2024.

    >>> financial_years_in("in 2023-24, and FY25")
    [(3, 10, '2023/24'), (16, 20, '2024/25')]
    """
    found = []
    for match in _FINANCIAL_YEAR.finditer(text):
        if match["first"]:
            first, last = int(match["first"]), int(match["last"]) % 100
        elif match["fy1"] or match["short1"]:
            first, last = 2000 + int(match["fy1"] or match["short1"]), int(match["fy2"] or match["short2"])
        elif match["fy"]:
            last = int(match["fy"]) % 100
            first = 1999 + last
        else:
            first = int(match["y1"]) if match["y2"] else int(match["y1"]) - 1
            last = (int(match["y2"]) if match["y2"] else int(match["y1"])) % 100
        if (first + 1) % 100 == last and not _COMPARED.search(
            text, max(match.start() - 20, 0), match.start()
        ):
            found.append((match.start(), match.end(), f"{first}/{last:02d}"))
    return found


def financial_year_of(
    place: Place, years: Sequence[tuple[int, int, str]], durations: Sequence[Duration]
) -> Decision[str] | None:
    """Return the financial year that the sentence names for an amount, the nearest behind before one in front."""
    single = [
        year
        for year in years
        if not any(
            d.start < year[1] and year[0] < d.end for d in durations if d.kind in ("years", "dates", "list")
        )
    ]
    behind = [year for year in single if place.amount.end <= year[0] <= place.right_edge]
    ahead = [year for year in single if place.left_edge <= year[0] and year[1] <= place.amount.start]
    lone = single if len({year[2] for year in single}) == 1 else []
    for start, end, name in (*behind[:1], *ahead[-1:], *lone):
        return Decision(value=name, start=start, end=end, rule="money.financial-year.v1")
    return None
