"""Awards as grants of the 360Giving Data Standard (1.4), and the awards that cannot honestly be one.

A grant there is an exact sum that one funder has decided to give to one organisation. Pages announce such decisions
loosely, so an award whose words fix no exact sum, no funder or no day is left out and listed with the reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from warehouse.export.organisations import LOCAL, Areas, Organisation, named, recipient
from warehouse.export.report import ExportError

if TYPE_CHECKING:
    import duckdb

Row = Mapping[str, Any]
#: The standard advises to keep titles shorter than this.
_TITLE = 140
_QUOTE = 300
#: Characters that stand for themselves in a URL, or that are part of an escape already.
_IN_URLS = "%/:?#[]@!$&'()*+,;=~"
_FINANCIAL_YEAR = re.compile(r"(\d{4})[/-](\d{2})")

_AWARDS = """
SELECT a.*, n.title AS announcement, n.best_document_id, p.area_name, p.ons_code, g.name AS programme,
       c.quote, (SELECT max(f.said_from) FROM fact_version f
                 WHERE f.kind = 'award' AND f.fact_id = a.award_id AND f.said_until IS NULL) AS modified
FROM award a JOIN announcement n USING (announcement_id)
JOIN award_claim c ON c.claim_id = a.best_claim_id
LEFT JOIN police_area p ON p.area_id = a.area_id LEFT JOIN programme g ON g.programme_id = a.programme_id
ORDER BY a.announced_on, a.announcement_id, a.award_id
"""
_WITNESSES = """
SELECT DISTINCT c.award_id, c.document_id = n.best_document_id AS best, s.publisher_rank, d.document_id, d.title, d.url,
       d.canonical_url, d.original_url
FROM award_claim c JOIN award a USING (award_id) JOIN announcement n USING (announcement_id)
JOIN document d ON d.document_id = c.document_id JOIN source s ON s.source_id = d.source_id
ORDER BY c.award_id, best DESC, s.publisher_rank, d.document_id
"""
#: Why an award is no grant, in the order in which the reasons are looked for.
REASONS = {
    "no-exact-amount": "the words give an approximate, lowest or highest amount, or a range",
    "rate-without-term": "it is a rate, and nothing says for how long",
    "no-date": "no document of the announcement has a date",
    "no-funder": "no document says who gives",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grants:
    """The grants as the standard's objects, and the awards that are none: the award's row with ``reason``."""

    grants: tuple[dict[str, Any], ...]
    excluded: tuple[dict[str, Any], ...]


def grants(connection: duckdb.DuckDBPyConnection) -> Grants:
    """Return the awards of a published file as grants, in the order of their announcements."""
    areas = Areas(
        by_id={row["area_id"]: row for row in _rows(connection, "SELECT * FROM police_area")},
        offices=tuple(_rows(connection, "SELECT * FROM office ORDER BY area_id, valid_from")),
    )
    witnesses = defaultdict(list)
    for row in _rows(connection, _WITNESSES):
        witnesses[row["award_id"]].append(row)
    kept, excluded = [], []
    for award in _rows(connection, _AWARDS):
        reason = _reason(award)
        if reason is None:
            kept.append(_grant(award, areas, witnesses[award["award_id"]]))
        else:
            excluded.append({**award, "reason": reason})
    return Grants(grants=tuple(kept), excluded=tuple(excluded))


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or ()]
    return (dict(zip(names, row, strict=True)) for row in cursor.fetchall())


def _reason(award: Row) -> str | None:
    if award["qualifier"] != "exact" or award["amount_low"] != award["amount_high"]:
        return "no-exact-amount"
    if award["amount_total"] is None:
        return "rate-without-term"
    if award["announced_on"] is None:
        return "no-date"
    return None if award["funder"] else "no-funder"


def _grant(award: Row, areas: Areas, witnesses: list[dict[str, Any]]) -> dict[str, Any]:
    day = award["announced_on"]
    to = recipient(areas, written=award["recipient"], area_id=award["area_id"], day=day)
    funder = named(areas, award["funder"], day)
    pages = [page for page in map(page_of, witnesses) if page is not None]
    grant: dict[str, Any] = {
        "id": f"{LOCAL}{award['award_id']}",
        "title": _title(award, to),
        "description": _description(award, to),
        "currency": award["currency"],
        "amountAwarded": number(award["amount_total"]),
        "awardDate": day.isoformat(),
        "recipientOrganization": [{"id": to.id, "name": to.name}],
        "fundingOrganization": [{"id": funder.id, "name": funder.name}],
    }
    if pages:
        grant |= {"url": pages[0]["url"], "dataSource": pages[0]["url"], "relatedDocument": pages}
    if award["area_id"] is not None:
        grant["beneficiaryLocation"] = [
            {
                "name": award["area_name"],
                "countryCode": "GB",
                "geoCode": award["ons_code"],
                "geoCodeType": "PFA",
            }
        ]
    if award["programme_id"] is not None:
        grant["grantProgramme"] = [{"code": award["programme_id"], "title": award["programme"]}]
    if planned := _planned(award):
        grant["plannedDates"] = [planned]
    if award["modified"] is not None:
        grant["dateModified"] = award["modified"].isoformat(timespec="seconds") + "Z"
    return grant


def number(amount: Decimal) -> int | float:
    """Return an amount as a JSON number that reads back as the same amount.

    Raises:
        ExportError: no such number exists (amounts from about 90 trillion with pence).
    """
    if amount == amount.to_integral_value():
        return int(amount)
    if Decimal(repr(float(amount))) != amount:
        raise ExportError(f"{amount} cannot be written exactly as a number")
    return float(amount)


def _title(award: Row, to: Organisation) -> str:
    title = f"{award['programme'] or 'Funding'}: {award['area_name'] or to.name}"
    return title if len(title) < _TITLE else title[: _TITLE - 2].rstrip() + "…"


def _description(award: Row, to: Organisation) -> str:
    parts = [award["purpose"].strip().rstrip(".") + "." if award["purpose"] else ""]
    parts.append(f"Taken from the words “{_short(award['quote'])}”.")
    if to.name != award["recipient"]:
        parts.append(f"The page names the recipient as “{award['recipient']}”.")
    if award["per"] is not None:
        years = f"{award['term_years'].normalize():f}"
        parts.append(
            f"The amount is a rate of {award['amount']:,.2f} a {award['per']} times its term of {years} years."
        )
    if award["contradictions"]:
        parts.append(f"Claims of another amount: {award['contradictions']} of {award['claims']}.")
    parts.append(
        "awardDate is the day on which the award was announced; the decision was made on that day or before it."
    )
    parts.append(f"Identifiers that begin with {LOCAL} are the exporter's own.")
    return " ".join(filter(None, parts))


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _QUOTE else words[: _QUOTE - 1].rstrip() + "…"


def _planned(award: Row) -> dict[str, Any] | None:
    """Return the financial year that the words name, April to March."""
    match = _FINANCIAL_YEAR.fullmatch(award["financial_year"] or "")
    if match is None:
        return None
    first = int(match[1])
    return {"startDate": f"{first}-04", "endDate": f"{first + 1}-03"}


def page_of(witness: Row) -> dict[str, Any] | None:
    """Return a witness as a related document; None for a local file, whose path is nobody's business."""
    for url in (witness["url"], witness["canonical_url"], witness["original_url"]):
        if url is not None and url.startswith(("http://", "https://")):
            address = quote(url, safe=_IN_URLS)
            return {"id": witness["document_id"], "title": witness["title"] or address, "url": address}
    return None
