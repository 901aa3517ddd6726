"""What the words over a column (or in a table's caption) say about its cells."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.model import Per

_UNITS = (
    (re.compile(r"(?P<sign>[£€$]) ?'?0{3}'?s?\b|(?P<sign2>[£€$]) ?k\b|(?P<sign3>[£€$]) ?thousands?\b"
                r"|thousands of (?P<word>pounds|euros|dollars)|\('?000'?s?\)", re.I), 1000),
    (re.compile(r"(?P<sign>[£€$]) ?(?:m|mn|millions?)\b|(?:millions? of )(?P<word>pounds|euros"
                r"|dollars)", re.I), 1_000_000),
    (re.compile(r"(?P<sign>[£€$]) ?(?:bn|billions?)\b", re.I), 1_000_000_000),
    (re.compile(r"(?P<sign>[£€$])(?! ?[0-9])|\b(?P<word>gbp|pounds|sterling|euros?|eur|usd)\b", re.I), 1),
)  # fmt: skip
_CODES = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "eur": "EUR",
    "usd": "USD",
    "dollars": "USD",
}

MONEY = re.compile(
    r"\b(?:amounts?|awards?|awarded|funding|funded|grants?|allocations?|allocated|value|sum|paid|payments?"
    r"|approved|total|cost|budget|spend|spent|contribution|settlement)\b|[£€$]",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"\b(?:awards?|awarded|funding|funded|grants?|allocations?|allocated|recipients?|successful|bids?"
    r"|applicants?)\b",
    re.I,
)
RECIPIENT = re.compile(
    r"\b(?:pccs?|commissioners?|recipients?|organi[sz]ations?|applicants?|forces?|grantees?|awarded to"
    r"|providers?|bod(?:y|ies)|authorit(?:y|ies)|councils?|groups?|charit(?:y|ies)|beneficiar(?:y|ies)"
    r"|partners?|name|police force areas?|areas?|regions?|count(?:y|ies)|districts?|locations?|lead"
    r"|bidders?|schools?|club|community safety partnerships?|csps?)\b",
    re.IGNORECASE,
)
PROJECT = re.compile(r"\b(?:projects?|schemes?|initiatives?)(?: names?| titles?)?\b", re.I)
THEME = re.compile(
    r"^(?:the )?(?:themes?|strands?|categor(?:y|ies)|priorit(?:y|ies)|years?|financial years?|fund(?:s"
    r"|ing)?(?: streams?| sources?)?|streams?|programmes?|types?|purposes?|rounds?|source|period|item"
    r"|description|service|activity|area of spend|crime type)\b",
    re.IGNORECASE,
)
PROGRAMME = re.compile(
    r"\b(?:fund(?:s|ing stream)?|programmes?|schemes?|grant (?:name|scheme)|funding source"
    r"|source of funding|funding stream)\b",
    re.I,
)
COUNT = re.compile(r"\b(?:number|no\.?|nos\.?|#|count|bids?|how many|applications|projects funded)\b", re.I)
PURPOSE = re.compile(
    r"\b(?:summary|purpose|descriptions?|projects?|details?|activit(?:y|ies)|interventions?|use|uses|what"
    r"|reason|overview|aims?|notes?|initiatives?|services?)\b",
    re.I,
)
BUDGET = re.compile(
    r"\b(?:budget(?:s|ed)?|actuals?|variance|forecast|outturn|estimates?|expenditure|precept|council tax"
    r"|bands?|salary|salaries|remuneration|balances?|reserves?|costs?|savings?|tax|fines?|penalty|revised"
    r"|original|over/?under|underspend|overspend|invoice|supplier|turnover|year to date|ytd|projected|pay"
    r"|percentage increase|increase)\b",
    re.IGNORECASE,
)
COST_LINE = re.compile(
    r"\b(?:savings?|(?:to be|amount) saved|gap|shortfall|tax base|salar(?:y|ies)|wages|pay|staff(?:ing)?"
    r"|employees?|premises|transport|supplies|equipment|income|reserves?|precept|pensions?|overtime|band [a-h]"
    r"|net (?:budget|expenditure|revenue)|gross|interest|capital|contingency|inflation|training|travel|council tax"
    r"|police officers?|third party|audit fees?|debt|borrowing|depreciation|recharges?|indirect"
    r"|accommodation|it costs|rent|insurance|travel|stationery|office costs|expenses|deficit|surplus"
    r"|opening balance|closing balance|core grant|police grant|specific grants?|vehicles?|fleet|utilities)\b",
    re.IGNORECASE,
)
#: Columns of what is lost or taken, whoever stands beside them.
LOST = re.compile(r"\b(?:savings?|cuts|receipts|seized|confiscated|losses)\b", re.I)
#: What takes even from a grant, while a grant may well come from seized goods.
_TAKEN = re.compile(r"\b(?:savings?|cuts|losses)\b", re.I)
_BESTOWED = re.compile(
    r"\b(?:awards?|awarded|grants?|granted|grantees?|allocations?|allocated|funded|recipients?|successful)\b",
    re.I,
)
#: "Funding" in front of another noun gives nothing: "effect of the funding formula review", "funding gap".
_ABOUT_FUNDING = re.compile(
    r"\bfunding (?:formulas?|reviews?|gaps?|shortfalls?|pressures?|reductions?|cuts?|loss(?:es)?|deficits?)\b",
    re.I,
)
SPENT = re.compile(r"\b(?:spent|spend|spending|expenditure)\b", re.I)
#: A column of words that sorts costs: "Type of cost", "Expenditure category".
COST_SORT = re.compile(
    r"\b(?:types?|kinds?|categor(?:y|ies)|nature|items?) of (?:costs?|spend|spending|expenditure|expenses?)\b"
    r"|\b(?:costs?|spend|spending|expenditure|expenses?) (?:types?|categor(?:y|ies)|headings?|items?)\b",
    re.I,
)
#: A column of costs beside one of grants: of the whole work, or of the share that others pay.
COST_COLUMN = re.compile(
    r"\b(?:costs?|savings?|cuts|receipts|salar(?:y|ies)|reserves?|precept|match(?:ed)?[ -]?funding|own funds"
    r"|own contribution)\b",
    re.I,
)
#: A column of what is asked for.
_ASKED = re.compile(r"\b(?:requested|requests?|applied for|sought|asked for|bid for)\b", re.I)
_GRANTED = re.compile(
    r"\b(?:awarded|approved|granted|agreed|allocated|recommended|funded|paid|received|successful|recipients?|winners?"
    r"|won|grantees?|grants? (?:made|given))\b",
    re.I,
)
#: A row's label that names a time and nobody.
PERIOD = re.compile(
    r"(?:fy ?|in |financial year |year )?(?:20[0-9]{2}|[0-9]{2})(?: ?[/\u2013-] ?(?:20)?[0-9]{2})?(?: total)?"
    r"|year [0-9a-z]+|q[1-4](?: 20[0-9]{2}.*)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"(?: 20[0-9]{2})?",
    re.I,
)
TOTAL = re.compile(
    r"^(?:[\w&-]+ ){0,4}totals?\b|\btotal(?: shown)?[: ]*$|^(?:all|sum|overall|combined)\b(?! saints)"
    r"|^[\w ]{3,20} shown\b",
    re.I,
)
TOTAL_COLUMN = re.compile(r"\btotals?\b|^(?:sum|overall|combined|all)\b", re.IGNORECASE)
#: A column that only restates another: "per officer (£)".
RATE_COLUMN = re.compile(r"\bper (?!annum|year|month|week)[a-z]+", re.IGNORECASE)
SUBTOTAL = re.compile(r"^sub[ -]?totals?\b|\bsub[ -]?total\b", re.I)
_YEAR = re.compile(
    r"(?<![0-9])(20[0-9]{2})(?: ?[/\u2013-] ?| to )(?:20)?([0-9]{2})(?![0-9])|\bFY ?'?([0-9]{2})\b(?:/([0-9]{2}))?"
    r"|(?<![0-9])([12][0-9])/([123][0-9])(?![0-9/])",
    re.I,
)
_PER = (
    (re.compile(r"\b(?:per (?:year|annum)|annual|p\.?a\.?|a year|yearly)(?![\w])", re.I), Per.YEAR),
    (re.compile(r"\b(?:per month|monthly)\b", re.I), Per.MONTH),
    (re.compile(r"\b(?:per week|weekly)\b", re.I), Per.WEEK),
    (re.compile(r"\b(?:per (?:day)|daily)\b", re.I), Per.DAY),
    (re.compile(r"\b(?:per hour|hourly)\b", re.I), Per.HOUR),
    (
        re.compile(r"\b(?:each|per (?:person|head|project|pcc|force|household|item|unit|property))\b", re.I),
        Per.ITEM,
    ),
)


def gives(words: str) -> bool:
    """Whether a header or a caption speaks of money given.

    >>> gives("Grant (£)"), gives("Funding 2023/24"), gives("Funding gap"), gives("Cuts to grants")
    (True, True, False, False)
    """
    words = _ABOUT_FUNDING.sub(" ", words)
    if _BESTOWED.search(words):
        return _TAKEN.search(words) is None
    return GIVEN.search(words) is not None and LOST.search(words) is None


def bestows(words: str) -> bool:
    """Whether words name a grant, award or allocation; "funding" alone may also be what something is paid from.

    >>> bestows("Grants spent (£)"), bestows("Spent, with funding from the department")
    (True, False)
    """
    return _BESTOWED.search(words) is not None


def takes(words: str) -> bool:
    """Whether a header speaks of what is lost, saved or missing.

    >>> takes("Savings to date"), takes("Effect of the funding formula review"), takes("Funding (£)")
    (True, True, False)
    """
    return LOST.search(words) is not None or _ABOUT_FUNDING.search(words) is not None


def asks(words: str, *, caption: str = "") -> bool:
    """Whether a header stands over what is asked for and not given; a caption can say that it was given.

    >>> asks("Amount requested (£)"), asks("Amount requested (£)", caption="Grants approved in May")
    (True, False)
    """
    return _ASKED.search(words) is not None and _GRANTED.search(f"{words} {caption}") is None


def unit_of(words: str) -> tuple[str, Decimal] | None:
    """Return (currency, scale) of the sign or unit in a header, or None.

    >>> unit_of("2023/24 £000"), unit_of("Amount (£)"), unit_of("Bids")
    (('GBP', Decimal('1000')), ('GBP', Decimal('1')), None)
    """
    for rule, scale in _UNITS:
        match = rule.search(words)
        if match:
            mark = next((text for text in match.groupdict().values() if text), "£").lower()
            return _CODES.get(mark, "GBP"), Decimal(scale)
    return None


def financial_year_of(words: str) -> str | None:
    """Return the one financial year that a header names, as "2023/24"; None for none, or several.

    GOV.UK's style guide writes one as "2023 to 2024".

    >>> financial_year_of("Allocation 2023 to 2024 (£)"), financial_year_of("Awards 2021 to 2024")
    ('2023/24', None)
    """
    years = set()
    for match in _YEAR.finditer(words):
        if match[1]:
            first, last = int(match[1]), int(match[2])
        elif match[5]:
            first, last = 2000 + int(match[5]), int(match[6])
        elif match[4]:
            first, last = 2000 + int(match[3]), int(match[4])
        else:
            first, last = 1999 + int(match[3]), int(match[3])
        if (first + 1) % 100 == last:
            years.add(f"{first}/{last:02d}")
    return years.pop() if len(years) == 1 else None


def per_of(words: str) -> Per | None:
    """Return the unit of a rate that a header makes of its column."""
    return next((per for rule, per in _PER if rule.search(words)), None)
