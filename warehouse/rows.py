"""Records into rows: one extraction becomes rows of each staged table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from extractors.model import (
    AwardClaim,
    Capture,
    CountMention,
    Cue,
    Document,
    Extraction,
    Issue,
    Mention,
    MoneyMention,
    PccMention,
    ProgrammeMention,
    Severity,
    stable_id,
)
from warehouse.rounding import reach
from warehouse.sketch import sketch

Rows = dict[str, list[dict[str, Any]]]
_PENNY = Decimal("0.01")
_LARGEST = Decimal(10) ** 16
_MENTION_TABLES = {
    MoneyMention: "money_mention",
    PccMention: "pcc_mention",
    ProgrammeMention: "programme_mention",
    CountMention: "count_mention",
}
_NAMES: dict[type[Any], tuple[str, ...]] = {
    record: tuple(field.name for field in fields(record) if field.name != "cues")
    for record in (MoneyMention, PccMention, ProgrammeMention, CountMention, AwardClaim)
}


def utc(moment: datetime) -> datetime:
    """Return a moment as the tables keep it: UTC, without a zone."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def capture_row(capture: Capture) -> dict[str, Any]:
    """Return the columns of ``capture`` that an observation itself knows."""
    return {
        "capture_id": capture.capture_id,
        "source_id": capture.source_id,
        "url": capture.url,
        "final_url": capture.final_url,
        "captured_at": utc(capture.captured_at),
        "http_status": capture.http_status,
        "media_type": capture.media_type,
        "byte_size": capture.byte_size,
        "raw_path": capture.raw_path,
    }


def issue_row(issue: Issue, run_id: str | None) -> dict[str, Any]:
    """Return a row of ``issue``. Its identifier does not depend on the run, so that a repeated issue is one row."""
    about = (
        issue.code,
        issue.source_id,
        issue.url,
        issue.document_id,
        issue.stage,
        issue.message,
        issue.fragment,
    )
    return {
        "issue_id": stable_id("issue", *about),
        "run_id": run_id,
        "code": issue.code,
        "severity": str(issue.severity),
        "source_id": issue.source_id,
        "url": issue.url,
        "document_id": issue.document_id,
        "stage": issue.stage,
        "message": issue.message,
        "fragment": issue.fragment,
    }


def encodable(text: str) -> bool:
    """Say whether a text can be stored: UTF-8 has no place for lone surrogates."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def storable(amount: Decimal) -> bool:
    """Say whether an amount fits DECIMAL(18,2)."""
    return amount.is_finite() and abs(amount) < _LARGEST


def to_rows(extraction: Extraction, *, run_id: str | None) -> Rows:
    """Return the rows of each staged table that one extraction yields.

    An amount that the tables cannot hold is left out, with its claims, and an issue says so.
    """
    document = extraction.document
    rows: Rows = defaultdict(list)
    issues = list(extraction.issues)
    rows["document"].append(_document_row(document, extraction.extraction_key))
    rows["document_change"] = [
        {"document_id": document.document_id, "changed_at": utc(change.changed_at), "note": change.note}
        for change in document.changes
    ]
    rows["block"] = [
        {
            "document_id": document.document_id,
            "block_no": number,
            "kind": str(block.kind),
            "level": block.level,
            "start_char": block.start_char,
            "end_char": block.end_char,
            "furniture": block.furniture,
        }
        for number, block in enumerate(document.blocks)
    ]
    rows["table_cell"] = _cell_rows(document)
    lost = {
        m.mention_id for m in extraction.money if not (storable(m.amount_low) and storable(m.amount_high))
    }
    for mention in _mentions(extraction):
        if mention.mention_id in lost:
            issues.append(_too_large(document, mention))
        else:
            row = {"mention_id": mention.mention_id, **_values(mention)}
            if isinstance(mention, MoneyMention):
                row |= _reach_values(mention)
            rows[_MENTION_TABLES[type(mention)]].append(row)
            rows["cue"] += _cue_rows(mention.mention_id, document.document_id, mention.cues)
    for claim in extraction.claims:
        if claim.money_mention_id not in lost:
            rows["award_claim"].append({"claim_id": claim.claim_id, **_values(claim)})
            rows["cue"] += _cue_rows(claim.claim_id, document.document_id, claim.cues)
    rows["issue"] = [issue_row(issue, run_id) for issue in issues]
    return rows


def _mentions(
    extraction: Extraction,
) -> Iterable[MoneyMention | PccMention | ProgrammeMention | CountMention]:
    yield from extraction.money
    yield from extraction.pcc
    yield from extraction.programmes
    yield from extraction.counts


def _values(record: Mention | AwardClaim) -> dict[str, Any]:
    return {name: _value(getattr(record, name)) for name in _NAMES[type(record)]}


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return (
            value.quantize(_PENNY, rounding=ROUND_HALF_EVEN) if value != value.to_integral_value() else value
        )
    if isinstance(value, tuple):
        return list(value)
    return value


def _reach_values(mention: MoneyMention) -> dict[str, Any]:
    told = reach(mention.text, mention.amount_low, mention.amount_high, str(mention.qualifier))
    return {"reach_low": _value(told.low), "reach_high": _value(told.high)}


def _too_large(document: Document, mention: Mention) -> Issue:
    return Issue(
        code="amount-too-large",
        severity=Severity.WARNING,
        stage="stage",
        message="the amount does not fit the tables and was left out",
        source_id=document.source_id,
        url=document.url,
        document_id=document.document_id,
        fragment=mention.text,
    )


def _cue_rows(owner_id: str, document_id: str, cues: Sequence[Cue]) -> list[dict[str, Any]]:
    return [
        {
            "owner_id": owner_id,
            "cue_no": number,
            "document_id": document_id,
            "attribute": cue.attribute,
            "value": cue.value,
            "text": cue.text,
            "rule_id": cue.rule_id,
            "start_char": cue.start_char,
            "end_char": cue.end_char,
        }
        for number, cue in enumerate(cues)
    ]


def _document_row(document: Document, extraction_key: str) -> dict[str, Any]:
    article = [b for b in document.blocks if b.furniture is None]
    return {
        "document_id": document.document_id,
        "source_id": document.source_id,
        "url": document.url,
        "canonical_url": document.links.get("canonical"),
        "original_url": document.links.get("original"),
        "title": document.title,
        "publisher": document.publisher,
        "published_on": document.published_on,
        "capture_id": document.capture_id,
        "text": document.text,
        "language": document.language,
        "extraction_key": extraction_key,
        "parser": document.parser,
        "site_area_id": document.site_area_id,
        "updated_at": None if document.updated_at is None else utc(document.updated_at),
        "withdrawn": document.withdrawn,
        "sketch": sketch("\n".join(document.text[b.start_char : b.end_char] for b in article)),
    }


def _cell_rows(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "document_id": document.document_id,
            "table_no": table.table_no,
            "row_no": cell.row,
            "col_no": cell.col,
            "row_span": cell.row_span,
            "col_span": cell.col_span,
            "is_header": cell.is_header,
            "start_char": cell.start_char,
            "end_char": cell.end_char,
            "caption": table.caption,
            "page": table.page,
        }
        for table in document.tables
        for cell in table.cells
    ]
