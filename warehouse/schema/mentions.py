"""Tables of what the rules found in each text."""

from __future__ import annotations

from warehouse.schema.columns import DAY, MONEY, TEXT, TEXTS, WHOLE, YEARS, Column, Table

QUALIFIER = "exact, about, up_to, at_least or under: how exactly the words fix the amount."
PER = "Unit of a rate: year, month, week, day, hour or item; null for a sum."
TERM = "Length in years of the term that the text ties to the amount."
FINANCIAL_YEAR = "Financial year that the text names, such as 2023/24."
ORIGIN = Column("value_origin", TEXT, "rule, or correction where a person changed a value.", built=True)


def _mention(*own: Column) -> tuple[Column, ...]:
    return (
        Column("mention_id", TEXT, "Hash of document, version of the text, span and label.", key=True),
        Column("document_id", TEXT, "Document.", of="document.document_id"),
        Column("start_char", WHOLE, "First character in document.text."),
        Column("end_char", WHOLE, "One after the last character."),
        Column("text", TEXT, "The words themselves: document.text from start_char to end_char."),
        *own,
        Column("sentence", TEXT, "Sentence or cell around it, white space made plain."),
        Column("rule_id", TEXT, "Rule that found it, with its version."),
    )


MONEY_MENTION = Table(
    "money_mention",
    "Every amount of money in the articles, as worded. Not to be added up: see the views.",
    (
        *_mention(
            Column("amount_low", MONEY, "Amount in units of the currency; the lower end of a range."),
            Column("amount_high", MONEY, "The upper end of a range, else the same."),
            Column("currency", TEXT, "ISO 4217."),
            Column("qualifier", TEXT, QUALIFIER),
            Column("per", TEXT, PER, nullable=True),
            Column("term_years", YEARS, TERM, nullable=True),
            Column("financial_year", TEXT, FINANCIAL_YEAR, nullable=True),
            Column(
                "role",
                TEXT,
                "award, total, part, cumulative, bid or other: what the amount is in its document.",
            ),
        ),
        Column("page", WHOLE, "Page of a paged document, from 1.", nullable=True),
        Column("table_no", WHOLE, "Table, when it stands in one.", nullable=True),
        Column("row_no", WHOLE, "Row of that table.", nullable=True),
        Column("flags", TEXTS, "Doubts, such as malformed or sign-lost."),
        Column("reach_low", MONEY, "Least amount that the words may stand for, as they round."),
        Column("reach_high", MONEY, "Largest amount that they may stand for."),
        ORIGIN,
    ),
    staged=True,
)

PCC_MENTION = Table(
    "pcc_mention",
    "Every mention of a commissioner, office, force or police area.",
    (
        *_mention(
            Column("kind", TEXT, "office, person, force or area."),
            Column("area_id", TEXT, "Police area.", of="police_area.area_id"),
            Column("person", TEXT, "The registry's name of a person.", nullable=True),
        ),
        ORIGIN,
    ),
    staged=True,
)

PROGRAMME_MENTION = Table(
    "programme_mention",
    "Every mention of a named fund, programme, unit or strategy.",
    (
        *_mention(
            Column("programme_id", TEXT, "Programme.", of="programme.programme_id"),
            Column("name", TEXT, "Canonical name, or the name as found of a candidate."),
            Column("kind", TEXT, "fund, programme, unit or strategy."),
            Column("status", TEXT, "known to the registry, or a candidate."),
            Column("round_no", WHOLE, "Round of a fund, where the words say one.", nullable=True),
        ),
        ORIGIN,
    ),
    staged=True,
)

COUNT_MENTION = Table(
    "count_mention",
    "Stated numbers that a document's own rows can be checked against.",
    (
        *_mention(
            Column("count", WHOLE, "The number."),
            Column("unit", TEXT, "recipients, bids or projects."),
        ),
        ORIGIN,
    ),
    staged=True,
)

CUE = Table(
    "cue",
    "Why an attribute has its value: the words that decided it.",
    (
        Column("owner_id", TEXT, "Mention or claim.", key=True),
        Column("cue_no", WHOLE, "Place among the owner's cues, from 0.", key=True),
        Column("document_id", TEXT, "Document.", of="document.document_id"),
        Column("attribute", TEXT, "Attribute that was decided."),
        Column("value", TEXT, "Value that it was given."),
        Column("text", TEXT, "Words that decided it, or the structure that did."),
        Column("rule_id", TEXT, "Rule, with its version."),
        Column("start_char", WHOLE, "First character; null where structure decided.", nullable=True),
        Column("end_char", WHOLE, "One after the last character.", nullable=True),
    ),
    staged=True,
)

AWARD_CLAIM = Table(
    "award_claim",
    "One document's word that one recipient gets one amount. Several claims may tell of one award.",
    (
        Column("claim_id", TEXT, "Hash of document, text version, amount's mention, area and recipient.", key=True),
        Column("award_id", TEXT, "Award that it tells of.", nullable=True, built=True, of="award.award_id"),
        Column("document_id", TEXT, "Document.", of="document.document_id"),
        Column("area_id", TEXT, "Police area of the recipient; null for others.", nullable=True,
               of="police_area.area_id"),
        Column("recipient", TEXT, "Recipient as written."),
        Column("amount_low", MONEY, "Amount in units of the currency; the lower end of a range."),
        Column("amount_high", MONEY, "The upper end of a range, else the same."),
        Column("currency", TEXT, "ISO 4217."),
        Column("qualifier", TEXT, QUALIFIER),
        Column("per", TEXT, PER, nullable=True),
        Column("term_years", YEARS, TERM, nullable=True),
        Column("financial_year", TEXT, FINANCIAL_YEAR, nullable=True),
        Column("programme_id", TEXT, "Fund or programme that it comes from.", nullable=True,
               of="programme.programme_id"),
        Column("funder", TEXT, "Who gives.", nullable=True),
        Column("bids", WHOLE, "Number of bids or projects behind it, where the row says one.", nullable=True),
        Column("purpose", TEXT, "What for, as written.", nullable=True),
        Column("method", TEXT, "table or sentence."),
        Column("start_char", WHOLE, "First character of the quote in document.text."),
        Column("end_char", WHOLE, "One after its last character."),
        Column("quote", TEXT, "The shortest run of the text that holds recipient and amount."),
        Column("money_mention_id", TEXT, "Mention that carries the amount.", of="money_mention.mention_id"),
        Column("rule_id", TEXT, "Rule that made it, with its version."),
        Column("table_no", WHOLE, "Table, when it stands in one.", nullable=True),
        Column("row_no", WHOLE, "Row of that table.", nullable=True),
        Column("verdict", TEXT, "agrees, rounds or differs: this claim against its award's amount.", nullable=True,
               built=True),
        ORIGIN,
    ),
    staged=True,
)  # fmt: skip

SUPERSEDED_CLAIM = Table(
    "superseded_claim",
    "Claims of earlier versions of a document, which its present version no longer makes or makes elsewhere.",
    (
        Column("claim_id", TEXT, "Claim.", key=True),
        Column("capture_id", TEXT, "Bytes that made it.", key=True),
        Column("document_id", TEXT, "Document.", of="document.document_id"),
        Column("published_on", DAY, "Day of publication that the version gave.", nullable=True),
        Column("area_id", TEXT, "Police area of the recipient.", nullable=True),
        Column("recipient", TEXT, "Recipient as written."),
        Column("amount_low", MONEY, "Amount; the lower end of a range."),
        Column("amount_high", MONEY, "The upper end of a range, else the same."),
        Column("currency", TEXT, "ISO 4217."),
        Column("programme_id", TEXT, "Fund or programme.", nullable=True),
        Column("start_char", WHOLE, "First character of the quote in that version's text."),
        Column("end_char", WHOLE, "One after its last character."),
        Column("quote", TEXT, "The words."),
    ),
)

TABLES = (MONEY_MENTION, PCC_MENTION, PROGRAMME_MENTION, COUNT_MENTION, CUE, AWARD_CLAIM, SUPERSEDED_CLAIM)
